package io.github.saleskit.forecast.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtsTest {

    static Iterable<EtsForm> forms() {
        return EtsForm.all();
    }

    /** Published: R's forecast::ets(AirPassengers) gives ETS(M,Ad,M) with AICc 1400.638 and sigma 0.0392. */
    @Test
    void airPassengersAreFittedAtLeastAsWellAsByR() {
        EtsFit fit = EtsFit.of(EtsForm.parse("ETS(M,Ad,M)"), AirPassengers.SERIES);
        assertThat(fit.parameters()).isEqualTo(18);
        assertThat(fit.aicc()).isBetween(1390.0, 1400.638 + 0.01);
        assertThat(fit.sigma()).isCloseTo(0.0392, within(0.001));
    }

    /**
     * Published: R's HoltWinters(AirPassengers, seasonal = "additive") starts from a decomposition of the first two
     * years, and prints these weights and final states; the weights are rounded to seven digits.
     */
    @Test
    void theRecursionReachesThePublishedHoltWintersStates() {
        double[] twoYears = AirPassengers.SERIES.slice(0, 24).values();
        double[] figure = SeasonalFigure.of(twoYears, 12, false);
        double[] trend = new double[12];
        for (int i = 0; i < 12; i++) {
            for (int k = -6; k <= 6; k++) {
                trend[i] += twoYears[i + 6 + k] * (Math.abs(k) == 6 ? 0.5 : 1) / 12;
            }
        }
        double mean = Arrays.stream(trend).sum() / 12;
        double slope = 0;
        for (int i = 0; i < 12; i++) {
            slope += (i - 5.5) * (trend[i] - mean) / 143;
        }
        double[] later = AirPassengers.SERIES.slice(12, 144).values();
        EtsObjective objective = new EtsObjective(EtsForm.parse("ETS(A,A,A)"), later, 12);
        objective.value(objective.point(0.2479595, 0.0345373, 1, 1, new EtsStart(mean - 6.5 * slope, slope, figure)));
        assertThat(objective.level()).isCloseTo(477.827781, within(0.003));
        assertThat(objective.slope()).isCloseTo(3.127627, within(0.0003));
        double[] published = {
            -27.457685,
            -54.692464,
            -20.174608,
            12.919120,
            18.873607,
            75.294426,
            152.888368,
            134.613464,
            33.778349,
            -18.379060,
            -87.772408,
            -45.827781
        };
        assertThat(objective.season()).containsExactly(published, within(0.003));
    }

    /**
     * Source: R. J. Hyndman and others, 2008, table 6.2: exact variances of ETS(M,N,N), (M,A,N) and (M,A,A) of class 2.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ETS(M,N,N)", "ETS(M,A,N)", "ETS(M,Ad,N)", "ETS(M,A,A)", "ETS(M,N,A)"})
    void simulatedPathsHaveTheMeanAndVarianceOfTheFormulas(String form) {
        EtsFit fit = EtsFit.of(EtsForm.parse(form), AirPassengers.SERIES.slice(0, 60));
        int horizon = 15;
        double[] mean = fit.mean(horizon);
        double[] theta = new double[horizon];
        double[][] paths = new EtsSimulation(fit).paths(horizon, 3);
        int m = fit.season().length;
        double[] byFormula = new EtsSpread(fit, horizon).deviations();
        for (int h = 0; h < horizon; h++) {
            theta[h] = mean[h] * mean[h];
            double fading = 0;
            for (int j = 1; j <= h; j++) {
                fading += Math.pow(fit.phi(), j);
                double c = fit.alpha() + fit.beta() * fading + (m > 0 && j % m == 0 ? fit.gamma() : 0);
                theta[h] += fit.sigma() * fit.sigma() * c * c * theta[h - j];
            }
            double deviation = Math.sqrt((1 + fit.sigma() * fit.sigma()) * theta[h] - mean[h] * mean[h]);
            assertThat(byFormula[h]).isCloseTo(deviation, within(1e-9 * deviation));
            double average = Arrays.stream(paths[h]).average().orElseThrow();
            double squares = Arrays.stream(paths[h])
                    .map(x -> (x - average) * (x - average))
                    .sum();
            assertThat(average).as("mean of step %d", h).isCloseTo(mean[h], within(0.06 * deviation));
            assertThat(Math.sqrt(squares / paths[h].length))
                    .as("deviation of step %d", h)
                    .isCloseTo(deviation, within(0.06 * deviation));
        }
    }

    /** Quantiles by formula are those of 5,000 paths, as nearly as those know them, to the outermost levels. */
    @ParameterizedTest
    @ValueSource(strings = {"ETS(M,N,N)", "ETS(M,A,N)", "ETS(M,Ad,N)", "ETS(M,A,A)", "ETS(M,N,M)", "ETS(M,Ad,M)"})
    void quantilesByFormulaAreThoseOfSimulatedPaths(String form) {
        EtsFit fit = EtsFit.of(EtsForm.parse(form), AirPassengers.SERIES.slice(0, 60));
        EtsSpread spread = new EtsSpread(fit, 15);
        assertThat(spread.isKnown()).isTrue();
        double[][] formula = spread.quantiles();
        double[][] simulated = new EtsSimulation(fit).quantiles(15, 5);
        double[] deviations = spread.deviations();
        double differences = 0;
        for (int h = 0; h < 15; h++) {
            for (int i = 0; i < formula.length; i++) {
                double difference = (formula[i][h] - simulated[i][h]) / deviations[h];
                assertThat(difference).isBetween(-0.45, 0.45);
                differences += Math.abs(difference) / formula.length / 15;
            }
        }
        assertThat(differences).isLessThan(0.04);
    }

    /** Where factors change much from season to season, it is they that make later steps lean to the right. */
    @Test
    void quantilesKnowHowSeasonalFactorsLean() {
        Random random = new Random(0);
        double[] factors = new double[12];
        Arrays.fill(factors, 1);
        double[] values = new double[120];
        for (int t = 0; t < values.length; t++) {
            double error = 0.15 * random.nextGaussian();
            values[t] = 100 * factors[t % 12] * (1 + error);
            factors[t % 12] *= 1 + 0.9 * error;
        }
        EtsFit fit = EtsFit.of(
                EtsForm.parse("ETS(M,N,M)"),
                TimeSeries.of(TimePeriod.step(1), values).withSeasonLength(12));
        assertThat(fit.gamma()).isGreaterThan(0.9);
        EtsSpread spread = new EtsSpread(fit, 60);
        assertThat(spread.isKnown()).isTrue();
        double[][] formula = spread.quantiles();
        double[][] simulated = new EtsSimulation(fit).quantiles(60, 5);
        for (int i = 0; i < formula.length; i++) {
            double level = QuantileGrid.level(i);
            for (int h = 36; h < 60 && level > 0.02 && level < 0.98; h++) {
                assertThat(formula[i][h]).isCloseTo(simulated[i][h], within(0.2 * spread.deviations()[h]));
            }
        }
    }

    /**
     * The gradient that runs the recursion backwards equals the difference quotient, for all forms and with missing
     * values.
     */
    @ParameterizedTest
    @MethodSource("forms")
    void theGradientIsTheLimitOfDifferenceQuotients(EtsForm form) {
        SplittableRandom random = new SplittableRandom(form.toString().hashCode());
        double[] y = new double[30];
        for (int t = 0; t < y.length; t++) {
            y[t] = 1 + 0.3 * Math.sin(t * Math.PI / 2) + random.nextDouble(0.3);
        }
        y[7] = Double.NaN;
        y[8] = Double.NaN;
        EtsObjective objective = new EtsObjective(form, y, 4);
        double[] season = form.hasFactors() ? new double[] {1, 1.3, 0.9, 0.8} : new double[] {0, 0.3, -0.1, -0.2};
        double[] point = objective.point(0.3, 0.2, 0.25, 0.9, new EtsStart(1.1, 0.01, season));
        double[] gradient = new double[point.length];
        objective.valueAt(point, gradient);
        for (int i = 0; i < point.length; i++) {
            double step = 1e-5;
            double here = point[i];
            point[i] = here + step;
            double above = objective.value(point);
            point[i] = here - step;
            double below = objective.value(point);
            point[i] = here;
            assertThat(gradient[i])
                    .as("component %d", i)
                    .isCloseTo((above - below) / (2 * step), within(1e-5 * (1 + Math.abs(gradient[i]))));
        }
    }

    @Test
    void formsAreReadAsTheyAreWritten() {
        assertThat(EtsForm.all())
                .hasSize(15)
                .allSatisfy(form -> assertThat(EtsForm.parse(form.toString())).isEqualTo(form));
        assertThatThrownBy(() -> EtsForm.parse("ETS(A,A,M)")).hasMessageContaining("\"ETS(A,A,M)\"");
    }

    @Test
    void aFormThatASeriesDoesNotAllowIsNotFitted() {
        TimeSeries negative = AirPassengers.SERIES.withValues(1, 2, -1, 4, 5, 6, 7, 8, 9, 10);
        assertThat(EtsFit.of(EtsForm.parse("ETS(M,N,N)"), negative)).isNull();
        assertThat(EtsFit.of(EtsForm.parse("ETS(A,N,N)"), negative)).isNotNull();
        assertThat(EtsFit.of(EtsForm.parse("ETS(A,N,A)"), negative)).isNull();
        assertThat(EtsFit.of(EtsForm.parse("ETS(A,N,N)"), negative.slice(0, 4))).isNull();
    }
}
