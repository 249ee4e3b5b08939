package io.github.saleskit.forecast.hierarchy;

/** The bottom series keep their forecasts. */
record BottomUp(SummingMatrix matrix) implements CoherentRule {

    @Override
    public double[] bottom(double[] forecasts) {
        return matrix.bottomOf(forecasts);
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public double[] weights(int node) {
        double[] weights = new double[matrix.nodes()];
        if (node >= matrix.sums()) {
            weights[node] = 1;
            return weights;
        }
        SummingMatrix.Sum sum = matrix.sum(node);
        for (int i = 0; i < sum.series().length; i++) {
            weights[matrix.sums() + sum.series()[i]] = sum.weights()[i];
        }
        return weights;
    }
}
