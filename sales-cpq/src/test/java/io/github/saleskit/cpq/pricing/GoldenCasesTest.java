package io.github.saleskit.cpq.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Our answers beside the figures that other systems publish. */
class GoldenCasesTest {

    /**
     * So many cases of each category are covered. Not yet are: of tiers, percentages of amounts, blocks of a size, spend limits,
     * usage billed before and proration; of promotions, floors of prices, exclusive, best-of and combinable ones, buy x get y,
     * shares of a maximum quantity, conditions on unit prices and free shipping; of discounts, all but the capped percentage; all of
     * price selection and proration.
     */
    private static final Map<String, Integer> COVERED = new TreeMap<>(Map.of(
            "allocation", 24,
            "currency_exponent", 11,
            "discount", 2,
            "promotion", 17,
            "rounding", 14,
            "tier", 35));

    @Test
    void everyCoveredCaseGetsThePublishedAnswer() {
        Map<String, Integer> covered = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (GoldenCase golden : GoldenCase.read()) {
            Map<String, Object> answer = answer(golden);
            if (answer != null) {
                covered.merge(golden.category(), 1, Integer::sum);
                GoldenCase.keys(golden.expected()).stream()
                        .filter(key -> !agrees(golden.expected().get(key), answer.get(key)))
                        .forEach(key -> wrong.add(golden.id() + " " + key + ": " + answer.get(key) + " instead of "
                                + golden.expected().get(key)));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).isEqualTo(COVERED);
    }

    private static Map<String, Object> answer(GoldenCase golden) {
        return switch (golden.category()) {
            case "allocation" -> GoldenMoney.allocation(golden);
            case "currency_exponent" -> GoldenMoney.exponent(golden);
            case "rounding" -> GoldenMoney.rounding(golden);
            case "tier" -> GoldenPrices.tier(golden);
            case "discount" -> GoldenPrices.discount(golden);
            case "promotion" -> GoldenPrices.promotion(golden);
            default -> null;
        };
    }

    /** Numbers by value, lists and objects by their elements, the rest as text. */
    private static boolean agrees(JsonNode expected, Object answer) {
        if (answer instanceof BigDecimal number) {
            return new BigDecimal(expected.asText()).compareTo(number) == 0;
        } else if (answer instanceof List<?> list) {
            List<JsonNode> elements =
                    StreamSupport.stream(expected.spliterator(), false).toList();
            return elements.size() == list.size()
                    && IntStream.range(0, list.size()).allMatch(i -> agrees(elements.get(i), list.get(i)));
        } else if (answer instanceof Map<?, ?> map) {
            return GoldenCase.keys(expected).equals(map.keySet())
                    && map.entrySet().stream()
                            .allMatch(
                                    entry -> agrees(expected.get(entry.getKey().toString()), entry.getValue()));
        }
        return expected.asText().equals(String.valueOf(answer));
    }
}
