package io.github.saleskit.core.assignment;

/** When reps of a pool may be given leads. */
public enum TimeRule {
    /** At any time, also while they are away. */
    ANY_TIME,
    /** Unless they are absent; after hours and on holidays too. */
    NOT_ABSENT,
    /** Only while they work. */
    WORKING
}
