package io.github.saleskit.core.lead;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a lead has come. */
public enum LeadStatus {
    /** Nobody has worked on it yet. */
    @JsonProperty("new")
    NEW,
    /** Somebody is in touch. */
    @JsonProperty("working")
    WORKING,
    /** Worth an opportunity, but not yet one. */
    @JsonProperty("qualified")
    QUALIFIED,
    /** Became an opportunity. */
    @JsonProperty("converted")
    CONVERTED,
    /** Will not become one. */
    @JsonProperty("disqualified")
    DISQUALIFIED;

    /** Whether somebody still has to do something about the lead. */
    public boolean open() {
        return this != CONVERTED && this != DISQUALIFIED;
    }
}
