package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AssignmentCommandsTest extends CommandTest {

    private JsonNode answer(String args) {
        assertThat(runWords(args)).as(err()).isZero();
        return lastLine();
    }

    @Test
    void theGeneratorIsThePublishedOne() {
        // SplitMix64 started at 1234567, as in the test vectors of its reference implementation
        assertThat(MatchCosts.mix(1234567)).isEqualTo(6457827717110365317L);
    }

    @Test
    void aSmallMatchingIsTheBestOfAllPermutations() {
        int n = 7;
        long[][] cost = new long[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cost[i][j] = (MatchCosts.mix(11 + (long) i * n + j) >>> 1) % 1_000_000;
            }
        }
        JsonNode answer = answer("match --dense 7 --seed 11 --repeat 1");
        assertThat(answer.get("optimum").asLong()).isEqualTo(best(cost, 0, 0));
        assertThat(answer.get("dualBound").asLong()).isEqualTo(best(cost, 0, 0));
        assertThat(answer.get("matched").asInt()).isEqualTo(7);
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.has("seconds")).isTrue();
    }

    private static long best(long[][] cost, int lead, int taken) {
        if (lead == cost.length) {
            return 0;
        }
        long best = Long.MAX_VALUE;
        for (int rep = 0; rep < cost.length; rep++) {
            if ((taken >> rep & 1) == 0) {
                best = Math.min(best, cost[lead][rep] + best(cost, lead + 1, taken | 1 << rep));
            }
        }
        return best;
    }

    @Test
    void capacitiesAndEligibilityAreKept() {
        JsonNode all = answer("match --leads 60 --reps 6 --capacity 10 --seed 3 --repeat 2");
        assertThat(all.get("matched").asInt()).isEqualTo(60);
        assertThat(all.get("dualBound").asLong()).isEqualTo(all.get("optimum").asLong());
        JsonNode some = answer("match --leads 60 --reps 6 --capacity 12 --eligible 2 --seed 3");
        assertThat(some.get("dualBound").asLong()).isEqualTo(some.get("optimum").asLong());
        assertThat(some.get("optimum").asLong())
                .isGreaterThan(all.get("optimum").asLong());
        JsonNode every = answer("match --leads 60 --reps 6 --capacity 10 --eligible 6 --seed 3");
        assertThat(every.get("optimum")).isEqualTo(all.get("optimum"));
    }

    @Test
    void theEligibleRepsAreThoseWithTheSmallestHashes() {
        MatchCosts costs = MatchCosts.generated(1, 9, 4, 5);
        for (int rep = 0; rep < 9; rep++) {
            int smaller = 0;
            for (int other = 0; other < 9; other++) {
                smaller += Long.compareUnsigned(MatchCosts.mix(5 + 7919 + other), MatchCosts.mix(5 + 7919 + rep)) < 0
                        ? 1
                        : 0;
            }
            assertThat(costs.table().cost(0, rep).isPresent()).isEqualTo(smaller < 4);
        }
    }

    @Test
    void costsAreReadAsDecimals() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), """
                lead,rep,cost
                a,x,1.50
                a,y,2
                b,x,1.25
                c,y,-0.5
                """);
        JsonNode answer = answer("match --capacity 1 --costs " + file);
        assertThat(answer.get("matched").asInt()).isEqualTo(2);
        assertThat(answer.get("optimum").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(answer.get("dualBound").decimalValue()).isEqualByComparingTo("0.75");
    }

    @Test
    void brokenCostsAreAllReported() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), """
                lead,rep,cost
                a,x,NaN
                a,y,2
                a,y,3
                b,x,1e40
                """);
        assertThat(runWords("match --capacity 1 --costs " + file)).isEqualTo(2);
        assertThat(err()).contains("c.csv:2:", "c.csv:4:", "c.csv:5:");
    }

    @Test
    void withoutAbsenceNobodyIsFurtherOffThanTijdemanPromises() {
        for (String weights : List.of("1,1", "5,3,2", "1,1,1,1,1,1", "7,13,29,31,41", "1000000,1,1")) {
            int people = weights.split(",").length;
            JsonNode answer = answer("fairness --weights " + weights + " --picks 3000 --seed 1");
            double bound = 1 - 1.0 / (2 * people - 2);
            assertThat(answer.get("worstAbove").asDouble()).isPositive().isLessThanOrEqualTo(bound + 1e-12);
            assertThat(answer.get("worstBelow").asDouble()).isNegative().isGreaterThanOrEqualTo(-bound - 1e-12);
            assertThat(answer.get("picks").asLong()).isEqualTo(3000);
        }
    }

    @Test
    void withAbsenceDeviationsStayBelowHalfTheNumberOfTheOthers() {
        JsonNode answer = answer("fairness --weights 5,3,2,1,1 --picks 20000 --absence 0.4 --seed 9");
        assertThat(answer.get("worstAbove").asDouble()).isBetween(.5, 2.0);
        assertThat(answer.get("worstBelow").asDouble()).isBetween(-2.0, -.5);
        assertThat(answer("fairness --weights 5,3,2,1,1 --picks 20000 --absence 0.4 --seed 9")
                        .get("worstAbove"))
                .isEqualTo(answer.get("worstAbove"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match",
                "match --dense 0",
                "match --dense 5 --capacity 2",
                "match --leads 5 --reps 2",
                "match --leads 5 --capacity 2",
                "match --leads 5 --reps 2 --capacity -1",
                "match --costs none.csv --capacity 1",
                "match --costs none.csv",
                "match --dense 3 --repeat 0",
                "fairness --weights 1,2",
                "fairness --weights 1,0 --picks 5",
                "fairness --weights 1,-4 --picks 5",
                "fairness --weights 1,x --picks 5",
                "fairness --weights 1,2 --picks 0",
                "fairness --weights 1,2 --picks 5 --absence 1",
                "fairness --weights 1,2 --picks 5 --absence NaN"
            })
    void aUsersMistakeIsOneLineAndExitCodeTwo(String args) {
        assertThat(runWords(args)).isEqualTo(2);
        assertThat(err().lines()).singleElement().asString().isNotBlank();
    }

    @Test
    void helpSaysWhatIsMeasured() {
        for (String command : List.of("match", "fairness")) {
            assertThat(runWords(command + " --help")).isZero();
            assertThat(out()).contains("Last line:", "seconds");
        }
    }
}
