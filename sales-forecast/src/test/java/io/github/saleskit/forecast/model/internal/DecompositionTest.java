package io.github.saleskit.forecast.model.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompositionTest {

    private static double[] noise(int n, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, n).mapToDouble(t -> random.nextGaussian()).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 300})
    void autocovariancesAreTheSumsOfProducts(int n) {
        double[] x = noise(n, n);
        double mean = Arrays.stream(x).average().orElseThrow();
        for (int last : new int[] {20, 150}) {
            double[] sums = Autocovariance.sums(x, last);
            for (int lag = 0; lag <= last; lag++) {
                double sum = 0;
                for (int t = lag; t < n; t++) {
                    sum += (x[t] - mean) * (x[t - lag] - mean);
                }
                assertThat(sums[lag]).isCloseTo(sum, within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 12, 51})
    void aMovingAverageIsTheSumOfItsWindow(int m) {
        double[] x = noise(120, m);
        x[40] = 1e30;
        double[] trend = SeasonalFigure.trend(x, m);
        int half = m / 2;
        for (int t = half; t < x.length - half; t++) {
            double sum = 0;
            for (int k = -half; k <= half; k++) {
                sum += x[t + k] * (m % 2 == 0 && Math.abs(k) == half ? 0.5 : 1);
            }
            assertThat(trend[t]).isCloseTo(sum / m, within(1e-12 * Math.max(1, Math.abs(sum))));
        }
        assertThat(trend[half - 1]).isNaN();
    }

    /** Local lines reproduce lines, and a phase that never changes is a line. */
    @Test
    void aLineWithAFixedSeasonIsTakenApartExactly() {
        double[] season = {3, -1, 4, -6};
        double[] y = IntStream.range(0, 40)
                .mapToDouble(t -> 10 + 0.5 * t + season[t % 4])
                .toArray();
        Stl stl = requireNonNull(Stl.of(y, 4, 7, false));
        for (int t = 0; t < 40; t++) {
            assertThat(stl.season()[t]).isCloseTo(season[t % 4], within(1e-9));
            assertThat(stl.trend()[t]).isCloseTo(10 + 0.5 * t, within(1e-9));
        }
        assertThat(stl.at(41)).isCloseTo(season[1], within(1e-9));
    }

    @Test
    void theSeasonFollowsWhenItChangesAndOutliersDoNotBend() {
        double[] noise = noise(240, 8);
        double[] y = IntStream.range(0, 240)
                .mapToDouble(t -> (1 + t / 60.0) * StrictMath.sin(2 * Math.PI * t / 12) + 0.2 * noise[t])
                .toArray();
        Stl stl = requireNonNull(Stl.of(y, 12, 7, false));
        assertThat(Arrays.stream(stl.remainder()).map(Math::abs).max().orElseThrow())
                .isLessThan(0.8);
        double[] spoilt = y.clone();
        spoilt[100] += 4;
        Stl robust = requireNonNull(Stl.of(spoilt, 12, 7, true));
        assertThat(robust.remainder()[100]).isCloseTo(4 + stl.remainder()[100], within(0.5));
        assertThat(robust.season()[112]).isCloseTo(stl.season()[112], within(0.2));
        assertThat(Stl.of(new double[7], 4, 7, false)).isNull();
    }

    /**
     * AirPassengers: what was summer's share grew over the years; a season that always is the same tells nothing of
     * change.
     */
    @Test
    void changesOfTheSeasonAreMeasured() {
        double[] air = Arrays.stream(AirPassengers.SERIES.values())
                .map(StrictMath::log)
                .toArray();
        assertThat(SeasonalFigure.change(air, 12)).isBetween(0.3, 0.95);
        double[] x = noise(240, 5);
        assertThat(SeasonalFigure.change(x, 12)).isGreaterThan(1);
        assertThat(SeasonalFigure.change(Arrays.copyOf(x, 60), 12)).isEqualTo(1);
    }

    @Test
    void seasonsAreFoundAndNoneInNoise() {
        int falsely = 0;
        for (int seed = 0; seed < 40; seed++) {
            double[] walk = noise(300, seed);
            for (int t = 1; t < 300; t++) {
                walk[t] += walk[t - 1];
            }
            falsely += new Periodicity(walk).evidence(7) > 15 ? 1 : 0;
            for (int t = 0; t < 300; t++) {
                walk[t] += 2.5 * StrictMath.cos(2 * Math.PI * t / 7);
            }
            assertThat(new Periodicity(walk).evidence(7)).isGreaterThan(20);
            assertThat(new Periodicity(walk).evidence(11)).isLessThan(10);
        }
        assertThat(falsely).isZero();
    }

    @Test
    void powersAreTransformedAndBack() {
        for (double lambda : new double[] {-1, -0.5, 0, 1e-12, 0.3, 1, 2}) {
            PowerTransform transform = new PowerTransform(lambda);
            for (double y : new double[] {0.2, 1, 7}) {
                assertThat(transform.back(transform.apply(y))).isCloseTo(y, within(1e-12 * y));
            }
        }
        assertThat(new PowerTransform(0.5).apply(9)).isEqualTo(4);
        assertThat(new PowerTransform(0.5).back(-5)).isZero();
        // The mean of a lognormal distribution, and of a squared normal one.
        assertThat(new PowerTransform(0).mean(1, 0.3)).isCloseTo(StrictMath.exp(1.045), within(1e-9));
        assertThat(new PowerTransform(0.5).mean(4, 0.2)).isCloseTo(3 * 3 + 0.01, within(1e-12));
    }

    /**
     * The spread of a quarter is in proportion to its level, so logarithms suit; R's BoxCox.lambda of AirPassengers is
     * -0.2947.
     */
    @Test
    void thePowerEvensOutTheSpread() {
        assertThat(PowerTransform.automatic(AirPassengers.SERIES.values(), 12).lambda())
                .isCloseTo(-0.2947, within(0.002));
        double[] y = IntStream.range(0, 80)
                .mapToDouble(t -> StrictMath.exp(t / 40.0) * (t % 2 == 0 ? 1.1 : 0.9))
                .toArray();
        double chosen = PowerTransform.automatic(y, 4).lambda();
        double least = IntStream.rangeClosed(-100, 200)
                .mapToDouble(i -> PowerTransform.variation(y, 4, i / 100.0))
                .min()
                .orElseThrow();
        assertThat(PowerTransform.variation(y, 4, chosen)).isLessThanOrEqualTo(least + 1e-3);
    }
}
