package io.github.saleskit.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.saleskit.core.json.MoneyMixIns;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The two lines of Jackson a host may use, each set up as the README tells the host to. */
public enum JsonLine {
    /** {@code com.fasterxml.jackson}. */
    JACKSON_2 {
        @Override
        public String write(Object value) {
            try {
                return Mappers.TWO.writeValueAsString(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            try {
                return Mappers.TWO.readValue(json, type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** {@code tools.jackson}. */
    JACKSON_3 {
        @Override
        public String write(Object value) {
            return Mappers.THREE.writeValueAsString(value);
        }

        @Override
        public <T> T read(String json, Class<T> type) {
            return Mappers.THREE.readValue(json, type);
        }
    };

    /** Made once: a mapper that has not yet seen a type needs milliseconds to look at it. */
    private static final class Mappers {
        static final com.fasterxml.jackson.databind.json.JsonMapper TWO = two();
        static final tools.jackson.databind.json.JsonMapper THREE = three();
    }

    private static com.fasterxml.jackson.databind.json.JsonMapper two() {
        com.fasterxml.jackson.databind.json.JsonMapper.Builder builder =
                com.fasterxml.jackson.databind.json.JsonMapper.builder()
                        .addModules(new JavaTimeModule(), new Jdk8Module())
                        .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        MoneyMixIns.ALL.forEach(builder::addMixIn);
        return builder.build();
    }

    private static tools.jackson.databind.json.JsonMapper three() {
        tools.jackson.databind.json.JsonMapper.Builder builder = tools.jackson.databind.json.JsonMapper.builder();
        MoneyMixIns.ALL.forEach(builder::addMixIn);
        return builder.build();
    }

    /** The value as JSON. */
    public abstract String write(Object value);

    /** JSON as a value; problems are thrown as the line throws them, checked ones wrapped. */
    public abstract <T> T read(String json, Class<T> type);

    /** Asserts that the value comes back equal under both lines, also when one line reads what the other wrote. */
    public static <T> void assertRoundTrip(T value, Class<T> type) {
        for (JsonLine writer : values()) {
            String json = writer.write(value);
            for (JsonLine reader : values()) {
                T back = reader.read(json, type);
                assertThat(back)
                        .as("%s wrote %s and %s read it", writer, json, reader)
                        .isEqualTo(value);
                assertThat(writer.write(back)).isEqualTo(json);
            }
        }
    }
}
