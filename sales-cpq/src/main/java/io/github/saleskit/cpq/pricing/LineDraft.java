package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A line while it is being priced; mutable, for one thread. */
final class LineDraft {

    private final QuoteLine line;
    private final @Nullable String family;
    private final RoundingPolicy rounding;
    private final List<PriceStep> steps = new ArrayList<>();
    private BigMoney amount;

    /** A line that costs nothing yet. */
    LineDraft(QuoteLine line, @Nullable String family, CurrencyUnit currency, RoundingPolicy rounding) {
        this.line = line;
        this.family = family;
        this.rounding = rounding;
        this.amount = BigMoney.zero(currency);
    }

    QuoteLine line() {
        return line;
    }

    /** The family of the product, if it has one. */
    @Nullable
    String family() {
        return family;
    }

    /** The list price. */
    BigMoney list() {
        return steps.get(0).output();
    }

    /** What the line costs so far. */
    BigMoney amount() {
        return amount;
    }

    /** What a settled line costs so far. */
    Money settled() {
        return amount.toMoney();
    }

    /**
     * Adds a step that is rounded at the level of the policy, where that is the unit or the line.
     *
     * <p>A line without one unit price for all its units (flat fees, packages, several tiers) has none to round: its discounts are
     * rounded by line.
     */
    void addRounded(PriceStepKind kind, String source, PriceChange change) {
        Optional<RoundingLevel> level = Optional.of(rounding.level())
                .filter(each -> each != RoundingLevel.TOTAL)
                .map(each -> steps.isEmpty() || hasUnitPrice() ? each : RoundingLevel.LINE);
        add(kind, Optional.of(source), change, level);
    }

    private boolean hasUnitPrice() {
        return steps.get(0).change() instanceof PriceChange.Charges list
                && list.charges().size() == 1
                && list.charges().get(0).flatFee().isEmpty()
                && list.charges().get(0).quantity().compareTo(line.quantity()) == 0;
    }

    /** Takes the line's share of a discount on the order off a settled line, unless it has none. */
    void discount(String rule, Money share) {
        if (!share.isZero()) {
            PriceChange off = new PriceChange.Amount(share.negated().toBigMoney());
            add(PriceStepKind.ORDER_RULE, Optional.of(rule), off, Optional.empty());
        }
    }

    /** Rounds the line, where that is still needed. */
    void settle() {
        BigMoney rounded = rounding.settle(amount).toBigMoney();
        if (!rounded.isEqual(amount)) {
            PriceChange nothing = new PriceChange.Amount(BigMoney.zero(amount.getCurrencyUnit()));
            add(PriceStepKind.SETTLEMENT, Optional.empty(), nothing, Optional.of(RoundingLevel.LINE));
        }
    }

    /** Sets the line to its part of the settled total, where it is not so already. */
    void settleAt(Money part) {
        BigMoney difference = part.toBigMoney().minus(amount);
        if (!difference.isZero()) {
            add(PriceStepKind.SETTLEMENT, Optional.empty(), new PriceChange.Amount(difference), Optional.empty());
        }
    }

    private void add(PriceStepKind kind, Optional<String> source, PriceChange change, Optional<RoundingLevel> level) {
        BigMoney output = level.map(each -> StepRounding.round(change, amount, line.quantity(), each, rounding))
                .orElseGet(() -> change.apply(amount));
        PriceStep.Builder step =
                PriceStep.builder().kind(kind).input(amount).change(change).output(output);
        source.ifPresent(step::source);
        level.ifPresent(step::rounding);
        steps.add(step.build());
        amount = output;
    }

    PricedLine toLine() {
        return PricedLine.builder()
                .id(line.id())
                .product(line.product())
                .quantity(line.quantity())
                .waterfall(new PriceWaterfall(line.quantity(), rounding, steps))
                .build();
    }
}
