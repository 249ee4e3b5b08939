package io.github.saleskit.forecast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalogyForecasterTest {

    private static final TimePeriod START = TimePeriod.quarter(2018, 2);
    private static final double[] SEASON = {1.3, 0.7, 1.1, 0.9};

    /** Shops of any size with one season, which grow by 2 % a quarter. */
    private static double[] shop(double size, int from, int length) {
        double[] values = new double[length];
        Arrays.setAll(values, t -> size * Math.pow(1.02, from + t) * SEASON[(from + t) % 4]);
        return values;
    }

    private static Map<String, TimeSeries> shops() {
        Map<String, TimeSeries> shops = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            shops.put("shop " + i, TimeSeries.of(START.plus(i), shop(Math.pow(10, i), i, 20)));
        }
        return shops;
    }

    @Test
    void aNewShopHasTheSeasonAndTheGrowthOfTheOthersAtItsOwnSize() {
        AnalogyForecaster forecaster = AnalogyForecaster.compile(AnalogyDefinition.bySeason(), shops());
        for (int age = 1; age <= 3; age++) {
            TimeSeries three = TimeSeries.of(START.plus(21), shop(77, 21, age));
            Forecast year = forecaster.forecast(three, 4);
            assertThat(year.start()).isEqualTo(three.end());
            assertThat(year.mean()).containsExactly(shop(77, 21 + age, 4), within(1e-6));
            assertThat(year.upper(0.95)[3]).isCloseTo(year.mean()[3], within(1e-6));
        }
        TimeSeries gap = TimeSeries.of(START.plus(21), 77 * Math.pow(1.02, 21) * SEASON[1], Double.NaN);
        Forecast year = forecaster.forecast(gap, 4);
        assertThat(year.mean()).containsExactly(shop(77, 23, 4), within(1e-6));
        assertThat(year.reasons().get(0).text(Locale.ENGLISH))
                .startsWith("The series goes on as 5 analogues did at the same time of the season (")
                .contains("missed by 0 %");
        JsonLine.assertRoundTrip(year, Forecast.class);
    }

    private static Map<String, TimeSeries> launches(Random random, int count) {
        double[] usual = {10, 30, 60, 80, 70, 50, 40, 35};
        Map<String, TimeSeries> launches = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            double size = Math.exp(random.nextGaussian());
            double[] sales = new double[8];
            Arrays.setAll(sales, t -> usual[t] * size * Math.exp(0.1 * random.nextGaussian()));
            launches.put("launch " + i, TimeSeries.of(TimePeriod.month(2020, 1).plus(i), sales));
        }
        return launches;
    }

    /** Before the launch its size is unknown, and the interval says so; after two months only the noise is left. */
    @Test
    void aNewProductIsForecastLikeEarlierOnesAndBetterOnceItSells() {
        Map<String, TimeSeries> launches = launches(new Random(5), 60);
        AnalogyForecaster forecaster = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), launches);
        TimePeriod start = TimePeriod.month(2026, 3);
        Forecast before = forecaster.forecastNew(start, 8);
        assertThat(before.mean()[3]).isBetween(50.0, 120.0);
        assertThat(before.upper(0.8)[3] / before.lower(0.8)[3])
                .as("e to the 2.56")
                .isBetween(7.0, 25.0);
        Forecast after = forecaster.forecast(TimeSeries.of(start, 20, 60), 6);
        assertThat(after.mean()[1]).isCloseTo(160, within(25.0));
        assertThat(after.upper(0.8)[1] / after.lower(0.8)[1]).isBetween(1.2, 1.7);
        assertThat(after.reasons().get(0).text(Locale.JAPANESE)).contains("60件");
    }

    /** Six earlier launches say little of the spread, and intervals know. */
    @Test
    void intervalsFromFewAnaloguesAreWideEnough() {
        Random random = new Random(12);
        int inside80 = 0;
        int inside95 = 0;
        int all = 0;
        for (int trial = 0; trial < 150; trial++) {
            Map<String, TimeSeries> launches = launches(random, 7);
            TimeSeries own = launches.get("launch 6");
            launches.remove("launch 6");
            Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), launches)
                    .forecast(own.slice(0, 2), 6);
            for (int h = 0; h < 6; h++) {
                double actual = own.value(2 + h);
                inside80 += forecast.lower(0.8)[h] <= actual && actual <= forecast.upper(0.8)[h] ? 1 : 0;
                inside95 += forecast.lower(0.95)[h] <= actual && actual <= forecast.upper(0.95)[h] ? 1 : 0;
                all++;
            }
        }
        assertThat((double) inside80 / all).isBetween(0.74, 0.9);
        assertThat((double) inside95 / all).isBetween(0.9, 0.99);
    }

    /** Beside a mean that is nearly 0 because signs cancel out, everything would look huge. */
    @Test
    void valuesOfBothSignsAreComparedByTheirSize() {
        Random random = new Random(1);
        Map<String, TimeSeries> changes = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            double[] values =
                    random.doubles(24).map(u -> 10 * random.nextGaussian()).toArray();
            changes.put("change " + i, TimeSeries.of(TimePeriod.month(2020, 1), values));
        }
        Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.bySeason(), changes)
                .forecast(TimeSeries.of(TimePeriod.month(2022, 3), 5, -6), 3);
        assertThat(Arrays.stream(forecast.mean())).allMatch(value -> Math.abs(value) < 12);
    }

    @Test
    void seasonsOfAnyLengthAreNoReasonToFail() {
        Map<String, TimeSeries> odd = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            odd.put(
                    "a" + i,
                    TimeSeries.of(TimePeriod.step(1), 9, 1 + i, 2 + i, 3 + i).withSeasonLength(Integer.MAX_VALUE));
        }
        Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.bySeason(), odd)
                .forecast(TimeSeries.of(TimePeriod.step(2), 5).withSeasonLength(Integer.MAX_VALUE), 2);
        assertThat(forecast.mean()[0]).isGreaterThan(5);
    }

    @Test
    void analoguesOfAnotherUnitAreNoForecast() {
        Map<String, TimeSeries> odd = new LinkedHashMap<>();
        for (int i = 1; i <= 6; i++) {
            odd.put("a" + i, TimeSeries.of(TimePeriod.step(1), 1, i % 2 == 0 ? 1e99 : 1e-99));
        }
        AnalogyForecaster forecaster = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), odd);
        assertThatThrownBy(() -> forecaster.forecast(TimeSeries.of(TimePeriod.step(1), 1e50), 1))
                .hasMessageContaining("another unit");
    }

    @Test
    void productsThatOftenSellNothingAreComparedByTheirMeans() {
        Map<String, TimeSeries> rare = new LinkedHashMap<>();
        for (int i = 1; i <= 6; i++) {
            rare.put("part " + i, TimeSeries.of(TimePeriod.step(1), 0, 2 * i, 0, 4 * i));
        }
        Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), rare)
                .forecast(TimeSeries.of(TimePeriod.step(9), 0, 10), 2);
        assertThat(forecast.mean()).containsExactly(new double[] {0, 20}, within(1e-9));
        assertThat(Arrays.stream(forecast.lower(0.95))).allMatch(value -> value >= 0);
    }

    /**
     * Launches that came to nothing are part of what may happen: the mean of all is 600, not the 1000 of the others.
     */
    @Test
    void launchesThatCameToNothingCount() {
        Map<String, TimeSeries> launches = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            launches.put("launch " + i, TimeSeries.of(TimePeriod.step(1), 1000, i < 4 ? 0 : 1000));
        }
        Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), launches)
                .forecastNew(TimePeriod.step(5), 2);
        assertThat(forecast.mean()).containsExactly(new double[] {1000, 600}, within(1e-9));
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH)).contains("10 analogues");
    }

    /** From the others 1000 is forecast as 2500, 2000 as 2000 and 3000 as 1500; of logarithms by geometric means. */
    @Test
    void theErrorIsAShareOfWhatCame() {
        Map<String, TimeSeries> launches = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            launches.put("launch " + i, TimeSeries.of(TimePeriod.step(1), 0, 1000 * (i + 1)));
        }
        Forecast forecast = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), launches)
                .forecastNew(TimePeriod.step(5), 2);
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH)).contains("missed by 50 % of what came");
        assertThat(forecast.fit().meanAbsoluteError()).as("of the first step").isZero();
        launches.replaceAll((id, launch) -> launch.slice(1, 2));
        Forecast one = AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), launches)
                .forecastNew(TimePeriod.step(5), 1);
        double root = Math.sqrt(2);
        double missed = 1000 * ((Math.sqrt(6) - 1) + (2 - Math.sqrt(3)) + (3 - root)) / 3;
        assertThat(one.fit().meanAbsoluteError()).isCloseTo(missed, within(1e-9));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        AnalogyForecaster forecaster = AnalogyForecaster.compile(AnalogyDefinition.bySeason(), shops());
        TimeSeries few = TimeSeries.of(TimePeriod.quarter(2026, 1), 5, 6);
        assertThatThrownBy(() -> forecaster.forecast(few, 0)).hasMessageContaining("horizon is 0");
        assertThatThrownBy(() -> forecaster.forecast(few, 19)).hasMessageContaining("Maybe a shorter horizon, or");
        assertThatThrownBy(() -> forecaster.forecast(TimeSeries.of(TimePeriod.month(2026, 1), 5), 2))
                .hasMessageContaining("history has periods like 2026-01");
        assertThatThrownBy(() -> forecaster.forecast(few.withValues(Double.NaN), 2))
                .hasMessageContaining("forecastNew");
        double[] longAgo = new double[30];
        Arrays.fill(longAgo, Double.NaN);
        longAgo[0] = 5;
        assertThatThrownBy(() -> forecaster.forecast(few.withValues(longAgo), 2))
                .hasMessageContaining("no value in its last 24 periods");
        assertThatThrownBy(() -> forecaster.forecast(few.withValues(0, 0), 2)).hasMessageContaining("0 throughout");
        assertThatThrownBy(() -> forecaster.forecastNew(START, 4)).hasMessageContaining("byLaunch");
        assertThatThrownBy(() -> AnalogyForecaster.compile(AnalogyDefinition.bySeason(), Map.of("a", few)))
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> AnalogyForecaster.compile(AnalogyDefinition.byLaunch(), Map.of("a", few, "b", few)))
                .hasMessageContaining("analogues are 2, but must be at least 3 by launch");
        assertThatThrownBy(() -> AnalogyForecaster.compile(
                        AnalogyDefinition.bySeason(), Map.of("a", few, "b", TimeSeries.of(TimePeriod.step(1), 4))))
                .hasMessageContaining("analogue \"");
    }
}
