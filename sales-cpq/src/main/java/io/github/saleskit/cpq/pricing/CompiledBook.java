package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A price book in which the most specific price of a product is found at once. */
final class CompiledBook {

    private static final Comparator<PriceEntry> MOST_SPECIFIC = Comparator.comparing(
                    (PriceEntry entry) -> entry.deal().size())
            .thenComparing(entry -> entry.validFrom().orElse(LocalDate.MIN))
            .reversed();

    private final PriceBook book;
    private final @Nullable CompiledBook inherited;
    private final Map<String, List<PriceEntry>> entries = new HashMap<>();

    CompiledBook(PriceBook book, @Nullable CompiledBook inherited) {
        this.book = book;
        this.inherited = inherited;
        book.entries()
                .forEach(entry -> entries.computeIfAbsent(entry.product(), key -> new ArrayList<>(1))
                        .add(entry));
        entries.values().forEach(list -> list.sort(MOST_SPECIFIC));
    }

    /** An entry and the book in which it stands. */
    record Chosen(CompiledBook book, PriceEntry entry) {}

    String id() {
        return book.id();
    }

    CurrencyUnit currency() {
        return book.currency();
    }

    boolean sale() {
        return book.sale().orElse(false);
    }

    @Nullable
    CompiledBook inherited() {
        return inherited;
    }

    /** Its prices of a product, the most specific first. */
    List<PriceEntry> entries(String product) {
        return entries.getOrDefault(product, List.of());
    }

    /** Why the book cannot be used on a day, if so. */
    Optional<Reason> obstacle(LocalDate asOf) {
        return isValid(asOf)
                ? Optional.empty()
                : Optional.of(Reason.of("cpq.pricing.priceBookNotValid", "priceBook", id(), "asOf", asOf));
    }

    boolean isValid(LocalDate asOf) {
        return !book.validFrom().map(asOf::isBefore).orElse(false)
                && !book.validUntil().map(asOf::isAfter).orElse(false);
    }

    /** The most specific price that fits; sales are passed over, so that what they lower is found. */
    Optional<Chosen> list(LinePlace place) {
        for (CompiledBook at = this; at != null; at = at.inherited) {
            if (!at.sale() && at.isValid(place.asOf())) {
                Optional<PriceEntry> entry = at.first(place);
                if (entry.isPresent()) {
                    return Optional.of(new Chosen(at, entry.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The most specific price of a sale, if the book or one it inherits is one. */
    Optional<Chosen> sale(LinePlace place) {
        for (CompiledBook at = this; at != null; at = at.inherited) {
            if (at.sale() && at.isValid(place.asOf())) {
                Optional<PriceEntry> entry = at.first(place);
                if (entry.isPresent()) {
                    return Optional.of(new Chosen(at, entry.get()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PriceEntry> first(LinePlace place) {
        for (PriceEntry entry : entries(place.product().id())) {
            if (place.fits(entry)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** What decides which price a line has. */
    record LinePlace(Quote quote, QuoteLine line, Product product, BigDecimal quantity, LocalDate asOf) {

        boolean fits(PriceEntry entry) {
            return entry.covers(quantity, asOf) && misses(entry).isEmpty();
        }

        /** The first attribute that the price asks for and the deal does not have. */
        Optional<String> misses(PriceEntry entry) {
            for (Map.Entry<String, String> wanted : entry.deal().entrySet()) {
                if (!wanted.getValue().equals(attribute(wanted.getKey()))) {
                    return Optional.of(wanted.getKey());
                }
            }
            return Optional.empty();
        }

        @Nullable
        String attribute(String name) {
            if (name.equals("customer")) {
                return quote.customer().orElse(null);
            }
            String own = line.attributes().get(name);
            String ofQuote = own == null ? quote.attributes().get(name) : own;
            return ofQuote == null ? product.attributes().get(name) : ofQuote;
        }
    }
}
