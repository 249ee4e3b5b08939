package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/** An action that can be taken on a line, or says which lines it is about. */
final class CompiledAction {

    private final PriceAction action;
    private final Optional<Condition<LineDraft>> lines;
    private final Optional<Condition<LineDraft>> buy;

    CompiledAction(PriceAction action, RuleFields fields, Problems problems) {
        this.action = action;
        if (action instanceof PriceAction.BuyGet buyGet) {
            lines = buyGet.get().map(get -> compile(get, fields, problems.at("get")));
            buy = buyGet.buy().map(bought -> compile(bought, fields, problems.at("buy")));
        } else {
            lines = action.lines().map(filter -> compile(filter, fields, problems.at("lines")));
            buy = Optional.empty();
        }
    }

    private static Condition<LineDraft> compile(Criterion criterion, RuleFields fields, Problems here) {
        return Condition.compileWithoutParameters(criterion, fields.line(), here);
    }

    PriceAction action() {
        return action;
    }

    /** Whether it is about the line. */
    boolean touches(LineDraft line, Instant now) {
        return lines.isEmpty() || lines.get().matches(line, now);
    }

    /** Whether the line's units are bought. */
    boolean buys(LineDraft line, Instant now) {
        return buy.isEmpty() || buy.get().matches(line, now);
    }

    static String fieldOf(ScheduleMeasure measure) {
        return switch (measure) {
            case QUANTITY -> "quantity";
            case PRODUCT_QUANTITY -> "productQuantity";
            case FAMILY_QUANTITY -> "familyQuantity";
            case ORDER_QUANTITY -> "order.quantity";
            case TERM_MONTHS -> "termMonths";
            case LIST -> "list";
            case ORDER_LIST -> "order.list";
        };
    }

    /**
     * Takes the action on a line.
     *
     * @return whether it changed anything
     */
    boolean change(String rule, LineDraft line, boolean fromList) {
        if (action instanceof PriceAction.PercentOff off) {
            return percentOff(rule, line, off.percent(), off.mostUnits(), off.atMost(), fromList);
        } else if (action instanceof PriceAction.AmountOffUnit off) {
            return amountOffUnit(rule, line, off);
        } else if (action instanceof PriceAction.FirstThenOff off) {
            return amountOff(rule, line, firstThen(off, line.quantity()), false);
        } else if (action instanceof PriceAction.ScheduledOff off) {
            return scheduledOff(rule, line, off, fromList);
        } else if (action instanceof PriceAction.Markup markup) {
            return line.change(rule, new PriceChange.Percent(markup.percent()), true);
        } else if (action instanceof PriceAction.UnitPrice set) {
            TierCharge charge = TierCharge.of(line.quantity(), set.price());
            return line.change(rule, new PriceChange.Charges(List.of(charge)), true);
        }
        throw new IllegalStateException("no action on a line: " + action);
    }

    private static boolean percentOff(
            String rule,
            LineDraft line,
            BigDecimal percent,
            Optional<BigDecimal> mostUnits,
            Optional<BigMoney> atMost,
            boolean fromList) {
        boolean some = mostUnits.isPresent() && mostUnits.get().compareTo(line.quantity()) < 0;
        if (!some && !fromList && atMost.isEmpty()) {
            return line.change(rule, new PriceChange.Percent(percent.negate()), true);
        }
        BigMoney base = some ? untouched(line, mostUnits.get()) : fromList ? line.list() : line.amount();
        BigMoney off = base.multipliedBy(percent.movePointLeft(2));
        if (atMost.isPresent() && off.isGreaterThan(atMost.get())) {
            return amountOff(rule, line, atMost.get(), false);
        }
        return amountOff(rule, line, off, !some);
    }

    /** What so many units cost at list price, less all that was taken off the line. */
    private static BigMoney untouched(LineDraft line, BigDecimal units) {
        BigMoney taken = line.list().minus(line.amount());
        BigMoney left = line.unitList().multipliedBy(units).minus(taken);
        return left.isNegative() ? BigMoney.zero(left.getCurrencyUnit()) : left;
    }

    private static boolean amountOffUnit(String rule, LineDraft line, PriceAction.AmountOffUnit off) {
        BigDecimal most = off.mostUnits().orElse(line.quantity());
        BigDecimal units = line.quantity().min(most);
        BigMoney amount = off.amount().multipliedBy(units);
        boolean all = units.compareTo(line.quantity()) == 0;
        if (!all) {
            BigMoney left = untouched(line, units);
            return amountOff(rule, line, amount.isGreaterThan(left) ? left : amount, false);
        }
        return amountOff(rule, line, amount, true);
    }

    private static boolean amountOff(String rule, LineDraft line, BigMoney amount, boolean allUnits) {
        return line.change(rule, new PriceChange.Amount(amount.negated()), allUnits);
    }

    private static BigMoney firstThen(PriceAction.FirstThenOff off, BigDecimal quantity) {
        BigDecimal units = off.mostUnits().map(quantity::min).orElse(quantity);
        if (units.signum() == 0) {
            return BigMoney.zero(off.first().getCurrencyUnit());
        }
        BigDecimal further = units.subtract(BigDecimal.ONE).max(BigDecimal.ZERO);
        return off.first()
                .multipliedBy(units.min(BigDecimal.ONE))
                .plus(off.further().multipliedBy(further));
    }

    private static boolean scheduledOff(String rule, LineDraft line, PriceAction.ScheduledOff off, boolean fromList) {
        Optional<ScheduleStep> step = off.at(measure(off.by(), line));
        if (step.isEmpty()) {
            return false;
        }
        Optional<BigDecimal> percent = step.get().percent();
        return percent.isPresent()
                ? percentOff(rule, line, percent.get(), Optional.empty(), Optional.empty(), fromList)
                : amountOff(rule, line, step.get().amount().orElseThrow(), false);
    }

    private static BigDecimal measure(ScheduleMeasure by, LineDraft line) {
        return switch (by) {
            case QUANTITY -> line.quantity();
            case PRODUCT_QUANTITY -> line.order().productQuantity(line);
            case FAMILY_QUANTITY -> line.order().familyQuantity(line);
            case ORDER_QUANTITY -> line.order().quantity();
            case TERM_MONTHS -> {
                Integer months = line.termMonths();
                yield months == null ? BigDecimal.ZERO : BigDecimal.valueOf(months);
            }
            case LIST -> line.list().getAmount();
            case ORDER_LIST -> line.order().list().getAmount();
        };
    }
}
