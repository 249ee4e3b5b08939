package io.github.saleskit.cpq.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that vendors of billing systems publish in their manuals and tests. */
class PublishedProrationTest {

    private static BillingPolicy policy(BillingPeriod period, BillingAnchor anchor, BillingMode mode) {
        return BillingPolicy.of(BillingCalendar.of(period, anchor, mode));
    }

    private static Subscription seat(String start, String until, String price) {
        LocalDate first = LocalDate.parse(start);
        BigMoney unit = BigMoney.parse(price);
        return Subscription.builder()
                .id("S")
                .currency(unit.getCurrencyUnit())
                .starting(first)
                .until(Moment.parse(until))
                .addItems(
                        SubscriptionItem.of("L", "plan", BillingPeriod.monthly(), SubscriptionStep.of(first, 1, unit)))
                .build();
    }

    private static List<String> amounts(List<ScheduledCharge> charges) {
        return charges.stream().map(each -> each.amount().toString()).toList();
    }

    /** docs.stripe.com, "Prorations": from 10 to 20 USD halfway costs 5 USD more. */
    @Test
    void stripeUpgradeHalfwayBySeconds() {
        BillingPolicy policy = policy(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ADVANCE)
                .withProration(Proration.SECONDS)
                .withZone(ZoneOffset.UTC);
        Amendment halfway = new Amendment(
                1,
                "A",
                Moment.of(LocalDateTime.of(2026, 1, 16, 12, 0)),
                List.of(new SubscriptionChange.SetPrice("L", new PriceModel.PerUnit(BigMoney.parse("USD 20")))));
        AmendedSubscription amended =
                SubscriptionEngine.compile(policy).amend(seat("2026-01-01", "2026-02-01", "USD 10"), halfway);
        assertThat(amounts(amended.deltas())).containsExactly("USD -5.00", "USD 10.00");
        assertThat(amended.total()).isEqualTo(Money.parse("USD 5.00"));
    }

    /**
     * chargebee.com, "Proration", example 1: USD 60 down to 30 on 21 April, 20 of 30 days used: credit 20, charge 10.
     */
    @Test
    void chargebeeDowngradeByDays() {
        AmendedSubscription amended = SubscriptionEngine.compile(
                        policy(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ADVANCE))
                .amend(
                        seat("2012-04-01", "2012-05-01", "USD 60"),
                        Amendment.of(
                                "A",
                                LocalDate.of(2012, 4, 21),
                                new SubscriptionChange.SwapProduct(
                                        "L", "M", "small", new PriceModel.PerUnit(BigMoney.parse("USD 30")))));
        assertThat(amounts(amended.deltas())).containsExactly("USD -20.00", "USD 10.00");
    }

    /** getlago.com, "Upgrades and downgrades": EUR 100 in arrears by calendar, upgraded to 200 on 15 January. */
    @Test
    void lagoUpgradeInArrears() {
        SubscriptionEngine engine = SubscriptionEngine.compile(
                policy(BillingPeriod.monthly(), BillingAnchor.calendar(), BillingMode.IN_ARREAR));
        AmendedSubscription amended = engine.amend(
                seat("2026-01-01", "2026-02-01", "EUR 100"),
                Amendment.of(
                        "A",
                        LocalDate.of(2026, 1, 15),
                        new SubscriptionChange.SetPrice("L", new PriceModel.PerUnit(BigMoney.parse("EUR 200")))));
        assertThat(amounts(engine.schedule(amended.subscription()).charges()))
                .containsExactly("EUR 45.16", "EUR 109.68");
    }

    /**
     * docs.zuora.com, "Prorating - 30 days or actual days": the table of three options; ends are given inclusive there.
     */
    @ParameterizedTest
    @CsvSource({
        "2021-01-27, 2021-02-01, ACTUAL_DAYS, 5/31",
        "2021-01-27, 2021-02-01, ACTUAL_DAYS_OF_30, 5/30",
        "2021-01-27, 2021-02-01, THIRTY_360_EUROPEAN, 4/30",
        "2021-02-27, 2021-03-01, ACTUAL_DAYS, 2/28",
        "2021-02-27, 2021-03-01, ACTUAL_DAYS_OF_30, 2/30",
        "2021-02-27, 2021-03-01, THIRTY_360_EUROPEAN, 4/30",
        "2020-02-01, 2020-03-01, ACTUAL_DAYS, 29/29",
        "2020-02-01, 2020-03-01, THIRTY_360_EUROPEAN, 30/30",
        "2021-04-21, 2021-04-30, ACTUAL_DAYS, 9/30",
        "2021-04-21, 2021-04-30, ACTUAL_DAYS_OF_30, 9/30",
        "2021-04-21, 2021-04-30, THIRTY_360_EUROPEAN, 9/30"
    })
    void zuoraOptions(String from, String until, Proration proration, String share) {
        BillingSchedule schedule = SubscriptionEngine.compile(
                        policy(BillingPeriod.monthly(), BillingAnchor.calendar(), BillingMode.IN_ADVANCE)
                                .withProration(proration))
                .schedule(seat(from, until, "USD 100"));
        assertThat(schedule.charges())
                .extracting(each -> each.share().toString())
                .containsExactly(share);
    }

    /**
     * knowledgecenter.zuora.com, "Calculating Total Amount with Partial Period Proration": USD 100 a month, billed on
     * the 15th.
     */
    @ParameterizedTest
    @CsvSource({"ACTUAL_DAYS_OF_30, USD 46.67", "ACTUAL_DAYS, USD 45.16"})
    void zuoraPartialMonth(Proration proration, String first) {
        BillingSchedule schedule = SubscriptionEngine.compile(
                        policy(BillingPeriod.monthly(), BillingAnchor.dayOfMonth(15), BillingMode.IN_ADVANCE)
                                .withProration(proration))
                .schedule(seat("2018-01-01", "2018-02-15", "USD 100"));
        assertThat(amounts(schedule.charges())).containsExactly(first, "USD 100.00");
    }

    /** The same, a quarter by months first: two full months and 16 of 31 days. */
    @Test
    void zuoraMonthsFirst() {
        BillingSchedule schedule = SubscriptionEngine.compile(
                        policy(BillingPeriod.quarterly(), BillingAnchor.calendar(), BillingMode.IN_ADVANCE)
                                .withProration(Proration.MONTHS_AND_DAYS))
                .schedule(seat("2018-01-16", "2018-04-01", "USD 100"));
        assertThat(amounts(schedule.charges())).containsExactly("USD 251.61");
    }

    /** help.salesforce.com, "Monthly proration examples", 1: 8/31 + 10 terms of USD 90 are 923.23. */
    @Test
    void salesforceDayOfPeriod() {
        BillingSchedule schedule = SubscriptionEngine.compile(
                        policy(BillingPeriod.monthly(), BillingAnchor.dayOfMonth(5), BillingMode.IN_ADVANCE))
                .schedule(seat("2025-03-28", "2026-02-05", "USD 90"));
        assertThat(schedule.charges()).hasSize(11);
        assertThat(schedule.charges().get(0).share()).isEqualTo(new PeriodShare(8, 31));
        assertThat(schedule.total()).isEqualTo(Money.parse("USD 923.23"));
    }

    /** trailhead.salesforce.com, "Date fields and proration": USD 30 for 12 months, sold for 24; and for half of it. */
    @ParameterizedTest
    @CsvSource({"24, USD 60.00", "6, USD 15.00", "35, USD 87.50"})
    void salesforceTerms(int months, Money total) {
        assertThat(soldFor(BillingPeriod.months(months), BillingPeriod.yearly(), "USD 30"))
                .isEqualTo(total);
    }

    /** What a unit costs that is sold for a term, at a price for a period. */
    private static Money soldFor(BillingPeriod term, BillingPeriod per, String price) {
        LocalDate start = LocalDate.of(2017, 1, 1);
        Subscription sold = Subscription.builder()
                .id("S")
                .currency(CurrencyUnit.USD)
                .starting(start)
                .lasting(term)
                .addItems(SubscriptionItem.of(
                        "L", "passwords", per, SubscriptionStep.of(start, 1, BigMoney.parse(price))))
                .build();
        return SubscriptionEngine.compile(policy(term, BillingAnchor.startDay(), BillingMode.IN_ADVANCE))
                .schedule(sold)
                .total();
    }

    /**
     * Kill Bill's invoice tests: leading, trailing and double proration, by month, quarter and year, and parts that
     * stand alone.
     */
    @ParameterizedTest
    @CsvSource({
        "P1M, 13, 2011-02-01, , 2011-04-13, 12/31 28/28 31/31 30/30",
        "P1M, 1, 2011-02-01, 2011-02-14, 2011-03-01, 13/28",
        "P3M, 17, 2010-06-17, 2010-09-25, 2010-06-20, 92/92",
        "P3M, 17, 2010-06-17, 2010-09-25, 2010-09-17, 92/92 8/91",
        "P1Y, 17, 2010-06-17, 2011-06-25, 2011-06-18, 365/365 8/366"
    })
    void killBillCycles(String period, int day, LocalDate start, LocalDate end, LocalDate target, String parts) {
        BillingCalendar calendar = new BillingCalendar(
                BillingPeriod.parse(period),
                BillingAnchor.dayOfMonth(day),
                BillingMode.IN_ADVANCE,
                StubMeasure.COUNTED_BACK);
        assertThat(calendar.billed(start, Optional.ofNullable(end), target))
                .extracting(each -> each.days() + "/" + each.daysInPeriod())
                .containsExactly(parts.split(" "));
    }

    /** ISDA 2006, 4.16 (f) to (h): the same stretch of a half year by the three rules and by actual days. */
    @ParameterizedTest
    @CsvSource({
        "THIRTY_360_US, 2026-02-28, 28/180",
        "THIRTY_360_EUROPEAN, 2026-02-28, 28/180",
        "THIRTY_360_ISDA, 2026-02-28, 30/180",
        "THIRTY_360_US, 2026-05-31, 120/180",
        "THIRTY_360_EUROPEAN, 2026-03-31, 60/180",
        "ACTUAL_DAYS, 2026-02-28, 28/181"
    })
    void rulesOfThirtyDaysDiffer(Proration proration, LocalDate until, String share) {
        BillingPolicy policy = policy(
                        BillingPeriod.months(6), BillingAnchor.date(LocalDate.of(2026, 1, 31)), BillingMode.IN_ADVANCE)
                .withProration(proration);
        BillingSchedule schedule =
                SubscriptionEngine.compile(policy).schedule(seat("2026-01-31", until.toString(), "EUR 10"));
        assertThat(schedule.charges())
                .extracting(each -> each.share().toString())
                .containsExactly(share);
    }

    @Test
    void theProportionOfTermsIsExact() {
        Subscription sold = seat("2024-01-01", "2024-02-01", "EUR 100")
                .withItems(SubscriptionItem.of(
                        "L",
                        "plan",
                        BillingPeriod.months(7),
                        SubscriptionStep.of(
                                LocalDate.of(2024, 1, 1),
                                BigDecimal.ONE,
                                new PriceModel.PerUnit(BigMoney.parse("EUR 0.035")))));
        assertThat(SubscriptionEngine.compile(
                                policy(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ADVANCE))
                        .schedule(sold)
                        .total())
                .isEqualTo(Money.parse("EUR 0.01"));
    }

    /** Salesforce CPQ, "Subscription prorate precision", by day: 830 days of a price for 365 count 2.2740 times. */
    @Test
    void salesforceTermsOfDays() {
        assertThat(soldFor(BillingPeriod.days(830), BillingPeriod.days(365), "USD 100"))
                .isEqualTo(Money.parse("USD 227.40"));
    }
}
