package io.github.saleskit.core.team;

import java.time.Instant;

/**
 * Knows when reps work: the port through which a host brings its own plans.
 *
 * <p>A pure function of rep and instant; implementations are thread-safe. {@link TeamCalendar} is the one for a
 * {@link Team}.
 */
@FunctionalInterface
public interface Availability {

    /**
     * Whether a rep works at an instant.
     *
     * @param rep the host's id
     * @param at the instant
     */
    WorkStatus status(String rep, Instant at);

    /** Whether a rep is at work at an instant. */
    default boolean isWorking(String rep, Instant at) {
        return status(rep, at) == WorkStatus.WORKING;
    }

    /** Everybody works at any time. */
    static Availability always() {
        return (rep, at) -> WorkStatus.WORKING;
    }
}
