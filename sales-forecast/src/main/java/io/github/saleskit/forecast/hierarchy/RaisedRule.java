package io.github.saleskit.forecast.hierarchy;

/** Another rule, with bottom series below 0 raised to 0. */
record RaisedRule(CoherentRule rule) implements CoherentRule {

    @Override
    public double[] bottom(double[] forecasts) {
        double[] bottom = rule.bottom(forecasts);
        for (int j = 0; j < bottom.length; j++) {
            bottom[j] = Math.max(0, bottom[j]);
        }
        return bottom;
    }
}
