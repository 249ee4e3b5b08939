package io.github.saleskit.core.scoring;

/** Why a rule gives other points than before. */
public enum ChangeCause {
    /** The lead meets the rule now. */
    MATCHED,
    /** The lead does not meet the rule any more. */
    UNMATCHED,
    /** The value by which the rule gives points is another one. */
    VALUE_CHANGED,
    /** Events happened. */
    NEW_EVENTS,
    /** Events are older and count less. */
    DECAYED,
    /** Events are so old that they do not count any more. */
    EXPIRED,
    /** A cap or floor takes or adds more or less than before. */
    LIMITED
}
