package io.github.saleskit.cpq.subscription;

/** When that is due which a change adds to, or takes from, what was due before it. */
public enum ChangesDue {
    /** On the day of the change. */
    AT_ONCE,
    /** When the next billing period begins. */
    NEXT_PERIOD
}
