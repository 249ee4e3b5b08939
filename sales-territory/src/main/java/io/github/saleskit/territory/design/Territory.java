package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A territory that a design is to fill with accounts.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id: a name, a rep, a number
 */
public record Territory(@JsonProperty(required = true) String id) implements StrictDocument {

    public Territory {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is \"" + id + "\", but must name the territory.");
        }
    }

    /**
     * So many territories with the ids {@code T1}, {@code T2} and so on, padded with zeros to equal length.
     *
     * @param count at least 1
     */
    public static List<Territory> numbered(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", but must be at least 1.");
        }
        int digits = Integer.toString(count).length();
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Territory(String.format(Locale.ROOT, "T%0" + digits + "d", number)))
                .toList();
    }
}
