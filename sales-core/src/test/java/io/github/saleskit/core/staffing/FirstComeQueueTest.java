package io.github.saleskit.core.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.support.JsonLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstComeQueueTest {

    private static void assertWithinOnePercent(double load, int agents, double threshold, long seed) {
        Traffic traffic = new Traffic(load / 180, 180);
        QueueEstimate seen = FirstComeQueue.of(traffic, agents).simulate(threshold, .002, seed, WorkMeter.unlimited());
        ErlangC expected = ErlangC.of(traffic, agents);
        assertThat(seen.accurate()).isTrue();
        assertThat(seen.waitProbability().value() / expected.waitProbability()).isEqualTo(1, within(.01));
        assertThat(seen.serviceLevel().value() / expected.serviceLevel(threshold))
                .isEqualTo(1, within(.01));
        assertThat(seen.speedOfAnswer().value() / expected.speedOfAnswer()).isEqualTo(1, within(.01));
    }

    @ParameterizedTest
    @CsvSource({"9.5,10,20,3", ".5,1,60,4", "10,22,20,6", "3,4,0,8"})
    void theFirstComeQueueIsWithinOnePercentOfErlangC(double load, int agents, double threshold, long seed) {
        assertWithinOnePercent(load, agents, threshold, seed);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        ".99,1,60,1", ".999,1,60,2", "9.9,10,60,3", "99,100,20,4", "990,1000,20,5", "9900,10000,2,6", "9970,10000,20,7",
        "10,30,20,8", "100,140,20,9", "1,12,20,10", ".01,3,20,11", "450,460,5,12", "19.9,20,300,13", "2,60,0,14",
        "10,14,20,15", "95,100,10,16", "10,14,20,1", ".1,3,20,7"
    })
    void soItIsUnderHeavyLoadWithThousandsOfAgentsAndWhereWaitsAreRare(
            double load, int agents, double threshold, long seed) {
        assertWithinOnePercent(load, agents, threshold, seed);
    }

    /** A run much shorter than the memory of the queue once looked accurate while it was off by a factor of four. */
    @ParameterizedTest
    @CsvSource({".99,1,20,1", ".99,1,20,2", ".99,1,20,3", "4.95,5,20,4"})
    void aRunTooShortForALongQueueIsNotTakenForAccurate(double load, int agents, double threshold, long seed) {
        assertWithinOnePercent(load, agents, threshold, seed);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        FirstComeQueue queue = FirstComeQueue.of(new Traffic(8, 1), 10);
        QueueEstimate one = queue.simulate(.1, .02, 7, WorkMeter.unlimited());
        assertThat(queue.simulate(.1, .02, 7, WorkMeter.unlimited())).isEqualTo(one);
        assertThat(queue.simulate(.1, .02, 8, WorkMeter.unlimited())).isNotEqualTo(one);
        JsonLine.assertRoundTrip(one, QueueEstimate.class);
    }

    @Test
    void aBudgetEndsTheRunAndIsSaid() {
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(100_000), StopSignal.never(), ProgressListener.none());
        QueueEstimate seen = FirstComeQueue.of(new Traffic(9, 1), 10).simulate(.1, 1e-6, 1, meter);
        assertThat(seen.accurate()).isFalse();
        assertThat(seen.transitions()).isLessThanOrEqualTo(300_000);
        assertThat(seen.waitProbability().value()).isBetween(.3, .9);
    }

    @Test
    void aLoadThatTheAgentsCannotCarryIsRejectedWithTheNumberThatCould() {
        assertThatThrownBy(() -> FirstComeQueue.of(new Traffic(10, 1), 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grows without end")
                .hasMessageContaining("Maybe 11 agents or more?");
        assertThatThrownBy(() -> FirstComeQueue.of(new Traffic(10, 1), 2_000_000))
                .hasMessageContaining("1000000");
    }
}
