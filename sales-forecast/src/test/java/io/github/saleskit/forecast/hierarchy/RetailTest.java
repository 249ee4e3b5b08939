package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.forecast.model.Forecaster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The claim of minimum trace on real sales; see {@link RetailComparison} for the measures. */
class RetailTest {

    private static final int ORIGINS = 3;

    @Test
    @Tag("long")
    void minimumTraceBeatsExponentialSmoothingAtEveryLevel() {
        assertMinimumTraceIsBetter(true);
    }

    @Test
    @Tag("long")
    void minimumTraceBeatsTheAutomaticForecastAtEveryLevel() {
        assertMinimumTraceIsBetter(false);
    }

    private static void assertMinimumTraceIsBetter(boolean smoothing) {
        RetailComparison comparison = new RetailComparison();
        for (int years = 0; years < ORIGINS; years++) {
            comparison.add(
                    comparison.lastOrigin() - RetailComparison.HORIZON * years,
                    smoothing ? Forecaster.standard() : null);
        }
        for (String level : comparison.levels()) {
            assertThat(comparison.rmsse("MINT", level))
                    .as("%s%n%s", level, comparison.table())
                    .isLessThan(comparison.rmsse("base", level));
            assertThat(comparison.mase("MINT", level))
                    .as("%s%n%s", level, comparison.table())
                    .isLessThan(comparison.mase("base", level));
            assertThat(comparison.coverage("MINT", level)).isGreaterThan(0.93);
        }
    }
}
