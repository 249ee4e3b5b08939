package io.github.saleskit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardNormalTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.9, 1.2815515655446004",
        "0.95, 1.6448536269514722",
        "0.975, 1.959963984540054",
        "0.995, 2.5758293035489004",
        "0.001, -3.090232306167813",
        "1e-10, -6.361340902404056"
    })
    void quantilesAreThoseOfTheTables(double probability, double expected) {
        assertThat(StandardNormal.quantile(probability)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theProbabilityUndoesTheQuantile() {
        for (double p = 1e-12; p < 1; p = p < 0.01 ? p * 3 : p + 0.01) {
            assertThat(StandardNormal.probabilityOfAtMost(StandardNormal.quantile(p)))
                    .isCloseTo(p, within(1e-13 + 1e-9 * p));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void probabilitiesOutsideAreRejected(double probability) {
        assertThatThrownBy(() -> StandardNormal.quantile(probability))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("probability is " + probability);
    }
}
