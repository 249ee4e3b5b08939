package io.github.saleskit.core.opportunity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What being in a stage means, whatever the stage is called. */
public enum StageType {
    /** Being worked on; the order of the open stages is the way to the deal. */
    @JsonProperty("open")
    OPEN,
    /** Not being worked on for now, but not over. */
    @JsonProperty("onHold")
    ON_HOLD,
    /** Over: the customer bought. */
    @JsonProperty("won")
    WON,
    /** Over: the customer did not buy. */
    @JsonProperty("lost")
    LOST;

    /** Whether the opportunity is over. */
    public boolean closed() {
        return this == WON || this == LOST;
    }
}
