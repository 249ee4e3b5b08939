package io.github.saleskit.core.scorecard;

/** Which examples judge a scorecard while it is learned. */
public enum ValidationMethod {
    /**
     * Every example is predicted by a model learned from other examples, chosen at random; right where the order means
     * nothing.
     */
    FOLDS,
    /**
     * The last two tenths in time are each predicted by a model learned from what was before them; right where things
     * change.
     */
    TIME_ORDERED
}
