package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.cpq.subscription.BilledPeriod;
import io.github.saleskit.cpq.subscription.BillingAnchor;
import io.github.saleskit.cpq.subscription.BillingCalendar;
import io.github.saleskit.cpq.subscription.BillingMode;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import io.github.saleskit.cpq.subscription.BillingPolicy;
import io.github.saleskit.cpq.subscription.StubMeasure;
import io.github.saleskit.cpq.subscription.Subscription;
import io.github.saleskit.cpq.subscription.SubscriptionEngine;
import io.github.saleskit.cpq.subscription.SubscriptionItem;
import io.github.saleskit.cpq.subscription.SubscriptionStep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** Cases of billing periods and terms. */
final class ProrationCases {

    private static final LocalDate ANY_DAY = LocalDate.of(2024, 1, 1);

    private ProrationCases() {}

    static Map<String, Object> answer(CaseInput input) {
        return input.has("term_months") ? term(input) : cycles(input);
    }

    /** A price for a term, sold for another: a subscription of one billing period as long as the term. */
    private static Map<String, Object> term(CaseInput input) {
        BigDecimal months = input.number("term_months");
        BigDecimal byDefault = input.number("default_term_months");
        CurrencyUnit currency = CurrencyUnit.of(input.text("currency", "USD"));
        BillingPeriod term = scaled(months, byDefault);
        Subscription sold = Subscription.builder()
                .id("case")
                .currency(currency)
                .starting(ANY_DAY)
                .lasting(term)
                .addItems(SubscriptionItem.of(
                        "line",
                        "product",
                        scaled(byDefault, months),
                        SubscriptionStep.of(ANY_DAY, 1, BigMoney.of(currency, input.number("list")))))
                .build();
        BillingPolicy policy =
                BillingPolicy.of(BillingCalendar.of(term, BillingAnchor.startDay(), BillingMode.IN_ADVANCE));
        BigDecimal price =
                SubscriptionEngine.compile(policy).schedule(sold).total().getAmount();
        BigDecimal multiplier = months.divide(byDefault, MathContext.DECIMAL128).stripTrailingZeros();
        return Map.of("prorate_multiplier", PriceCases.text(multiplier), "prorated_unit", PriceCases.text(price));
    }

    /** So many months, both terms multiplied alike until they are whole numbers: only their proportion counts. */
    private static BillingPeriod scaled(BigDecimal months, BigDecimal other) {
        int digits = Math.max(
                0,
                Math.max(
                        months.stripTrailingZeros().scale(),
                        other.stripTrailingZeros().scale()));
        return BillingPeriod.months(months.movePointRight(digits).intValueExact());
    }

    /** Kill Bill's conventions: parts before the first anchor are measured by a period counted back from their end. */
    private static Map<String, Object> cycles(CaseInput input) {
        BillingMode mode = BillingMode.valueOf(input.text("mode", "in_advance").toUpperCase(Locale.ROOT));
        LocalDate start = LocalDate.parse(input.text("start"));
        int day = input.number("bill_cycle_day", "" + start.getDayOfMonth()).intValueExact();
        Optional<LocalDate> end = input.has("end") ? Optional.of(LocalDate.parse(input.text("end"))) : Optional.empty();
        LocalDate target = LocalDate.parse(input.text("target"));
        BillingCalendar calendar = new BillingCalendar(
                period(input.text("period", "MONTHLY")), BillingAnchor.dayOfMonth(day), mode, StubMeasure.COUNTED_BACK);
        return new LinkedHashMap<>(Map.of("cycles", sum(calendar.billed(start, end, target))));
    }

    private static BillingPeriod period(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "DAILY" -> BillingPeriod.days(1);
            case "WEEKLY" -> BillingPeriod.weeks(1);
            case "BIWEEKLY" -> BillingPeriod.weeks(2);
            case "THIRTY_DAYS" -> BillingPeriod.days(30);
            case "THIRTY_ONE_DAYS" -> BillingPeriod.days(31);
            case "SIXTY_DAYS" -> BillingPeriod.days(60);
            case "NINETY_DAYS" -> BillingPeriod.days(90);
            case "MONTHLY" -> BillingPeriod.monthly();
            case "BIMESTRIAL" -> BillingPeriod.months(2);
            case "QUARTERLY" -> BillingPeriod.quarterly();
            case "TRIANNUAL" -> BillingPeriod.months(4);
            case "BIANNUAL" -> BillingPeriod.months(6);
            case "ANNUAL" -> BillingPeriod.yearly();
            case "SESQUIENNIAL" -> BillingPeriod.months(18);
            case "BIENNIAL" -> BillingPeriod.months(24);
            case "TRIENNIAL" -> BillingPeriod.months(36);
            default -> throw new IllegalArgumentException("the period " + name + " is not known");
        };
    }

    private static String sum(List<BilledPeriod> billed) {
        long whole = billed.stream().filter(BilledPeriod::isWhole).count();
        List<String> parts = new ArrayList<>();
        if (whole > 0) {
            parts.add("" + whole);
        }
        billed.stream()
                .filter(each -> !each.isWhole())
                .forEach(each -> parts.add(each.days() + "/" + each.daysInPeriod()));
        return parts.isEmpty() ? "0" : String.join(" + ", parts);
    }
}
