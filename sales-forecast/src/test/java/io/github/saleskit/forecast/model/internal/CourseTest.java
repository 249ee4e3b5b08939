package io.github.saleskit.forecast.model.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.forecast.model.internal.ThetaFit.Kind;
import io.github.saleskit.forecast.support.AirPassengers;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking back from each origin gives the errors that were minimised when a model was fitted. */
class CourseTest {

    private static final double[] AIR = AirPassengers.SERIES.values();

    private static double[] errors(Course course, double[] y, int from) {
        double[] errors = new double[y.length];
        double[] next = new double[1];
        for (int t = from; t < y.length; t++) {
            course.from(t, next);
            errors[t] = y[t] - next[0];
        }
        return errors;
    }

    private static double squares(double[] errors) {
        return Arrays.stream(errors).map(e -> e * e).sum();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void thetaLooksBack(Kind kind) {
        ThetaFit fit = ThetaFit.of(kind, AIR);
        assertThat(squares(errors(fit, AIR, 3))).isCloseTo(fit.squares(), Percentage.withPercentage(1e-6));
    }

    @Test
    void complexSmoothingLooksBack() {
        CesFit fit = CesFit.of(AIR);
        assertThat(squares(errors(fit, AIR, 0))).isCloseTo(fit.squares(), Percentage.withPercentage(1e-6));
    }

    @Test
    void doubleSeasonsLookBack() {
        DoubleSeasonal fit = DoubleSeasonal.of(AIR, 4, 12);
        assertThat(squares(errors(fit, AIR, 0))).isCloseTo(fit.squares(), Percentage.withPercentage(1e-6));
    }

    @Test
    void arimaLooksBack() {
        for (ArimaOrder order : new ArimaOrder[] {
            new ArimaOrder(0, 1, 1, 0, 1, 1, false),
            new ArimaOrder(2, 0, 1, 1, 1, 0, true),
            new ArimaOrder(1, 1, 2, 0, 0, 1, true)
        }) {
            ArimaFit fit = requireNonNull(ArimaFit.of(order, 12, AIR, null));
            double[] seen = errors(fit, AIR, 40);
            for (int t = 40; t < AIR.length; t++) {
                assertThat(seen[t]).as("%s at %s", order, t).isCloseTo(fit.errors()[t], within(1e-6));
            }
        }
    }
}
