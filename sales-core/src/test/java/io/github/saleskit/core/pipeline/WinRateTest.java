package io.github.saleskit.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinRateTest {

    /** R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, .2553, .3662", "15, 148, .0624, .1605", "0, 20, 0, .1611", "1, 29, .0061, .1718"})
    void theIntervalIsWilsons(long won, long closed, double low, double high) {
        WinRate.Interval interval = new WinRate(won, closed - won).interval();
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void theEndsOfTheIntervalAreAsManyDeviationsAwayAsTheLevelSays() {
        WinRate rate = new WinRate(40, 60);
        double[][] levels = {{.682689492137086, 1}, {.9, 1.6448536269514722}, {.99, 2.5758293035489004}};
        for (double[] level : levels) {
            WinRate.Interval interval = rate.interval(level[0]);
            for (double end : new double[] {interval.low(), interval.high()}) {
                assertThat(Math.abs(.4 - end) / Math.sqrt(end * (1 - end) / 100))
                        .isCloseTo(level[1], within(1e-9));
            }
        }
    }

    @Test
    void lostInsteadOfWonMirrorsTheInterval() {
        WinRate.Interval interval = new WinRate(3, 17).interval();
        WinRate.Interval mirrored = new WinRate(17, 3).interval();
        assertThat(mirrored.low()).isCloseTo(1 - interval.high(), within(1e-12));
        assertThat(mirrored.high()).isCloseTo(1 - interval.low(), within(1e-12));
    }

    @Test
    void nothingClosedSaysNothing() {
        assertThat(new WinRate(0, 0).value()).isEmpty();
        assertThat(new WinRate(0, 0).interval()).isEqualTo(new WinRate.Interval(0, 1));
        assertThat(new WinRate(1, 3).value()).hasValue(.25);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new WinRate(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("won is -1");
        for (double level : new double[] {Double.NaN, 0, 1, 1.96}) {
            assertThatThrownBy(() -> new WinRate(1, 1).interval(level))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("level is " + level);
        }
    }

    @Test
    void itComesBackFromJson() {
        JsonLine.assertRoundTrip(new WinRate(81, 182), WinRate.class);
    }
}
