package io.github.saleskit.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.support.AirPassengers;
import io.github.saleskit.forecast.support.Golden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RecurringRevenueTest {

    private static final TimePeriod JANUARY = TimePeriod.month(2026, 1);

    private static List<RecurringAmount> amounts(int[]... byCustomer) {
        List<RecurringAmount> amounts = new ArrayList<>();
        for (int c = 0; c < byCustomer.length; c++) {
            for (int t = 0; t < byCustomer[c].length; t++) {
                if (byCustomer[c][t] > 0) {
                    amounts.add(new RecurringAmount("c" + c, JANUARY.plus(t), Money.parse("EUR " + byCustomer[c][t])));
                }
            }
        }
        return amounts;
    }

    private static final List<RecurringAmount> AMOUNTS =
            amounts(new int[] {100, 150, 150, 0, 80}, new int[] {50, 40}, new int[] {0, 0, 20, 20, 20});

    @Test
    void whatMovedIsTold() {
        List<RevenueMovement> moved = RecurringRevenue.of(AMOUNTS).movements();
        assertThat(moved).hasSize(5);
        assertThat(moved.get(0).gained()).isEqualTo(Money.parse("EUR 150"));
        assertThat(moved.get(1).expanded()).isEqualTo(Money.parse("EUR 50"));
        assertThat(moved.get(1).contracted()).isEqualTo(Money.parse("EUR 10"));
        assertThat(moved.get(1).netRetention()).contains(new BigDecimal("1.266667"));
        assertThat(moved.get(1).grossRetention()).contains(new BigDecimal("0.933333"));
        assertThat(moved.get(2).churned()).isEqualTo(Money.parse("EUR 40"));
        assertThat(moved.get(2).gained()).isEqualTo(Money.parse("EUR 20"));
        assertThat(moved.get(4).returned()).isEqualTo(Money.parse("EUR 80"));
        assertThat(moved.get(4).closing()).isEqualTo(Money.parse("EUR 100"));
        assertThat(moved.get(0).netRetention()).isEmpty();
    }

    @Property(tries = 30)
    void movementsLeadToWhatIsPaid(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] paid = new int[1 + random.nextInt(6)][];
        for (int c = 0; c < paid.length; c++) {
            paid[c] = random.ints(1 + random.nextInt(6), 0, 4).toArray();
        }
        paid[0][0] = 1;
        List<RecurringAmount> amounts = amounts(paid);
        Map<TimePeriod, Money> sums = new LinkedHashMap<>();
        amounts.forEach(amount -> sums.merge(amount.period(), amount.amount(), Money::plus));
        for (RevenueMovement movement : RecurringRevenue.of(amounts).movements()) {
            assertThat(movement.closing()).isEqualTo(sums.getOrDefault(movement.period(), Money.parse("EUR 0")));
        }
    }

    @Test
    void theFirstAndTheLastPeriodThereIsCountToo() {
        TimePeriod last = TimePeriod.month(9999, 12);
        List<RevenueMovement> moved = RecurringRevenue.of(List.of(
                        new RecurringAmount("a", last.plus(-1), Money.parse("EUR 3")),
                        new RecurringAmount("a", last, Money.parse("EUR 2"))))
                .movements();
        assertThat(moved.get(1).contracted()).isEqualTo(Money.parse("EUR 1"));
        TimePeriod first = TimePeriod.month(1, 1);
        assertThat(RecurringRevenue.of(List.of(new RecurringAmount("a", first, Money.parse("EUR 3"))))
                        .movements()
                        .get(0)
                        .gained())
                .isEqualTo(Money.parse("EUR 3"));
    }

    /**
     * By hand: cohort of January pays 150, 190, 150, 0, 80, that of March 20, 20, 20. Factors (190 + 20) / (150 + 20),
     * (150 + 20) / (190 + 20), 0 / 150, and the mean for the age at which nobody paid.
     */
    @Test
    void revenueToComeFollowsTheAgesOfTheCohorts() {
        RetentionCurve curve = RetentionCurve.of(AMOUNTS);
        double usual = (210.0 + 170 + 0 + 80) / (170 + 210 + 150 + 0);
        assertThat(curve.current()).containsExactly(0.0, 0.0, 20.0, 0.0, 80.0);
        assertThat(curve.usual()).isCloseTo(usual, within(1e-12));
        assertThat(curve.factors()).containsExactly(210.0 / 170, 170.0 / 210, 0.0, usual);
        double[] expected = curve.expectedRevenue(new double[] {10, 0});
        assertThat(expected[0]).isCloseTo(20 * 0 + 80 * usual + 10, within(1e-9));
        assertThat(expected[1]).isCloseTo(80 * usual * usual + 10 * 210.0 / 170, within(1e-9));
    }

    @Test
    void documentsOfTheFirstReleaseStayReadable() {
        Golden.assertGolden(RecurringRevenue.of(AMOUNTS.subList(0, 2)), RecurringRevenue.class);
        Golden.assertGolden(RetentionCurve.of(AMOUNTS), RetentionCurve.class);
        Golden.assertGolden(AMOUNTS.get(0), RecurringAmount.class);
        Golden.assertGolden(RecognitionPattern.of(0.0, 0.5, 0.5), RecognitionPattern.class);
        Golden.assertGolden(
                RecognitionPattern.straightLine(2).schedule(Map.of(JANUARY, Money.parse("EUR 1"))),
                RevenueSchedule.class);
        Golden.assertGolden(SeasonalIndices.of(AirPassengers.SERIES.slice(0, 20)), SeasonalIndices.class);
        RequiredComponents.assertNamed("{\"version\":1,\"shares\":[1.0]}", RecognitionPattern.class);
        RequiredComponents.assertNamed(
                "{\"customer\":\"a\",\"period\":\"2026-01\",\"amount\":\"EUR 1.00\"}", RecurringAmount.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"anchor\":\"2026-01\",\"indices\":[1.0],\"reasons\":[]}", SeasonalIndices.class);
        RequiredComponents.assertNamed(
                "{\"period\":\"2026-01\",\"booked\":\"EUR 1.00\",\"revenue\":\"EUR 1.00\",\"deferred\":\"EUR 0.00\"}",
                RevenuePeriod.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> RecurringRevenue.of(List.of())).hasMessageContaining("empty");
        assertThatThrownBy(() -> RetentionCurve.of(List.of())).hasMessageContaining("none above 0");
        assertThatThrownBy(() -> new RecurringAmount("a", JANUARY, Money.parse("EUR -1")))
                .hasMessageContaining("amount of a is EUR -1.00");
        List<RecurringAmount> mixed = new ArrayList<>(AMOUNTS);
        mixed.add(new RecurringAmount("z", JANUARY, Money.parse("USD 1")));
        assertThatThrownBy(() -> RecurringRevenue.of(mixed)).hasMessageContaining("USD 1.00");
        List<RecurringAmount> farApart = List.of(
                new RecurringAmount("a", TimePeriod.step(0), Money.parse("EUR 1")),
                new RecurringAmount("a", TimePeriod.step(10_000_000_000L), Money.parse("EUR 1")));
        assertThatThrownBy(() -> RecurringRevenue.of(farApart)).hasMessageContaining("10000000001 periods");
        assertThatThrownBy(() -> RetentionCurve.of(farApart)).hasMessageContaining("10000000001 periods");
    }

    @Test
    void storedMovementsThatContradictThemselvesAreRefused() {
        List<RevenueMovement> moved = RecurringRevenue.of(AMOUNTS).movements();
        assertThatThrownBy(() -> moved.get(1).withChurned(Money.parse("EUR -5")).withExpanded(Money.parse("EUR 0")))
                .hasMessageContaining("churned of 2026-02 is EUR -5.00, but must not be negative");
        assertThatThrownBy(() -> new RecurringRevenue(1, List.of(moved.get(0), moved.get(2)), List.of()))
                .hasMessageContaining("movement of 2026-03")
                .hasMessageContaining("must follow that of 2026-01");
        assertThatThrownBy(() -> new RetentionCurve(1, List.of(1.0, -1.0), List.of(1.0), 1, List.of()))
                .hasMessageContaining("current has -1.0");
        assertThatThrownBy(() -> new RetentionCurve(1, List.of(1.0, 1.0), List.of(1.0), Double.NaN, List.of()))
                .hasMessageContaining("usual has NaN");
        assertThatThrownBy(() -> new RetentionCurve(1, List.of(1.0), List.of(1.0), 1, List.of()))
                .hasMessageContaining("one fewer");
        assertThatThrownBy(() -> RetentionCurve.of(AMOUNTS).expectedRevenue(new double[] {Double.NaN}))
                .hasMessageContaining("gained[0] is NaN");
    }
}
