package io.github.saleskit.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ProportionPropertyTest {

    @Property
    void shrinkageLiesBetweenTheShareAndThePrior(
            @ForAll @IntRange(min = 0, max = 500) int successes,
            @ForAll @IntRange(min = 1, max = 500) int failures,
            @ForAll @DoubleRange(min = 0, max = 1) double prior,
            @ForAll @DoubleRange(min = 0, max = 100) double strength) {
        Proportion proportion = new Proportion(successes, successes + failures);
        double share = (double) successes / (successes + failures);
        assertThat(proportion.shrunkTo(prior, strength))
                .isBetween(Math.min(share, prior) - 1e-12, Math.max(share, prior) + 1e-12);
    }

    /** The ends of a Wilson interval are the proportions from which the share lies exactly z standard errors away. */
    @Property
    void theScoreTestJustRejectsTheEndsOfTheWilsonInterval(
            @ForAll @IntRange(min = 1, max = 500) int successes,
            @ForAll @IntRange(min = 1, max = 500) int failures,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        int cases = successes + failures;
        double z = StandardNormal.quantile((1 + level) / 2);
        Proportion.Bounds bounds = new Proportion(successes, cases).wilson(level);
        for (double end : new double[] {bounds.lower(), bounds.upper()}) {
            double error = Math.sqrt(end * (1 - end) / cases);
            assertThat(Math.abs((double) successes / cases - end) / error).isBetween(z - 1e-6, z + 1e-6);
        }
    }
}
