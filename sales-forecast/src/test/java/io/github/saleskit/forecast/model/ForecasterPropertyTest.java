package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ForecasterPropertyTest {

    @Provide
    Arbitrary<TimeSeries> series() {
        Arbitrary<Double> value =
                Arbitraries.doubles().between(-1e6, 1e6).ofScale(2).injectDuplicates(0.1);
        Arbitrary<Double> cell = Arbitraries.frequencyOf(Tuple.of(9, value), Tuple.of(1, Arbitraries.just(Double.NaN)));
        return cell.array(Double[].class)
                .ofMinSize(1)
                .ofMaxSize(40)
                .filter(cells -> Arrays.stream(cells).anyMatch(x -> !Double.isNaN(x)))
                .map(cells -> TimeSeries.of(
                        TimePeriod.quarter(2020, 1),
                        Arrays.stream(cells).mapToDouble(Double::doubleValue).toArray()));
    }

    @Property(tries = 25)
    void quantilesAreFiniteOrderedAndRoundTrip(
            @ForAll("series") TimeSeries series, @ForAll @IntRange(min = 1, max = 9) int h) {
        for (String model : List.of("ets", "naive2", "seasonalNaive", "drift")) {
            Forecast forecast = Forecaster.compile(ForecastDefinition.of(model)).forecast(series, h);
            double[] below = forecast.quantile(1e-6);
            for (double p : new double[] {0.004, 0.01, 0.06, 0.5, 0.77, 0.999}) {
                double[] at = forecast.quantile(p);
                for (int i = 0; i < h; i++) {
                    assertThat(at[i]).isFinite().isGreaterThanOrEqualTo(below[i]);
                }
                below = at;
            }
            JsonLine.assertRoundTrip(forecast, Forecast.class);
        }
    }

    @Tag("long")
    @Property(tries = 300)
    void manyQuantilesAreFiniteOrderedAndRoundTrip(
            @ForAll("series") TimeSeries series, @ForAll @IntRange(min = 1, max = 9) int h) {
        quantilesAreFiniteOrderedAndRoundTrip(series, h);
    }

    /** Forecasts in cents are a hundred times those in euros. */
    @Property(tries = 25)
    void theUnitDoesNotMatter(@ForAll("series") TimeSeries series) {
        double[] values = series.values();
        double size = Arrays.stream(values)
                .filter(x -> !Double.isNaN(x))
                .map(Math::abs)
                .max()
                .orElse(0);
        double[] scaled = Arrays.stream(values).map(x -> 128 * x).toArray();
        Forecast plain = Forecaster.standard().forecast(series, 3);
        Forecast cents = Forecaster.standard().forecast(series.withValues(scaled), 3);
        assertThat(cents.model()).isEqualTo(plain.model());
        for (int i = 0; i < 3; i++) {
            assertThat(cents.upper(0.8)[i] / 128).isCloseTo(plain.upper(0.8)[i], within(1e-9 * size + 1e-300));
        }
    }
}
