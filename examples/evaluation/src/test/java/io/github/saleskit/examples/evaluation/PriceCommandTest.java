package io.github.saleskit.examples.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        assertAnswers(cases, published);
        assertThat(lastLine().get("cases").asInt()).isEqualTo(published.size());
    }

    /** Cases of our own, with answers by hand: other numbers and policies than the published ones. */
    @Test
    void variantsOfPublishedCasesAreAnswered() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.json"), """
                [{"id": "difference", "category": "allocation", "source": {"repo": "Sylius/Sylius"},
                  "input": {"weights": ["1", "1", "1", "1"], "total": "-2", "exponent": 0},
                  "expected": {"parts": ["-1", "-1", "0", "0"]}},
                 {"id": "down", "category": "allocation", "source": {"repo": "vendure-ecommerce/vendure"},
                  "input": {"weights": ["1", "1", "1"], "total": "-2", "exponent": 0},
                  "expected": {"parts": ["0", "-1", "-1"]}},
                 {"id": "digits", "category": "rounding",
                  "input": {"op": "percent_off", "amount": "0.00000015", "percent": "50", "currency": "BTC", \
                  "exponent": 8},
                  "policy": {"mode": "HALF_EVEN"}, "expected": {"amount": "0.00000008"}},
                 {"id": "discount", "category": "discount", "source": {"repo": "solidusio/solidus"},
                  "input": {"kind": "tiered_percent", "base": "9", "tiers": {}, "amount": "39.50"},
                  "expected": {"discount": "3.56"}},
                 {"id": "first bill", "category": "tier", "source": {"repo": "openmeterio/openmeter"},
                  "input": {"model": "graduated", "tiers": [{"up_to": null, "unit": "1", "flat": "5"}],
                   "quantity": "3", "pre_quantity": "0"}, "expected": {"amount": "8"}},
                 {"id": "free", "category": "tier", "source": {"repo": "getlago/lago-api"},
                  "input": {"model": "percentage", "rate": "1", "transactions": ["100", "900"], "free_events": 1,
                   "per_tx_min": "2"}, "expected": {"amount": "9"}},
                 {"id": "third unit", "category": "promotion", "source": {"repo": \
                 "BroadleafCommerce/BroadleafCommerce"},
                  "input": {"lines": [{"id": "sku1", "unit_price": "1000", "quantity": 1},
                    {"id": "sku2", "unit_price": "100", "quantity": 3}],
                   "promotions": [
                    {"id": "a", "scope": "item", "type": "percent", "value": "10", "stackable": false, \
                    "combinable": true},
                    {"id": "b", "scope": "item", "type": "percent", "value": "30", "stackable": false, \
                    "combinable": true,
                     "filter": {"sku": ["sku2"]}, "qualifier": {"sku": ["sku2"], "quantity": 1}},
                    {"id": "c", "scope": "order", "type": "percent", "value": "50"}]},
                  "expected": {"subtotal": "1160", "total": "580"}},
                 {"id": "used up", "category": "promotion", "source": {"repo": "medusajs/medusa"},
                  "input": {"lines": [{"id": "t", "unit_price": "8", "quantity": 2, "sku": "p"}],
                   "promotions": [
                    {"id": "A", "type": "buyget", "buy": {"sku": ["p"], "min_quantity": 1},
                     "get": {"sku": ["p"], "apply_to_quantity": 1, "max_quantity": 1}, "value": "50"},
                    {"id": "B", "type": "buyget", "buy": {"sku": ["p"], "min_quantity": 1},
                     "get": {"sku": ["p"], "apply_to_quantity": 1, "max_quantity": 1}}]},
                  "expected": {"adjustments": [{"promo": "A", "line": "t", "amount": "4"}]}},
                 {"id": "cart", "category": "promotion", "source": {"repo": "Sylius/Sylius", "path": "complex.feature"},
                  "input": {"lines": [{"id": "s", "unit_price": "100"}], "promotions": [
                    {"id": "a", "priority": 5, "type": "fixed_order", "value": "10"},
                    {"id": "b", "priority": 1, "type": "percent_unit", "value": "20", "exclusive": true}]},
                  "expected": {"total": "80", "applied": ["b"]}},
                 {"id": "lowest", "category": "price_selection", "source": {"repo": "medusajs/medusa"},
                  "input": {"prices": [{"amount": "9", "rules": {}}, {"amount": "7", "rules": {}}], "context": {}},
                  "expected": {"amount": "7"}}]
                """);
        assertAnswers(cases, JSON.readTree(cases.toFile()));
    }

    /**
     * More of the same kinds, also with answers by hand: bounds of tiers, first and last days of periods, what stacks
     * and what does not, remainders.
     */
    @Test
    void everyKindOfCaseIsAnswered() throws IOException {
        Path cases = folder.resolve("cases.json");
        try (InputStream text = PriceCommandTest.class.getResourceAsStream("price-cases.json")) {
            Files.copy(requireNonNull(text), cases);
        }
        assertAnswers(cases, JSON.readTree(cases.toFile()).get("cases"));
    }

    private void assertAnswers(Path cases, JsonNode expected) throws IOException {
        Path answers = folder.resolve("answers.json");
        assertThat(run("price", "--cases", cases, "--out", answers)).isZero();
        JsonNode given = JSON.readTree(answers.toFile());
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : expected) {
            JsonNode answer = given.get(each.get("id").asString());
            if (!agrees(each.get("expected"), answer)) {
                wrong.add(each.get("id") + ": " + answer + " instead of " + each.get("expected"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void policiesThatAreNotKnownAreNotPassedOver() throws IOException {
        Path cases = Files.writeString(folder.resolve("cases.json"), """
                [{"id": "a", "category": "promotion", "input": {"lines": [], "promotions": []},
                  "policy": {"second_base": "something else"}, "expected": {"total": null}},
                 {"id": "b", "category": "promotion", "input": {"lines": [], "promotions": []},
                  "policy": {"combinable_scope": "planet"}, "expected": {"total": null}},
                 {"id": "c", "category": "price_selection", "input": {"prices": [{"amount": "1", "currency": "EUR"},
                  {"amount": "2", "currency": "USD"}], "context": {}}, "expected": {"amount": null}},
                 {"id": "d", "category": "price_selection", "input": {"prices": [{"amount": "1", "max": 5}],
                  "context": {"quantity": 6}}, "expected": {"amount": null}}]
                """);
        Path answers = folder.resolve("answers.json");
        assertThat(run("price", "--cases", cases, "--out", answers)).isZero();
        JsonNode given = JSON.readTree(answers.toFile());
        assertThat(given.get("a").get("error").asString()).contains("something else");
        assertThat(given.get("b").get("error").asString()).contains("planet");
        assertThat(given.get("c").get("error").asString()).contains("currency");
        assertThat(given.get("d").get("amount").isNull()).isTrue();
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
            return Set.copyOf(expected.propertyNames()).equals(Set.copyOf(answer.propertyNames()))
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
                  {"id": "d", "category": "currency_exponent", "input": {"currency": "XAU"}, "expected": \
                  {"exponent": null}}
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
        assertThat(lastLine().get("allocatedMegabytes").isNumber()).isTrue();
        assertThat(lastLine().get("heldMegabytes").isNumber()).isTrue();
        assertThat(run("pricing-bench", "--lines", 0, "--rules", 50, "--seed", 1))
                .isEqualTo(2);
        assertThat(run("pricing-bench", "--lines", 9, "--rules", 5, "--seed", 1, "--also", "magic"))
                .isEqualTo(2);
    }
}
