package io.github.saleskit.cpq.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.money.AllocationMethod;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.cpq.pricing.PriceModel;
import io.github.saleskit.cpq.pricing.PriceTier;
import io.github.saleskit.cpq.pricing.TierBounds;
import io.github.saleskit.cpq.pricing.ZeroQuantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Laws of schedules and their changes, on seeded draws of policies, subscriptions and amendments. */
class SubscriptionPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2023, 12, 1);

    /** Draws everything from one seed. */
    private static final class Draw {
        private final Random random;
        private final CurrencyUnit currency;

        Draw(long seed) {
            random = new Random(seed);
            currency = pick(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("KWD"));
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        final <T> T pick(T... of) {
            return of[random.nextInt(of.length)];
        }

        BillingPolicy policy() {
            Proration proration = pick(Proration.values());
            RoundingLevel level = pick(RoundingLevel.values());
            boolean divided = level == RoundingLevel.TOTAL && random.nextBoolean();
            return BillingPolicy.builder()
                    .calendar(new BillingCalendar(
                            pick(BillingPeriod.monthly(), BillingPeriod.quarterly(), BillingPeriod.months(5)),
                            pick(
                                    BillingAnchor.startDay(),
                                    new BillingAnchor.StartDay(Optional.of(MonthEnd.LAST_DAY)),
                                    BillingAnchor.dayOfMonth(1 + random.nextInt(31)),
                                    BillingAnchor.calendar(),
                                    BillingAnchor.date(DAY.plusDays(random.nextInt(60)))),
                            pick(BillingMode.values()),
                            pick(StubMeasure.values())))
                    .proration(proration)
                    .zone(Optional.<ZoneId>of(ZoneId.of("America/St_Johns"))
                            .filter(z -> proration == Proration.SECONDS))
                    .rounding(RoundingPolicy.of(mode(), level))
                    .allocation(Optional.of(MoneyAllocation.of(pick(AllocationMethod.values())))
                            .filter(a -> divided))
                    .credit(pick(CreditPolicy.values()))
                    .changesDue(pick(ChangesDue.values()))
                    .build();
        }

        private RoundingMode mode() {
            RoundingMode mode = pick(RoundingMode.values());
            return mode == RoundingMode.UNNECESSARY ? RoundingMode.HALF_EVEN : mode;
        }

        Moment moment(LocalDate from, int days) {
            LocalDate day = from.plusDays(random.nextInt(days));
            return random.nextInt(4) == 0 ? new Moment(day, LocalTime.of(random.nextInt(24), 30)) : Moment.of(day);
        }

        BigMoney amount() {
            return BigMoney.of(currency, BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(6)));
        }

        PriceModel price() {
            return random.nextInt(3) > 0
                    ? new PriceModel.PerUnit(amount())
                    : new PriceModel.Graduated(
                            List.of(
                                    PriceTier.builder()
                                            .upTo(BigDecimal.TEN)
                                            .unitPrice(amount())
                                            .flatFee(amount())
                                            .build(),
                                    PriceTier.builder().unitPrice(amount()).build()),
                            TierBounds.UPPER_INCLUSIVE,
                            pick(ZeroQuantity.values()));
        }

        SubscriptionItem item(String id) {
            List<SubscriptionStep> steps = new ArrayList<>();
            Moment from = moment(DAY, 90);
            for (int i = 0; i <= random.nextInt(3); i++) {
                steps.add(new SubscriptionStep(from, BigDecimal.valueOf(random.nextInt(30)), price()));
                from = moment(from.day().plusDays(1), 200);
            }
            return SubscriptionItem.builder()
                    .id(id)
                    .product("P" + id)
                    .per(Optional.of(pick(BillingPeriod.monthly(), BillingPeriod.yearly(), BillingPeriod.months(7)))
                            .filter(per -> random.nextInt(6) > 0))
                    .billing(Optional.of(pick(BillingPeriod.months(2), BillingPeriod.yearly()))
                            .filter(own -> random.nextInt(3) == 0))
                    .addAllSteps(steps)
                    .until(Optional.of(moment(DAY.plusDays(200), 600)).filter(end -> random.nextInt(4) == 0))
                    .build();
        }

        Subscription subscription() {
            Moment start = moment(DAY, 60);
            return Subscription.builder()
                    .id("S")
                    .currency(currency)
                    .start(start)
                    .until(moment(start.day().plusDays(1), 900))
                    .trialUntil(Optional.of(moment(start.day(), 40)).filter(trial -> random.nextInt(4) == 0))
                    .addItems(item("A"), item("B"))
                    .build();
        }

        Amendment amendment(Subscription of) {
            int days = (int) (of.until().orElseThrow().day().toEpochDay()
                    - of.start().day().toEpochDay());
            Moment on = Moment.later(of.start(), moment(of.start().day(), Math.max(1, days)));
            SubscriptionChange change = switch (random.nextInt(7)) {
                case 0 -> new SubscriptionChange.SetQuantity("A", BigDecimal.valueOf(random.nextInt(40)));
                case 1 -> new SubscriptionChange.AddQuantity("A", BigDecimal.valueOf(random.nextInt(40)));
                case 2 -> new SubscriptionChange.SetPrice("A", price());
                case 3 -> new SubscriptionChange.RemoveItem("A");
                case 4 -> new SubscriptionChange.SwapProduct("A", "C", "PC", price());
                case 5 ->
                    of.item("A").per().isPresent()
                            ? new SubscriptionChange.MakeFree(
                                    "A", new Moment(on.day().plusDays(400), on.time()))
                            : new SubscriptionChange.RemoveItem("A");
                default ->
                    new SubscriptionChange.AddItem(
                            "C", "PC", Optional.of(BillingPeriod.monthly()), BigDecimal.TEN, price());
            };
            return new Amendment(1, "A", on, List.of(change));
        }
    }

    private static Money sum(CurrencyUnit currency, List<ScheduledCharge> charges) {
        Money sum = Money.zero(currency);
        for (ScheduledCharge each : charges) {
            sum = sum.plus(each.amount());
        }
        return sum;
    }

    @Property(tries = 100)
    void everyScheduleAddsUpAndCoversTheTermOnce(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription subscription = draw.subscription();
        BillingSchedule schedule = SubscriptionEngine.compile(draw.policy()).schedule(subscription);
        assertThat(schedule.total()).isEqualTo(sum(subscription.currency(), schedule.charges()));
        Money byDays = Money.zero(subscription.currency());
        for (Money day : schedule.dueDays().values()) {
            byDays = byDays.plus(day);
        }
        assertThat(byDays).isEqualTo(schedule.total());
        for (SubscriptionItem item : subscription.items()) {
            assertCovered(subscription, item, schedule);
        }
    }

    /**
     * The stretches of a recurring item follow each other without gap or overlap, from its first moment to its last.
     */
    private static void assertCovered(Subscription subscription, SubscriptionItem item, BillingSchedule schedule) {
        List<ScheduledCharge> own = schedule.charges().stream()
                .filter(each -> each.item().equals(item.id()) && item.per().isPresent())
                .sorted(java.util.Comparator.comparing(ScheduledCharge::from))
                .toList();
        for (int i = 1; i < own.size(); i++) {
            assertThat(own.get(i).from()).isEqualTo(own.get(i - 1).until());
        }
        if (!own.isEmpty()) {
            assertThat(own.get(0).from())
                    .isEqualTo(Moment.later(
                            subscription.chargedFrom(), item.steps().get(0).from()));
            assertThat(Optional.of(own.get(own.size() - 1).until())).isEqualTo(subscription.endOf(item));
        }
    }

    /** What is rounded by total is the exact amount of each step, rounded once. */
    @Property(tries = 100)
    void totalsAreTheExactAmountsRoundedOnce(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription subscription = draw.subscription();
        BillingPolicy policy = draw.policy();
        RoundingMode mode = policy.rounding().mode();
        BillingPolicy byTotal = policy.withRounding(RoundingPolicy.of(mode, RoundingLevel.TOTAL));
        for (SubscriptionItem item : subscription.items()) {
            SubscriptionItem once = item.withSteps(item.steps().get(0));
            BillingSchedule schedule = SubscriptionEngine.compile(byTotal).schedule(subscription.withItems(once));
            if (item.per().isPresent()) {
                assertThat(schedule.total()).isEqualTo(exact(byTotal, once, schedule, mode, subscription.currency()));
            }
        }
    }

    /** Fractions as whole numbers over one common divisor: another way than the engine's. */
    private static Money exact(
            BillingPolicy policy, SubscriptionItem item, BillingSchedule schedule, RoundingMode mode, CurrencyUnit in) {
        BigInteger divisor = BigInteger.ONE;
        for (ScheduledCharge each : schedule.charges()) {
            BigInteger whole = BigInteger.valueOf(each.share().whole());
            divisor = divisor.multiply(whole).divide(divisor.gcd(whole));
        }
        BigDecimal parts = BigDecimal.ZERO;
        for (ScheduledCharge each : schedule.charges()) {
            BigInteger factor = divisor.divide(BigInteger.valueOf(each.share().whole()));
            parts = parts.add(each.price()
                    .getAmount()
                    .multiply(new BigDecimal(
                            factor.multiply(BigInteger.valueOf(each.share().part())))));
        }
        int billed = item.billing().orElse(policy.calendar().period()).months();
        BigDecimal over = new BigDecimal(
                divisor.multiply(BigInteger.valueOf(item.per().orElseThrow().months())));
        return Money.of(in, parts.multiply(BigDecimal.valueOf(billed)).divide(over, in.getDecimalPlaces(), mode));
    }

    @Property(tries = 100)
    void theDeltasOfAnAmendmentLeadFromOneScheduleToTheOther(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription before = draw.subscription();
        Amendment amendment = draw.amendment(before);
        SubscriptionEngine engine = SubscriptionEngine.compile(draw.policy());
        if (hasEnded(before, amendment)) {
            return;
        }
        AmendedSubscription amended = engine.amend(before, amendment);
        BillingSchedule was = engine.schedule(before);
        BillingSchedule is = engine.schedule(amended.subscription());
        assertThat(was.total().plus(amended.total())).isEqualTo(is.total());
        assertThat(byItem(was.charges(), amended.deltas())).isEqualTo(byItem(is.charges(), List.of()));
        assertThat(amended.deltas())
                .allMatch(each -> !each.due().isBefore(amendment.on().day()));
    }

    private static Map<String, BigDecimal> byItem(List<ScheduledCharge> charges, List<ScheduledCharge> deltas) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (ScheduledCharge each : charges) {
            sums.merge(each.item(), each.amount().getAmount(), BigDecimal::add);
        }
        for (ScheduledCharge each : deltas) {
            sums.merge(each.item(), each.amount().getAmount(), BigDecimal::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    /** Without division of totals, what was charged for periods before that of an amendment never changes. */
    @Property(tries = 100)
    void anAmendmentLeavesThePastAlone(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription before = draw.subscription();
        Amendment amendment = draw.amendment(before);
        BillingPolicy policy = draw.policy().withAllocation(Optional.empty());
        BillingCalendar calendar = policy.calendar();
        BillingPolicy between =
                policy.withCalendar(BillingCalendar.of(calendar.period(), calendar.anchor(), calendar.mode()));
        if (hasEnded(before, amendment)) {
            return;
        }
        SubscriptionEngine engine = SubscriptionEngine.compile(between);
        EffectiveTime effective = new EffectiveTime(between, before);
        List<ScheduledCharge> past = engine.schedule(before).charges().stream()
                .filter(each -> !each.until()
                        .isAfter(effective.ofCredit(
                                before.item(each.item()), amendment.on(), CreditPolicy.WHOLE_PERIOD)))
                .toList();
        assertThat(engine.schedule(engine.amend(before, amendment).subscription())
                        .charges())
                .containsAll(past);
    }

    private static boolean hasEnded(Subscription before, Amendment amendment) {
        return before.item("A")
                .until()
                .map(end -> !amendment.on().isBefore(end))
                .orElse(false);
    }

    @Property(tries = 100)
    void cancellationsRenewalsAndCommonEndsAddUpToo(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription before = draw.subscription();
        SubscriptionEngine engine = SubscriptionEngine.compile(draw.policy());
        Moment end = before.until().orElseThrow();
        Money was = engine.schedule(before).total();
        Cancellation cancellation =
                Cancellation.of(draw.amendment(before).on().day().plusDays(1), draw.pick(CreditPolicy.values()));
        if (cancellation.on().isBefore(end)) {
            AmendedSubscription cancelled = engine.cancel(before, cancellation);
            assertThat(was.plus(cancelled.total()))
                    .isEqualTo(
                            engine.schedule(cancelled.subscription(), end.day().plusDays(1))
                                    .total());
        }
        AmendedSubscription renewed = engine.renew(
                before, RenewalPolicy.of(BillingPeriod.months(13), new BigDecimal("3.7")), Optional.empty());
        assertThat(was.plus(renewed.total()))
                .isEqualTo(engine.schedule(renewed.subscription()).total());
        Moment common = Moment.later(before.start(), draw.moment(DAY, 900));
        AmendedSubscription moved =
                engine.coTerminate(List.of(before), common).subscriptions().get(0);
        assertThat(was.plus(moved.total()))
                .isEqualTo(engine.schedule(moved.subscription()).total());
    }

    /** Except for actual days of 30, cutting an item in two at one price costs the same before rounding. */
    @Property(tries = 100)
    void sharesOfAPeriodAddUpToIt(@ForAll long seed) {
        Draw draw = new Draw(seed);
        BillingPolicy policy = draw.policy();
        if (policy.proration() == Proration.ACTUAL_DAYS_OF_30) {
            return;
        }
        WindowShare shares = new WindowShare(policy.proration(), policy.zone().orElse(ZoneOffset.UTC));
        Subscription subscription = draw.subscription();
        for (BillingWindow window : policy.calendar()
                .windows(
                        subscription.start(),
                        subscription.until().orElseThrow(),
                        Moment.of(LocalDate.of(2027, 1, 1)))) {
            Moment cut = Moment.earlier(
                    window.servedUntil(),
                    Moment.later(window.servedFrom(), draw.moment(window.from().day(), 100)));
            PeriodShare first = shares.of(window, window.servedFrom(), cut);
            PeriodShare second = shares.of(window, cut, window.servedUntil());
            PeriodShare both = shares.of(window, window.servedFrom(), window.servedUntil());
            assertThat(first.part()).isNotNegative();
            assertThat(second.part()).isNotNegative();
            assertThat(plus(first, second)).isEqualByComparingTo(value(both));
        }
    }

    private static BigDecimal plus(PeriodShare a, PeriodShare b) {
        return value(
                new PeriodShare(a.part() * b.whole() + b.part() * a.whole(), Math.multiplyExact(a.whole(), b.whole())));
    }

    private static BigDecimal value(PeriodShare share) {
        return BigDecimal.valueOf(share.part()).divide(BigDecimal.valueOf(share.whole()), 12, RoundingMode.HALF_EVEN);
    }

    /** Beginnings of periods, found by walking day by day. */
    @Property(tries = 100)
    void anchorsAreWhereTheCalendarHasThem(@ForAll long seed) {
        Draw draw = new Draw(seed);
        LocalDate start = DAY.plusDays(draw.random.nextInt(700));
        int day = 1 + draw.random.nextInt(31);
        List<LocalDate> found = BillingCalendar.of(
                        BillingPeriod.monthly(), BillingAnchor.dayOfMonth(day), BillingMode.IN_ADVANCE)
                .windows(Moment.of(start), null, Moment.of(start.plusDays(400)))
                .stream()
                .map(window -> window.servedFrom().day())
                .toList();
        List<LocalDate> expected = new ArrayList<>();
        for (LocalDate at = start; at.isBefore(start.plusDays(400)); at = at.plusDays(1)) {
            boolean anchor = at.getDayOfMonth() == Math.min(day, at.lengthOfMonth());
            if (anchor || at.equals(start)) {
                expected.add(at);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 100)
    void weeksBeginOnTheirDay(@ForAll long seed) {
        Draw draw = new Draw(seed);
        DayOfWeek day = draw.pick(DayOfWeek.values());
        int weeks = 1 + draw.random.nextInt(4);
        List<BillingWindow> windows = BillingCalendar.of(
                        BillingPeriod.weeks(weeks), BillingAnchor.weekday(day), BillingMode.IN_ADVANCE)
                .windows(Moment.of(DAY.plusDays(draw.random.nextInt(700))), null, Moment.of(DAY.plusDays(1000)));
        assertThat(windows).allMatch(window -> window.until().day().getDayOfWeek() == day);
        assertThat(windows.get(1).until().day())
                .isEqualTo(windows.get(0).until().day().plusWeeks(weeks));
    }

    @Property(tries = 3)
    void everythingRoundTrips(@ForAll long seed) {
        Draw draw = new Draw(seed);
        Subscription before = draw.subscription();
        BillingPolicy policy = draw.policy();
        SubscriptionEngine engine = SubscriptionEngine.compile(policy);
        JsonLine.assertRoundTrip(policy, BillingPolicy.class);
        JsonLine.assertRoundTrip(before, Subscription.class);
        JsonLine.assertRoundTrip(draw.amendment(before), Amendment.class);
        JsonLine.assertRoundTrip(engine.schedule(before), BillingSchedule.class);
        JsonLine.assertRoundTrip(engine.value(before, before.start()), SubscriptionValue.class);
        JsonLine.assertRoundTrip(
                engine.cancel(
                        before, Cancellation.atEndOfTerm(before.start().day().plusDays(1))),
                AmendedSubscription.class);
    }
}
