package io.github.saleskit.forecast.launch;

import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;

/** A part of a series that is laid beside a history, and what came after it. */
final class Stretch {

    private final String id;
    private final double[] part;
    private final double[] after;

    private Stretch(String id, double[] part, double[] after) {
        this.id = id;
        this.part = part;
        this.after = after;
    }

    /**
     * A part of a series and what came after it.
     *
     * @param from the position at which the history is laid beside it
     * @param known positions of the history, from its beginning, that have values: the others do not count here either
     * @param length of the history
     */
    static Stretch of(String id, TimeSeries series, int from, int[] known, int length, int horizon) {
        double[] part =
                Arrays.stream(known).mapToDouble(i -> series.value(from + i)).toArray();
        double[] after = new double[horizon];
        Arrays.setAll(after, h -> series.value(from + length + h));
        return new Stretch(id, part, after);
    }

    /** A history, of which nobody knows what comes; without any value at first. */
    static Stretch of(double... values) {
        return new Stretch("", values, new double[0]);
    }

    String id() {
        return id;
    }

    /** Whether no value is missing. */
    boolean complete() {
        return Arrays.stream(part).noneMatch(Double::isNaN)
                && Arrays.stream(after).noneMatch(Double::isNaN);
    }

    /** Whether every value that is there is above 0. */
    boolean positive() {
        return Arrays.stream(part).noneMatch(value -> value <= 0)
                && Arrays.stream(after).noneMatch(value -> value <= 0);
    }

    boolean nonNegative() {
        return Arrays.stream(part).noneMatch(value -> value < 0)
                && Arrays.stream(after).noneMatch(value -> value < 0);
    }

    /** The mean of the part without signs; 1 without one. */
    double size() {
        return Arrays.stream(part).map(Math::abs).average().orElse(1);
    }

    /** The level of the part in logarithms; 0 without one. */
    private double logarithmicLevel() {
        return Arrays.stream(part).map(StrictMath::log).average().orElse(0);
    }

    /** The level on the scale of the regression. */
    double level(boolean logarithms) {
        return logarithms ? logarithmicLevel() : size();
    }

    /** The part beside its level: differences of logarithms, or ratios less 1. */
    double[] shape(boolean logarithms) {
        return beside(part, logarithms);
    }

    /** What came beside the level of the part. */
    double[] outcome(boolean logarithms) {
        return beside(after, logarithms);
    }

    private double[] beside(double[] values, boolean logarithms) {
        double level = level(logarithms);
        return Arrays.stream(values)
                .map(value -> logarithms ? StrictMath.log(value) - level : value / level - 1)
                .toArray();
    }
}
