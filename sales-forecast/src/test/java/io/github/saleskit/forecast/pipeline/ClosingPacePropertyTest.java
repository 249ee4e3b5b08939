package io.github.saleskit.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ClosingPacePropertyTest {

    /** Against small steps in time. */
    @Property(tries = 50)
    void chancesAddUpOverSmallSteps(
            @ForAll @IntRange(min = 0, max = 40) int age,
            @ForAll @IntRange(min = 0, max = 60) int days,
            @ForAll @DoubleRange(min = 0, max = 0.2) double first,
            @ForAll @DoubleRange(min = 0, max = 0.2) double second) {
        ClosingPace pace =
                new ClosingPace(List.of(new PaceBand(0, first, second), new PaceBand(20, second, first / 2)));
        double step = 1e-3;
        double open = 1;
        double won = 0;
        for (int i = 0; i < Math.round(days / step); i++) {
            double now = age + (i + 0.5) * step;
            double winRate = now < 20 ? first : second;
            double lossRate = now < 20 ? second : first / 2;
            won += open * winRate * step;
            open -= open * (winRate + lossRate) * step;
        }
        assertThat(pace.chanceOfWin(age, age + days)).isCloseTo(won, within(1e-3));
    }

    /**
     * Being won up to a later age is being won up to an earlier one, or not closing until then and being won
     * afterwards.
     */
    @Property
    void chancesComposeOverTime(
            @ForAll @IntRange(min = 0, max = 200) int age, @ForAll @IntRange(min = 0, max = 200) int more) {
        PaceBand band = new PaceBand(0, 0.01, 0.02);
        ClosingPace pace = new ClosingPace(List.of(band));
        double middle = age + more / 2.0;
        double stillOpen = Math.exp(-0.03 * (middle - age));
        assertThat(pace.chanceOfWin(age, age + more))
                .isCloseTo(
                        pace.chanceOfWin(age, middle) + stillOpen * pace.chanceOfWin(middle, age + more),
                        within(1e-12));
        assertThat(pace.chanceOfWin(age, Double.POSITIVE_INFINITY)).isCloseTo(1 / 3.0, within(1e-12));
    }
}
