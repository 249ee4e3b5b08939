package io.github.saleskit.forecast.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.JsonLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;

/** Documents of an older release, which have to stay readable for ever. */
public final class Golden {

    private Golden() {}

    /**
     * Asserts that the value round-trips, and that the golden file {@code <type>-v1.json} beside the type's package is
     * read as an equal value under both lines of Jackson.
     */
    public static <T> void assertGolden(T value, Class<T> type) {
        JsonLine.assertRoundTrip(value, type);
        String json = text(value, type);
        for (JsonLine line : JsonLine.values()) {
            assertThat(line.read(json, type)).as("golden file under %s", line).isEqualTo(value);
        }
    }

    private static <T> String text(T value, Class<T> type) {
        String name = type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "-v1.json";
        try (InputStream in = type.getResourceAsStream(name)) {
            if (in == null) {
                return Assertions.fail("there is no golden file " + name + " beside " + type.getPackageName()
                        + "; the value now reads\n" + JsonLine.JACKSON_3.write(value));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
