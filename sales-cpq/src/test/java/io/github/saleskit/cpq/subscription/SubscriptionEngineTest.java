package io.github.saleskit.cpq.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.money.ZeroWeights;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.cpq.pricing.PriceModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionEngineTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final BillingPolicy MONTHLY = BillingPolicy.of(
            BillingCalendar.of(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ADVANCE));
    private static final SubscriptionEngine ENGINE = SubscriptionEngine.compile(MONTHLY);

    /** 10 seats at EUR 30 a month, 20 in the second year; support for EUR 1,000 a year; EUR 500 once. */
    private static final Subscription DEAL = Subscription.builder()
            .id("S-1")
            .customer("C-7")
            .currency(CurrencyUnit.EUR)
            .starting(START)
            .lasting(BillingPeriod.months(24))
            .addItems(
                    SubscriptionItem.of(
                            "seats",
                            "crm",
                            BillingPeriod.monthly(),
                            SubscriptionStep.of(START, 10, BigMoney.parse("EUR 30")),
                            SubscriptionStep.of(START.plusYears(1), 20, BigMoney.parse("EUR 30"))),
                    SubscriptionItem.of(
                                    "support",
                                    "support",
                                    BillingPeriod.yearly(),
                                    SubscriptionStep.of(START, 1, BigMoney.parse("EUR 1000")))
                            .withBilling(BillingPeriod.yearly()),
                    SubscriptionItem.once("setup", "setup", START, 1, BigMoney.parse("EUR 500")))
            .build();

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static List<String> texts(List<ScheduledCharge> charges) {
        return charges.stream()
                .map(each ->
                        each.due() + " " + each.item() + " " + each.from() + ".." + each.until() + " " + each.amount())
                .toList();
    }

    @Test
    void aRampIsChargedStepByStep() {
        BillingSchedule schedule = ENGINE.schedule(DEAL);
        assertThat(schedule.charges()).hasSize(24 + 2 + 1);
        assertThat(schedule.total()).isEqualTo(Money.parse("EUR 13300.00"));
        assertThat(schedule.dueBy(START)).isEqualTo(Money.parse("EUR 1800.00"));
        assertThat(schedule.dueDays()).hasSize(24).containsEntry(START.plusYears(1), Money.parse("EUR 1600.00"));
        assertThat(schedule.reasons().get(1).text(Locale.ENGLISH))
                .isEqualTo("seats: 10 x crm from 2026-01-01 until 2026-02-01 (31/31 of a period) costs EUR 300.00,"
                        + " due on 2026-01-01.");
        assertThat(schedule.reasons().get(0).text(Locale.JAPANESE)).contains("S-1", "EUR 13300.00");
    }

    @Test
    void theUsualFiguresFollowFromTheSchedule() {
        SubscriptionValue value = ENGINE.value(DEAL, Moment.of(START));
        assertThat(value.mrr()).isEqualTo(Money.parse("EUR 383.33"));
        assertThat(value.arr()).isEqualTo(Money.parse("EUR 4600.00"));
        assertThat(value.once()).contains(Money.parse("EUR 500.00"));
        assertThat(value.tcv()).contains(Money.parse("EUR 13300.00"));
        assertThat(value.acv()).contains(Money.parse("EUR 6400.00"));
        assertThat(ENGINE.value(DEAL, Moment.of(START.plusYears(1))).mrr()).isEqualTo(Money.parse("EUR 683.33"));
        assertThat(ENGINE.value(DEAL, Moment.of(START.plusYears(2))).mrr()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void anEvergreenSubscriptionNeedsAHorizon() {
        Subscription evergreen = DEAL.withUntil(Optional.empty());
        assertThatThrownBy(() -> ENGINE.schedule(evergreen)).hasMessageContaining("Maybe give a horizon?");
        assertThat(ENGINE.schedule(evergreen, LocalDate.of(2026, 2, 2)).total()).isEqualTo(Money.parse("EUR 2100.00"));
        assertThat(ENGINE.value(evergreen, Moment.of(START)).tcv()).isEmpty();
        assertThat(ENGINE.value(evergreen, Moment.of(START), START.plusYears(1)).tcv())
                .contains(Money.parse("EUR 5100.00"));
        assertThat(ENGINE.value(evergreen, Moment.of(START)).reasons())
                .extracting(each -> each.code())
                .contains("cpq.subscription.evergreen");
    }

    @Test
    void aTrialIsFreeAndMovesTheAnchor() {
        Subscription trial = DEAL.withTrialUntil(Moment.of(LocalDate.of(2026, 1, 15)));
        BillingSchedule schedule = ENGINE.schedule(trial, LocalDate.of(2026, 2, 15));
        assertThat(texts(schedule.charges())).contains("2026-01-15 seats 2026-01-15..2026-02-15 EUR 300.00");
        assertThat(ENGINE.value(trial, Moment.of(START)).mrr()).isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void seatsAddedInTheMiddleOfAMonthPayForTheRestOfIt() {
        AmendedSubscription amended = ENGINE.amend(
                DEAL,
                Amendment.of("A", LocalDate.of(2026, 2, 15), new SubscriptionChange.AddQuantity("seats", number("4"))));
        assertThat(texts(amended.deltas()).subList(0, 4))
                .containsExactly(
                        "2026-02-15 seats 2026-02-15..2026-03-01 EUR -150.00",
                        "2026-02-15 seats 2026-02-15..2026-03-01 EUR 210.00",
                        "2026-03-01 seats 2026-03-01..2026-04-01 EUR -300.00",
                        "2026-03-01 seats 2026-03-01..2026-04-01 EUR 420.00");
        assertThat(amended.subscription().item("seats").steps())
                .extracting(each -> each.quantity().intValue())
                .containsExactly(10, 14, 24);
        assertThat(amended.total()).isEqualTo(Money.parse("EUR 2700.00"));
        assertThat(amended.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("seats changes on 2026-02-15: quantity from 10 to 14, price from EUR 300 to EUR 420.");
    }

    @ParameterizedTest
    @CsvSource({
        "PRORATED, 2026-02-15, EUR -150.00",
        "NONE, 2026-03-01, EUR 0.00",
        "WHOLE_PERIOD, 2026-02-01, EUR -300.00"
    })
    void whatIsCancelledIsCreditedByPolicy(CreditPolicy credit, String end, Money ofFebruary) {
        Subscription seats = DEAL.withItems(DEAL.items().get(0));
        AmendedSubscription cancelled = ENGINE.cancel(seats, Cancellation.of(LocalDate.of(2026, 2, 15), credit));
        assertThat(cancelled.subscription().item("seats").until()).contains(Moment.parse(end));
        Money february = cancelled.deltas().stream()
                .filter(each -> each.from().isBefore(Moment.parse("2026-03-01")))
                .map(ScheduledCharge::amount)
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        assertThat(february).isEqualTo(ofFebruary);
        assertThat(ENGINE.schedule(seats).total().plus(cancelled.total()))
                .isEqualTo(ENGINE.schedule(cancelled.subscription()).total());
    }

    /** 24 periods of EUR 310, of which 14 and 17 of 31 days are left: a tenth of all that falls away is a fee. */
    @Test
    void whoEndsBeforeTheTermDoesMayPayAFee() {
        Subscription seats = monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 310")));
        Cancellation cancellation = Cancellation.of(START.plusDays(14)).withFeePercent(BigDecimal.TEN);
        AmendedSubscription cancelled = ENGINE.cancel(seats, cancellation);
        Money lost = ENGINE.schedule(seats).total().minus(Money.parse("EUR 140.00"));
        assertThat(cancelled.total()).isEqualTo(lost.negated());
        assertThat(cancelled.fee()).contains(lost.dividedBy(10, RoundingMode.HALF_UP));
        assertThat(cancelled.reasons().get(cancelled.reasons().size() - 1).code())
                .isEqualTo("cpq.subscription.terminationFee");
        JsonLine.assertRoundTrip(cancelled, AmendedSubscription.class);
        JsonLine.assertRoundTrip(cancellation, Cancellation.class);
        Cancellation later = Cancellation.atEndOfTerm(START.plusDays(14)).withFeePercent(BigDecimal.TEN);
        assertThat(ENGINE.cancel(seats, later).fee()).isEmpty();
        assertThatThrownBy(() -> ENGINE.cancel(seats, cancellation.withFeePercent(new BigDecimal(101))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feePercent is 101");
    }

    /** Of the whole term, though the deltas end at the horizon; what has no term has none to end before. */
    @Test
    void aFeeDoesNotDependOnHowFarOneLooks() {
        Subscription seats = monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 310")));
        Cancellation cancellation = Cancellation.of(START.plusDays(14)).withFeePercent(BigDecimal.TEN);
        AmendedSubscription near = ENGINE.cancel(seats, cancellation, START.plusMonths(3));
        AmendedSubscription far = ENGINE.cancel(seats, cancellation, START.plusYears(9));
        assertThat(near.total()).isNotEqualTo(far.total());
        assertThat(near.fee()).isEqualTo(far.fee());
        assertThat(far).isEqualTo(ENGINE.cancel(seats, cancellation));
        Subscription evergreen = seats.withUntil(Optional.empty());
        assertThat(ENGINE.cancel(evergreen, cancellation, START.plusYears(9)).fee())
                .isEmpty();
    }

    @Test
    void whoCancelsBeforeTheBeginningIsToldTheTerm() {
        Subscription seats = monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 310")));
        assertThatThrownBy(() -> ENGINE.cancel(seats, Cancellation.of(START.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within the term of subscription " + seats.id() + ": from " + START + " to "
                        + seats.until().orElseThrow() + ".");
    }

    @Test
    void misspeltItemsAreRefusedWithASuggestion() {
        assertThatThrownBy(() -> DEAL.item("suport"))
                .hasMessageContaining("Maybe")
                .hasMessageContaining("support");
    }

    @Test
    void whatIsCancelledAtTheEndOfItsTermRunsOn() {
        AmendedSubscription cancelled = ENGINE.cancel(DEAL, Cancellation.atEndOfTerm(LocalDate.of(2026, 2, 15)));
        assertThat(cancelled.deltas()).isEmpty();
        assertThat(cancelled.subscription().cancelledOn()).contains(Moment.parse("2026-02-15"));
        assertThatThrownBy(() -> ENGINE.cancel(DEAL, Cancellation.of(START.minusDays(1))))
                .hasMessageContaining("on is 2025-12-31");
    }

    @ParameterizedTest
    @CsvSource({"AT_ONCE, 2026-02-15", "NEXT_PERIOD, 2026-03-01"})
    void changesAreDueByPolicy(ChangesDue due, LocalDate day) {
        SubscriptionEngine engine = SubscriptionEngine.compile(MONTHLY.withChangesDue(due));
        AmendedSubscription amended = engine.amend(
                DEAL, Amendment.of("A", LocalDate.of(2026, 2, 15), new SubscriptionChange.RemoveItem("seats")));
        assertThat(amended.deltas().get(0).due()).isEqualTo(day);
        assertThat(amended.deltas().get(0).credit()).contains(true);
    }

    @Test
    void productsAreSwappedRemovedAndFreeForAWhile() {
        PriceModel small = new PriceModel.PerUnit(BigMoney.parse("EUR 20"));
        AmendedSubscription amended = ENGINE.amend(
                DEAL,
                Amendment.of(
                        "A",
                        LocalDate.of(2026, 7, 1),
                        new SubscriptionChange.SwapProduct("seats", "small", "crm-small", small),
                        new SubscriptionChange.MakeFree("small", Moment.parse("2026-09-01")),
                        new SubscriptionChange.RemoveItem("support"),
                        new SubscriptionChange.AddItem(
                                "training", "training", Optional.empty(), BigDecimal.ONE, small)));
        Subscription after = amended.subscription();
        assertThat(after.item("small").steps())
                .extracting(each -> each.from() + " " + each.quantity() + " " + ItemCharges.price(each))
                .containsExactly("2026-07-01 10 EUR 0", "2026-09-01 10 EUR 200", "2027-01-01 20 EUR 400");
        // 6 x 300; 4 x 200 and 12 x 400; 181/365 of 1000 rounded; 500 and 20 once
        assertThat(ENGINE.schedule(after).total())
                .isEqualTo(Money.parse("EUR 1800.00")
                        .plus(Money.parse("EUR 5600.00"))
                        .plus(Money.parse("EUR 495.89"))
                        .plus(Money.parse("EUR 520.00")));
    }

    @Test
    void amendmentsThatCannotBeSayWhy() {
        Amendment wrong = Amendment.of(
                "A",
                START.plusYears(3),
                new SubscriptionChange.RemoveItem("seat"),
                new SubscriptionChange.AddQuantity("seats", number("-11")),
                new SubscriptionChange.SetPrice("seats", new PriceModel.PerUnit(BigMoney.parse("USD 1"))),
                new SubscriptionChange.MakeFree("seats", Moment.of(START)));
        assertThat(codes(() -> ENGINE.amend(DEAL, wrong)))
                .containsExactly(
                        "/on on.range",
                        "/changes/0/item item.unknown",
                        "/changes/2/price/unitPrice price.currency",
                        "/changes/3/until until.order");
        assertThat(codes(() -> ENGINE.amend(
                        DEAL, Amendment.of("A", START, new SubscriptionChange.AddQuantity("seats", number("-11"))))))
                .containsExactly("/changes/0/quantity quantity.negative");
        assertThat(codes(() -> ENGINE.amend(DEAL, Amendment.of("A", START)))).containsExactly("/changes changes.none");
    }

    private static List<String> codes(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(DefinitionException.class, call).problems().stream()
                .map((Problem each) -> each.pointer() + " " + each.code())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // percent, indexed, index, cap, floor, new price of a seat
        "5, false, , , , 31.5",
        "2, true, 6.5, 5, , 31.5",
        "2, true, 1.25, 5, , 30.98",
        "0, true, -3, 5, 1, 30.3",
        "0, true, -3, , , 29.1"
    })
    void pricesRiseWithinTheirBounds(
            BigDecimal percent, boolean indexed, BigDecimal index, BigDecimal cap, BigDecimal floor, String price) {
        RenewalPolicy policy = RenewalPolicy.builder()
                .term(BillingPeriod.months(24))
                .percent(percent)
                .indexed(indexed)
                .cap(Optional.ofNullable(cap))
                .floor(Optional.ofNullable(floor))
                .priceDigits(2)
                .build();
        AmendedSubscription renewed = ENGINE.renew(DEAL, policy, Optional.ofNullable(index));
        assertThat(renewed.subscription().until()).contains(Moment.of(START.plusYears(4)));
        List<SubscriptionStep> steps = renewed.subscription().item("seats").steps();
        assertThat(steps).hasSize(3);
        BigMoney unit = ((PriceModel.PerUnit) steps.get(2).price()).unitPrice();
        assertThat(unit.getAmount()).isEqualByComparingTo(price);
        assertThat(renewed.total())
                .isEqualTo(ENGINE.schedule(renewed.subscription())
                        .total()
                        .minus(ENGINE.schedule(DEAL).total()));
        JsonLine.assertRoundTrip(policy, RenewalPolicy.class);
    }

    @Test
    void renewalsThatCannotBeSayWhy() {
        RenewalPolicy indexed =
                RenewalPolicy.of(BillingPeriod.yearly(), BigDecimal.ONE).withIndexed(true);
        assertThatThrownBy(() -> ENGINE.renew(DEAL, indexed, Optional.empty())).hasMessageContaining("indexPercent");
        RenewalPolicy crossed = indexed.withIndexed(false)
                .withCap(BigDecimal.ONE)
                .withFloor(BigDecimal.TEN)
                .withPriceDigits(-1);
        assertThat(codes(() -> ENGINE.renew(DEAL, crossed, Optional.empty())))
                .containsExactly("/floor floor.aboveCap", "/priceDigits digits.range");
        assertThat(codes(() ->
                        ENGINE.renew(DEAL, RenewalPolicy.of(BillingPeriod.yearly(), number("-101")), Optional.empty())))
                .containsExactly("/percent percent.range");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-02-28, P1M, 2026-03-31",
        "2024-02-29, 2025-02-28, P3Y, 2028-02-29",
        "2026-01-01, 2026-04-11, P100D, 2026-07-20",
        "2026-01-01, 2026-04-11, P1M, 2026-05-11"
    })
    void renewedTermsEndOnTheDayOfTheStart(LocalDate start, LocalDate end, String term, LocalDate renewed) {
        Subscription before = DEAL.withStart(Moment.of(start)).withUntil(Moment.of(end));
        RenewalPolicy policy = RenewalPolicy.of(BillingPeriod.parse(term), BigDecimal.ZERO);
        assertThat(ENGINE.renew(before, policy, Optional.empty()).subscription().until())
                .contains(Moment.of(renewed));
    }

    @Test
    void subscriptionsEndTogether() {
        Subscription other = DEAL.withId("S-2").withUntil(Moment.of(LocalDate.of(2027, 6, 16)));
        CoTermination latest = ENGINE.coTerminate(List.of(DEAL, other), CommonEnd.LATEST);
        assertThat(latest.until()).isEqualTo(Moment.of(START.plusYears(2)));
        assertThat(latest.subscriptions().get(0).deltas()).isEmpty();
        // 15/30 of June 2027 and six months of 20 seats, and 199/365 of the support: 1000 - 454.79
        assertThat(latest.subscriptions().get(1).total()).isEqualTo(Money.parse("EUR 4445.21"));
        CoTermination earliest = ENGINE.coTerminate(List.of(DEAL, other), CommonEnd.EARLIEST);
        assertThat(earliest.subscriptions().get(0).total()).isEqualTo(Money.parse("EUR -4445.21"));
        assertThat(earliest.reasons()).extracting(each -> each.code()).contains("cpq.subscription.endMoved");
        JsonLine.assertRoundTrip(earliest, CoTermination.class);
        assertThatThrownBy(() -> ENGINE.coTerminate(List.of(DEAL.withUntil(Optional.empty())), CommonEnd.LATEST))
                .hasMessageContaining("Maybe give a day?");
    }

    private static Subscription monthly(SubscriptionStep... steps) {
        return DEAL.withItems(SubscriptionItem.of("seats", "crm", BillingPeriod.monthly(), steps));
    }

    @Test
    void whatIsSoldOnceIsNotFreeForAWhile() {
        Amendment free = Amendment.of(
                "A", LocalDate.of(2026, 1, 15), new SubscriptionChange.MakeFree("setup", Moment.parse("2026-02-01")));
        assertThat(codes(() -> ENGINE.amend(DEAL, free))).containsExactly("/changes/0/item item.once");
    }

    /** EUR 31 a month, free from 11 January until 1 March. */
    @ParameterizedTest
    @CsvSource({
        "PRORATED, 2026-01-11, EUR -49.00",
        "NONE, 2026-02-01, EUR -28.00",
        "WHOLE_PERIOD, 2026-01-01, EUR -59.00"
    })
    void whatIsFreeForAWhileIsCreditedByPolicy(CreditPolicy credit, Moment from, Money total) {
        SubscriptionEngine engine = SubscriptionEngine.compile(MONTHLY.withCredit(credit));
        Subscription seats = monthly(
                SubscriptionStep.of(START, 1, BigMoney.parse("EUR 31")),
                SubscriptionStep.of(LocalDate.of(2026, 2, 1), 1, BigMoney.parse("EUR 28")));
        AmendedSubscription free = engine.amend(seats, makeFree("2026-03-01"));
        assertThat(free.total()).isEqualTo(total);
        assertThat(free.reasons().get(0).parameters()).containsEntry("on", from.toString());
        if (credit == CreditPolicy.NONE) {
            assertThat(codes(() -> engine.amend(seats, makeFree("2026-02-01"))))
                    .containsExactly("/changes/0/until until.order");
        }
    }

    private static Amendment makeFree(String until) {
        return Amendment.of(
                "A", LocalDate.of(2026, 1, 11), new SubscriptionChange.MakeFree("seats", Moment.parse(until)));
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void aDayThatTheZoneSkippedCostsNothing() {
        LocalDate start = LocalDate.of(2011, 12, 29);
        BillingPolicy daily = BillingPolicy.of(
                        BillingCalendar.of(BillingPeriod.days(1), BillingAnchor.startDay(), BillingMode.IN_ADVANCE))
                .withProration(Proration.SECONDS)
                .withZone(ZoneId.of("Pacific/Apia"));
        Subscription days = DEAL.withStart(Moment.of(start))
                .withUntil(Moment.of(start.plusDays(3)))
                .withItems(SubscriptionItem.of(
                        "seats",
                        "crm",
                        BillingPeriod.days(1),
                        SubscriptionStep.of(start, 1, BigMoney.parse("EUR 10")),
                        new SubscriptionStep(
                                Moment.parse("2011-12-30T12:00"),
                                BigDecimal.ONE,
                                new PriceModel.PerUnit(BigMoney.parse("EUR 20")))));
        assertThat(amounts(daily, days)).containsExactly("10.00", "0.00", "0.00", "20.00");
    }

    /** 3 seats at EUR 31, 13 from the 10th on: what is fewer from the 20th on was never more before. */
    @ParameterizedTest
    @CsvSource({"SET, 8, 3 8 8", "ADD, -5, 0 8 8", "ADD, -2, 1 11 11"})
    void aPeriodThatIsCreditedAsAWholeIsNoDearerThanItWas(String how, BigDecimal quantity, String quantities) {
        SubscriptionEngine whole = SubscriptionEngine.compile(MONTHLY.withCredit(CreditPolicy.WHOLE_PERIOD));
        Subscription seats = monthly(
                SubscriptionStep.of(START, 3, BigMoney.parse("EUR 31")),
                SubscriptionStep.of(LocalDate.of(2026, 1, 10), 13, BigMoney.parse("EUR 31")));
        SubscriptionChange change = how.equals("SET")
                ? new SubscriptionChange.SetQuantity("seats", quantity)
                : new SubscriptionChange.AddQuantity("seats", quantity);
        Subscription after = whole.amend(seats, Amendment.of("A", LocalDate.of(2026, 1, 20), change))
                .subscription();
        assertThat(whole.schedule(after).charges().stream()
                        .limit(3)
                        .map(each -> each.quantity().toPlainString()))
                .containsExactly(quantities.split(" "));
    }

    @Test
    void whatIsFreeForAWhileIsChargedAgainInTheRenewedTerm() {
        Subscription free = ENGINE.amend(
                        monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 100"))),
                        Amendment.of(
                                "A",
                                LocalDate.of(2027, 12, 1),
                                new SubscriptionChange.MakeFree("seats", Moment.parse("2028-02-01"))))
                .subscription();
        AmendedSubscription renewed =
                ENGINE.renew(free, RenewalPolicy.of(BillingPeriod.yearly(), BigDecimal.TEN), Optional.empty());
        assertThat(renewed.total()).isEqualTo(Money.parse("EUR 1210.00")); // 11 x 110
    }

    @Test
    void whatWasCancelledIsNotRenewed() {
        Subscription cancelled =
                ENGINE.cancel(DEAL, Cancellation.atEndOfTerm(START.plusDays(9))).subscription();
        RenewalPolicy policy = RenewalPolicy.of(BillingPeriod.yearly(), BigDecimal.ONE);
        assertThatThrownBy(() -> ENGINE.renew(cancelled, policy, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cancelled on 2026-01-10");
    }

    @Test
    void percentagesOfTooManyDigitsAreRefused() {
        BigDecimal huge = number("1e999999999");
        RenewalPolicy policy = RenewalPolicy.of(BillingPeriod.yearly(), huge).withIndexed(true);
        assertThat(codes(() ->
                        ENGINE.renew(DEAL, policy.withCap(huge).withFloor(huge.negate()), Optional.of(BigDecimal.ONE))))
                .containsExactly("/percent number.size", "/cap number.size", "/floor number.size");
        assertThatThrownBy(() -> ENGINE.renew(DEAL, policy.withPercent(BigDecimal.ONE), Optional.of(huge)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("indexPercent");
    }

    /** Half of a year that was charged as one: 181 of 365 days, not the whole of it in half the time. */
    @Test
    void anEvergreenSubscriptionIsValuedUpToItsHorizon() {
        Subscription support = DEAL.withItems(DEAL.items().get(1)).withUntil(Optional.empty());
        SubscriptionValue value = ENGINE.value(support, Moment.of(START), LocalDate.of(2026, 7, 1));
        assertThat(value.tcv()).contains(Money.parse("EUR 495.89"));
        assertThat(value.acv()).contains(Money.parse("EUR 991.78"));
    }

    /** In arrears January is due on 1 February; so is what is taken off it. */
    @Test
    void whatWasNotYetDueIsCreditedWhenItIs() {
        SubscriptionEngine arrears = SubscriptionEngine.compile(BillingPolicy.of(
                BillingCalendar.of(BillingPeriod.monthly(), BillingAnchor.startDay(), BillingMode.IN_ARREAR)));
        AmendedSubscription cancelled = arrears.cancel(
                monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 31"))),
                Cancellation.of(LocalDate.of(2026, 1, 11)));
        assertThat(texts(cancelled.deltas())).startsWith("2026-02-01 seats 2026-01-11..2026-02-01 EUR -21.00");
    }

    @Test
    void whatIsFreeNeedsNoDivision() {
        MoneyAllocation strict = new MoneyAllocation(AllocationMethod.LARGEST_REMAINDER, ZeroWeights.REJECT);
        SubscriptionEngine divided = SubscriptionEngine.compile(
                MONTHLY.withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.TOTAL))
                        .withAllocation(strict));
        assertThat(divided.schedule(monthly(SubscriptionStep.of(START, 1, BigMoney.parse("EUR 0"))))
                        .total())
                .isEqualTo(Money.parse("EUR 0.00"));
    }

    @Test
    void unitsThatAreSoldOnceAreRoundedByUnitToo() {
        SubscriptionEngine byUnit = SubscriptionEngine.compile(
                MONTHLY.withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.UNIT)));
        Subscription once =
                DEAL.withItems(SubscriptionItem.once("setup", "setup", START, 1000, BigMoney.parse("EUR 0.005")));
        assertThat(byUnit.schedule(once).total()).isEqualTo(Money.parse("EUR 10.00"));
    }

    @Test
    void aYearlyPriceChargedByMonthAddsUpToTheYear() {
        Subscription yearly = DEAL.withItems(SubscriptionItem.of(
                        "L", "p", BillingPeriod.yearly(), SubscriptionStep.of(START, 1, BigMoney.parse("EUR 100"))))
                .withUntil(Moment.of(START.plusYears(1)));
        BillingPolicy running = MONTHLY.withRounding(RoundingPolicy.of(RoundingMode.HALF_UP, RoundingLevel.TOTAL));
        assertThat(amounts(running, yearly)).startsWith("8.33", "8.34", "8.33").hasSize(12);
        assertThat(amounts(running.withAllocation(MoneyAllocation.largestRemainder()), yearly))
                .startsWith("8.34", "8.34", "8.34", "8.34", "8.33")
                .hasSize(12);
        assertThat(SubscriptionEngine.compile(running).schedule(yearly).total()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(ENGINE.schedule(yearly).total()).isEqualTo(Money.parse("EUR 99.96"));
    }

    private static List<String> amounts(BillingPolicy policy, Subscription subscription) {
        return SubscriptionEngine.compile(policy).schedule(subscription).charges().stream()
                .map(each -> each.amount().getAmount().toPlainString())
                .toList();
    }

    @Test
    void everyProblemOfAPolicyIsReported() {
        BillingPolicy wrong = MONTHLY.withZone(ZoneId.of("Europe/Zurich"))
                .withAllocation(MoneyAllocation.largestRemainder())
                .withRounding(RoundingPolicy.halfUpByLine().withCashIncrement(Money.parse("CHF 0.05")));
        assertThat(codes(() -> SubscriptionEngine.compile(wrong)))
                .containsExactly(
                        "/zone zone.unused",
                        "/allocation allocation.unused",
                        "/rounding/cashIncrements increment.unused");
        assertThat(codes(() -> SubscriptionEngine.compile(MONTHLY.withProration(Proration.SECONDS))))
                .containsExactly("/zone zone.missing");
    }

    @Test
    void everyProblemOfASubscriptionIsReported() {
        SubscriptionItem seats = DEAL.items().get(0);
        Subscription wrong = DEAL.withUntil(Moment.of(START.minusDays(1)))
                .withItems(
                        seats.withSteps(seats.steps().get(1), seats.steps().get(0)),
                        seats.withPer(BillingPeriod.weeks(1))
                                .withSteps(
                                        SubscriptionStep.of(
                                                START,
                                                number("-1"),
                                                seats.steps().get(0).price()),
                                        SubscriptionStep.of(
                                                START.plusDays(1),
                                                number("1e99"),
                                                seats.steps().get(0).price()),
                                        SubscriptionStep.of(START.plusDays(2), 1, BigMoney.parse("EUR -1")),
                                        SubscriptionStep.of(
                                                START.plusDays(3),
                                                BigDecimal.ONE,
                                                new PriceModel.CostPlus(BigDecimal.TEN))));
        assertThat(codes(() -> ENGINE.schedule(wrong)))
                .containsExactly(
                        "/until until.order",
                        "/items/0/steps/1/from step.order",
                        "/items/1/id id.duplicate",
                        "/items/1/per per.billing",
                        "/items/1/steps/0/quantity quantity.negative",
                        "/items/1/steps/1/quantity number.size",
                        "/items/1/steps/2/price/unitPrice price.negative",
                        "/items/1/steps/3/price price.incalculable");
        assertThat(codes(() -> ENGINE.schedule(DEAL.withItems(List.of())))).containsExactly("/items items.none");
    }

    @Test
    void tooManyPeriodsAreRefused() {
        SubscriptionEngine daily = SubscriptionEngine.compile(BillingPolicy.of(
                BillingCalendar.of(BillingPeriod.days(1), BillingAnchor.startDay(), BillingMode.IN_ADVANCE)));
        SubscriptionItem day = SubscriptionItem.of(
                "L", "p", BillingPeriod.days(1), SubscriptionStep.of(START, 1, BigMoney.parse("EUR 1")));
        Subscription forEver = DEAL.withItems(day).withUntil(Optional.empty());
        assertThatThrownBy(() -> daily.schedule(forEver, LocalDate.of(9999, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void periodsMomentsAndAnchorsAreChecked() {
        assertThat(BillingPeriod.parse("P1Y2M")).isEqualTo(BillingPeriod.months(14));
        assertThat(BillingPeriod.parse("P2W")).hasToString("P2W").isEqualTo(BillingPeriod.weeks(2));
        assertThat(Moment.parse("2026-01-15T10:30")).hasToString("2026-01-15T10:30");
        for (String wrong : List.of("P1M1D", "P0D", "P-1M", "P99999Y", "month")) {
            assertThatThrownBy(() -> BillingPeriod.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Moment.parse("2026-02-30")).hasMessageContaining("2026-02-30");
        assertThatThrownBy(() -> BillingAnchor.dayOfMonth(32)).hasMessageContaining("32");
        assertThatThrownBy(() -> BillingCalendar.of(
                        BillingPeriod.monthly(),
                        BillingAnchor.weekday(java.time.DayOfWeek.MONDAY),
                        BillingMode.IN_ADVANCE))
                .hasMessageContaining("P1M");
        assertThatThrownBy(() -> Subscription.builder().id("S").lasting(BillingPeriod.monthly()))
                .hasMessageContaining("Maybe call starting before?");
    }

    @Test
    void documentsStayReadable() {
        Class<?> here = SubscriptionEngineTest.class;
        BillingPolicy policy = MONTHLY.withCalendar(new BillingCalendar(
                        BillingPeriod.quarterly(),
                        new BillingAnchor.StartDay(Optional.of(MonthEnd.LAST_DAY)),
                        BillingMode.IN_ARREAR,
                        StubMeasure.COUNTED_BACK))
                .withProration(Proration.SECONDS)
                .withZone(ZoneId.of("Asia/Tokyo"));
        GoldenFile.assertReads(here, "billing-policy-v1.json", policy, BillingPolicy.class);
        GoldenFile.assertReads(here, "subscription-v1.json", DEAL, Subscription.class);
        Amendment amendment = Amendment.of(
                "A-1",
                LocalDate.of(2027, 12, 15),
                new SubscriptionChange.SetQuantity("seats", number("12")),
                new SubscriptionChange.AddQuantity("seats", number("-2")),
                new SubscriptionChange.SetPrice("seats", new PriceModel.PerUnit(BigMoney.parse("EUR 29.5"))),
                new SubscriptionChange.MakeFree("seats", Moment.parse("2027-12-20")),
                new SubscriptionChange.AddItem(
                        "api",
                        "api",
                        Optional.of(BillingPeriod.yearly()),
                        BigDecimal.ONE,
                        new PriceModel.PerUnit(BigMoney.parse("EUR 99"))),
                new SubscriptionChange.SwapProduct(
                        "support", "premium", "support-premium", new PriceModel.PerUnit(BigMoney.parse("EUR 1500"))),
                new SubscriptionChange.RemoveItem("premium"));
        GoldenFile.assertReads(here, "amendment-v1.json", amendment, Amendment.class);
        GoldenFile.assertReads(
                here, "amended-subscription-v1.json", ENGINE.amend(DEAL, amendment), AmendedSubscription.class);
        GoldenFile.assertReads(
                here,
                "billing-schedule-v1.json",
                ENGINE.schedule(DEAL, LocalDate.of(2026, 2, 2)),
                BillingSchedule.class);
        GoldenFile.assertReads(
                here, "subscription-value-v1.json", ENGINE.value(DEAL, Moment.of(START)), SubscriptionValue.class);
        GoldenFile.assertReads(
                here,
                "renewal-policy-v1.json",
                RenewalPolicy.builder()
                        .term(BillingPeriod.yearly())
                        .percent(number("2"))
                        .indexed(true)
                        .cap(number("5"))
                        .floor(BigDecimal.ZERO)
                        .priceDigits(2)
                        .build(),
                RenewalPolicy.class);
        GoldenFile.assertReads(
                here,
                "cancellation-v1.json",
                Cancellation.of(LocalDate.of(2026, 2, 15), CreditPolicy.WHOLE_PERIOD),
                Cancellation.class);
    }

    @Test
    void whatADocumentHasToGiveIsNamed() {
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(MONTHLY), BillingPolicy.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(MONTHLY.calendar()), BillingCalendar.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(DEAL), Subscription.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(DEAL.items().get(0)), SubscriptionItem.class);
        RequiredComponents.assertNamed(
                JsonLine.JACKSON_3.write(ENGINE.schedule(DEAL).charges().get(0)), ScheduledCharge.class);
        RequiredComponents.assertNamed(
                JsonLine.JACKSON_3.write(DEAL.items().get(0).steps().get(0)), SubscriptionStep.class);
        RequiredComponents.assertNamed(
                JsonLine.JACKSON_3.write(
                        Amendment.of("A", START, new SubscriptionChange.SetQuantity("seats", BigDecimal.ONE))),
                Amendment.class);
        RequiredComponents.assertNamed(
                JsonLine.JACKSON_3.write(new SubscriptionChange.SetQuantity("seats", BigDecimal.ONE)),
                SubscriptionChange.SetQuantity.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(Cancellation.of(START)), Cancellation.class);
        RequiredComponents.assertNamed(
                JsonLine.JACKSON_3.write(RenewalPolicy.of(BillingPeriod.yearly(), BigDecimal.ONE)),
                RenewalPolicy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"on\":\"startDay\"}'",
        "'{\"on\":\"dayOfMonth\",\"day\":31}'",
        "'{\"on\":\"weekday\",\"day\":\"FRIDAY\"}'",
        "'{\"on\":\"calendar\",\"firstMonth\":4}'",
        "'{\"on\":\"date\",\"date\":\"2026-04-01\"}'"
    })
    void anchorsAreReadable(String json) {
        for (JsonLine line : JsonLine.values()) {
            assertThat(line.write(line.read(json, BillingAnchor.class))).isEqualTo(json);
        }
    }
}
