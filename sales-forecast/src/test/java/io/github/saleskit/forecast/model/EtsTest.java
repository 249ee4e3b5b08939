package io.github.saleskit.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** The gradient that runs the recursion backwards equals the difference quotient, for all forms and with missing values. */
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
