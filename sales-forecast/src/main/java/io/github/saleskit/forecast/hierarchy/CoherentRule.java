package io.github.saleskit.forecast.hierarchy;

/** A way from forecasts of the nodes to forecasts of the bottom series, whose sums then are coherent. */
interface CoherentRule {

    /** The forecasts of the bottom series from those of all nodes. */
    double[] bottom(double[] forecasts);
}
