package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffingCommandTest extends CommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"--rate 0.05555555555555555", "--rate 200/h", "--rate 3.3333333333333335/min"})
    void thePublishedExampleComesOutBothWays(String rate) {
        assertThat(runWords("staffing " + rate + " --handling 180 --agents 14 --threshold 20 --seed 5"))
                .isZero();
        assertThat(lastLine().get("load").doubleValue()).isEqualTo(10, within(1e-9));
        for (String kind : List.of("simulated", "analytic")) {
            double share = kind.equals("analytic") ? .001 : .011;
            assertThat(lastLine().get(kind + "WaitProbability").doubleValue()).isEqualTo(.1741, within(.1741 * share));
            assertThat(lastLine().get(kind + "ServiceLevel").doubleValue()).isEqualTo(.8884, within(.8884 * share));
            assertThat(lastLine().get(kind + "SpeedOfAnswer").doubleValue()).isEqualTo(7.84, within(7.84 * share));
        }
        assertThat(lastLine().get("accurate").booleanValue()).isTrue();
        assertThat(lastLine().has("seconds")).isTrue();
    }

    @Test
    void aLoadThatTheAgentsCannotCarryIsAnsweredAtOnce() {
        assertThat(runWords("staffing --rate 1 --handling 14 --agents 14 --threshold 20 --seed 5"))
                .isZero();
        assertThat(lastLine().get("stable").booleanValue()).isFalse();
        assertThat(lastLine().get("simulatedWaitProbability").doubleValue()).isEqualTo(1);
        assertThat(lastLine().get("analyticServiceLevel").doubleValue()).isZero();
        assertThat(lastLine().get("analyticSpeedOfAnswer").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staffing",
                "staffing --rate 200/day --handling 180 --agents 14 --threshold 20 --seed 1",
                "staffing --rate many --handling 180 --agents 14 --threshold 20 --seed 1",
                "staffing --rate -1 --handling 180 --agents 14 --threshold 20 --seed 1",
                "staffing --rate 1 --handling NaN --agents 14 --threshold 20 --seed 1",
                "staffing --rate 1 --handling 1 --agents 0 --threshold 20 --seed 1",
                "staffing --rate 1 --handling 1 --agents 2 --threshold -20 --seed 1",
                "staffing --rate 1 --handling 1 --agents 2 --threshold 20 --seed 1 --accuracy 0"
            })
    void aUsersMistakeIsOneLineAndExitCodeTwo(String args) {
        assertThat(runWords(args)).isEqualTo(2);
        assertThat(err().lines()).hasSize(1);
    }
}
