package io.github.saleskit.core.assignment;

/** What became of a lead. */
public enum Outcome {
    /** A rep has it. */
    ASSIGNED,
    /** A rep is offered it, and it counts as theirs until they decline. */
    OFFERED,
    /** It waits for bids or for somebody to claim it. */
    OPEN,
    /** Nobody may take it now; it waits in the queue. */
    WAITING,
    /** The person did not agree to be contacted, so nobody gets it. */
    WITHHELD,
    /** Nothing changed: somebody claimed it who may not have it, or there was nothing left to take back. */
    REFUSED
}
