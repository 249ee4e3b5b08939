package io.github.saleskit.forecast.hierarchy;

/** A coherent rule that is linear, so that errors are carried on by it as forecasts are. */
interface LinearRule extends CoherentRule {

    /** With what weight the forecast of each node enters the coherent one of a node. */
    double[] weights(int node);
}
