package io.github.saleskit.core.opportunity;

/** What being in a stage means, whatever the stage is called. */
public enum StageType {
    /** Being worked on; the order of the open stages is the way to the deal. */
    OPEN,
    /** Not being worked on for now, but not over. */
    ON_HOLD,
    /** Over: the customer bought. */
    WON,
    /** Over: the customer did not buy. */
    LOST;

    /** Whether the opportunity is over. */
    public boolean closed() {
        return this == WON || this == LOST;
    }
}
