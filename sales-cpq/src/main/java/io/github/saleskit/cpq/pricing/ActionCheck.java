package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Finds what is wrong with the actions of rules. */
final class ActionCheck {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Set<String> products;
    private final Set<CurrencyUnit> currencies;

    /**
     * For actions of a plan.
     *
     * @param products ids of those in the catalogue
     * @param currencies those of the price books
     */
    ActionCheck(Set<String> products, Set<CurrencyUnit> currencies) {
        this.products = products;
        this.currencies = currencies;
    }

    /** Reports what is wrong with an action. */
    void check(PriceAction action, Problems here) {
        if (action instanceof PriceAction.PercentOff off) {
            checkPercent(off.percent(), here.at("percent"));
            off.mostUnits().ifPresent(most -> checkPositive(most, here.at("mostUnits")));
            off.atMost().ifPresent(most -> checkAmount(most, here.at("atMost")));
        } else if (action instanceof PriceAction.AmountOffUnit off) {
            checkAmount(off.amount(), here.at("amount"));
            off.mostUnits().ifPresent(most -> checkPositive(most, here.at("mostUnits")));
        } else if (action instanceof PriceAction.UnitPrice set) {
            checkAmount(set.price(), here.at("price"));
        } else if (action instanceof PriceAction.FirstThenOff off) {
            checkAmount(off.first(), here.at("first"));
            checkAmount(off.further(), here.at("further"));
            checkSameCurrency(off, off.further(), here.at("further"));
            off.mostUnits().ifPresent(most -> checkPositive(most, here.at("mostUnits")));
        } else if (action instanceof PriceAction.Markup markup) {
            checkNotNegative(markup.percent(), here.at("percent"));
        } else if (action instanceof PriceAction.ScheduledOff off) {
            checkSchedule(off, here.at("steps"));
        } else {
            checkOrderAction(action, here);
        }
    }

    private void checkOrderAction(PriceAction action, Problems here) {
        if (action instanceof PriceAction.OrderPercentOff off) {
            checkPercent(off.percent(), here.at("percent"));
            off.atMost().ifPresent(most -> checkAmount(most.toBigMoney(), here.at("atMost")));
        } else if (action instanceof PriceAction.OrderAmountOff off) {
            checkAmount(off.amount().toBigMoney(), here.at("amount"));
        } else if (action instanceof PriceAction.BuyGet lot) {
            checkPositive(lot.buyUnits(), here.at("buyUnits"));
            checkPositive(lot.getUnits(), here.at("getUnits"));
            lot.percent().ifPresent(percent -> checkPercent(percent, here.at("percent")));
            lot.amount().ifPresent(amount -> checkAmount(amount, here.at("amount")));
            if (lot.percent().isPresent() && lot.amount().isPresent()) {
                here.at("amount").report("buyGet.amount", lot.amount().get().toString(), "there is a percent, too");
            }
            lot.mostLots().ifPresent(most -> checkPositive(BigDecimal.valueOf(most), here.at("mostLots")));
        } else if (action instanceof PriceAction.AddLine line) {
            checkPositive(line.quantity(), here.at("quantity"));
            if (!products.contains(line.product())) {
                here.at("product").report("product.unknown", line.product(), "there is no such product");
            }
        }
    }

    private void checkSchedule(PriceAction.ScheduledOff off, Problems here) {
        BigDecimal before = null;
        for (int i = 0; i < off.steps().size(); i++) {
            ScheduleStep step = off.steps().get(i);
            Problems at = here.at(i);
            if (NumberSize.check(step.from(), at.at("from"))) {
                if (before != null && step.from().compareTo(before) <= 0) {
                    at.at("from")
                            .report("steps.notAscending", step.from().toString(), "it is not above the step before");
                }
                before = step.from();
            }
            if (step.percent().isPresent() == step.amount().isPresent()) {
                at.report("step.amount", null, "a step must have either percent or amount");
            }
            step.percent().ifPresent(percent -> checkPercent(percent, at.at("percent")));
            step.amount().ifPresent(amount -> {
                checkAmount(amount, at.at("amount"));
                checkSameCurrency(off, amount, at.at("amount"));
            });
        }
    }

    private static void checkSameCurrency(PriceAction action, BigMoney amount, Problems here) {
        action.currency()
                .filter(currency -> !currency.equals(amount.getCurrencyUnit()))
                .ifPresent(currency -> here.report(
                        "rule.currencies", amount.toString(), "another amount of the same action is in " + currency));
    }

    static void checkPercent(BigDecimal percent, Problems here) {
        if (NumberSize.check(percent, here) && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            here.report("percent.range", percent.toString(), "a percentage off must be from 0 to 100");
        }
    }

    private static void checkPositive(BigDecimal number, Problems here) {
        if (NumberSize.check(number, here) && number.signum() <= 0) {
            here.report("number.notPositive", number.toString(), "it must be above zero");
        }
    }

    static void checkNotNegative(BigDecimal number, Problems here) {
        if (NumberSize.check(number, here) && number.signum() < 0) {
            here.report("number.negative", number.toString(), "it must not be negative");
        }
    }

    private void checkAmount(BigMoney amount, Problems here) {
        ModelCheck.checkAmount(amount, Optional.empty(), here);
        if (!currencies.contains(amount.getCurrencyUnit())) {
            here.report(
                    "rule.currency",
                    amount.toString(),
                    "no price book is in " + amount.getCurrencyUnit() + ", so the" + " rule can never apply");
        }
    }
}
