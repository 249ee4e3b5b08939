package io.github.saleskit.forecast.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class StudentScoresTest {

    /** Student's t for one to ten degrees of freedom, as in any table. */
    @Test
    void scoresAreThoseOfTheTables() {
        double[] freedom = {1, 2, 3, 4, 5, 10};
        double[] at75 = {1.0, 0.8165, 0.7649, 0.7407, 0.7267, 0.6998};
        double[] at975 = {12.706, 4.3027, 3.1824, 2.7764, 2.5706, 2.2281};
        double[] at995 = {63.657, 9.9248, 5.8409, 4.6041, 4.0321, 3.1693};
        for (int i = 0; i < freedom.length; i++) {
            assertScore(at75[i], 0.75, (long) freedom[i]);
            assertScore(at975[i], 0.975, (long) freedom[i]);
            assertScore(at995[i], 0.995, (long) freedom[i]);
        }
        assertThat(StudentScores.of(1.96, 1_000_000)).isCloseTo(1.96, within(1e-5));
    }

    private static void assertScore(double published, double probability, long freedom) {
        double normal = StandardNormal.quantile(probability);
        assertThat(StudentScores.of(normal, freedom)).isCloseTo(published, within(0.01 * published));
        assertThat(StudentScores.of(-normal, freedom)).isEqualTo(-StudentScores.of(normal, freedom));
        assertThat(StudentScores.of(0, freedom)).isCloseTo(0, within(1e-12));
    }
}
