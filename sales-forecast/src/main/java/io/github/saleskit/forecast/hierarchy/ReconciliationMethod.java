package io.github.saleskit.forecast.hierarchy;

/**
 * How forecasts of nodes are made to add up.
 *
 * <p>The last five are projections: they change the forecasts of all nodes by as little as possible, where a change is
 * weighed by what is known of the errors. With forecasts y, summing matrix S and error covariances W they give {@code S
 * (S' W⁻¹ S)⁻¹ S' W⁻¹ y}; if the forecasts are unbiased, so are the results.
 *
 * <p>Source: S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, Optimal forecast reconciliation for hierarchical
 * and grouped time series through trace minimization, 2019.
 */
public enum ReconciliationMethod {
    /** The bottom forecasts stay; the others become their sums. */
    BOTTOM_UP,
    /** The forecast of the top stays and is distributed by {@link Proportions}. */
    TOP_DOWN,
    /** The forecasts of chosen nodes in the middle stay; they are distributed below and added up above. */
    MIDDLE_OUT,
    /** Least squares: every error counts the same, whether of the total or of a bottom series. */
    OLS,
    /** Least squares weighted by how many bottom series a node has: as if these had independent errors of one size. */
    WLS_STRUCTURAL,
    /**
     * Least squares weighted by the variance of each node's errors; that of the first step's interval where none are
     * known.
     */
    WLS_VARIANCE,
    /**
     * Minimum trace with the correlations of the errors drawn towards none as far as they are uncertain; needs errors
     * of the past.
     */
    MINT,
    /**
     * Minimum trace with the covariances of the errors as they are; needs more errors of the past than there are nodes.
     */
    MINT_SAMPLE;

    boolean isProjection() {
        return this != BOTTOM_UP && !distributes();
    }

    boolean distributes() {
        return this == TOP_DOWN || this == MIDDLE_OUT;
    }
}
