package io.github.saleskit.core.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesProcessTest {

    private static final SalesProcess PROCESS = SalesProcess.of(
            "standard",
            List.of(
                    Stage.open("discovery", "発見", "0.10"),
                    Stage.open("proposal", "提案", "0.5"),
                    Stage.onHold("parked", "保留", "0.05"),
                    Stage.won("won", "受注"),
                    Stage.lost("lost", "失注")));

    private static List<Problem> problems(Stage... stages) {
        Problems problems = new Problems();
        SalesProcess.of("p", List.of(stages)).check(problems);
        return problems.toList();
    }

    @Test
    void theFirstVersionStaysReadable() {
        GoldenFile.assertReads(SalesProcessTest.class, "sales-process-v1.json", PROCESS, SalesProcess.class);
    }

    @Test
    void aSoundProcessHasNoProblems() {
        assertThat(problems(PROCESS.stages().toArray(Stage[]::new))).isEmpty();
    }

    @Test
    void stagesAreFoundById() {
        assertThat(PROCESS.stage("proposal")).map(Stage::name).contains("提案");
        assertThat(PROCESS.stage("nothing")).isEmpty();
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        List<Problem> problems = problems(
                Stage.open("a", "A", "10"),
                Stage.open("a", "B", "-0.1"),
                Stage.open(" ", "C", "0"),
                new Stage("w", "W", StageType.WON, new BigDecimal("0.9")),
                new Stage("l", "L", StageType.LOST, new BigDecimal("0.1")));
        assertThat(problems)
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(
                        tuple("/stages/0/probability", "stage.probabilityRange"),
                        tuple("/stages/1/id", "stage.duplicate"),
                        tuple("/stages/1/probability", "stage.probabilityRange"),
                        tuple("/stages/2/id", "stage.idBlank"),
                        tuple("/stages/3/probability", "stage.probabilityOfWon"),
                        tuple("/stages/4/probability", "stage.probabilityOfLost"));
    }

    @Test
    void probabilitiesWithEndlessDecimalPlacesAreReportedAndNotComputedWith() {
        for (String endless : new String[] {"1E-31", "1E-1999999", "1E-2147483647", "0E-1999999"}) {
            assertThat(problems(Stage.open("a", "A", endless), Stage.won("w", "W"), Stage.lost("l", "L")))
                    .extracting(Problem::pointer, Problem::code)
                    .containsExactly(tuple("/stages/0/probability", "stage.probabilityPlaces"));
        }
        assertThat(problems(Stage.open("a", "A", "1E-30"), Stage.won("w", "W"), Stage.lost("l", "L")))
                .isEmpty();
    }

    @Test
    void aProbabilityThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> Stage.open("a", "A", "50 %"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("probability is \"50 %\"");
    }

    @Test
    void openWonAndLostStagesAreNeeded() {
        assertThat(problems()).extracting(Problem::value).containsExactly("OPEN", "WON", "LOST");
    }
}
