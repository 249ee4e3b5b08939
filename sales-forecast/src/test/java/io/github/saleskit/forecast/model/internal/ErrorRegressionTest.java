package io.github.saleskit.forecast.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorRegressionTest {

    private static double[][] rows(double[]... columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int t = 0; t < rows.length; t++) {
            for (int j = 0; j < columns.length; j++) {
                rows[t][j] = columns[j][t];
            }
        }
        return rows;
    }

    /**
     * With one column all is known by hand: the coefficient is the ratio of sums of products of the filtered values,
     * its variance that of the surprises by the sum of squares, and the effect is off by as far as the column goes from
     * where the filter would carry it.
     */
    @Test
    void anEffectIsTheLessCertainTheFartherItsColumnGoes() {
        Random random = new Random(11);
        double[] x = random.doubles(33, 0, 10).toArray();
        double[] y = new double[30];
        double error = 0;
        for (int t = 0; t < 30; t++) {
            error = 0.6 * error + random.nextGaussian();
            y[t] = 50 + 3 * x[t] + error;
        }
        x[32] = 100;
        ErrorRegression regression = ErrorRegression.of(y, rows(x), 1);
        double share = regression.share();
        double[] z = new double[29];
        double[] w = new double[29];
        Arrays.setAll(z, i -> x[i + 1] - share * x[i]);
        Arrays.setAll(w, i -> y[i + 1] - share * y[i]);
        double meanZ = Arrays.stream(z).average().orElseThrow();
        double meanW = Arrays.stream(w).average().orElseThrow();
        double zz = 0;
        double zw = 0;
        for (int i = 0; i < 29; i++) {
            zz += (z[i] - meanZ) * (z[i] - meanZ);
            zw += (z[i] - meanZ) * (w[i] - meanW);
        }
        double slope = zw / zz;
        double squares = 0;
        for (int i = 0; i < 29; i++) {
            squares += Math.pow(w[i] - meanW - slope * (z[i] - meanZ), 2);
        }
        double deviation = Math.sqrt(squares / 26 / zz);
        assertThat(regression.coefficients()[0]).isCloseTo(slope, within(1e-6));
        assertThat(regression.deviations()[0]).isCloseTo(deviation, within(1e-6));
        double carried = x[29];
        double[] off = regression.effectDeviations(3);
        for (int h = 0; h < 3; h++) {
            carried = meanZ + share * carried;
            assertThat(off[h]).isCloseTo(deviation * Math.abs(x[30 + h] - carried), within(1e-6));
        }
        assertThat(regression.widening()).isCloseTo(Math.sqrt(29.0 / 28), within(1e-12));
        assertThat(regression.score(1.959964))
                .as("t of 26 at 97.5 %, any table")
                .isCloseTo(2.0555, within(1e-3));
    }

    @Test
    void columnsWithoutVariationOfTheirOwnAreLeftOut() {
        Random random = new Random(4);
        double[] x = random.doubles(24, 0, 1).toArray();
        double[] twice = Arrays.stream(x).map(v -> 2 * v + 1).toArray();
        double[] same = new double[24];
        Arrays.fill(same, 0.1);
        double[] other = random.doubles(24, 0, 1).toArray();
        double[] y = new double[24];
        Arrays.setAll(y, t -> 4 * x[t] - other[t] + 0.01 * random.nextGaussian());
        ErrorRegression regression = ErrorRegression.of(y, rows(same, x, twice, other), 1);
        assertThat(regression.used()).containsExactly(1, 3);
        assertThat(regression.coefficients()[1]).isCloseTo(4, within(0.1));
        assertThat(regression.coefficients()[0]).isZero();
    }

    /** A promotion in a period without a value must not look as if it did nothing. */
    @Test
    void periodsWithoutValuesSayNothingOfEffects() {
        Random random = new Random(5);
        double[] promotion = new double[40];
        double[] y = new double[40];
        for (int t = 0; t < 40; t++) {
            promotion[t] = t % 5 == 2 ? 1 : 0;
            y[t] = t % 10 == 2 ? Double.NaN : 100 + 30 * promotion[t] + random.nextGaussian();
        }
        assertThat(ErrorRegression.of(y, rows(promotion), 1).coefficients()[0]).isCloseTo(30, within(1.5));
    }
}
