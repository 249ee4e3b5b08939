package io.github.saleskit.territory.geo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * Two accounts, or areas, that are neighbours.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from id of the one
 * @param to id of the other
 * @param length how long the border between them is, in any unit, from 0 to 1e100; 1 when absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Border(@Required String from, @Required String to, Optional<Double> length) implements StrictDocument {

    private static final double LARGEST = 1e100;

    public Border {
        length = length == null ? Optional.empty() : length;
        double number = length.orElse(1.0);
        if (!(number >= 0 && number <= LARGEST)) {
            throw new IllegalArgumentException("length is " + number + ", but must be from 0 to 1e100.");
        }
    }

    /** Two neighbours whose border has no length of interest. */
    public static Border of(String from, String to) {
        return new Border(from, to, Optional.empty());
    }

    /** Two neighbours with so long a border. */
    public static Border of(String from, String to, double length) {
        return new Border(from, to, Optional.of(length));
    }
}
