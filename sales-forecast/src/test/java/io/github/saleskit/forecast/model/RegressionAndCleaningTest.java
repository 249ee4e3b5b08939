package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import io.github.saleskit.forecast.support.Golden;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionAndCleaningTest {

    private static final TimePeriod START = TimePeriod.month(2020, 1);

    private static Forecaster by(String model) {
        return Forecaster.compile(ForecastDefinition.of(model));
    }

    /** Sales are 500 less 20 a unit of price and 30 more in a promotion, with errors that wander. */
    @Test
    void effectsOfPriceAndPromotionAreFound() {
        Random random = new Random(3);
        double[] price = new double[66];
        double[] promotion = new double[66];
        double[] sales = new double[60];
        double error = 0;
        for (int t = 0; t < 66; t++) {
            price[t] = 10 + random.nextInt(5);
            promotion[t] = random.nextInt(3) == 0 ? 1 : 0;
            error = 0.8 * error + random.nextGaussian();
            if (t < 60) {
                sales[t] = 500 - 20 * price[t] + 30 * promotion[t] + error;
            }
        }
        Regressors known = Regressors.none().with("price", price).with("promotion", promotion);
        Forecast forecast = by("arima").forecast(TimeSeries.of(START, sales), known, 6, 1);
        assertThat(forecast.model()).startsWith("regression with ARIMA(");
        assertThat(forecast.fit().parameters().get("effect of price")).isCloseTo(-20, within(0.4));
        assertThat(forecast.fit().parameters().get("effect of promotion")).isCloseTo(30, within(1.2));
        for (int h = 0; h < 6; h++) {
            double expected = 500 - 20 * price[60 + h] + 30 * promotion[60 + h];
            assertThat(forecast.mean()[h]).isCloseTo(expected, within(6.0));
        }
        assertThat(forecast.reasons().get(0).text(Locale.ENGLISH)).startsWith("One more of price adds -");
        JsonLine.assertRoundTrip(forecast, Forecast.class);
    }

    @Test
    void whatRegressorsExplainWhollyIsForecastExactly() {
        double[] days = {20, 22, 21, 23, 19, 20, 22, 21, 23, 20, 21, 19, 22, 20, 23, 21};
        double[] sales = Arrays.stream(days, 0, 14).map(d -> 7 * d + 100).toArray();
        Forecast forecast = by("ets")
                .forecast(
                        TimeSeries.of(START, sales).withSeasonLength(1),
                        Regressors.none().with("days", days),
                        2,
                        1);
        assertThat(forecast.mean()[0]).isCloseTo(7 * 23 + 100, within(1e-6));
        assertThat(forecast.mean()[1]).isCloseTo(7 * 21 + 100, within(1e-6));
    }

    @Test
    void regressorsThatSayNothingOrTooLittleAreNoReasonToFail() {
        TimeSeries series = TimeSeries.of(START, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9);
        Forecast same = by("ets").forecast(series, Regressors.none().with("always", new double[12]), 2, 1);
        assertThat(same.mean()).isEqualTo(by("ets").forecast(series, 2).mean());
        assertThat(same.reasons().get(0).text(Locale.ENGLISH)).contains("Nothing can be told of the effect of always");
        assertThat(by("ets").forecast(series, Regressors.none(), 2, 1))
                .isEqualTo(by("ets").forecast(series, 2, 1));
        assertThatThrownBy(() -> by("ets").forecast(series, Regressors.none().with("price", 1, 2), 2, 1))
                .hasMessageContaining("column \"price\" has 2 numbers, but must have 12");
        assertThatThrownBy(() -> Regressors.none().with("price", Double.NaN)).hasMessageContaining("NaN");
        Golden.assertGolden(Regressors.none().with("price", 9.5, 9), Regressors.class);
    }

    @Test
    void workingDaysAreCounted() {
        BusinessHours hours = BusinessHours.mondayToFriday("office", ZoneId.of("Europe/Zurich"), "09:00-17:00");
        double[] days = Regressors.workingDays(
                TimeSeries.of(TimePeriod.month(2026, 1), 1, 2), 1, BusinessCalendar.compile(hours));
        assertThat(days).containsExactly(22, 20, 22);
    }

    @Test
    void outliersAndShiftsAreTakenOut() {
        double[] values = AirPassengers.SERIES.values();
        values[70] *= 3;
        values[101] = Double.NaN;
        CleanedSeries clean = SeriesCleaner.clean(AirPassengers.SERIES.withValues(values));
        assertThat(clean.outliers()).containsExactly(AirPassengers.SERIES.period(70));
        assertThat(clean.series().value(70)).isCloseTo(AirPassengers.SERIES.value(70), within(25.0));
        assertThat(clean.series().isMissing(101)).isTrue();
        assertThat(clean.shifts()).hasSizeLessThanOrEqualTo(1);
        assertThat(SeriesCleaner.clean(AirPassengers.SERIES).outliers()).hasSizeLessThanOrEqualTo(2);

        Random random = new Random(1);
        double[] stepped = IntStream.range(0, 60)
                .mapToDouble(t -> (t < 35 ? 100 : 160) + 2 * random.nextGaussian())
                .toArray();
        CleanedSeries levelled = SeriesCleaner.clean(TimeSeries.of(TimePeriod.step(1), stepped));
        assertThat(levelled.shifts()).hasSize(1);
        assertThat(TimePeriod.step(1).until(levelled.shifts().get(0))).isBetween(33L, 37L);
        assertThat(levelled.series().value(10)).isCloseTo(160, within(12.0));
        assertThat(levelled.outliers()).isEmpty();
        assertThat(levelled.series().slice(38, 60).values())
                .as("what comes after the shift stays as it is")
                .containsExactly(Arrays.copyOfRange(stepped, 38, 60));
        assertThat(levelled.reasons().get(0).text(Locale.ENGLISH)).contains("The level changed in");
        JsonLine.assertRoundTrip(levelled, CleanedSeries.class);
    }

    @Test
    void noiseAndTrendsHaveNoShifts() {
        int shifts = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[] trend = IntStream.range(0, 80)
                    .mapToDouble(t -> 50 + 0.7 * t + 5 * random.nextGaussian())
                    .toArray();
            shifts += SeriesCleaner.clean(TimeSeries.of(TimePeriod.step(1), trend))
                    .shifts()
                    .size();
        }
        assertThat(shifts).isLessThanOrEqualTo(2);
    }

    @Test
    void cleaningAndTransformingArePartOfTheDefinition() {
        ForecastDefinition definition = ForecastDefinition.builder()
                .model("ets")
                .nonNegative(true)
                .wholeNumbers(true)
                .cleaned(true)
                .boxCox(new BoxCox(Optional.of(0.5), true))
                .build();
        Golden.assertGolden(definition, ForecastDefinition.class);
        JsonLine.assertRoundTrip(BoxCox.automatic(), BoxCox.class);
        double[] values = AirPassengers.SERIES.values();
        values[143] *= 4;
        Forecast forecast = Forecaster.compile(definition).forecast(AirPassengers.SERIES.withValues(values), 12);
        assertThat(forecast.reasons())
                .extracting(Reason::code)
                .contains("forecast.model.outlier", "forecast.model.transformed");
        assertThat(forecast.mean()[0]).isBetween(380.0, 500.0).isEqualTo(Math.rint(forecast.mean()[0]));
        assertThatThrownBy(() -> BoxCox.of(3)).hasMessageContaining("lambda is 3.0");
    }

    /** Under logarithms a random walk's mean lies above its median; without bias adjustment it is the median. */
    @Test
    void theWayBackIsAdjustedForBias() {
        TimeSeries series = AirPassengers.SERIES;
        ForecastDefinition logs = ForecastDefinition.of("naive").withBoxCox(BoxCox.of(0));
        Forecast mean = Forecaster.compile(logs).forecast(series, 3);
        Forecast median =
                Forecaster.compile(logs.withBoxCox(BoxCox.of(0).withMedians())).forecast(series, 3);
        assertThat(median.mean()[2]).isCloseTo(432, within(1e-9));
        double sigma = mean.fit().sigma();
        assertThat(mean.mean()[2]).isCloseTo(432 * StrictMath.exp(1.5 * sigma * sigma), within(1e-6));
        assertThat(mean.quantile(0.5)[2]).isCloseTo(432, within(1e-9));
        Forecast unfit = Forecaster.compile(logs).forecast(TimeSeries.of(START, 1, 0, 2, 3, 1, 4, 2, 5), 1);
        assertThat(unfit.reasons().get(0).code()).isEqualTo("forecast.model.unfit");
    }

    /**
     * What one path says of a month is spread as the quantiles say; sums of a random walk are spread by the sum of i
     * squared.
     */
    @Test
    void pathsAgreeWithQuantilesAndHangTogether() {
        Forecast walk = by("naive").forecast(AirPassengers.SERIES, 12);
        double[][] paths = walk.paths(1_001, 5);
        for (double p : new double[] {0.1, 0.5, 0.9}) {
            double[] step =
                    Arrays.stream(paths).mapToDouble(path -> path[7]).sorted().toArray();
            assertThat(step[(int) (p * 1_001)]).isCloseTo(walk.quantile(p)[7], within(1.5));
        }
        double sigma = walk.fit().sigma();
        double deviation =
                (walk.totalQuantile(0, 3, 0.8413447460685429, 1) - walk.totalQuantile(0, 3, 0.15865525393145707, 1))
                        / 2;
        assertThat(deviation).isCloseTo(sigma * StrictMath.sqrt(1 + 4 + 9), within(0.06 * sigma * 3.742));
        Forecast mean = by("mean").forecast(AirPassengers.SERIES, 12);
        double independent =
                (mean.totalQuantile(0, 4, 0.8413447460685429, 1) - mean.totalQuantile(0, 4, 0.15865525393145707, 1))
                        / 2;
        assertThat(independent)
                .isCloseTo(2 * mean.fit().sigma(), within(0.1 * mean.fit().sigma()));
        assertThat(walk.paths(50, 3)).isDeepEqualTo(walk.paths(50, 3));
        assertThatThrownBy(() -> walk.paths(0, 1)).hasMessageContaining("count is 0");
        assertThatThrownBy(() -> walk.totalQuantile(3, 3, 0.5, 1)).hasMessageContaining("3 to 3");
    }

    @Test
    void intermittentModelsMixNothingAndSizes() {
        TimeSeries parts = TimeSeries.of(START, 0, 0, 3, 0, 0, 0, 2, 0, 5, 0, 0, 0, 0, 1, 0, 0, 4, 0, 0, 0);
        for (String model : new String[] {"croston", "sba", "tsb", "adida", "imapa", "zero", "intermittent"}) {
            Forecast forecast = by(model).forecast(parts, 4);
            assertThat(forecast.quantile(0.5)).as(model).containsOnly(0);
            assertThat(forecast.mean()[0]).as(model).isBetween(0.0, 2.0);
            JsonLine.assertRoundTrip(forecast, Forecast.class);
        }
        assertThat(by("tsb").forecast(parts, 1).quantile(0.99)[0]).isBetween(3.0, 12.0);
        assertThat(by("tsb").forecast(parts, 1).reasons().get(0).text(Locale.ENGLISH))
                .startsWith("Demand came in 5 of 20 periods, 3 on average");
        assertThat(by("croston")
                        .forecast(parts.withValues(1, -1, 0, 2, 0), 1)
                        .reasons()
                        .get(0)
                        .code())
                .isEqualTo("forecast.model.unfit");
    }
}
