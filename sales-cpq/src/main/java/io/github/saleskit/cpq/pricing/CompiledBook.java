package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** A price book in which products are found at once. */
final class CompiledBook {

    private final PriceBook book;
    private final Map<String, Product> products;
    private final Map<String, PriceModel> prices = new HashMap<>();

    CompiledBook(PriceBook book, Map<String, Product> products) {
        this.book = book;
        this.products = products;
        book.entries().forEach(entry -> prices.put(entry.product(), entry.price()));
    }

    String id() {
        return book.id();
    }

    CurrencyUnit currency() {
        return book.currency();
    }

    /** Why the book cannot be used on a day, if so. */
    Optional<Reason> obstacle(LocalDate asOf) {
        boolean tooEarly = book.validFrom().map(asOf::isBefore).orElse(false);
        boolean tooLate = book.validUntil().map(asOf::isAfter).orElse(false);
        return tooEarly || tooLate
                ? Optional.of(Reason.of("cpq.pricing.priceBookNotValid", "priceBook", id(), "asOf", asOf))
                : Optional.empty();
    }

    /** Why a line has no list price, if so. */
    Optional<Reason> obstacle(QuoteLine line) {
        BigDecimal quantity = line.quantity();
        if (!products.containsKey(line.product())) {
            return Optional.of(Reason.of("cpq.pricing.productUnknown", "product", line.product()));
        }
        if (!NumberSize.isSane(quantity) || quantity.signum() < 0) {
            return Optional.of(Reason.of("cpq.pricing.quantityUnusable", "quantity", quantity));
        }
        if (!prices.containsKey(line.product())) {
            return Optional.of(Reason.of("cpq.pricing.noListPrice", "product", line.product(), "priceBook", id()));
        }
        return charges(line).isEmpty()
                ? Optional.of(Reason.of(
                        "cpq.pricing.outsideTiers", "quantity", quantity, "product", line.product(), "priceBook", id()))
                : Optional.empty();
    }

    /** The line with its list price as first step; only for a line without obstacle. */
    LineDraft start(QuoteLine line, RoundingPolicy rounding) {
        Product product = requireNonNull(products.get(line.product()));
        LineDraft draft = new LineDraft(line, product.family().orElse(null), currency(), rounding);
        draft.addRounded(PriceStepKind.LIST, id(), new PriceChange.Charges(charges(line)));
        return draft;
    }

    private List<TierCharge> charges(QuoteLine line) {
        PriceModel price = prices.get(line.product());
        return price == null ? List.of() : price.charges(line.quantity());
    }
}
