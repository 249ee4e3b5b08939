package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.examples.evaluation.price.PriceCases;
import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.files.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers pricing cases. */
@Command(
        name = "price",
        sortOptions = false,
        description = {
            "Answers pricing cases: {\"cases\": [{\"id\", \"category\", \"source\", \"input\", \"policy\", "
                    + "\"expected\"}]}.",
            "Writes {\"case id\": {key: value}} with the keys of the case's expected, whose values are never read,",
            "or {\"error\": \"why\"}. Numbers are decimal texts; cycles are a fraction or a sum of fractions.",
            "Last line: cases, answered, errors, seconds.",
            ""
        })
final class PriceCommand implements EvaluationCommand {

    @Option(names = "--cases", required = true, paramLabel = "golden.json", description = "The cases.")
    private Path cases = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "out.json", description = "The answers.")
    private Path out = Path.of("");

    @Override
    public void run(Run run) {
        JsonNode root = JsonDocument.read(cases).as(JsonNode.class);
        JsonNode list = root.isArray() ? root : root.path("cases");
        if (!list.isArray()) {
            throw BadInputException.ofFile(
                    cases.toString(), "cases.missing", "expected an object with an array \"cases\"");
        }
        Map<String, Map<String, Object>> answers = run.measure(() -> answers(list));
        write(answers);
        long errors = answers.values().stream()
                .filter(each -> each.containsKey("error"))
                .count();
        run.answer("cases", answers.size());
        run.answer("answered", answers.size() - errors);
        run.answer("errors", errors);
    }

    private static Map<String, Map<String, Object>> answers(JsonNode list) {
        Map<String, Map<String, Object>> answers = new LinkedHashMap<>();
        for (JsonNode each : list) {
            answers.put(each.path("id").asString("case " + answers.size()), answer(each));
        }
        return answers;
    }

    private static Map<String, Object> answer(JsonNode each) {
        try {
            return asked(each.path("expected"), PriceCases.answer(each));
        } catch (DefinitionException e) {
            return Map.of("error", String.valueOf(e.problems().get(0)));
        } catch (RuntimeException e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> asked(JsonNode expected, Map<String, Object> all) {
        if (all.containsKey("error")) {
            return all;
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        for (String key : expected.propertyNames()) {
            if (!all.containsKey(key)) {
                return Map.of("error", "there is no answer to " + key);
            }
            asked.put(key, all.get(key));
        }
        return asked.isEmpty() ? all : asked;
    }

    private void write(Map<String, Map<String, Object>> answers) {
        try {
            Files.writeString(
                    out, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(answers));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + out, e);
        }
    }
}
