package io.github.saleskit.core.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * How many turns are kept for people who are absent, to be caught up on when they return.
 *
 * <p>Immutable and thread-safe.
 *
 * @param turns the most credit that one absence may add, in turns, positive; without limit when absent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CatchUp(Optional<Double> turns) implements StrictDocument {

    public CatchUp {
        if (turns.isPresent() && !(turns.get() > 0 && turns.get() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("turns is " + turns.get()
                    + ", but must be positive.\nMaybe leave out the whole catch-up, so that nothing is kept?");
        }
    }

    /** Every turn missed is caught up on. */
    public static CatchUp full() {
        return new CatchUp(Optional.empty());
    }

    /** At most so many turns are caught up on after one absence. */
    public static CatchUp upTo(double turns) {
        return new CatchUp(Optional.of(turns));
    }
}
