package io.github.saleskit.core.scorecard;

/** How far a distribution has moved, by the customary limits of the population stability index. */
public enum DriftLevel {
    /** An index below 0.1. */
    STABLE,
    /** From 0.1 and below 0.25. */
    MODERATE,
    /** From 0.25. */
    LARGE;

    static DriftLevel of(double index) {
        return index < .1 ? STABLE : index < .25 ? MODERATE : LARGE;
    }
}
