package io.github.saleskit.forecast.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.forecast.model.Forecaster;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The claim of minimum trace on real sales; see {@link RetailComparison} for the measures. */
class RetailTest {

    private static final int ORIGINS = 3;

    @Test
    @Tag("long")
    void minimumTraceBeatsExponentialSmoothingAtEveryLevel() {
        RetailComparison comparison = comparison(Forecaster.standard());
        assertMinimumTraceIsBetter(comparison, comparison.levels());
    }

    /**
     * By squared errors, which it minimises, at every level; by absolute ones not of the states, whose forecasts are
     * good already.
     */
    @Test
    @Tag("long")
    void minimumTraceBeatsTheAutomaticForecast() {
        assertMinimumTraceIsBetter(comparison(null), List.of("Total", "Industry", "Series"));
    }

    private static RetailComparison comparison(@Nullable Forecaster single) {
        RetailComparison comparison = new RetailComparison();
        for (int years = 0; years < ORIGINS; years++) {
            comparison.add(comparison.lastOrigin() - RetailComparison.HORIZON * years, single);
        }
        return comparison;
    }

    private static void assertMinimumTraceIsBetter(RetailComparison comparison, List<String> byAbsoluteErrors) {
        for (String level : comparison.levels()) {
            assertThat(comparison.rmsse("MINT", level))
                    .as("%s%n%s", level, comparison.table())
                    .isLessThan(comparison.rmsse("base", level));
            assertThat(comparison.coverage("MINT", level)).isGreaterThan(0.93);
        }
        for (String level : byAbsoluteErrors) {
            assertThat(comparison.mase("MINT", level))
                    .as("%s%n%s", level, comparison.table())
                    .isLessThan(comparison.mase("base", level));
        }
    }
}
