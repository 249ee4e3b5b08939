package io.github.saleskit.core.routing;

/** Who of several agents who could take an item is asked first; equal ones by their ids. */
public enum AgentOrder {
    /** Who was given nothing for the longest time. */
    LONGEST_IDLE,
    /** Who has the smallest share of their capacity in use; then who is idle longest. */
    LEAST_BUSY
}
