package io.github.saleskit.core.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.support.JsonLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrictDocumentTest {

    record Inner(String name) implements StrictDocument {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Sample(
            @JsonProperty(required = true) int version,
            Money price,
            Map<CurrencyUnit, BigMoney> rates,
            LocalDate day,
            Instant at,
            Duration took,
            Optional<String> note,
            List<Inner> inner)
            implements StrictDocument {
        Sample {
            DocumentVersion.require("sample", version, 2);
        }
    }

    @Test
    void everyKindOfValueComesBackUnderBothLines() {
        Sample sample = new Sample(
                1,
                Money.parse("JPY 1200"),
                Map.of(CurrencyUnit.EUR, BigMoney.parse("EUR 0.00125")),
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T10:15:30.123456789Z"),
                Duration.ofMinutes(90),
                Optional.of("x"),
                List.of(new Inner("a")));
        JsonLine.assertRoundTrip(sample, Sample.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void unknownPropertiesAreRejected(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"nome\":1}", Inner.class))
                .hasStackTraceContaining("nome");
        assertThatThrownBy(() -> line.read("{\"nome\":{\"x\":[1]},\"name\":\"a\"}", Inner.class))
                .hasStackTraceContaining("nome");
        assertThatThrownBy(() -> line.read("{\"version\":1,\"inner\":[{\"name\":\"a\",\"nome\":null}]}", Sample.class))
                .hasStackTraceContaining("nome");
    }

    record Strict(
            @Required String name,
            @Required int points,
            @Required List<String> words) implements StrictDocument {}

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void anUnknownPropertyComesWithAdvice(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"points\":1,\"words\":[],\"wrods\":[]}", Strict.class))
                .hasStackTraceContaining("Maybe \"words\"?");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void whatIsRequiredIsNeitherAbsentNorNull(JsonLine line) {
        JsonLine.assertRoundTrip(new Strict("a", 1, List.of("b")), Strict.class);
        assertThatThrownBy(() -> line.read("{\"name\":null,\"points\":1,\"words\":[]}", Strict.class))
                .hasStackTraceContaining("\"name\"");
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"points\":null,\"words\":[]}", Strict.class))
                .hasStackTraceContaining("\"points\"");
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"points\":1,\"words\":null}", Strict.class))
                .hasStackTraceContaining("\"words\"");
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"points\":1,\"words\":[null]}", Strict.class))
                .hasStackTraceContaining("\"words\"");
        assertThatThrownBy(() -> line.read("{\"name\":\"a\",\"words\":[]}", Strict.class))
                .hasStackTraceContaining("'points'");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aMissingOrUnknownVersionIsRejected(JsonLine line) {
        assertThatThrownBy(() -> line.read("{}", Sample.class)).hasStackTraceContaining("version");
        assertThatThrownBy(() -> line.read("{\"version\":3}", Sample.class)).hasStackTraceContaining("reads 1 to 2");
    }
}
