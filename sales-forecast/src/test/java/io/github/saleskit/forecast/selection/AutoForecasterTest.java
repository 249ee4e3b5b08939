package io.github.saleskit.forecast.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.accuracy.Accuracy;
import io.github.saleskit.forecast.accuracy.AccuracyEvaluator;
import io.github.saleskit.forecast.model.BatchForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import io.github.saleskit.forecast.support.CompetitionSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoForecasterTest {

    private static final AutoForecaster AUTO = AutoForecaster.standard();
    private static final double NAN = Double.NaN;

    @Test
    void oneCallForecastsWithIntervalsAndReasons() {
        Forecast forecast = AUTO.forecast(AirPassengers.SERIES.slice(0, 132), 12);
        double[] lower = forecast.lower(0.95);
        double[] upper = forecast.upper(0.95);
        int inside = 0;
        for (int h = 0; h < 12; h++) {
            double actual = AirPassengers.SERIES.value(132 + h);
            inside += lower[h] <= actual && actual <= upper[h] ? 1 : 0;
            assertThat(forecast.mean()[h]).isBetween(lower[h], upper[h]);
        }
        assertThat(inside).isGreaterThanOrEqualTo(11);
        assertThat(forecast.start()).hasToString("1960-01");
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH))
                .contains("; the forecast combines them (learned mean)");
        assertThat(forecast.reasons().get(0).details())
                .hasSize(4)
                .allSatisfy(detail -> assertThat(detail.text(Locale.JAPANESE)).contains("誤差"));
        JsonLine.assertRoundTrip(forecast, Forecast.class);
    }

    @Test
    void oddSeriesGetFiniteOrderedForecasts() {
        TimePeriod start = TimePeriod.month(2020, 1);
        List<TimeSeries> odd = List.of(
                TimeSeries.of(start, 5),
                TimeSeries.of(start, NAN, NAN, -3, NAN),
                TimeSeries.of(start, 0, 0, 0, 0, 0, 0, 0, 0),
                TimeSeries.of(start, 7, 7, NAN, 7, 7, 7, 7, 7, 7, NAN),
                TimeSeries.of(start, 1, 2, 3),
                TimeSeries.of(start, 1, 2, 3, 4, 5),
                TimeSeries.of(start, -1, -5, -2, -9, -3, -8, -1, -4, -6, -2, -7, -5),
                TimeSeries.of(start, 0, 0, 0, 9, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0),
                TimeSeries.of(start, 1e12, 2e12, 1.5e12, 3e12, 2.5e12, 1e12, 4e12, 2e12, 1e-9, 2e12),
                TimeSeries.of(start, 1e100, -1e100, 1e100, 1, 0, -1e100, 1e100, 5),
                TimeSeries.of(start, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384),
                TimeSeries.of(start, 1, NAN, NAN, NAN, 4, 5, NAN, NAN, 9, 10, 3, 4, NAN, NAN),
                AirPassengers.SERIES.withSeasonLength(Integer.MAX_VALUE),
                AirPassengers.SERIES.withSeasonLength(40),
                AirPassengers.SERIES.withSeasonLength(52),
                AirPassengers.SERIES.slice(0, 25));
        AutoForecaster raised = AutoForecaster.compile(
                AutoDefinition.builder().nonNegative(true).wholeNumbers(true).build());
        for (TimeSeries series : odd) {
            for (Forecast forecast : List.of(AUTO.forecast(series, 20), raised.forecast(series, 20))) {
                double[] before = forecast.quantile(0.001);
                for (double p : new double[] {0.001, 0.025, 0.33, 0.5, 0.975}) {
                    double[] at = forecast.quantile(p);
                    for (int h = 0; h < 20; h++) {
                        assertThat(at[h]).as("%s", series).isFinite().isGreaterThanOrEqualTo(before[h]);
                    }
                    before = at;
                }
                assertThat(Arrays.stream(forecast.mean())).as("%s", series).allMatch(Double::isFinite);
                assertThat(forecast.reasons()).isNotEmpty();
            }
            assertThat(Arrays.stream(raised.forecast(series, 9).mean())).allMatch(x -> x >= 0 && x == Math.rint(x));
        }
    }

    /** July sells more than November, and strays more; where values may be negative nothing is known about that. */
    @Test
    void intervalsWidenWithTheLevel() {
        assertThat(widthOfJulyToNovember(AirPassengers.SERIES)).isGreaterThan(1.02);
        double[] lowered = Arrays.stream(AirPassengers.SERIES.values())
                .map(value -> value - 1_000)
                .toArray();
        assertThat(widthOfJulyToNovember(AirPassengers.SERIES.withValues(lowered)))
                .isLessThanOrEqualTo(1);
    }

    private static double widthOfJulyToNovember(TimeSeries monthly) {
        Forecast forecast = AUTO.forecast(monthly, 12);
        double[] lower = forecast.lower(0.95);
        double[] upper = forecast.upper(0.95);
        return (upper[6] - lower[6]) / (upper[10] - lower[10]);
    }

    @Test
    void aSeasonFarLongerThanTheSeriesIsNoSeason() {
        double[] mean =
                AUTO.forecast(AirPassengers.SERIES.withSeasonLength(150), 3).mean();
        for (int length : new int[] {24 * 6_250_000, 24 * 8_000_000, 1_080_000_000, Integer.MAX_VALUE}) {
            assertThat(AUTO.forecast(AirPassengers.SERIES.withSeasonLength(length), 3)
                            .mean())
                    .containsExactly(mean);
        }
    }

    /** Months before the launch are no gaps in demand: its growth goes on. */
    @Test
    void aNewProductIsForecastFromItsFirstSale() {
        double[] values = new double[100];
        for (int t = 60; t < values.length; t++) {
            values[t] = 100 + 5 * (t - 60) + t * 7 % 5;
        }
        Forecast forecast = AUTO.forecast(TimeSeries.of(TimePeriod.month(2015, 1), values), 6);
        assertThat(forecast.model()).matches("learned mean of [2-9] models");
        assertThat(forecast.mean()[5]).isBetween(315.0, 345.0);
        assertThat(forecast.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .anyMatch(text -> text.startsWith("The 60 periods before 2020-01 are left out"));
        assertThat(AUTO.forecastWithErrors(TimeSeries.of(TimePeriod.month(2015, 1), values), 6, WorkMeter.unlimited())
                        .errors())
                .hasSize(40);
    }

    /** What the summary says of one-step errors does not depend on how far is forecast, unless weights do. */
    @Test
    void theFitIsThatOfOneStep() {
        AutoForecaster alike = AutoForecaster.compile(
                AutoDefinition.builder().combination(Combination.MEDIAN).build());
        assertThat(alike.forecast(AirPassengers.SERIES, 12).fit())
                .isEqualTo(alike.forecast(AirPassengers.SERIES, 1).fit());
    }

    /** Weights go with the fourth power of the inverse error, and count half when the horizon fits in twenty times. */
    @Test
    void learnedWeightsAreDrawnTowardsEqualOnes() {
        double[][] paths = {{10}, {20}, {60}};
        double[] errors = {1, 2, 4, 9};
        Combiner half = new Combiner(Combination.LEARNED, List.of(0, 1, 2), errors, 20);
        double sum = 1 + 1 / 16.0 + 1 / 256.0;
        double weighted = (10 + 20 / 16.0 + 60 / 256.0) / sum;
        assertThat(half.combine(paths)[0]).isCloseTo((20 + weighted) / 2, within(1e-12));
        assertThat(half.share(0)).isCloseTo(0.5 / sum + 0.5 / 3, within(1e-12));
        assertThat(half.share(0) + half.share(1) + half.share(2)).isCloseTo(1, within(1e-12));
        assertThat(new Combiner(Combination.LEARNED, List.of(0, 1, 2), errors, 0).combine(paths))
                .containsExactly(20);
        assertThat(new Combiner(Combination.MEDIAN, List.of(0, 1, 2), errors, 1e9).combine(paths))
                .containsExactly(20);
        Combiner perfect = new Combiner(Combination.LEARNED, List.of(0, 1), new double[] {0, 3}, 1e15);
        assertThat(perfect.combine(new double[][] {{7}, {8}})[0]).isCloseTo(7, within(1e-9));
        Combiner hopeless = new Combiner(
                Combination.LEARNED,
                List.of(0, 1),
                new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY},
                20);
        assertThat(hopeless.combine(new double[][] {{7}, {8}})).containsExactly(7.5);
    }

    /** A wrong entry within does not bend the forecast, but widens its interval; one at the end may be news. */
    @Test
    void singleValuesThatStandOutAreTold() {
        double[] values = AirPassengers.SERIES.values();
        double[] mean = AUTO.forecast(AirPassengers.SERIES, 6).mean();
        values[100] *= 10;
        Forecast forecast = AUTO.forecast(AirPassengers.SERIES.withValues(values), 6);
        for (int h = 0; h < 6; h++) {
            assertThat(forecast.mean()[h]).isCloseTo(mean[h], within(0.03 * mean[h]));
        }
        assertThat(forecast.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .anyMatch(text -> text.startsWith("Values that stand out among their neighbours, 1 in number"));
        double[] late = AirPassengers.SERIES.values();
        late[142] *= 10;
        late[60] *= 10;
        late[61] *= 10;
        assertThat(AUTO.forecast(AirPassengers.SERIES.withValues(late), 6).reasons())
                .extracting(Reason::code)
                .doesNotContain("forecast.selection.outliers");
        double[] negative = AirPassengers.SERIES.values();
        negative[60] = -5_000;
        assertThat(AUTO.forecast(AirPassengers.SERIES.withValues(negative), 6).reasons())
                .extracting(Reason::code)
                .doesNotContain("forecast.selection.outliers");
    }

    /** What may come again is no wrong entry: a month of the year, days of invoices, a campaign of every year. */
    @Test
    void whatMayComeAgainIsLeftAsItIs() {
        for (int n : new int[] {20, 22, 26, 28, 30, 48}) {
            for (int month : new int[] {2, 6, 9}) {
                Forecast forecast = AUTO.forecast(spikes(n, 12, month).withSeasonLength(12), 12);
                assertThat(forecast.reasons())
                        .as("month %d of %d", month, n)
                        .extracting(Reason::code)
                        .doesNotContain("forecast.selection.outliers");
            }
        }
        double[] mean =
                AUTO.forecast(spikes(26, 12, 2).withSeasonLength(12), 12).mean();
        assertThat(mean[0]).isGreaterThan(400);
        double total = Arrays.stream(AUTO.forecast(spikes(200, 30, 17).withSeasonLength(7), 60)
                        .mean())
                .sum();
        assertThat(total).isBetween(60 * 100.0, 60 * 150.0);
        assertThat(AUTO.forecast(spikes(110, 52, 30).withSeasonLength(52), 12).reasons())
                .extracting(Reason::code)
                .doesNotContain("forecast.selection.outliers");
    }

    /** About 100, and six times as much at one position of each round. */
    private static TimeSeries spikes(int n, int round, int at) {
        double[] values = new double[n];
        for (int t = 0; t < n; t++) {
            values[t] = (100 + t * 37 % 19) * (t % round == at ? 6 : 1);
        }
        return TimeSeries.of(TimePeriod.step(1), values);
    }

    /** Where a model never missed, the others have nothing to say. */
    @Test
    void aStraightLineGoesOn() {
        double[] line = IntStream.rangeClosed(1, 60).asDoubleStream().toArray();
        Forecast forecast = AUTO.forecast(TimeSeries.of(TimePeriod.month(2020, 1), line), 6);
        assertThat(forecast.mean()).containsExactly(new double[] {61, 62, 63, 64, 65, 66}, within(1e-9));
    }

    /** Of a long series reasons tell the weights. */
    @Test
    void weightsAreTold() {
        assertThat(AUTO.forecast(AirPassengers.SERIES, 6).reasons().get(0).details())
                .extracting(detail -> detail.text(Locale.ENGLISH))
                .anyMatch(text -> text.matches("ETS.* has a weight of [0-9.]+ %\\."));
    }

    @Test
    void impossibleRequestsAreRefused() {
        assertThatThrownBy(() -> AUTO.forecast(AirPassengers.SERIES, 0)).hasMessageContaining("horizon is 0");
        assertThatThrownBy(() -> AUTO.forecast(AirPassengers.SERIES.withValues(NAN, NAN), 1))
                .hasMessageContaining("no value in 2 periods");
        TimeSeries late = TimeSeries.of(TimePeriod.month(9999, 1), 1, 3, 2, 5, 4, 6, 5, 8);
        assertThat(AUTO.forecast(late, 4).toString()).endsWith("9999-09..9999-12]");
        assertThatThrownBy(() -> AUTO.forecast(late, 5)).hasMessageContaining("outside of the years 1 to 9999");
    }

    @Test
    void aBatchIsTheSameOnAnyThreadsAndSurvivesABadSeries() {
        Map<String, TimeSeries> series = new LinkedHashMap<>();
        series.put("bad", AirPassengers.SERIES.withValues(NAN));
        for (int i = 0; i < 40; i++) {
            series.put("s" + i, AirPassengers.SERIES.slice(i, 60 + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            BatchForecast parallel = AUTO.forecastAll(series, 3, threads);
            BatchForecast single = AUTO.forecastAll(series, 3, WorkMeter.unlimited());
            assertThat(parallel).isEqualTo(single);
            assertThat(parallel.failures()).containsOnlyKeys("bad");
            assertThat(parallel.forecasts()).doesNotContainKey("bad");
            assertThat(parallel.forecasts().get("s7")).isEqualTo(AUTO.forecast(series.get("s7"), 3));
            Map<String, Forecast> each = new LinkedHashMap<>();
            List<String> failed = new ArrayList<>();
            AUTO.forecastEach(series.entrySet().iterator(), 3, threads, batch -> {
                each.putAll(batch.forecasts());
                failed.addAll(batch.failures().keySet());
            });
            assertThat(new ArrayList<>(each.entrySet()))
                    .isEqualTo(new ArrayList<>(parallel.forecasts().entrySet()));
            assertThat(failed).containsExactly("bad");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Many more series than may be under way at once come back in their order; an id given twice is refused. */
    @Test
    void seriesStreamThrough() {
        List<String> ids = new ArrayList<>();
        Iterator<Map.Entry<String, TimeSeries>> many = IntStream.range(0, 1_500)
                .mapToObj(i -> Map.entry("s" + i, AirPassengers.SERIES.withValues(i, i, i)))
                .iterator();
        AUTO.forecastEach(
                many,
                1,
                Runnable::run,
                batch -> batch.forecasts().forEach((id, forecast) -> {
                    assertThat(id).isEqualTo("s" + ids.size());
                    assertThat(forecast.mean()).containsExactly(ids.size());
                    ids.add(id);
                }));
        assertThat(ids).hasSize(1_500);
        Iterator<Map.Entry<String, TimeSeries>> twice = List.of(
                        Map.entry("a", AirPassengers.SERIES), Map.entry("a", AirPassengers.SERIES))
                .iterator();
        assertThatThrownBy(() -> AUTO.forecastEach(twice, 1, Runnable::run, batch -> {}))
                .hasMessageContaining("\"a\" was given before");
    }

    /** What a receiver throws ends the stream: nothing more is read or handed over. */
    @Test
    void aFailingReceiverEndsTheStream() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        Iterator<Map.Entry<String, TimeSeries>> many = IntStream.range(0, 2_000)
                .mapToObj(i -> Map.entry("s" + read.getAndIncrement(), AirPassengers.SERIES.withValues(i, i, i)))
                .iterator();
        assertThatThrownBy(() -> AUTO.forecastEach(many, 1, Runnable::run, batch -> {
                    received.incrementAndGet();
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        assertThat(received).hasValue(1);
        assertThat(read).hasValue(1_024);
    }

    @Test
    void aBudgetBoundsTheModels() {
        WorkMeter two = new WorkMeter(WorkBudget.ofUnits(2), StopSignal.never(), ProgressListener.none());
        Forecast forecast = AUTO.forecast(AirPassengers.SERIES, 3, two);
        assertThat(forecast.reasons().get(0).details()).hasSize(2);
        WorkMeter none = new WorkMeter(WorkBudget.ofUnits(0), StopSignal.never(), ProgressListener.none());
        assertThat(AUTO.forecast(AirPassengers.SERIES, 3, none).model()).isEqualTo("naive2");
    }

    /**
     * Values that are missing at the end are forecast over: what follows them is the later part of a longer forecast.
     */
    @Test
    void missingValuesAtTheEndLengthenTheWay() {
        double[] values = Arrays.copyOf(AirPassengers.SERIES.values(), 146);
        values[144] = NAN;
        values[145] = NAN;
        Forecast behind = AUTO.forecast(AirPassengers.SERIES.withValues(values), 2);
        Forecast all = AUTO.forecast(AirPassengers.SERIES, 4);
        assertThat(behind.mean()).containsExactly(all.mean()[2], all.mean()[3]);
        assertThat(behind.start()).hasToString("1961-03");
    }

    @Test
    void definitionsAreStored() {
        JsonLine.assertRoundTrip(AutoDefinition.standard(), AutoDefinition.class);
        assertThat(Combination.TRIMMED_MEAN.combine(new double[][] {{9}, {1}, {2}, {4}}))
                .containsExactly(3);
        assertThat(Combination.MEAN.combine(new double[][] {{9}, {1}, {2}, {4}}))
                .containsExactly(4);
        assertThat(Combination.MEDIAN.combine(new double[][] {{9}, {1}, {2}, {4}}))
                .containsExactly(3);
    }

    /**
     * OWA of R's ets and thetaf, the better of the two; least coverage; for monthly and quarterly series the MSIS of
     * R's ets.
     */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "m1_yearly, 1, 0.800, 0.88, 40",
        "m1_quarterly, 4, 0.909, 0.93, 21.3",
        "m1_monthly, 12, 0.905, 0.93, 9.62"
    })
    void theM1SeriesAreForecastBetterThanByR(String file, int period, double owa, double coverage, double msis) {
        AccuracyEvaluator evaluator = new AccuracyEvaluator(period);
        for (CompetitionSeries series : CompetitionSeries.read(file)) {
            evaluator.add(series.history(), AUTO.forecast(series.history(), series.future().length), series.future());
        }
        Accuracy accuracy = evaluator.toAccuracy();
        assertThat(accuracy.owa().orElseThrow()).isLessThan(owa);
        assertThat(accuracy.coverage()).isBetween(coverage, 0.97);
        assertThat(accuracy.msis().orElseThrow()).isLessThan(msis);
    }
}
