package io.github.saleskit.core.lead;

/** What being in a status means, whatever the status is called. */
public enum LeadStatusType {
    /** Nobody has worked on it yet. */
    NEW,
    /** Somebody is in touch. */
    WORKING,
    /** Worth an opportunity, but not yet one. */
    QUALIFIED,
    /** Put aside until a date, on which it comes back. */
    RECYCLED,
    /** Became an opportunity. */
    CONVERTED,
    /** Will not become one. */
    DISQUALIFIED;

    /** Whether somebody still has to do something about the lead, now or when it comes back. */
    public boolean open() {
        return this != CONVERTED && this != DISQUALIFIED;
    }
}
