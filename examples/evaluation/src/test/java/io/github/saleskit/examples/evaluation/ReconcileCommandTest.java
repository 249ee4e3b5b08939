package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileCommandTest extends CommandTest {

    private Path nodes = Path.of("");
    private Path forecast = Path.of("");

    @BeforeEach
    void files() throws IOException {
        nodes = file("nodes.csv", "node,parent\nA,Total\nB,Total\na1,A\na2,A\nb1,B\n");
        forecast = file(
                "forecast.csv",
                String.join(
                        "\n",
                        "id,step,mean,lower,upper,q0.9",
                        "Total,1,100,80,120,113",
                        "A,1,70,60,80,76",
                        "B,1,20,10,30,26",
                        "a1,1,40,30,50,46",
                        "a2,1,20,10,30,26",
                        "b1,1,25,15,35,31",
                        ""));
    }

    /** The first value column by node. */
    private Map<String, Double> means(Path out) throws IOException {
        Map<String, Double> means = new LinkedHashMap<>();
        Files.readAllLines(out).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> means.put(cells[0], Double.valueOf(cells[2])));
        return means;
    }

    private Map<String, Double> reconciled(Object... options) throws IOException {
        Path out = folder.resolve("out.csv");
        List<Object> args =
                new ArrayList<>(List.of("reconcile", "--nodes", nodes, "--forecast", forecast, "--out", out));
        args.addAll(List.of(options));
        assertThat(run(args.toArray())).as(err()).isZero();
        Map<String, Double> means = means(out);
        assertThat(means).containsOnlyKeys("Total", "A", "B", "a1", "a2", "b1");
        assertThat(means.get("A")).isCloseTo(means.get("a1") + means.get("a2"), within(1e-9));
        assertThat(means.get("B")).isEqualTo(means.get("b1"));
        assertThat(means.get("Total")).isCloseTo(means.get("A") + means.get("B"), within(1e-9));
        assertThat(lastLine().get("worstIncoherenceBefore").doubleValue()).isEqualTo(15);
        assertThat(lastLine().get("worstIncoherenceAfter").doubleValue()).isLessThan(1e-9);
        return means;
    }

    @Test
    void bottomUpKeepsTheBottomSeries() throws IOException {
        assertThat(reconciled("--method", "bottom-up"))
                .containsEntry("a1", 40.0)
                .containsEntry("Total", 85.0);
        assertThat(lastLine().propertyNames())
                .containsExactly(
                        "nodes",
                        "bottom",
                        "method",
                        "shrinkage",
                        "worstIncoherenceBefore",
                        "worstIncoherenceAfter",
                        "nonNegative",
                        "seconds");
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .startsWith("id,step,mean,lower,upper,q0.9")
                .contains("a1,1,40.0,30.0,50.0,46.0");
    }

    @Test
    void topDownKeepsTheTopAndDistributesByForecasts() throws IOException {
        Map<String, Double> means = reconciled("--method", "top-down");
        assertThat(means).containsEntry("Total", 100.0);
        assertThat(means.get("a1")).isCloseTo(100 * 70.0 / 90 * 40 / 60, within(1e-9));
    }

    @Test
    void middleOutKeepsTheNodesInTheMiddle() throws IOException {
        Map<String, Double> means = reconciled("--method", "middle-out", "--middle", "A", "--middle", "B");
        assertThat(means).containsEntry("A", 70.0).containsEntry("B", 20.0).containsEntry("Total", 90.0);
    }

    /** By hand: the projection of (100, 70, 20, 40, 20, 25) onto sums, solved by its normal equations. */
    @Test
    void leastSquaresMoveEverything() throws IOException {
        Map<String, Double> means = reconciled("--method", "ols");
        // 3 a1 + 2 a2 + b1 = 210, 2 a1 + 3 a2 + b1 = 190, a1 + a2 + 3 b1 = 145
        assertThat(3 * means.get("a1") + 2 * means.get("a2") + means.get("b1")).isCloseTo(210, within(1e-9));
        assertThat(2 * means.get("a1") + 3 * means.get("a2") + means.get("b1")).isCloseTo(190, within(1e-9));
        assertThat(means.get("a1") + means.get("a2") + 3 * means.get("b1")).isCloseTo(145, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"ols", "wls-structural", "wls"})
    void aSummingMatrixSaysTheSame(String method) throws IOException {
        Map<String, Double> rows = reconciled("--method", method);
        nodes = file("matrix.csv", "node,a1,a2,b1\nTotal,1,1,1\nA,1,1,0\nB,0,0,1\na1,1,0,0\na2,0,1,0\nb1,0,0,1\n");
        reconciled("--method", method).forEach((id, mean) -> assertThat(mean).isCloseTo(rows.get(id), within(1e-9)));
    }

    @Test
    void minimumTraceTakesResidualsOrFindsThem() throws IOException {
        StringBuilder residuals = new StringBuilder("id,period,residual\n");
        StringBuilder series = new StringBuilder();
        int id = 0;
        for (String node : List.of("Total", "A", "B", "a1", "a2", "b1")) {
            id++;
            for (int t = 1; t <= 12; t++) {
                residuals.append(node + "," + t + "," + (t * id * 7 % 11 - 5) + "\n");
            }
            int level = id;
            String values = String.join(
                    ",",
                    IntStream.range(0, 16)
                            .mapToObj(t -> String.valueOf(20 + t * level % 5))
                            .toList());
            series.append(id > 3 ? node + ",1,16,1,2020,1," + values + "\n" : "");
        }
        reconciled("--method", "mint", "--residuals", file("residuals.csv", residuals.toString()));
        assertThat(lastLine().get("shrinkage").doubleValue()).isBetween(0.0, 1.0);
        reconciled("--method", "mint", "--series", file("series.csv", series.toString()), "--model", "ses");
        assertThat(lastLine().get("shrinkage").isNull()).isFalse();
        Path out = folder.resolve("all.csv");
        assertThat(run(
                        "reconcile",
                        "--nodes",
                        nodes,
                        "--method",
                        "mint",
                        "--series",
                        folder.resolve("series.csv"),
                        "--out",
                        out))
                .isZero();
        assertThat(means(out)).hasSize(6);
    }

    @Test
    void centsAddUpAndNothingIsBelowZero() throws IOException {
        Map<String, Double> means = reconciled("--method", "wls-structural", "--decimals", "0", "--non-negative");
        assertThat(means.values()).allMatch(value -> value == Math.rint(value) && value >= 0);
        assertThat(lastLine().get("nonNegative").booleanValue()).isTrue();
    }

    @Test
    void mistakesAreOneClearLine() throws IOException {
        assertMistake("needs the errors of the past", "--method", "mint");
        assertMistake("--method is \"best\"", "--method", "best");
        assertMistake("no node \"C\"", "--method", "middle-out", "--middle", "C");
        assertMistake("--level is 0.0", "--method", "ols", "--level", "0");
        assertMistake("--proportions is \"x\"", "--method", "top-down", "--proportions", "x");
        assertMistake("the history of \"a1\" is missing", "--method", "top-down", "--proportions", "average");
        forecast = file("gap.csv", "id,step,mean\na1,1,4\na1,3,4\n");
        assertMistake("the last one is step 3", "--method", "bottom-up");
        forecast = file("few.csv", "id,step,mean\na1,1,4\na2,1,4\nb1,1,4\nb2,1,4\n");
        assertMistake("the forecast of \"A\", \"Total\", \"B\" is missing", "--method", "ols");
        assertThat(err()).contains("\"b2\" is left out");
        nodes = file("circle.csv", "node,parent\nA,B\nB,A\n");
        assertMistake("go round in a circle", "--method", "bottom-up");
    }

    private void assertMistake(String message, Object... options) {
        List<Object> args = new ArrayList<>(
                List.of("reconcile", "--nodes", nodes, "--forecast", forecast, "--out", folder.resolve("no.csv")));
        args.addAll(List.of(options));
        assertThat(run(args.toArray())).isEqualTo(2);
        assertThat(err()).contains(message);
    }
}
