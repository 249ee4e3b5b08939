package io.github.saleskit.forecast.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.Granularity;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import io.github.saleskit.forecast.support.Golden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonsTest {

    private static double[] walk(int n, long seed, IntToDoubleFunction season) {
        Random random = new Random(seed);
        double[] y = new double[n];
        double level = 100;
        for (int t = 0; t < n; t++) {
            level += 0.3 * random.nextGaussian();
            y[t] = level + season.applyAsDouble(t) + 0.5 * random.nextGaussian();
        }
        return y;
    }

    private static double wave(int t, double length) {
        return StrictMath.sin(2 * Math.PI * t / length);
    }

    private static Seasons of(int m, double[] y) {
        return Seasons.of(TimeSeries.of(TimePeriod.step(1), y).withSeasonLength(m), y);
    }

    @Test
    void aSeasonNobodyGaveIsFound() {
        assertThat(of(1, walk(400, 1, t -> 2 * wave(t, 7)))).isEqualTo(new Seasons(7, 0, false));
        assertThat(of(1, walk(400, 1, t -> 4 * wave(t, 365.25 / 7))).longer()).isCloseTo(52.18, within(0.01));
        assertThat(of(52, walk(400, 1, t -> 4 * wave(t, 365.25 / 7))).longer()).isCloseTo(52.18, within(0.01));
        assertThat(of(1, walk(400, 1, t -> 0))).isEqualTo(new Seasons(1, 0, false));
        assertThat(of(52, walk(400, 1, t -> 0))).isEqualTo(new Seasons(1, 0, false));
        assertThat(of(1, walk(40, 1, t -> 9 * wave(t, 7)))).isEqualTo(new Seasons(1, 0, false));
    }

    @Test
    void aSeasonAroundAnotherIsFound() {
        double[] week = {0, 1, 1, 1, 2, 8, 6};
        assertThat(of(8, walk(600, 1, t -> 3 * wave(t, 8) + week[t / 8 % 7]))).isEqualTo(new Seasons(8, 56, true));
        assertThat(of(1, walk(600, 1, t -> 3 * wave(t, 8) + week[t / 8 % 7]))).isEqualTo(new Seasons(8, 56, true));
        assertThat(of(24, walk(600, 1, t -> 3 * wave(t, 24)))).isEqualTo(new Seasons(24, 168, true));
        assertThat(of(8, walk(600, 1, t -> 3 * wave(t, 8)))).isEqualTo(new Seasons(8, 0, false));
        Seasons daily = of(7, walk(1_200, 1, t -> week[t % 7] + 9 * wave(t, 365.25)));
        assertThat(daily).isEqualTo(new Seasons(7, 365.25, false));
        assertThat(of(1, walk(1_200, 1, t -> week[t % 7] + 9 * wave(t, 365.25))).shorter())
                .isEqualTo(7);
    }

    @Test
    void calendarMonthsHaveTheSeasonThatTheyAreGiven() {
        TimeSeries air = AirPassengers.SERIES;
        assertThat(Seasons.of(air, air.values())).isEqualTo(new Seasons(12, 0, false));
        assertThat(Seasons.of(air.withSeasonLength(1), air.values())).isEqualTo(new Seasons(1, 0, false));
    }

    /** Days of a week in a year: the peak of the year lies a month ahead, and a week knows nothing of it. */
    @Test
    void twoSeasonsAreForecastTogether() {
        double[] week = {0, 1, 1, 1, 2, 8, 6};
        IntToDoubleFunction season = t -> week[t % 7] + 30 * wave(t, 365.25);
        double[] y = walk(1_096, 2, season);
        Forecast forecast = AutoForecaster.standard()
                .forecast(TimeSeries.of(TimePeriod.of(Granularity.DAY, LocalDate.of(2023, 1, 2)), y), 60);
        double now = y[1_095] - season.applyAsDouble(1_095);
        assertThat(forecast.mean()[59]).isCloseTo(now + season.applyAsDouble(1_155), within(8.0));
        assertThat(forecast.reasons().get(0).details())
                .anySatisfy(detail -> assertThat(detail.text(Locale.ENGLISH)).startsWith("log seasonal"));
    }

    @Test
    void rareDemandIsForecastAsSuch() {
        TimeSeries parts = TimeSeries.of(
                TimePeriod.month(2020, 1), 0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0, 0, 2, 0, 0, 0);
        Forecast forecast = AutoForecaster.standard().forecast(parts, 3);
        assertThat(forecast.model()).isIn("sba", "tsb", "croston", "adida", "imapa");
        assertThat(forecast.quantile(0.5)).containsOnly(0);
    }

    /** Intervals of a calm past are too narrow when the latest values all stray, and too wide after a wild one. */
    @Test
    void manySeriesSayHowWideIntervalsHaveToBe() {
        List<TimeSeries> calm = new ArrayList<>();
        List<TimeSeries> wild = new ArrayList<>();
        List<TimeSeries> same = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Random random = new Random(i);
            double[] z = IntStream.range(0, 60)
                    .mapToDouble(t -> random.nextGaussian())
                    .toArray();
            TimePeriod start = TimePeriod.step(1);
            calm.add(TimeSeries.of(
                    start,
                    IntStream.range(0, 60)
                            .mapToDouble(t -> 100 + (t < 54 ? 1 : 9) * z[t])
                            .toArray()));
            wild.add(TimeSeries.of(
                    start,
                    IntStream.range(0, 60)
                            .mapToDouble(t -> 100 + (t < 54 ? 9 : 1) * z[t])
                            .toArray()));
            same.add(TimeSeries.of(
                    start,
                    IntStream.range(0, 60).mapToDouble(t -> 100 + 5 * z[t]).toArray()));
        }
        AutoForecaster plain = AutoForecaster.standard();
        IntervalCalibration wider = plain.calibrate(calm, 6, WorkMeter.unlimited());
        assertThat(wider.width()).isGreaterThan(1.3);
        assertThat(wider.covered()).isLessThan(0.7);
        IntervalCalibration narrower = plain.calibrate(wild, 6, WorkMeter.unlimited());
        assertThat(narrower.width()).isLessThan(0.75);
        assertThat(plain.calibrate(same, 6, WorkMeter.unlimited()).width()).isBetween(0.69, 1.0);
        List<TimeSeries> backwards = new ArrayList<>(wild);
        Collections.reverse(backwards);
        assertThat(plain.calibrate(backwards, 6, WorkMeter.unlimited())).isEqualTo(narrower);
        assertThat(plain.calibrate(Collections.emptyList(), 6, WorkMeter.unlimited())
                        .width())
                .isEqualTo(1);
        Forecast before = plain.forecast(calm.get(0), 6);
        Forecast after = AutoForecaster.compile(AutoDefinition.standard().withCalibration(wider))
                .forecast(calm.get(0), 6);
        assertThat(after.mean()).containsExactly(before.mean());
        assertThat((after.upper(0.95)[2] - after.mean()[2]) / (before.upper(0.95)[2] - before.mean()[2]))
                .isCloseTo(wider.width(), within(1e-9));
        assertThat(wider.reasons().get(0).text(Locale.ENGLISH)).contains("latest values of 30 series");
    }

    @Test
    void calibrationsAreStored() {
        IntervalCalibration calibration = IntervalCalibration.builder()
                .width(1.25)
                .series(40)
                .values(240)
                .covered(0.9)
                .build();
        Golden.assertGolden(calibration, IntervalCalibration.class);
        Golden.assertGolden(
                AutoDefinition.builder()
                        .combination(Combination.TRIMMED_MEAN)
                        .nonNegative(true)
                        .wholeNumbers(true)
                        .calibration(calibration)
                        .build(),
                AutoDefinition.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"width\":1.25,\"series\":40,\"values\":240,\"covered\":0.9,\"reasons\":[]}",
                IntervalCalibration.class);
    }
}
