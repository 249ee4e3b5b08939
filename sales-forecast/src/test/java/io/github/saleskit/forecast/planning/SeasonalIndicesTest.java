package io.github.saleskit.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SeasonalIndicesTest {

    private static final double[] TRUE = {1.2, 0.8, 1.1, 0.9};

    private static TimeSeries quarters(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, t -> (100 + t) * TRUE[t % 4]);
        return TimeSeries.of(TimePeriod.quarter(2015, 2), values);
    }

    @Test
    void indicesAreThoseOfTheHistory() {
        SeasonalIndices season = SeasonalIndices.of(quarters(40));
        for (int i = 0; i < 4; i++) {
            assertThat(season.index(TimePeriod.quarter(2015, 2).plus(i))).isCloseTo(TRUE[i], within(0.01));
        }
        assertThat(season.indices().stream().mapToDouble(x -> x).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(season.index(TimePeriod.quarter(2031, 2))).isEqualTo(season.index(TimePeriod.quarter(1999, 2)));
        assertThat(season.reasons().get(0).text(Locale.ENGLISH))
                .contains("periods like 2015-Q2 are strongest with 1", "2015-Q3 weakest");
    }

    /** July and August are the strong months of air travel, November the weakest, in every textbook. */
    @Test
    void airTravelIsStrongestInSummer() {
        SeasonalIndices season = SeasonalIndices.of(AirPassengers.SERIES);
        double[] byMonth = season.shares(TimePeriod.month(1962, 1), 12);
        assertThat(byMonth[6]).isGreaterThan(1.2 / 12);
        assertThat(Arrays.stream(byMonth).min().orElseThrow()).isEqualTo(byMonth[10]);
        assertThat(Arrays.stream(byMonth).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anAmountIsDividedToTheCent() {
        SeasonalIndices season = SeasonalIndices.of(quarters(40));
        List<Money> quotas = season.distribute(Money.parse("EUR 100000.01"), TimePeriod.quarter(2026, 1), 4);
        assertThat(quotas.stream().reduce(Money::plus)).contains(Money.parse("EUR 100000.01"));
        assertThat(quotas.get(1)).as("the second quarter is the strongest").isGreaterThan(quotas.get(0));
        SeasonalIndices closed = new SeasonalIndices(
                1, TimePeriod.quarter(2026, 1), List.of(2.0, 0.0), List.of(Reason.of("forecast.planning.noSeason")));
        assertThat(closed.distribute(Money.parse("EUR 3.00"), TimePeriod.quarter(2026, 2), 1))
                .as("all there is goes to the only period")
                .containsExactly(Money.parse("EUR 3.00"));
    }

    @Test
    void withoutASeasonAllPeriodsCountTheSame() {
        assertThat(SeasonalIndices.of(quarters(7)).indices()).containsOnly(1.0);
        double[] negative = quarters(12).values();
        negative[4] = -500;
        negative[5] = -500;
        negative[6] = -500;
        negative[7] = -500;
        assertThat(SeasonalIndices.of(quarters(12).withValues(negative)).indices())
                .hasSize(4)
                .allMatch(index -> index >= 0);
        assertThat(SeasonalIndices.of(quarters(12).withValues(new double[12])).indices())
                .containsOnly(1.0);
        assertThat(SeasonalIndices.of(TimeSeries.of(TimePeriod.year(2020), 4, 5))
                        .indices())
                .containsExactly(1.0);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        SeasonalIndices season = SeasonalIndices.of(quarters(40));
        assertThatThrownBy(() -> season.index(TimePeriod.month(2026, 1))).hasMessageContaining("quarter");
        assertThatThrownBy(() -> season.shares(TimePeriod.quarter(2026, 1), 0)).hasMessageContaining("periods is 0");
        assertThatThrownBy(() -> SeasonalIndices.of(TimeSeries.of(TimePeriod.year(2020), Double.NaN)))
                .hasMessageContaining("no value");
        assertThatThrownBy(() -> new SeasonalIndices(1, TimePeriod.year(2020), List.of(-1.0), List.of()))
                .hasMessageContaining("[-1.0]");
        assertThatThrownBy(() -> new SeasonalIndices(1, TimePeriod.year(2020), List.of(120.0, 80.0), List.of()))
                .hasMessageContaining("mean of 100.0")
                .hasMessageContaining("per cent");
    }

    @Test
    void aSeasonOfAnyLengthIsNoReasonToFail() {
        TimeSeries endless = TimeSeries.of(TimePeriod.step(1), 3, 4).withSeasonLength(Integer.MAX_VALUE);
        assertThat(SeasonalIndices.of(endless).indices()).containsExactly(1.0);
    }

    @Test
    void thePeriodThatSellsNextToNothingGetsNothing() {
        SeasonalIndices season = new SeasonalIndices(1, TimePeriod.quarter(2026, 1), List.of(2.0, 1e-200), List.of());
        assertThat(season.distribute(Money.parse("EUR 3.00"), TimePeriod.quarter(2026, 1), 2))
                .containsExactly(Money.parse("EUR 3.00"), Money.parse("EUR 0.00"));
    }
}
