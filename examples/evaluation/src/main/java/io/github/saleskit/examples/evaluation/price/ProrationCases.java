package io.github.saleskit.examples.evaluation.price;

import io.github.saleskit.cpq.subscription.BilledPeriod;
import io.github.saleskit.cpq.subscription.BillingCalendar;
import io.github.saleskit.cpq.subscription.BillingMode;
import io.github.saleskit.cpq.subscription.BillingPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Cases of billing periods and terms. */
final class ProrationCases {

    private ProrationCases() {}

    static Map<String, Object> answer(CaseInput input) {
        return input.has("term_months") ? term(input) : cycles(input);
    }

    /** A price for a term, sold for another: in proportion to the months. */
    private static Map<String, Object> term(CaseInput input) {
        BigDecimal months = input.number("term_months");
        BigDecimal byDefault = input.number("default_term_months");
        int digits = CurrencyUnit.of(input.text("currency", "USD")).getDecimalPlaces();
        BigDecimal price = input.number("list").multiply(months).divide(byDefault, digits, RoundingMode.HALF_UP);
        BigDecimal multiplier = months.divide(byDefault, MathContext.DECIMAL128).stripTrailingZeros();
        return Map.of("prorate_multiplier", PriceCases.text(multiplier), "prorated_unit", PriceCases.text(price));
    }

    private static Map<String, Object> cycles(CaseInput input) {
        BillingPeriod period =
                BillingPeriod.valueOf(input.text("period", "MONTHLY").toUpperCase(Locale.ROOT));
        BillingMode mode = BillingMode.valueOf(input.text("mode", "in_advance").toUpperCase(Locale.ROOT));
        LocalDate start = LocalDate.parse(input.text("start"));
        int day = input.number("bill_cycle_day", "" + start.getDayOfMonth()).intValueExact();
        Optional<LocalDate> end = input.has("end") ? Optional.of(LocalDate.parse(input.text("end"))) : Optional.empty();
        LocalDate target = LocalDate.parse(input.text("target"));
        List<BilledPeriod> billed = new BillingCalendar(period, day, mode).billed(start, end, target);
        return new LinkedHashMap<>(Map.of("cycles", sum(billed)));
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
