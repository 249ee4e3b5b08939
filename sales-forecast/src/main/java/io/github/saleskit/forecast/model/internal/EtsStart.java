package io.github.saleskit.forecast.model.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Initial states from which the fit of an exponential smoothing model sets out. */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
public record EtsStart(double level, double slope, double[] season) {

    private static final double LOWEST_FACTOR = 0.05;

    /**
     * States from a classical decomposition and a line through the first values; null when a seasonal form finds no
     * season.
     *
     * @param values without missing ones
     */
    public static @Nullable EtsStart of(EtsForm form, double[] values, int seasonLength) {
        if (!form.isSeasonal()) {
            return line(form, values, new double[0], Math.min(values.length, 10));
        }
        double[] figure = SeasonalFigure.of(values, seasonLength, form.hasFactors());
        if (figure == null) {
            return null;
        }
        if (form.hasFactors()) {
            raise(figure);
        }
        double[] adjusted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            double s = figure[t % seasonLength];
            adjusted[t] = form.hasFactors() ? values[t] / s : values[t] - s;
        }
        return line(form, adjusted, figure, Math.min(values.length, Math.max(10, 2 * seasonLength)));
    }

    private static void raise(double[] figure) {
        double sum = 0;
        for (int i = 0; i < figure.length; i++) {
            figure[i] = Math.max(figure[i], LOWEST_FACTOR);
            sum += figure[i];
        }
        for (int i = 0; i < figure.length; i++) {
            figure[i] *= figure.length / sum;
        }
    }

    private static EtsStart line(EtsForm form, double[] values, double[] season, int count) {
        double mean = Arrays.stream(values, 0, count).sum() / count;
        double middle = (count + 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int t = 0; t < count; t++) {
            product += (t + 1 - middle) * (values[t] - mean);
            square += (t + 1 - middle) * (t + 1 - middle);
        }
        double slope = form.hasTrend() && square > 0 ? product / square : 0;
        double level = mean - slope * middle;
        boolean positive = form.hasRelativeError() || form.hasFactors();
        if (positive && !(level + slope > 0 && level + slope * count > 0)) {
            return new EtsStart(Math.max(mean, 1e-3), 0, season);
        }
        return new EtsStart(level, slope, season);
    }
}
