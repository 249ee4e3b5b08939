package io.github.saleskit.core.definition;

/**
 * The caller's wish that long work should end soon with the best answer found so far.
 *
 * <p>Engines ask often and between small steps; an implementation should be cheap, thread-safe, and, once true, stay
 * true.
 */
@FunctionalInterface
public interface StopSignal {

    /** Whether the work should end now. */
    boolean stopRequested();

    /** A signal that never asks to stop. */
    static StopSignal never() {
        return () -> false;
    }

    /** A signal that asks to stop as soon as this one or the other does. */
    default StopSignal or(StopSignal other) {
        return () -> stopRequested() || other.stopRequested();
    }
}
