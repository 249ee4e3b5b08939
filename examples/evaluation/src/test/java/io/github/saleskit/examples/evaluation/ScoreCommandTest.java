package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreCommandTest extends CommandTest {

    private static final String SCHEMA =
            "{\"numeric\": [\"visits\", \"day\"], \"categorical\": [\"industry\"], \"target\": \"y\", \"rows\": 600}";

    /** 601 leads; those with more visits are won more often. */
    private Path leads() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("row,visits,day,industry,y,fold\n");
        for (int i = 0; i < 601; i++) {
            int visits = random.nextInt(10);
            boolean won = random.nextInt(12) < visits;
            String shown = i % 50 == 0 ? "NaN" : i % 50 == 1 ? "inf" : i % 50 == 2 ? "" : "" + visits;
            text.append(i + 1_000)
                    .append(',')
                    .append(shown)
                    .append(',')
                    .append(i % 97)
                    .append(",i")
                    .append(i % 4);
            text.append(',').append(won ? 1 : 0).append(',').append(i % 3).append('\n');
        }
        return file("leads.csv", text.toString());
    }

    private List<String[]> predictions() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void everyLeadIsPredictedFromTheOtherFolds() throws IOException {
        Path schema = file("schema.json", SCHEMA);
        assertThat(run("score", "--data", leads(), "--schema", schema, "--out", folder.resolve("out.csv")))
                .as(err())
                .isZero();
        List<String[]> lines = predictions();
        assertThat(lines).hasSize(602);
        assertThat(lines.get(0)).containsExactly("row", "p");
        assertThat(lines.get(1)[0]).isEqualTo("1000");
        assertThat(lines.subList(1, 602))
                .allSatisfy(line -> assertThat(Double.parseDouble(line[1])).isBetween(0.0, 1.0));
        assertThat(out()).contains("trainSeconds", "predictNanos", "seconds");
    }

    @Test
    void contributionsAddUpToTheLogOdds() throws IOException {
        Path schema = file("schema.json", SCHEMA);
        assertThat(run("score", "--data", leads(), "--schema", schema, "--explain", "--out", folder.resolve("out.csv")))
                .isZero();
        List<String[]> lines = predictions();
        assertThat(lines.get(0)).containsExactly("row", "p", "intercept", "visits", "day", "industry");
        for (String[] line : lines.subList(1, lines.size())) {
            double p = Double.parseDouble(line[1]);
            double sum =
                    Stream.of(line).skip(2).mapToDouble(Double::parseDouble).sum();
            assertThat(Math.log(p / (1 - p))).isCloseTo(sum, within(1e-12));
        }
    }

    @Test
    void theLastLeadsInTheOrderOfAColumnArePredicted() throws IOException {
        Path schema = file("schema.json", SCHEMA);
        Path data = leads();
        assertThat(run(
                        "score",
                        "--data",
                        data,
                        "--schema",
                        schema,
                        "--split",
                        "time:0.8",
                        "--order",
                        "day",
                        "--out",
                        folder.resolve("out.csv")))
                .as(err())
                .isZero();
        List<String> expected = Files.readAllLines(data).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .sorted((a, b) -> Integer.compare(Integer.parseInt(a[2]), Integer.parseInt(b[2])))
                .map(line -> line[0])
                .skip(480)
                .toList();
        assertThat(predictions().stream().skip(1).map(line -> line[0]).toList())
                .hasSize(121)
                .isEqualTo(expected);
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        Path schema = file("schema.json", SCHEMA);
        Path data = leads();
        for (String name : List.of("a.csv", "b.csv")) {
            run("score", "--data", data, "--schema", schema, "--seed", 5, "--out", folder.resolve(name));
        }
        assertThat(folder.resolve("a.csv")).hasSameTextualContentAs(folder.resolve("b.csv"));
    }

    @Test
    void mistakesAreOneClearLine() throws IOException {
        Path data = leads();
        Path good = file("schema.json", SCHEMA);
        Path unknown = file("unknown.json", SCHEMA.replace("visits", "visit"));
        Path target = file("target.json", SCHEMA.replace("\"target\": \"y\"", "\"target\": \"day\""));
        Path one = file("one.csv", "visits,day,industry,y,fold\n1,1,a,1,0\n1,2,a,1,1\n");
        Path text = file("text.csv", "visits,day,industry,y,fold\nmany,1,a,1,0\n");
        mistake("Maybe \"visits\"?", data, unknown, "folds");
        mistake("also listed as a feature", data, target, "folds");
        mistake("--split is", data, good, "time:1.5");
        mistake("--split is", data, good, "half");
        mistake("at least 40 of each are needed", one, good, "folds");
        mistake("expected a number", text, good, "folds");
    }

    private void mistake(String message, Path data, Path schema, String split) {
        assertThat(run("score", "--data", data, "--schema", schema, "--split", split, "--out", folder.resolve("o.csv")))
                .isEqualTo(2);
        assertThat(err()).contains(message);
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }
}
