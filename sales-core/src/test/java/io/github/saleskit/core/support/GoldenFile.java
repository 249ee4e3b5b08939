package io.github.saleskit.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Documents written by earlier releases, which stay readable for ever. */
public final class GoldenFile {

    private GoldenFile() {}

    /**
     * Asserts that the value round-trips, and that the file beside the test, such as {@code team-v1.json}, reads as it
     * under both lines of Jackson.
     */
    public static <T> void assertReads(Class<?> test, String name, T value, Class<T> type) {
        JsonLine.assertRoundTrip(value, type);
        for (JsonLine line : JsonLine.values()) {
            assertThat(line.read(text(test, name), type))
                    .as("%s read by %s", name, line)
                    .isEqualTo(value);
        }
    }

    private static String text(Class<?> test, String name) {
        try (InputStream in = test.getResourceAsStream(name)) {
            assertThat(in).as("the file %s beside %s", name, test).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
