package io.github.saleskit.core.routing;

/** Where an item can be. */
public enum ItemStatus {
    /** In its queue. */
    WAITING,
    /** Offered to an agent. */
    OFFERED,
    /** An agent works on it. */
    IN_HAND,
    /** With its agent, waiting for the customer. */
    PARKED,
    /** Done, but could be reopened. */
    RESOLVED
}
