package io.github.saleskit.examples.evaluation.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a case states: its input, policy and source. Missing or unusable values are an {@link IllegalArgumentException}
 * that names them.
 *
 * @param input the case's input, or a part of it
 * @param policy the convention it states; missing where it states none
 * @param source name of the system it comes from, in lower case
 * @param path which part of that system, in lower case; empty where it is not stated
 */
record CaseInput(JsonNode input, JsonNode policy, String source, String path) {

    CaseInput of(JsonNode part) {
        return new CaseInput(part, policy, source, path);
    }

    boolean has(String key) {
        JsonNode value = input.get(key);
        return value != null && !value.isNull();
    }

    boolean from(String system) {
        return source.contains(system);
    }

    String text(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException("the case has no " + key);
        }
        return input.get(key).asString();
    }

    String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    BigDecimal number(String key) {
        return number(input.get(key), key);
    }

    BigDecimal number(String key, String otherwise) {
        return has(key) ? number(key) : new BigDecimal(otherwise);
    }

    Optional<BigDecimal> optional(String key) {
        return has(key) ? Optional.of(number(key)) : Optional.empty();
    }

    static BigDecimal number(JsonNode value, String name) {
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("the case has no " + name);
        }
        try {
            BigDecimal number = new BigDecimal(value.asString());
            if (Math.abs((long) number.scale()) > 40 || number.precision() > 60) {
                throw new IllegalArgumentException(name + " has too many digits");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is " + value + ", which is no number", e);
        }
    }

    List<BigDecimal> numbers(String key) {
        return parts(key).stream().map(each -> number(each.input, key)).toList();
    }

    /** The elements of an array. */
    List<CaseInput> parts(String key) {
        if (!has(key)) {
            throw new IllegalArgumentException("the case has no " + key);
        }
        return StreamSupport.stream(input.get(key).spliterator(), false)
                .map(this::of)
                .toList();
    }

    /** An object as names and texts, in the order of the names. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        if (has(key)) {
            input.get(key)
                    .properties()
                    .forEach(each -> texts.put(each.getKey(), each.getValue().asString()));
        }
        return texts;
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>(input.propertyNames());
        return keys;
    }

    String policy(String key, String otherwise) {
        JsonNode value = policy.get(key);
        return value == null || value.isNull() ? otherwise : value.asString();
    }

    int exponent() {
        int exponent = number("exponent", "2").intValueExact();
        if (exponent < 0 || exponent > 12) {
            throw new IllegalArgumentException("exponent is " + exponent + ", which no amount can have");
        }
        return exponent;
    }
}
