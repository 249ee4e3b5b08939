package io.github.saleskit.forecast.hierarchy;

/** A way from forecasts of the nodes to forecasts of the bottom series, whose sums then are coherent. */
interface CoherentRule {

    /** The forecasts of the bottom series from those of all nodes. */
    double[] bottom(double[] forecasts);

    /** Whether {@link #bottom} is linear, so that errors are carried on by it as forecasts are. */
    default boolean isLinear() {
        return false;
    }

    /** With what weight the forecast of each node enters the coherent one of a node; of linear rules only. */
    default double[] weights(int node) {
        throw new UnsupportedOperationException("not linear");
    }
}
