package io.github.saleskit.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.saleskit.core.definition.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDocumentTest {

    record Rule(String name, BigDecimal points, Optional<LocalDate> until) {}

    record Model(String name, List<Rule> rules, Optional<BigMoney> price) {}

    private static final String MODEL = """
            {
              "name": "inbound",
              "price": "EUR 0.125",
              "rules": [
                {"name": "a", "points": 5, "until": "2025-02-28"},
                {"name": "b",
                 "points": 1.50}
              ]
            }
            """;

    @TempDir
    Path folder;

    private static FileProblem problemOf(String json) {
        BadInputException e = catchThrowableOfType(
                BadInputException.class,
                () -> JsonDocument.parse("m.json", json).as(Model.class));
        assertThat(e.problems()).hasSize(1);
        return e.problems().get(0);
    }

    @Test
    void aDocumentBecomesAValue() {
        Model model = JsonDocument.parse("m.json", MODEL).as(Model.class);
        assertThat(model.rules())
                .containsExactly(
                        new Rule("a", new BigDecimal("5"), Optional.of(LocalDate.of(2025, 2, 28))),
                        new Rule("b", new BigDecimal("1.50"), Optional.empty()));
        assertThat(model.price()).contains(BigMoney.parse("EUR 0.125"));
    }

    @Test
    void syntaxErrorsHaveLineAndColumn() {
        FileProblem problem = problemOf(MODEL.replace("\"a\",", "\"a\""));
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.column()).isBetween(17, 20);
        assertThat(problem.problem().code()).isEqualTo("json.syntax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"points\": 5       | \"points\": \"five\" | 5 | /rules/0/points",
                "\"points\": 1.50    | \"pionts\": 1.50     | 7 | /rules/1/pionts",
                "\"2025-02-28\"      | \"2025-02-30\"       | 5 | /rules/0/until",
                "\"EUR 0.125\"       | \"EURO 1\"           | 3 | /price",
            })
    void whatDoesNotFitHasLineAndPointer(String right, String wrong, long line, String pointer) {
        FileProblem problem = problemOf(MODEL.replace(right, wrong));
        assertThat(problem.problem().pointer()).isEqualTo(pointer);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isPositive();
    }

    @Test
    void repeatedKeysTrailingTextAndDeepNestingAreRefused() {
        assertThat(problemOf("{\"name\": \"a\",\n \"name\": \"b\"}").toString()).startsWith("m.json:2:");
        assertThat(problemOf("{\"name\": \"a\", \"rules\": []} x").problem().code())
                .isEqualTo("json.syntax");
        assertThat(problemOf("[".repeat(100_000)).toString()).startsWith("m.json:1:");
        assertThat(problemOf(" \n").problem().code()).isEqualTo("file.empty");
        assertThat(problemOf("null").problem().code()).isEqualTo("json.null");
    }

    @Test
    void problemsOfADefinitionGetTheirPlaces() {
        JsonDocument document = JsonDocument.parse("m.json", MODEL);
        BadInputException e = catchThrowableOfType(
                BadInputException.class,
                () -> document.check(() -> {
                    Problems problems = new Problems();
                    problems.at("rules", 1, "points").report("points.range", "1.50", "points must be whole");
                    problems.at("rules", 0).report("rule.useless", null, "rule gives nothing");
                    problems.at("rules", 1, "until").report("until.missing", null, "until is missing");
                    problems.report("model.bad", null, "the model is bad");
                    problems.throwIfAny("model");
                    return "";
                }));
        assertThat(e.problems())
                .extracting(p -> p.line() + ":" + p.column() + " " + p.problem().code())
                .containsExactly("7:16 points.range", "5:5 rule.useless", "6:5 until.missing", "1:1 model.bad");
        assertThat(e.problems().get(0).toString())
                .isEqualTo("m.json:7:16: /rules/1/points: points must be whole (points.range)");
    }

    @Test
    void filesAreReadWithAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("m.json"), "\uFEFF" + MODEL);
        assertThat(JsonDocument.read(file).as(Model.class).name()).isEqualTo("inbound");
        assertThatThrownBy(() -> JsonDocument.read(folder.resolve("none.json")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void mappingsAreChecked() throws IOException {
        Path file = folder.resolve("mapping.json");
        Files.writeString(file, "{\"version\": 1, \"table\": \"leads\", \"dateFormat\": \"days since 2017-06-14\"}");
        assertThat(TableMapping.read(file).dates().read("2")).contains(LocalDate.of(2017, 6, 16));
        Files.writeString(file, "{\"version\": 1, \"table\": \"leads\", \"dateFormat\": \"MM\"}");
        assertThatThrownBy(() -> TableMapping.read(file)).hasMessageContaining("dateFormat is \"MM\"");
        Files.writeString(file, "{\"version\": 1,\n \"colums\": {},\n \"table\": \"leads\"\n}");
        assertThatThrownBy(() -> TableMapping.read(file))
                .hasMessageContaining("mapping.json:2:12: ")
                .hasMessageContaining("colums");
        Files.writeString(file, "{\"version\": 2, \"table\": \"leads\"}");
        assertThatThrownBy(() -> TableMapping.read(file)).hasMessageContaining("this release reads 1");
    }
}
