package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a price rule does: change the price of each line, or discount the order and share that among the lines.
 *
 * <p>No action makes a price negative or takes it below its floor: an amount above what is left takes only that. Where
 * an action has {@code lines}, a condition with the fields of a line, it touches only the lines that match.
 *
 * <p>Immutable and thread-safe. More actions may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PriceAction.PercentOff.class, name = "percentOff"),
    @JsonSubTypes.Type(value = PriceAction.AmountOffUnit.class, name = "amountOffUnit"),
    @JsonSubTypes.Type(value = PriceAction.FirstThenOff.class, name = "firstThenOff"),
    @JsonSubTypes.Type(value = PriceAction.ScheduledOff.class, name = "scheduledOff"),
    @JsonSubTypes.Type(value = PriceAction.Markup.class, name = "markup"),
    @JsonSubTypes.Type(value = PriceAction.UnitPrice.class, name = "unitPrice"),
    @JsonSubTypes.Type(value = PriceAction.OrderPercentOff.class, name = "orderPercentOff"),
    @JsonSubTypes.Type(value = PriceAction.OrderAmountOff.class, name = "orderAmountOff"),
    @JsonSubTypes.Type(value = PriceAction.BuyGet.class, name = "buyGet"),
    @JsonSubTypes.Type(value = PriceAction.AddLine.class, name = "addLine")
})
public sealed interface PriceAction extends StrictDocument {

    /** The currency of the amounts in it; empty where it names none. */
    default Optional<CurrencyUnit> currency() {
        return Optional.empty();
    }

    /** The condition on the lines it touches; all when absent. */
    default Optional<Criterion> lines() {
        return Optional.empty();
    }

    /** An action on each line by itself. */
    sealed interface OnLine extends PriceAction {}

    /** An action on the sum of all lines. */
    sealed interface OnOrder extends PriceAction {}

    /**
     * Takes a percentage off the line.
     *
     * @param percent of what the price is by then, from 0 to 100
     * @param mostUnits for how many units at most; then a percentage of what so many cost at list price, less all that
     *     was taken off the line before; above zero, for all when absent
     * @param atMost the most it takes off a line, not negative; without limit when absent
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PercentOff(
            @Required BigDecimal percent,
            Optional<BigDecimal> mostUnits,
            Optional<BigMoney> atMost,
            Optional<Criterion> lines)
            implements OnLine {
        public PercentOff {
            requireNonNull(percent, "percent");
        }

        /** Off all units of all lines. */
        public static PercentOff of(BigDecimal percent) {
            return new PercentOff(percent, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Off all units of all lines, but no more than an amount off each line. */
        public static PercentOff of(BigDecimal percent, BigMoney atMost) {
            return new PercentOff(percent, Optional.empty(), Optional.of(atMost), Optional.empty());
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return atMost.map(BigMoney::getCurrencyUnit);
        }
    }

    /**
     * Takes an amount off each unit.
     *
     * @param amount not negative
     * @param mostUnits for how many units at most; then never more than what so many cost at list price, less all that
     *     was taken off the line before; above zero, for all when absent
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AmountOffUnit(@Required BigMoney amount, Optional<BigDecimal> mostUnits, Optional<Criterion> lines)
            implements OnLine {
        public AmountOffUnit {
            requireNonNull(amount, "amount");
        }

        /** Off all units of all lines. */
        public static AmountOffUnit of(BigMoney amount) {
            return new AmountOffUnit(amount, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.getCurrencyUnit());
        }
    }

    /**
     * Takes one amount off the first unit of a line and another off each further unit.
     *
     * @param first not negative
     * @param further not negative, in the same currency
     * @param mostUnits how many units count at most; all when absent
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FirstThenOff(
            @Required BigMoney first,
            @Required BigMoney further,
            Optional<BigDecimal> mostUnits,
            Optional<Criterion> lines)
            implements OnLine {
        public FirstThenOff {
            requireNonNull(first, "first");
            requireNonNull(further, "further");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(first.getCurrencyUnit());
        }
    }

    /**
     * Takes off what a schedule states for a quantity, a term or a price: the step of the highest threshold that is
     * reached.
     *
     * @param by what the thresholds are compared with
     * @param steps ascending; below the first nothing is taken off
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ScheduledOff(@Required ScheduleMeasure by, List<ScheduleStep> steps, Optional<Criterion> lines)
            implements OnLine {
        public ScheduledOff {
            requireNonNull(by, "by");
            steps = steps == null ? List.of() : List.copyOf(steps);
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return steps.stream()
                    .flatMap(step -> step.amount().stream())
                    .map(BigMoney::getCurrencyUnit)
                    .findFirst();
        }

        /** The step for a measure; empty below the first. */
        Optional<ScheduleStep> at(BigDecimal measure) {
            Optional<ScheduleStep> reached = Optional.empty();
            for (ScheduleStep step : steps) {
                if (measure.compareTo(step.from()) >= 0) {
                    reached = Optional.of(step);
                }
            }
            return reached;
        }
    }

    /**
     * Adds a percentage to the line.
     *
     * @param percent of what the price is by then, not negative
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Markup(@Required BigDecimal percent, Optional<Criterion> lines) implements OnLine {
        public Markup {
            requireNonNull(percent, "percent");
        }

        /** On all lines. */
        public static Markup of(BigDecimal percent) {
            return new Markup(percent, Optional.empty());
        }
    }

    /**
     * Sets the price of each unit, whatever it was before.
     *
     * @param price not negative
     * @param lines which lines
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record UnitPrice(@Required BigMoney price, Optional<Criterion> lines) implements OnLine {
        public UnitPrice {
            requireNonNull(price, "price");
        }

        /** On all lines. */
        public static UnitPrice of(BigMoney price) {
            return new UnitPrice(price, Optional.empty());
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(price.getCurrencyUnit());
        }
    }

    /**
     * Takes a percentage off the sum of all lines; the discount is rounded once and shared among them.
     *
     * @param percent of what the sum is by then, from 0 to 100
     * @param atMost the most it takes, not negative; without limit when absent
     * @param lines whose sum, and among which it is shared
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OrderPercentOff(@Required BigDecimal percent, Optional<Money> atMost, Optional<Criterion> lines)
            implements OnOrder {
        public OrderPercentOff {
            requireNonNull(percent, "percent");
        }

        /** Off all lines, without limit. */
        public static OrderPercentOff of(BigDecimal percent) {
            return new OrderPercentOff(percent, Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return atMost.map(Money::getCurrencyUnit);
        }
    }

    /**
     * Takes an amount off the sum of all lines, shared among them.
     *
     * @param amount not negative
     * @param lines among which it is shared
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OrderAmountOff(@Required Money amount, Optional<Criterion> lines) implements OnOrder {
        public OrderAmountOff {
            requireNonNull(amount, "amount");
        }

        /** Off all lines. */
        public static OrderAmountOff of(Money amount) {
            return new OrderAmountOff(amount, Optional.empty());
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return Optional.of(amount.getCurrencyUnit());
        }
    }

    /**
     * Gives units away, or cheaper, when others are bought: buy two, get one free.
     *
     * <p>The units that are bought pay their price: the dearest ones first, and none of them is given in the same lot.
     * Units are given only in full lots; of a lot that cannot be filled, none. Over all rules no unit opens two lots
     * and none is given twice. A rule that is {@linkplain Exclusive#ON_LINE exclusive on lines} takes the lines of
     * bought and given units for itself.
     *
     * @param buy which lines are bought
     * @param buyUnits how many units of them open one lot, above zero
     * @param get which lines are given
     * @param getUnits how many units a lot gives, above zero
     * @param percent off the list price of the units that are given, from 0 to 100; all of it when this and amount are
     *     absent
     * @param amount off the list price of each unit that is given, instead of a percentage; at most that price, not
     *     negative
     * @param mostLots how often it is done at most; as often as possible when absent
     * @param pick which units are given; the cheapest when absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record BuyGet(
            Optional<Criterion> buy,
            @Required BigDecimal buyUnits,
            Optional<Criterion> get,
            @Required BigDecimal getUnits,
            Optional<BigDecimal> percent,
            Optional<BigMoney> amount,
            Optional<Integer> mostLots,
            Optional<FreePick> pick)
            implements OnOrder {
        public BuyGet {
            requireNonNull(buyUnits, "buyUnits");
            requireNonNull(getUnits, "getUnits");
        }

        @Override
        public Optional<CurrencyUnit> currency() {
            return amount.map(BigMoney::getCurrencyUnit);
        }

        /** What is taken off a unit of this price. */
        BigMoney off(BigMoney price) {
            BigDecimal share = percent.orElse(BigDecimal.valueOf(100)).movePointLeft(2);
            return amount.map(most -> most.isGreaterThan(price) ? price : most)
                    .orElseGet(() -> price.multipliedBy(share));
        }
    }

    /**
     * Adds a line to the quote, before anything is priced. Conditions see the lines of the quote itself, so that a rule
     * can never answer to a line that was added; each rule adds its line once.
     *
     * @param product id of the product
     * @param quantity how much of it
     */
    record AddLine(@Required String product, @Required BigDecimal quantity) implements OnOrder {
        public AddLine {
            requireNonNull(product, "product");
            requireNonNull(quantity, "quantity");
        }
    }
}
