package io.github.saleskit.forecast.selection;

import io.github.saleskit.forecast.model.internal.HarmonicSeason;
import io.github.saleskit.forecast.model.internal.SeasonalFigure;
import io.github.saleskit.forecast.model.internal.Stl;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A series without its season, perhaps in logarithms, and the way back. */
final class SeasonalView {

    /** Larger logarithms would not be numbers any more. */
    private static final double LARGEST_LOGARITHM = 230;

    /** See {@link SeasonalFigure#change}: from here on the season is taken to be always the same. */
    private static final double UNCHANGED = 1;
    /** Down from here it is taken to change. */
    private static final double CHANGED = 0.85;

    private static final int SEASONS = 13;

    private final boolean logarithms;
    /** To be added before powers are taken. */
    private final IntToDoubleFunction amounts;

    private final double[] values;

    private SeasonalView(double[] y, boolean logarithms, IntToDoubleFunction amounts) {
        this.logarithms = logarithms;
        this.amounts = amounts;
        values = y.clone();
        for (int t = 0; t < values.length; t++) {
            values[t] = (logarithms ? StrictMath.log(values[t]) : values[t]) - amounts.applyAsDouble(t);
        }
    }

    private static double nothing(int t) {
        return 0;
    }

    /** The series itself. */
    static SeasonalView plain(double[] y, boolean logarithms) {
        return new SeasonalView(y, logarithms, SeasonalView::nothing);
    }

    /**
     * Without the season, in logarithms where all values are positive: between the average one and one that changes,
     * nearer to the latter the better the latest seasons told the next.
     */
    static SeasonalView season(double[] y, int m, boolean positive) {
        double[] figure = SeasonalFigure.shrunken(y, m, positive);
        if (figure == null) {
            return plain(y, positive);
        }
        double[] z = positive ? logarithms(y) : y;
        double[] amounts = positive ? logarithms(figure) : figure;
        double share = (UNCHANGED - SeasonalFigure.change(z, m)) / (UNCHANGED - CHANGED);
        Stl stl = share > 0 ? Stl.of(z, m, SEASONS, false) : null;
        if (stl == null) {
            return new SeasonalView(y, positive, t -> amounts[t % m]);
        }
        double w = Math.min(1, share);
        return new SeasonalView(y, positive, t -> w * stl.at(t) + (1 - w) * amounts[t % m]);
    }

    private static double[] logarithms(double[] y) {
        return Arrays.stream(y).map(StrictMath::log).toArray();
    }

    /** Without the average course of a long season, each phase by itself. */
    static SeasonalView profile(double[] y, int m, boolean logarithms) {
        double[] z = logarithms ? logarithms(y) : y;
        double[] figure = SeasonalFigure.of(z, m, false);
        return figure == null ? plain(y, logarithms) : new SeasonalView(y, logarithms, t -> figure[t % m]);
    }

    /** Without a smooth season. */
    static SeasonalView harmonic(double[] y, double length, int waves, boolean logarithms) {
        double[] z = logarithms ? logarithms(y) : y;
        HarmonicSeason season = HarmonicSeason.of(z, length, waves);
        return season == null ? plain(y, logarithms) : new SeasonalView(y, logarithms, season::at);
    }

    /** Without a smooth season, and without the average course of a short one in what that leaves. */
    static SeasonalView harmonicAndFigure(double[] y, double length, int waves, int m, boolean logarithms) {
        SeasonalView smooth = harmonic(y, length, waves, logarithms);
        double[] figure = SeasonalFigure.shrunken(smooth.values, m, false);
        return figure == null
                ? smooth
                : new SeasonalView(y, logarithms, t -> smooth.amounts.applyAsDouble(t) + figure[t % m]);
    }

    /** What is left for a model without a season. */
    double[] values() {
        return values;
    }

    /** Gives forecasts from an origin on their season back. */
    void restore(int origin, double[] path) {
        for (int h = 0; h < path.length; h++) {
            int t = origin + h;
            double value = path[h] + amounts.applyAsDouble(t);
            path[h] = logarithms ? StrictMath.exp(Math.min(LARGEST_LOGARITHM, value)) : value;
        }
    }
}
