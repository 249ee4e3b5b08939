package io.github.saleskit.forecast.hierarchy;

/** The bottom series keep their forecasts. */
record BottomUp(SummingMatrix matrix) implements LinearRule {

    @Override
    public double[] bottom(double[] forecasts) {
        return matrix.bottomOf(forecasts);
    }

    @Override
    public double[] weights(int node) {
        double[] weights = new double[matrix.nodes()];
        SummingMatrix.Sum sum = matrix.sum(node);
        for (int i = 0; i < sum.series().length; i++) {
            weights[matrix.sums() + sum.series()[i]] = sum.weights()[i];
        }
        return weights;
    }
}
