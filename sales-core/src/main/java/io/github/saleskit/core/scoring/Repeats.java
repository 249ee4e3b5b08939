package io.github.saleskit.core.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much an event counts that came before others of the same rule.
 *
 * <p>Counted from the newest back: the newest gets full points, the one before {@code factor} of its own, the one
 * before that {@code factor} squared, and so on; events beyond {@code atMost} get none. So the oldest expire first,
 * their going changes no other, and, where all events of the rule have the same positive points, one more never lowers
 * a score; where points are by a field, a newer event of few points makes an older one of many count less. Of events at
 * the same instant the later in the list counts as the newer.
 *
 * <p>Immutable and thread-safe.
 *
 * @param factor from 0 to 1; 1 when absent
 * @param atMost how many events count, from 1; all when absent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Repeats(Optional<BigDecimal> factor, Optional<Integer> atMost) implements StrictDocument {

    public Repeats {
        factor = factor.map(Thousandths::plain);
    }

    /**
     * Each earlier event counts a part of the one after it.
     *
     * @param factor a decimal number such as {@code 0.5}
     */
    public static Repeats diminishing(String factor) {
        return new Repeats(Optional.of(new BigDecimal(factor)), Optional.empty());
    }

    /** Only so many events count, the newest. */
    public static Repeats atMost(int events) {
        return new Repeats(Optional.empty(), Optional.of(events));
    }

    /** Only the newest event counts. */
    public static Repeats once() {
        return atMost(1);
    }

    /** The same, with a limit to the number of events. */
    public Repeats andAtMost(int events) {
        return new Repeats(factor, Optional.of(events));
    }
}
