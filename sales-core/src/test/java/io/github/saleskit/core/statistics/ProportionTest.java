package io.github.saleskit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    /**
     * The worked example of R. G. Newcombe, Two-sided confidence intervals for the single proportion, 1998, table I.
     */
    @Test
    void wilsonIntervalsAreThosePublishedByNewcombe() {
        assertWilson(81, 263, 0.2553, 0.3662);
        assertWilson(15, 148, 0.0624, 0.1605);
        assertWilson(0, 20, 0.0, 0.1611);
        assertWilson(1, 29, 0.0061, 0.1718);
    }

    private static void assertWilson(long successes, long cases, double lower, double upper) {
        Proportion.Bounds bounds = new Proportion(successes, cases).wilson(0.95);
        assertThat(bounds.lower()).isCloseTo(lower, within(5e-5));
        assertThat(bounds.upper()).isCloseTo(upper, within(5e-5));
    }

    @Test
    void withoutCasesThePriorAndTheWholeRangeRemain() {
        assertThat(new Proportion(0, 0).shrunkTo(0.3, 10)).isEqualTo(0.3);
        assertThat(new Proportion(0, 0).wilson(0.9)).isEqualTo(new Proportion.Bounds(0, 1));
        assertThatThrownBy(() -> new Proportion(0, 0).shrunkTo(0.3, 0)).hasMessageContaining("priorCases is 0");
    }

    @Test
    void impossibleCountsAreRejected() {
        assertThatThrownBy(() -> new Proportion(3, 2)).hasMessageContaining("successes is 3 of 2 cases");
        assertThatThrownBy(() -> new Proportion(-1, 2)).hasMessageContaining("successes is -1");
    }
}
