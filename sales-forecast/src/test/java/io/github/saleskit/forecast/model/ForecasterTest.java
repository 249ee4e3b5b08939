package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.model.internal.EtsFit;
import io.github.saleskit.forecast.model.internal.EtsForm;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import io.github.saleskit.forecast.support.Golden;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {

    private static final double[] NINE = {3, 5, 9, 4, 6, 11, 5, 8, 12};
    private static final TimeSeries SHORT =
            TimeSeries.of(TimePeriod.step(1), NINE).withSeasonLength(3);

    private static Forecast by(String model, TimeSeries series, int horizon) {
        return Forecaster.compile(ForecastDefinition.of(model)).forecast(series, horizon);
    }

    @Test
    void theTourForecastsTwelveMonthsWithIntervalsAndReasons() {
        Forecast forecast = Forecaster.standard().forecast(AirPassengers.SERIES, 12);
        assertThat(forecast.start()).hasToString("1961-01");
        assertThat(forecast.model()).isEqualTo("ETS(M,A,M)");
        assertThat(forecast.mean()).hasSize(12);
        for (int h = 0; h < 12; h++) {
            assertThat(forecast.lower(0.95)[h]).isLessThan(forecast.lower(0.8)[h]);
            assertThat(forecast.lower(0.8)[h]).isLessThan(forecast.mean()[h]);
            assertThat(forecast.upper(0.8)[h]).isBetween(forecast.mean()[h], forecast.upper(0.95)[h]);
        }
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH))
                .startsWith("Of 15 exponential smoothing models, ETS(M,A,M) describes the history best (AICc 1390.");
        assertThat(forecast.reasons().get(0).text(Locale.JAPANESE)).contains("15個の指数平滑モデル");
        assertThat(forecast.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .anySatisfy(text -> assertThat(text)
                        .contains("a season of 12 periods")
                        .contains("in 1961-11")
                        .contains("in 1961-07"));
        assertThat(forecast.reasons())
                .allSatisfy(reason -> assertThat(reason.text(Locale.ENGLISH)).doesNotContain("{"));
    }

    /**
     * The same arguments give the same forecast; another seed other simulated quantiles, but nearly the same. Few steps
     * of a small error need no simulation.
     */
    @Test
    void chanceComesFromTheSeedAlone() {
        Forecaster forecaster = Forecaster.standard();
        assertThat(forecaster.forecast(AirPassengers.SERIES, 12, 8))
                .isEqualTo(forecaster.forecast(AirPassengers.SERIES, 12, 7));
        Forecast first = forecaster.forecast(AirPassengers.SERIES, 61, 7);
        Forecast other = forecaster.forecast(AirPassengers.SERIES, 61, 8);
        assertThat(forecaster.forecast(AirPassengers.SERIES, 61, 7))
                .isEqualTo(first)
                .hasSameHashCodeAs(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(other.mean()).isEqualTo(first.mean());
        for (int h = 0; h < 12; h++) {
            assertThat(other.upper(0.95)[h]).isCloseTo(first.upper(0.95)[h], within(0.01 * first.mean()[h]));
        }
    }

    /**
     * Published: what the theta model of statsforecast says of two years of AirPassengers, its first and last steps.
     */
    @Test
    void thetaGivesThePublishedForecasts() {
        double[] mean = Forecaster.compile(ForecastDefinition.of("theta"))
                .forecast(AirPassengers.SERIES, 24)
                .mean();
        double[] first = {440.969208, 429.249237, 490.693176};
        double[] last = {472.164032, 411.458160, 462.795227};
        for (int i = 0; i < 3; i++) {
            assertThat(mean[i]).isCloseTo(first[i], within(0.0002 * first[i]));
            assertThat(mean[21 + i]).isCloseTo(last[i], within(0.0002 * last[i]));
        }
    }

    @Test
    void naiveMethodsFollowTheirFormulas() {
        Forecast naive = by("naive", SHORT, 4);
        assertThat(naive.mean()).containsExactly(12, 12, 12, 12);
        double sigma = Math.sqrt((4 + 16 + 25 + 4 + 25 + 36 + 9 + 16) / 8.0);
        assertThat(naive.upper(0.95)[3]).isCloseTo(12 + 1.959963984540054 * sigma * 2, within(1e-9));
        Forecast seasonal = by("seasonalNaive", SHORT, 4);
        assertThat(seasonal.mean()).containsExactly(5, 8, 12, 5);
        double seasonalSigma = Math.sqrt((1 + 1 + 4 + 1 + 4 + 1) / 6.0);
        assertThat(seasonal.lower(0.8)[3])
                .isCloseTo(5 - 1.2815515655446004 * seasonalSigma * Math.sqrt(2), within(1e-9));
        Forecast drift = by("drift", SHORT, 2);
        assertThat(drift.mean()).containsExactly(12 + 9 / 8.0, 12 + 18 / 8.0);
        double squares = 0;
        for (int t = 1; t < 9; t++) {
            squares += Math.pow(NINE[t] - NINE[t - 1] - 9 / 8.0, 2);
        }
        assertThat(drift.quantile(0.975)[1] - drift.mean()[1])
                .isCloseTo(1.959963984540054 * Math.sqrt(squares / 7 * 2 * (1 + 2 / 8.0)), within(1e-9));
        assertThat(by("mean", SHORT, 1).mean()[0]).isCloseTo(7, within(1e-12));
    }

    @Test
    void missingValuesWidenWhatFollows() {
        double[] values = Arrays.copyOf(NINE, 11);
        values[9] = Double.NaN;
        values[10] = Double.NaN;
        TimeSeries behind = SHORT.withValues(values);
        assertThat(by("naive", behind, 2).upper(0.95)[0])
                .isCloseTo(by("naive", SHORT, 3).upper(0.95)[2], within(1e-9));
        assertThat(by("drift", behind, 2).mean()[0])
                .isCloseTo(by("drift", SHORT, 3).mean()[2], within(1e-9));
        assertThat(by("seasonalNaive", behind, 4).mean()).containsExactly(12, 5, 8, 12);
        Forecast simple = by("simple", behind, 1);
        assertThat(simple.mean()[0]).isCloseTo(by("simple", SHORT, 3).mean()[2], within(1e-4));
        assertThat(simple.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .contains("2 of 11 periods have no value.");
    }

    /** Simple exponential smoothing by its weighted sum: the level is a geometrically weighted mean of the past. */
    @Test
    void simpleSmoothingIsItsClosedForm() {
        TimeSeries series = TimeSeries.of(TimePeriod.year(1990), 10, 12, 11, 15, 14, 13, 16, 15, 17, 16, 18, 17);
        EtsFit fit = EtsFit.of(EtsForm.parse("ETS(A,N,N)"), series);
        int n = series.length();
        double first = fit.fitted()[0];
        double level = Math.pow(1 - fit.alpha(), n) * first;
        for (int t = 0; t < n; t++) {
            level += fit.alpha() * Math.pow(1 - fit.alpha(), n - 1 - t) * series.value(t);
        }
        assertThat(fit.level()).isCloseTo(level, within(1e-9));
        double squares = 0;
        for (int t = 0; t < n; t++) {
            squares += Math.pow(series.value(t) - fit.fitted()[t], 2);
        }
        assertThat(fit.logLikelihood()).isCloseTo(-n / 2.0 * Math.log(squares), within(1e-6));
        assertThat(fit.sigma()).isCloseTo(Math.sqrt(squares / (n - 2)), within(1e-9));
        Forecast forecast = by("simple", series, 5);
        double deviation = fit.sigma() * Math.sqrt(1 + 4 * fit.alpha() * fit.alpha());
        assertThat(forecast.upper(0.95)[4] - forecast.mean()[4]).isCloseTo(1.959963984540054 * deviation, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ets",
                "naive",
                "seasonalNaive",
                "drift",
                "mean",
                "naive2",
                "theta",
                "otm",
                "dotm",
                "ces",
                "arima",
                "simple",
                "holt",
                "damped",
                "holtWintersAdditive",
                "holtWintersMultiplicative",
                "ETS(M,Ad,M)",
                "ETS(M,A,A)"
            })
    void oddSeriesGetFiniteForecasts(String model) {
        TimePeriod start = TimePeriod.month(2020, 1);
        double nan = Double.NaN;
        List<TimeSeries> odd = List.of(
                TimeSeries.of(start, 5),
                TimeSeries.of(start, nan, nan, -3, nan),
                TimeSeries.of(start, 0),
                TimeSeries.of(start, 0, 0, 0, 0, 0, 0, 0, 0),
                TimeSeries.of(start, 7, 7, nan, 7, 7, 7, 7, 7, 7),
                TimeSeries.of(start, 1, 2),
                TimeSeries.of(start, 1, 2, 3),
                TimeSeries.of(start, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
                TimeSeries.of(
                        start, 1, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 2, 3, nan, nan, nan),
                TimeSeries.of(start, -1, -5, -2, -9, -3, -8, -1, -4, -6, -2, -7, -5),
                TimeSeries.of(start, 0, 0, 0, 9, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0),
                TimeSeries.of(start, 1e12, 2e12, 1.5e12, 3e12, 2.5e12, 1e12, 4e12, 2e12, 1e-9, 2e12),
                TimeSeries.of(start, 1e-12, 3e-12, 2e-12, 5e-12, 1e-12, 2e-12, 1e-12, 9e-12),
                TimeSeries.of(start, 1e100, -1e100, 1e100, 1, 0, -1e100, 1e100, 5),
                TimeSeries.of(start, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1e9),
                TimeSeries.of(start, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768),
                AirPassengers.SERIES.withSeasonLength(200),
                AirPassengers.SERIES.withSeasonLength(40),
                AirPassengers.SERIES.slice(0, 25),
                AirPassengers.SERIES.slice(0, 13));
        for (TimeSeries series : odd) {
            for (boolean nonNegative : new boolean[] {false, true}) {
                Forecast forecast = Forecaster.compile(
                                ForecastDefinition.of(model).withNonNegative(nonNegative))
                        .forecast(series, 30);
                for (double p : new double[] {0.001, 0.025, 0.33, 0.5, 0.975}) {
                    assertThat(Arrays.stream(forecast.quantile(p)))
                            .as("%s of %s", model, series)
                            .allMatch(Double::isFinite);
                }
                assertThat(Arrays.stream(forecast.mean()))
                        .allMatch(x -> Double.isFinite(x) && (x >= 0 || !nonNegative));
                assertThat(forecast.reasons()).isNotEmpty();
            }
        }
    }

    @Test
    void whatCannotBeNegativeIsNotBeyondTheStoredQuantilesEither() {
        TimeSeries series = TimeSeries.of(TimePeriod.step(1), 100, 120, 80, 110, 90);
        Forecaster free = Forecaster.compile(ForecastDefinition.of("mean"));
        assertThat(free.forecast(series, 1).quantile(0.005)[0]).isPositive();
        assertThat(free.forecast(series, 1).quantile(1e-9)[0]).isNegative();
        Forecast raised = Forecaster.compile(ForecastDefinition.of("mean").withNonNegative(true))
                .forecast(series, 1);
        assertThat(raised.quantile(1e-9)).containsExactly(0);
        JsonLine.assertRoundTrip(raised, Forecast.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ets", "seasonalNaive", "naive2", "holtWintersAdditive"})
    void aSeasonFarLongerThanTheSeriesIsNoSeason(String model) {
        for (int length : new int[] {1_431_655_766, Integer.MAX_VALUE}) {
            assertThat(by(model, SHORT.withSeasonLength(length), 2).mean()).hasSize(2);
        }
    }

    @Test
    void arimaTakesASeasonFarLongerThanTheSeriesForNone() {
        double[] mean = by("arima", AirPassengers.SERIES.withSeasonLength(1), 3).mean();
        for (int length : new int[] {150, 1_080_000_000, Integer.MAX_VALUE}) {
            assertThat(by("arima", AirPassengers.SERIES.withSeasonLength(length), 3)
                            .mean())
                    .containsExactly(mean);
        }
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aDefinitionNeedNotSayThatValuesMayBeNegative(JsonLine line) {
        assertThat(line.read("{\"version\":1,\"model\":\"naive\"}", ForecastDefinition.class))
                .isEqualTo(ForecastDefinition.of("naive"));
    }

    @Test
    void anUnfitModelIsReplacedWithAReason() {
        Forecast forecast = by("holtWintersMultiplicative", AirPassengers.SERIES.slice(0, 14), 2);
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH))
                .startsWith("14 values are too few, or not of a kind, for the model holtWintersMultiplicative; ETS(");
        assertThat(by("ets", TimeSeries.of(TimePeriod.step(1), 4), 1).reasons())
                .extracting(Reason::code)
                .containsExactly("forecast.model.unfit", "forecast.model.singleValue", "forecast.model.fit");
        assertThat(by("ets", TimeSeries.of(TimePeriod.step(1), 4, 4, 4), 1).reasons())
                .extracting(Reason::code)
                .containsExactly("forecast.model.constant");
    }

    @ParameterizedTest
    @CsvSource({"0, horizon is 0", "-1, horizon is -1", "10001, horizon is 10001"})
    void impossibleHorizonsAreRejected(int horizon, String message) {
        assertThatThrownBy(() -> Forecaster.standard().forecast(SHORT, horizon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void unknownModelsAreRejectedWithAdvice() {
        assertThatThrownBy(() -> by("seasonalNavie", SHORT, 1))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/model")
                .hasMessageContaining("Maybe \"seasonalNaive\"?");
        assertThatThrownBy(() -> by("ETS(A,Ad,M)", SHORT, 1)).hasMessageContaining("Maybe \"ETS(M,Ad,M)\"?");
        assertThatThrownBy(() -> by("prophet of doom", SHORT, 1)).hasMessageContaining("Known: ets, naive");
    }

    @Test
    void oneBadSeriesDoesNotStopABatch() {
        Map<String, TimeSeries> histories = new LinkedHashMap<>();
        histories.put("good", SHORT);
        histories.put("empty", SHORT.withValues(Double.NaN, Double.NaN));
        histories.put("better", AirPassengers.SERIES);
        BatchForecast batch = Forecaster.standard().forecastAll(histories, 3, 1, WorkMeter.unlimited());
        assertThat(batch.forecasts()).containsOnlyKeys("good", "better");
        assertThat(batch.forecasts().get("better"))
                .isEqualTo(Forecaster.standard().forecast(AirPassengers.SERIES, 3));
        assertThat(batch.failures().get("empty").text(Locale.ENGLISH)).contains("history has no value in 2 periods");
        assertThat(batch.reasons().get(0).text(Locale.ENGLISH)).isEqualTo("2 series were forecast, 1 were not.");
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(1), StopSignal.never(), ProgressListener.none());
        BatchForecast stopped = Forecaster.standard().forecastAll(histories, 3, 1, meter);
        assertThat(stopped.forecasts()).containsOnlyKeys("good");
        assertThat(stopped.failures()).containsOnlyKeys("empty", "better");
        Golden.assertGolden(by("mean", SHORT, 2), Forecast.class);
        Golden.assertGolden(
                Forecaster.compile(ForecastDefinition.of("naive")).forecastAll(histories, 1, 1, WorkMeter.unlimited()),
                BatchForecast.class);
    }
}
