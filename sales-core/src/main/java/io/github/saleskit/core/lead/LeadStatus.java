package io.github.saleskit.core.lead;

/** How far a lead has come. */
public enum LeadStatus {
    /** Nobody has worked on it yet. */
    NEW,
    /** Somebody is in touch. */
    WORKING,
    /** Worth an opportunity, but not yet one. */
    QUALIFIED,
    /** Became an opportunity. */
    CONVERTED,
    /** Will not become one. */
    DISQUALIFIED;

    /** Whether somebody still has to do something about the lead. */
    public boolean open() {
        return this != CONVERTED && this != DISQUALIFIED;
    }
}
