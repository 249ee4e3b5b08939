package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealignCommandTest extends CommandTest {

    /** Six points on a line, three around 1 and three around 11, four of capacity each. */
    private static final String POINTS = "6 2\n0 0 4 1\n1 0 4 1\n2 0 4 1\n10 0 4 1\n11 0 4 1\n12 0 4 1\n";

    private static final String PLAN = "point,centre\n0,1\n1,1\n2,1\n3,4\n4,4\n5,4\n";

    private Path instance = Path.of("");
    private Path plan = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        instance = file("i.dat", POINTS);
        plan = file("plan.csv", PLAN);
        out = folder.resolve("out.csv");
    }

    private int realign(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "realign", "--instance", instance, "--plan", plan, "--out", out, "--units-of-work", 500, "--seed", 1));
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    @Test
    void whereNothingChangedNothingMoves() throws IOException {
        assertThat(realign()).isZero();
        assertThat(out).hasContent(PLAN);
        assertThat(lastLine().get("moves").asInt()).isZero();
        assertThat(lastLine().get("movesLowerBound").asInt()).isZero();
        assertThat(lastLine().get("cost").asDouble()).isEqualTo(4);
        assertThat(lastLine().get("costBefore").asDouble()).isEqualTo(4);
        assertThat(lastLine().get("feasible").asBoolean()).isTrue();
        assertThat(lastLine().get("front").asInt()).isPositive();
        assertThat(lastLine().has("seconds")).isTrue();
    }

    @Test
    void newDemandsMoveAsFewPointsAsPossibleEachWithAReason() throws IOException {
        Path demand = file("d.csv", "point,demand\n2,2.5\n0,1.5\n3,0.5\n");
        Path front = folder.resolve("front.csv");
        Path reasons = folder.resolve("reasons.csv");
        assertThat(realign("--demand", demand, "--front", front, "--reasons", reasons))
                .isZero();
        assertThat(out).hasContent("point,centre\n0,4\n1,1\n2,1\n3,4\n4,4\n5,4\n");
        assertThat(lastLine().get("moves").asInt()).isEqualTo(1);
        assertThat(lastLine().get("movesLowerBound").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(front).get(0)).isEqualTo("moves,cost,worstLoad,imbalance,feasible,chosen");
        assertThat(Files.readAllLines(front).get(1)).startsWith("1,").endsWith(",true,true");
        assertThat(Files.readAllLines(reasons))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("0,1,4,")
                .contains("allowed");
    }

    @Test
    void centresLeaveAndJoin() throws IOException {
        assertThat(realign("--leave", "4", "--join", "3")).isZero();
        assertThat(out).hasContent("point,centre\n0,1\n1,1\n2,1\n3,3\n4,3\n5,3\n");
        assertThat(lastLine().get("moves").asInt()).isEqualTo(3);
        assertThat(lastLine().get("movesLowerBound").asInt()).isEqualTo(3);
        assertThat(realign("--join", "5", "--max-moves", 1)).isZero();
        assertThat(out).hasContent("point,centre\n0,1\n1,1\n2,1\n3,4\n4,4\n5,5\n");
        assertThat(realign("--free-centres", "--move-price", 0)).isZero();
        assertThat(lastLine().get("cost").asDouble()).isEqualTo(4);
    }

    @Test
    void allCentresMayLeaveWhereOthersJoin() throws IOException {
        assertThat(realign("--leave", "1,4", "--join", "0,5")).isZero();
        assertThat(out).hasContent("point,centre\n0,0\n1,0\n2,0\n3,5\n4,5\n5,5\n");
        assertThat(lastLine().get("moves").asInt()).isEqualTo(6);
    }

    @Test
    void pointsOfAMergedCentreDoNotMoveToTheOneThatTakesThemOver() throws IOException {
        Path roomy = file("roomy.dat", POINTS.replace(" 4 ", " 9 "));
        instance = roomy;
        assertThat(realign("--merge", "4=1")).isZero();
        assertThat(out).hasContent("point,centre\n0,1\n1,1\n2,1\n3,1\n4,1\n5,1\n");
        assertThat(lastLine().get("moves").asInt()).isZero();
        assertThat(realign("--leave", "4")).isZero();
        assertThat(lastLine().get("moves").asInt()).isEqualTo(3);
    }

    @Test
    void whatCannotBeKeptIsToldWithTheNearestPlan() throws IOException {
        assertThat(realign("--leave", "4")).isZero();
        assertThat(lastLine().get("feasible").asBoolean()).isFalse();
        assertThat(Files.readAllLines(out)).hasSize(7);
        assertThat(err()).contains("demand is 6 in total");
    }

    @Test
    void otherPointsBecomeCentresWhereNothingElseKeepsTheCapacities() throws IOException {
        assertThat(realign("--demand", file("d.csv", "point,demand\n0,4\n5,0\n")))
                .isZero();
        assertThat(err()).contains("other points may become centres");
        assertThat(lastLine().get("feasible").asBoolean()).isTrue();
        assertThat(lastLine().get("moves").asInt()).isEqualTo(2);
        assertThat(out).hasContent("point,centre\n0,0\n1,3\n2,3\n3,3\n4,3\n5,3\n");
    }

    @Test
    void brokenFilesAndOptionsAreRefusedByName() throws IOException {
        assertThat(realign("--leave", "3")).isEqualTo(2);
        assertThat(err()).contains("--leave names 3, which is no centre");
        assertThat(realign("--leave", "1,4")).isEqualTo(2);
        assertThat(err()).contains("--leave names every centre, and none joins");
        assertThat(realign("--merge", "3=4")).isEqualTo(2);
        assertThat(realign("--merge", "4=3")).isEqualTo(2);
        assertThat(realign("--merge", "4=4")).isEqualTo(2);
        assertThat(realign("--merge", "4=1", "--leave", "1")).isEqualTo(2);
        assertThat(err()).contains("--merge names 1, which is no centre of the plan, or leaves it");
        assertThat(realign("--join", "1")).isEqualTo(2);
        assertThat(realign("--join", "6")).isEqualTo(2);
        assertThat(realign("--max-moves", "-1")).isEqualTo(2);
        assertThat(realign("--move-price", "NaN")).isEqualTo(2);
        assertThat(realign("--move-price", "1", "--max-moves", "1")).isEqualTo(2);
        assertThat(realign("--demand", file("d.csv", "point,demand\n0,1\n6,1\n7,1\n")))
                .isEqualTo(2);
        assertThat(err())
                .contains("point is 6, expected")
                .contains("point is 7")
                .doesNotContain("twice");
        assertThat(realign("--demand", file("d.csv", "point,demand\n1,-1\n"))).isEqualTo(2);
        assertThat(realign("--demand", file("d.csv", "point,demand\n1,1\n1,2\n")))
                .isEqualTo(2);
        for (String text : List.of("0,1\n", "0,1\n0,1\n", "0,1\n1,1\n2,3\n3,4\n4,4\n5,4\n", "0,9\n")) {
            plan = file("plan.csv", "point,centre\n" + text);
            assertThat(realign()).isEqualTo(2);
            assertThat(err()).contains("plan.csv");
        }
        assertThat(out).doesNotExist();
    }
}
