package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * How the points for an event shrink with its age: in closed form, so that a score needs the events and the moment, and
 * no state.
 *
 * <pre>{@code
 * {"type": "halfLife", "halfLife": "P30D"}          half after 30 days, a quarter after 60
 * {"type": "linear", "until": "P90D"}               evenly down to nothing after 90 days
 * {"type": "window", "length": "P14D"}              everything for 14 days, then nothing
 * {"type": "steps", "steps": [{"after": "P7D", "factor": 0.5}, {"after": "P30D", "factor": 0}]}
 * }</pre>
 *
 * <p>A day is 24 hours. Durations are more than 0 and at most {@link #LONGEST}. Immutable and thread-safe. More kinds
 * may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Decay.HalfLife.class, name = "halfLife"),
    @JsonSubTypes.Type(value = Decay.Linear.class, name = "linear"),
    @JsonSubTypes.Type(value = Decay.Window.class, name = "window"),
    @JsonSubTypes.Type(value = Decay.Steps.class, name = "steps")
})
public sealed interface Decay extends StrictDocument {

    /** The longest duration in a decay: 36,525 days, a hundred years. */
    Duration LONGEST = Duration.ofDays(36_525);

    /**
     * Exponential: half of the points are left after each half-life, {@code 2^(-age / halfLife)}; nothing after 30
     * half-lives.
     *
     * @param halfLife after which half is left
     */
    record HalfLife(@Required Duration halfLife) implements Decay {
        public HalfLife {
            requireNonNull(halfLife, "halfLife");
        }
    }

    /**
     * Evenly: {@code 1 - age / until}, and nothing from then on.
     *
     * @param until after which nothing is left
     */
    record Linear(@Required Duration until) implements Decay {
        public Linear {
            requireNonNull(until, "until");
        }
    }

    /**
     * All or nothing: full points while the age is less than the length.
     *
     * @param length at which nothing is left
     */
    record Window(@Required Duration length) implements Decay {
        public Window {
            requireNonNull(length, "length");
        }
    }

    /**
     * By steps: full points at first, then the factor of the last step whose age is reached.
     *
     * @param steps from the earliest on, at least one; factors go down
     */
    record Steps(@Required List<DecayStep> steps) implements Decay {
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /** Half of the points are left after each half-life. */
    static Decay halfLife(Duration halfLife) {
        return new HalfLife(halfLife);
    }

    /** Evenly down to nothing. */
    static Decay linear(Duration until) {
        return new Linear(until);
    }

    /** Full points for a while, then nothing. */
    static Decay window(Duration length) {
        return new Window(length);
    }

    /** Full points at first, then by steps. */
    static Decay steps(DecayStep... steps) {
        return new Steps(List.of(steps));
    }

    /**
     * From an age on, what part of the points is left.
     *
     * @param after the age
     * @param factor from 0 to 1, less than that of the step before
     */
    record DecayStep(@Required Duration after, @Required BigDecimal factor) implements StrictDocument {
        public DecayStep {
            requireNonNull(after, "after");
            factor = Thousandths.plain(factor);
        }

        /**
         * A step.
         *
         * @param factor a decimal number such as {@code 0.5}
         */
        public static DecayStep of(Duration after, String factor) {
            return new DecayStep(after, new BigDecimal(factor));
        }
    }
}
