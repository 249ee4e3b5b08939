package io.github.saleskit.core.assignment;

/** How the reps who may take a lead are narrowed down before the turn decides among those left. */
public enum Preference {
    /** Only the lowest tier of which somebody may take it. */
    TIER,
    /** Only those with the fewest open units for their weight. */
    LEAST_LOADED,
    /** Only those with the highest value for this lead. */
    HIGHEST_VALUE
}
