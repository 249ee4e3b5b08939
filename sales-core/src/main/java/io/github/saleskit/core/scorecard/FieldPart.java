package io.github.saleskit.core.scorecard;

/** What of a field's value a term of a scorecard looks at. */
public enum FieldPart {
    /** The value itself: a number, a text, a truth value, the amount of money, or the day as a number. */
    VALUE,
    /** The currency of an amount of money, as its ISO 4217 code. */
    CURRENCY,
    /** The month of a date or instant, {@code 1} to {@code 12}; instants are read in UTC. */
    MONTH,
    /** The day of the week of a date or instant, {@code 1} (Monday) to {@code 7}; instants are read in UTC. */
    DAY_OF_WEEK,
    /** Whether a set has a member. */
    MEMBER
}
