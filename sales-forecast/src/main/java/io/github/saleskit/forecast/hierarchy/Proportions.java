package io.github.saleskit.forecast.hierarchy;

/**
 * By which shares a forecast is distributed to the series below.
 *
 * <p>Source: C. W. Gross, J. E. Sohl, Disaggregation methods to expedite product line forecasting, 1990, methods A and
 * F; G. Athanasopoulos, R. A. Ahmed, R. J. Hyndman, Hierarchical forecasts for Australian domestic tourism, 2009.
 */
public enum Proportions {
    /** The mean over the past of the share of each period. */
    AVERAGE_OF_PROPORTIONS,
    /** The share of the series' mean in the mean of the whole. */
    PROPORTIONS_OF_AVERAGES,
    /** Level by level, and step by step, the share of each child's own forecast; needs a tree. */
    FORECAST_PROPORTIONS
}
