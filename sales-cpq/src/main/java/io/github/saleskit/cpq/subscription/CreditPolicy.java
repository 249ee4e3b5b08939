package io.github.saleskit.cpq.subscription;

/**
 * What is given back of the current billing period when something is removed, becomes cheaper or free, or is cancelled.
 */
public enum CreditPolicy {
    /** What is left of the period, by the {@link Proration}. */
    PRORATED,
    /** Nothing: it is charged until the period ends. */
    NONE,
    /** All of the period, as if it had ended when the period began. */
    WHOLE_PERIOD
}
