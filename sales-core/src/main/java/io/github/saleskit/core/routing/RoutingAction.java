package io.github.saleskit.core.routing;

/** What a host has to do. */
public enum RoutingAction {
    /** Show the item to the agent and ask. */
    OFFER,
    /** Give the item to the agent. */
    ASSIGN,
    /** Take the offer or the item away from the agent. */
    WITHDRAW,
    /** Tell somebody that a promise was broken. */
    ESCALATE
}
