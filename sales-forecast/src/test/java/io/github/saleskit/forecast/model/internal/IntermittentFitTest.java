package io.github.saleskit.forecast.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.model.internal.IntermittentFit.Kind;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntermittentFitTest {

    private static double next(Kind kind, double... y) {
        double[] path = new double[1];
        IntermittentFit.of(kind, y).from(y.length, path);
        return path[0];
    }

    /** By hand: sizes 6, 6.3 and intervals 2, 2.1; after the last demand nothing is renewed. */
    @Test
    void crostonSmoothsSizesAndIntervals() {
        double[] y = {0, 6, 0, 0, 9, 0};
        assertThat(next(Kind.CROSTON, y)).isCloseTo(6.3 / 2.1, within(1e-12));
        assertThat(next(Kind.SBA, y)).isCloseTo(0.95 * 6.3 / 2.1, within(1e-12));
        assertThat(next(Kind.ZERO, y)).isZero();
        assertThat(next(Kind.CROSTON, 0, 0)).isZero();
    }

    /**
     * Sales of a lubricant in litres over three years. Published: R. J. Hyndman, G. Athanasopoulos, Forecasting:
     * Principles and Practice, 2nd edition, 2018, section 12.2: sizes come to 2.750, intervals to 2.793.
     */
    @Test
    void crostonGivesThePublishedForecastOfLubricants() {
        double[] litres = {
            0, 2, 0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0, 1, 0, 1, 0, 0
        };
        assertThat(next(Kind.CROSTON, litres)).isCloseTo(2.750 / 2.793, within(0.0005));
        assertThat(next(Kind.SBA, litres)).isCloseTo(0.95 * 2.750 / 2.793, within(0.0005));
    }

    /** Without a gap it is simple smoothing by a tenth. */
    @Test
    void withoutGapsCrostonIsSimpleSmoothing() {
        double[] y = AirPassengers.SERIES.values();
        double level = y[0];
        for (double value : y) {
            level += 0.1 * (value - level);
        }
        assertThat(next(Kind.CROSTON, y)).isCloseTo(level, within(1e-9));
    }

    /**
     * By hand: the share of periods with demand as long as that is less smoothed than a tenth, times the smoothed size.
     */
    @Test
    void tsbForgetsWhatIsNoLongerAsked() {
        assertThat(next(Kind.TSB, 0, 6, 0, 0, 9, 0)).isCloseTo(6.3 * 2 / 6, within(1e-12));
        double[] dead = Arrays.copyOf(new double[] {5, 5, 5, 5, 5}, 60);
        assertThat(next(Kind.TSB, dead)).isLessThan(0.1);
        assertThat(next(Kind.CROSTON, dead)).isEqualTo(5);
    }

    /** Sums of two periods, as often as demand comes: 4, 4, 4; half of that a period. IMAPA takes singles and pairs. */
    @Test
    void sumsAreSmoothedAndSplit() {
        double[] y = {0, 4, 0, 4, 0, 4};
        assertThat(next(Kind.ADIDA, y)).isCloseTo(2, within(1e-12));
        assertThat(next(Kind.IMAPA, y)).isBetween(1.0, 2.5);
        assertThat(next(Kind.ADIDA, 3, 3, 3)).isCloseTo(3, within(1e-12));
    }

    /** Seen from an earlier time, a method says what it would have said of the values until then. */
    @Test
    void methodsLookBack() {
        double[] y = {0, 3, 0, 0, 7, 1, 0, 0, 2, 0, 5};
        for (Kind kind : new Kind[] {Kind.CROSTON, Kind.SBA, Kind.TSB, Kind.ZERO}) {
            IntermittentFit fit = IntermittentFit.of(kind, y);
            for (int t = 1; t < y.length; t++) {
                double[] path = new double[2];
                fit.from(t, path);
                assertThat(path[1]).isEqualTo(next(kind, Arrays.copyOf(y, t)));
            }
        }
    }

    /**
     * Demand of geometric sizes in a quarter of the periods: the mean is unbiased and quantiles are exceeded as they
     * should be.
     */
    @Test
    void theChoiceIsUnbiasedAndItsQuantilesHold() {
        Random random = new Random(7);
        double error = 0;
        int[] above = new int[QuantileGrid.size()];
        int count = 0;
        for (int series = 0; series < 300; series++) {
            double[] y = IntStream.range(0, 61)
                    .mapToDouble(
                            t -> random.nextDouble() < 0.25 ? 1 + Math.floor(-3 * Math.log(random.nextDouble())) : 0)
                    .toArray();
            double[] history = Arrays.copyOf(y, 60);
            IntermittentFit fit = IntermittentFit.best(history);
            double[] path = new double[1];
            fit.from(60, path);
            double[][] quantiles = fit.quantiles(1);
            error += y[60] - path[0];
            for (int i = 0; i < above.length; i++) {
                above[i] += y[60] > quantiles[i][0] ? 1 : 0;
            }
            count++;
        }
        assertThat(error / count).isBetween(-0.25, 0.25);
        assertThat(above[8] / (double) count).isLessThan(0.3);
        assertThat(above[12] / (double) count).isBetween(0.03, 0.17);
        assertThat(above[15] / (double) count).isLessThan(0.04);
        assertThat(IntermittentFit.best(Arrays.copyOf(new double[] {1}, 200)).kind())
                .isIn(Kind.ZERO, Kind.TSB);
    }
}
