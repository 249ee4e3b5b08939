package io.github.saleskit.forecast.selection;

import io.github.saleskit.forecast.model.internal.Course;

/**
 * A fitted model that takes part in a combination.
 *
 * @param name how reasons call it
 * @param course the model of what the view leaves
 * @param view of the series
 */
record Member(String name, Course course, SeasonalView view) {

    /** Forecasts from an origin in units of the series. */
    void from(int origin, double[] path) {
        course.from(origin, path);
        view.restore(origin, path);
    }

    double[] mean(int origin, int horizon) {
        double[] path = new double[horizon];
        from(origin, path);
        return path;
    }
}
