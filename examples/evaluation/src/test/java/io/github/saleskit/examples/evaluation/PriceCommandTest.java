package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands about prices. */
class PriceCommandTest extends CommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Our answers beside the figures that other systems publish; what they expect is blanked before. */
    @Test
    void everyCaseGetsThePublishedAnswer() throws IOException {
        JsonNode root = JSON.readTree(SharedData.file("pricing/golden.json").toFile());
        JsonNode published = root.get("cases").deepCopy();
        for (JsonNode each : root.get("cases")) {
            ObjectNode expected = (ObjectNode) each.get("expected");
            List.copyOf(expected.propertyNames()).forEach(expected::putNull);
        }
        Path cases = Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(root));
        Path answers = folder.resolve("answers.json");
        assertThat(run("price", "--cases", cases, "--out", answers)).isZero();
        JsonNode given = JSON.readTree(answers.toFile());
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : published) {
            JsonNode answer = given.get(each.get("id").asString());
            if (!agrees(each.get("expected"), answer)) {
                wrong.add(each.get("id") + ": " + answer + " instead of " + each.get("expected"));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lastLine().get("cases").asInt()).isEqualTo(published.size());
    }

    /** Numbers and sums of fractions by value, the rest as it is. */
    private static boolean agrees(JsonNode expected, JsonNode answer) {
        if (answer == null) {
            return false;
        } else if (expected.isArray()) {
            boolean same = answer.isArray() && expected.size() == answer.size();
            for (int i = 0; same && i < expected.size(); i++) {
                same = agrees(expected.get(i), answer.get(i));
            }
            return same;
        } else if (expected.isObject()) {
            return List.copyOf(expected.propertyNames()).equals(List.copyOf(answer.propertyNames()))
                    && expected.propertyNames().stream().allMatch(key -> agrees(expected.get(key), answer.get(key)));
        }
        return value(expected.asString()).equals(value(answer.asString()));
    }

    private static String value(String text) {
        if (!text.matches("[-0-9./+ ]+")) {
            return text;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : text.split("\\+")) {
            String[] fraction = part.trim().split("/");
            BigDecimal number = new BigDecimal(fraction[0].trim());
            sum = sum.add(
                    fraction.length == 1
                            ? number
                            : number.divide(new BigDecimal(fraction[1].trim()), java.math.MathContext.DECIMAL64));
        }
        return sum.stripTrailingZeros().toPlainString();
    }

    @Test
    void whatCannotBeAnsweredSaysWhy() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.json"), """
                {"cases": [
                  {"id": "a", "category": "magic", "input": {}, "expected": {"x": null}},
                  {"id": "b", "category": "tier", "input": {"model": "graduated"}, "expected": {"amount": null}},
                  {"id": "c", "category": "tier", "input": {"model": "volume", "quantity": "1e999999999",
                   "tiers": [{"up_to": null, "unit": "1"}]}, "expected": {"amount": null}},
                  {"id": "d", "category": "currency_exponent", "input": {"currency": "XAU"}, "expected": {"exponent": null}}
                ]}
                """);
        Path answers = folder.resolve("answers.json");
        assertThat(run("price", "--cases", cases, "--out", answers)).isZero();
        JsonNode given = JSON.readTree(answers.toFile());
        assertThat(given.get("a").get("error").asString()).contains("magic");
        assertThat(given.get("b").has("error")).isTrue();
        assertThat(given.get("c").get("error").asString()).contains("digits");
        assertThat(given.get("d").get("exponent").asInt()).isEqualTo(-1);
        assertThat(lastLine().get("errors").asInt()).isEqualTo(3);
    }

    @Test
    void aQuoteIsPricedWithItsWaterfall() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), """
                {"version": 1,
                 "priceBooks": [{"id": "eur", "currency": "EUR", "entries": [
                   {"product": "seat", "price": {"model": "perUnit", "unitPrice": "EUR 30"}, "floor": "EUR 28"}]}],
                 "rules": [{"id": "TENTH", "actions": [{"type": "percentOff", "percent": 10}]}],
                 "rounding": {"mode": "HALF_UP", "level": "LINE"},
                 "allocation": {"method": "LARGEST_REMAINDER", "zeroWeights": "EQUAL"}}
                """);
        Path quote = Files.writeString(folder.resolve("quote.json"), """
                {"version": 1, "id": "Q", "priceBook": "eur", "lines": [{"id": "1", "product": "seat", "quantity": 10}]}
                """);
        assertThat(run("quote", "--plan", plan, "--quote", quote, "--waterfall"))
                .isZero();
        assertThat(out()).contains("TENTH", "EUR 300", "EUR 280", "held by FLOOR");
        assertThat(lastLine().get("total").asString()).isEqualTo("EUR 280.00");
    }

    @Test
    void theBenchPricesAndPricesAgain() {
        assertThat(run("pricing-bench", "--lines", 200, "--rules", 50, "--seed", 1))
                .isZero();
        assertThat(lastLine().get("matches").asInt()).isPositive();
        assertThat(lastLine().get("repriceMillis").isNumber()).isTrue();
        assertThat(run("pricing-bench", "--lines", 0, "--rules", 50, "--seed", 1))
                .isEqualTo(2);
    }
}
