package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.explain.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains which price of a product a line has, as {@link CompiledBook} finds it. */
final class PriceSearch {

    private final CompiledBook.LinePlace place;
    private final List<Reason> reasons = new ArrayList<>();
    private @Nullable CompiledBook foundList;
    private @Nullable CompiledBook foundSale;

    PriceSearch(CompiledBook.LinePlace place) {
        this.place = place;
    }

    /** A reason for each price in a book and those it inherits. */
    List<Reason> explain(CompiledBook first) {
        for (CompiledBook book = first; book != null; book = book.inherited()) {
            Optional<Reason> obstacle = book.obstacle(place.asOf());
            obstacle.ifPresent(reasons::add);
            if (obstacle.isEmpty()) {
                explainEntries(book);
            }
        }
        return List.copyOf(reasons);
    }

    private void explainEntries(CompiledBook book) {
        for (PriceEntry entry : book.entries(place.product().id())) {
            Optional<Reason> unfit = unfit(book, entry);
            CompiledBook found = book.sale() ? foundSale : foundList;
            if (unfit.isPresent()) {
                reasons.add(unfit.get());
            } else if (found != null) {
                reasons.add(reason("cpq.pricing.priceLessSpecific", book, entry, "chosen", found.id()));
            } else {
                reasons.add(reason("cpq.pricing.priceChosen", book, entry, "kind", book.sale() ? "sale" : "list"));
                foundSale = book.sale() ? book : foundSale;
                foundList = book.sale() ? foundList : book;
            }
        }
    }

    private Optional<Reason> unfit(CompiledBook book, PriceEntry entry) {
        if (!entry.holdsOn(place.asOf())) {
            return Optional.of(reason("cpq.pricing.priceNotValid", book, entry, "asOf", place.asOf()));
        }
        if (!entry.holdsFor(place.quantity())) {
            return Optional.of(reason("cpq.pricing.priceQuantity", book, entry, "quantity", place.quantity()));
        }
        return place.misses(entry).map(name -> reason("cpq.pricing.priceDeal", book, entry, "attribute", name));
    }

    private static Reason reason(String code, CompiledBook book, PriceEntry entry, String name, Object value) {
        return Reason.of(
                code,
                "priceBook",
                book.id(),
                "product",
                entry.product(),
                "deal",
                entry.deal().toString(),
                name,
                value);
    }
}
