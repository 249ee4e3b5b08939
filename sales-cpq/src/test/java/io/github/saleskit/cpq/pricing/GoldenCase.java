package io.github.saleskit.cpq.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.saleskit.core.support.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One case of {@code ../shared/data/pricing/golden.json}: figures that other systems' tests and documents publish. */
record GoldenCase(String id, String category, JsonNode input, JsonNode expected, JsonNode policy) {

    /** All cases, or the calling test is skipped. */
    static List<GoldenCase> read() {
        try {
            JsonNode root = new JsonMapper()
                    .readTree(SharedData.file("pricing/golden.json").toFile());
            List<GoldenCase> cases = new ArrayList<>();
            root.get("cases")
                    .forEach(each -> cases.add(new GoldenCase(
                            each.get("id").asText(),
                            each.get("category").asText(),
                            each.get("input"),
                            each.get("expected"),
                            each.path("policy"))));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the input has none but these keys. */
    boolean hasOnly(String... keys) {
        return Set.of(keys).containsAll(keys(input));
    }

    static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    BigDecimal number(String key) {
        return new BigDecimal(input.get(key).asText());
    }

    List<BigDecimal> numbers(String key) {
        return numbers(input.get(key));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<BigDecimal> numbers(JsonNode array) {
        return elements(array).map(each -> new BigDecimal(each.asText())).toList();
    }
}
