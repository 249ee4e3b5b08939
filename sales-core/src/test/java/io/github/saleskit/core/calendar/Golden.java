package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.JsonLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents of earlier releases, which stay readable for ever. */
final class Golden {

    private Golden() {}

    static String text(String file) {
        try (InputStream in = Golden.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that the file reads as the value under both lines, and that the value survives a round trip. */
    static <T> void assertReads(String file, T expected, Class<T> type) {
        for (JsonLine line : JsonLine.values()) {
            assertThat(line.read(text(file), type)).as("%s", line).isEqualTo(expected);
        }
        JsonLine.assertRoundTrip(expected, type);
    }
}
