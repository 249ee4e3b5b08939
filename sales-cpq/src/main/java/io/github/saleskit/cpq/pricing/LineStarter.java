package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.cpq.catalog.Product;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;

/** Gives lines their list prices, or says why they have none. */
final class LineStarter {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CompiledPlan plan;
    private final CompiledBook book;
    private final Quote quote;
    private final PricingContext context;

    LineStarter(CompiledPlan plan, CompiledBook book, Quote quote, PricingContext context) {
        this.plan = plan;
        this.book = book;
        this.quote = quote;
        this.context = context;
    }

    /** A line with its list price, or why it has none. */
    record Started(Optional<LineDraft> draft, Optional<Reason> obstacle, Optional<CompiledBook.Chosen> open) {

        static Started withoutPrice(Reason obstacle) {
            return new Started(Optional.empty(), Optional.of(obstacle), Optional.empty());
        }
    }

    /**
     * Starts a line; one that is a percentage of others is left {@linkplain Started#open open}, without a price yet.
     */
    Started start(QuoteLine line) {
        Product product = plan.product(line.product()).orElse(null);
        if (product == null) {
            return Started.withoutPrice(Reason.of("cpq.pricing.productUnknown", "product", line.product()));
        }
        Optional<BigDecimal> quantity = quantity(line, product);
        if (quantity.isEmpty()) {
            return Started.withoutPrice(
                    Reason.of("cpq.pricing.unitUnknown", "unit", line.unit().orElse(""), "product", line.product()));
        }
        if (!isUsable(quantity.get())) {
            return Started.withoutPrice(Reason.of("cpq.pricing.quantityUnusable", "quantity", line.quantity()));
        }
        return start(new CompiledBook.LinePlace(quote, line, product, quantity.get(), context.asOf()));
    }

    /** What decides which price a line has; empty where it cannot have any. */
    Optional<CompiledBook.LinePlace> place(QuoteLine line) {
        Optional<Product> product = plan.product(line.product());
        return product.flatMap(known -> quantity(line, known))
                .filter(LineStarter::isUsable)
                .map(quantity ->
                        new CompiledBook.LinePlace(quote, line, product.orElseThrow(), quantity, context.asOf()));
    }

    private static boolean isUsable(BigDecimal quantity) {
        return NumberSize.isSane(quantity) && quantity.signum() >= 0;
    }

    private Optional<BigDecimal> quantity(QuoteLine line, Product product) {
        if (line.unit().isEmpty()) {
            return Optional.of(line.quantity());
        }
        return NumberSize.isSane(line.quantity())
                ? plan.conversion()
                        .convert(
                                line.quantity(),
                                line.unit().get(),
                                product.unit().orElse(""))
                : Optional.of(line.quantity());
    }

    private Started start(CompiledBook.LinePlace place) {
        Optional<CompiledBook.Chosen> chosen = book.list(place);
        if (chosen.isEmpty()) {
            return Started.withoutPrice(Reason.of(
                    "cpq.pricing.noListPrice", "product", place.product().id(), "priceBook", book.id()));
        }
        LineDraft draft = new LineDraft(
                place.line(),
                place.product(),
                place.quantity(),
                book.currency(),
                plan.plan().rounding());
        if (chosen.get().entry().price() instanceof PriceModel.PercentOfTotal) {
            return new Started(Optional.of(draft), Optional.empty(), chosen);
        }
        List<TierCharge> charges = charges(chosen.get(), place);
        if (charges.isEmpty()) {
            return Started.withoutPrice(Reason.of(
                    "cpq.pricing.outsideTiers",
                    "quantity",
                    place.quantity(),
                    "product",
                    place.product().id(),
                    "priceBook",
                    chosen.get().book().id()));
        }
        finish(draft, chosen.get(), charges);
        book.sale(place).ifPresent(sale -> sell(draft, sale, place));
        return new Started(Optional.of(draft), Optional.empty(), Optional.empty());
    }

    private void sell(LineDraft draft, CompiledBook.Chosen sale, CompiledBook.LinePlace place) {
        List<TierCharge> charges = charges(sale, place);
        if (!charges.isEmpty()) {
            draft.sell(sale.book().id(), charges);
        }
    }

    private List<TierCharge> charges(CompiledBook.Chosen chosen, CompiledBook.LinePlace place) {
        PriceModel price = chosen.entry().price();
        return price.charges(input(price, place));
    }

    private PriceInput input(PriceModel price, CompiledBook.LinePlace place) {
        Map<String, String> attributes = new HashMap<>();
        if (price instanceof PriceModel.Matrix matrix) {
            for (String name : matrix.dimensions()) {
                String value = place.attribute(name);
                if (value != null) {
                    attributes.put(name, value);
                }
            }
        }
        return new PriceInput(place.quantity(), Optional.empty(), Optional.empty(), attributes, cost(place.product()));
    }

    private Optional<BigMoney> cost(Product product) {
        for (BigMoney cost : product.costs()) {
            if (cost.getCurrencyUnit().equals(book.currency())) {
                return Optional.of(cost);
            }
        }
        return Optional.empty();
    }

    private void finish(LineDraft draft, CompiledBook.Chosen chosen, List<TierCharge> charges) {
        draft.start(chosen.book().id(), charges);
        chosen.entry()
                .spend()
                .ifPresent(limits -> draft.limitSpend(chosen.book().id(), limits));
        chosen.entry()
                .floor()
                .ifPresent(floor -> draft.raiseFloor(floor.multipliedBy(draft.quantity()), PriceLimit.FLOOR));
        plan.plan().guards().ifPresent(guards -> guard(draft, guards));
    }

    private void guard(LineDraft draft, PriceGuards guards) {
        guards.mostLinePercent().ifPresent(most -> {
            BigDecimal left = HUNDRED.subtract(most).movePointLeft(2);
            draft.raiseFloor(draft.list().multipliedBy(left), PriceLimit.FLOOR);
        });
        Optional<BigMoney> cost = cost(draft.product());
        if (guards.leastMarginPercent().isPresent() && cost.isPresent()) {
            BigDecimal share =
                    HUNDRED.subtract(guards.leastMarginPercent().get()).movePointLeft(2);
            BigMoney all = cost.get().multipliedBy(draft.quantity());
            draft.raiseFloor(
                    BigMoney.of(all.getCurrencyUnit(), Exact.divide(all.getAmount(), share)), PriceLimit.MARGIN);
        }
    }

    /** Prices lines that are a percentage of others. */
    void close(Map<LineDraft, CompiledBook.Chosen> toClose, List<LineDraft> others) {
        Map<PriceModel.PercentOfTotal, BigMoney> bases = new HashMap<>();
        toClose.forEach((draft, chosen) -> {
            PriceModel.PercentOfTotal model =
                    (PriceModel.PercentOfTotal) chosen.entry().price();
            BigMoney base = bases.computeIfAbsent(model, each -> base(each, others));
            finish(draft, chosen, List.of(model.charge(draft.quantity(), base)));
        });
    }

    /** What the lines of which a percentage is charged cost at list price. */
    private BigMoney base(PriceModel.PercentOfTotal model, List<LineDraft> others) {
        Optional<Condition<LineDraft>> which = plan.linesOf(model);
        BigMoney base = BigMoney.zero(book.currency());
        for (LineDraft other : others) {
            if (other.counts()
                    && which.map(lines -> lines.matches(other, context.now())).orElse(true)) {
                base = base.plus(other.list());
            }
        }
        return base;
    }
}
