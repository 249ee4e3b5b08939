package io.github.saleskit.core.money;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How and where exact amounts are rounded.
 *
 * <pre>{@code
 * RoundingPolicy policy = RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.LINE)
 *         .withCashIncrement(Money.parse("CHF 0.05"));
 * policy.settle(BigMoney.parse("CHF 8.925"));     // CHF 8.93: the minor unit of the currency
 * policy.toCash(Money.parse("CHF 8.93"));         // CHF 8.95: what can be paid in coins
 * }</pre>
 *
 * <p>The minor unit is that of the currency: 2 decimals for EUR, none for JPY, 3 for KWD.
 *
 * <p>Immutable and thread-safe.
 *
 * @param mode how ties and fractions are rounded
 * @param level at which level exact prices become whole minor units
 * @param cashIncrements the smallest payable step for currencies where that is not the minor unit, one a currency,
 *     above zero
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RoundingPolicy(
        @Required RoundingMode mode,
        @Required RoundingLevel level,
        @Complete List<Money> cashIncrements) implements StrictDocument {

    private static final RoundingPolicy HALF_UP_BY_LINE = of(RoundingMode.HALF_UP, RoundingLevel.LINE);

    public RoundingPolicy {
        requireNonNull(mode, "mode");
        requireNonNull(level, "level");
        cashIncrements = cashIncrements == null ? List.of() : List.copyOf(cashIncrements);
    }

    /** The usual choice: half up, each line, no cash increments. */
    public static RoundingPolicy halfUpByLine() {
        return HALF_UP_BY_LINE;
    }

    /** A policy without cash increments. */
    public static RoundingPolicy of(RoundingMode mode, RoundingLevel level) {
        return new RoundingPolicy(mode, level, List.of());
    }

    /** The same policy where amounts of the increment's currency are payable in its multiples only. */
    public RoundingPolicy withCashIncrement(Money increment) {
        List<Money> others = cashIncrements.stream()
                .filter(other -> !other.getCurrencyUnit().equals(increment.getCurrencyUnit()))
                .toList();
        List<Money> all = new ArrayList<>(others);
        all.add(increment);
        return new RoundingPolicy(mode, level, all);
    }

    /**
     * Reports what makes this policy unusable: increments of zero or below, or two for a currency.
     *
     * <p>For engines whose definition holds a policy.
     */
    public void check(Problems problems) {
        Set<CurrencyUnit> seen = new HashSet<>();
        for (int i = 0; i < cashIncrements.size(); i++) {
            Money increment = cashIncrements.get(i);
            Problems here = problems.at("cashIncrements", i);
            if (!increment.isPositive()) {
                here.report("increment.notPositive", increment.toString(), "a cash increment must be above zero");
            }
            if (!seen.add(increment.getCurrencyUnit())) {
                here.report(
                        "increment.duplicate",
                        increment.toString(),
                        "there is already a cash increment for " + increment.getCurrencyUnit());
            }
        }
    }

    /**
     * The amount in whole minor units.
     *
     * @throws IllegalArgumentException when it is no whole number of them and the mode is
     *     {@link RoundingMode#UNNECESSARY}
     */
    public Money settle(BigMoney amount) {
        if (mode == RoundingMode.UNNECESSARY && !isSettled(amount)) {
            throw new IllegalArgumentException("amount is " + amount + ", but must be a whole number of minor units of "
                    + amount.getCurrencyUnit() + " because the rounding mode is UNNECESSARY.");
        }
        return amount.toMoney(mode);
    }

    private static boolean isSettled(BigMoney amount) {
        return amount.getAmount().stripTrailingZeros().scale()
                <= amount.getCurrencyUnit().getDecimalPlaces();
    }

    /**
     * The amount in whole cash increments of its currency; the amount itself where there is no increment.
     *
     * @throws IllegalArgumentException when it is no multiple of the increment and the mode is
     *     {@link RoundingMode#UNNECESSARY}
     */
    public Money toCash(Money amount) {
        Optional<Money> increment = cashIncrements.stream()
                .filter(each -> each.getCurrencyUnit().equals(amount.getCurrencyUnit()))
                .findFirst();
        return increment.map(each -> toMultiple(amount, each)).orElse(amount);
    }

    private Money toMultiple(Money amount, Money increment) {
        BigDecimal step = increment.getAmount();
        if (mode == RoundingMode.UNNECESSARY
                && amount.getAmount().remainder(step).signum() != 0) {
            throw new IllegalArgumentException("amount is " + amount + ", but must be a multiple of " + increment
                    + " because the rounding mode is UNNECESSARY.");
        }
        BigDecimal steps = amount.getAmount().divide(step, 0, mode);
        return Money.of(amount.getCurrencyUnit(), steps.multiply(step));
    }
}
