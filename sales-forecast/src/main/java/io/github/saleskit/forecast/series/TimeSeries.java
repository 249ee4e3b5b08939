package io.github.saleskit.forecast.series;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value for each of consecutive periods, such as the sales of each month; a value may be missing.
 *
 * <pre>{@code
 * TimeSeries sales = TimeSeries.of(TimePeriod.month(2024, 1), 112, 118, 132, Double.NaN, 121);
 * sales.seasonLength();   // 12
 * sales.isMissing(3);     // true
 * }</pre>
 *
 * <p>In JSON {@code {"version":1,"start":"2024-01","seasonLength":12,"values":[112.0,118.0,132.0,null,121.0]}}.
 *
 * <p>Immutable and thread-safe.
 */
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE)
public final class TimeSeries implements StrictDocument {

    /** The most periods a series may have. */
    public static final int LONGEST = 1_000_000;

    private static final double LARGEST = 1e100;

    private final TimePeriod start;
    private final int seasonLength;
    private final double[] values;

    private TimeSeries(TimePeriod start, int seasonLength, double[] values) {
        this.start = requireNonNull(start, "start");
        this.seasonLength = seasonLength;
        this.values = values;
        if (seasonLength < 1) {
            throw new IllegalArgumentException(
                    "seasonLength is " + seasonLength + ", but must be at least 1; 1 stands for no season.");
        }
        requireSize();
        requireNumbers();
        start.plus(values.length);
    }

    private void requireSize() {
        if (values.length == 0 || values.length > LONGEST) {
            throw new IllegalArgumentException(
                    "values has " + values.length + " values, but must have from 1 to " + LONGEST + ".");
        }
    }

    private void requireNumbers() {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > LARGEST) {
                throw new IllegalArgumentException("values[" + i + "] is " + values[i]
                        + ", but must lie within -1e100 and 1e100.\nMaybe it is missing? NaN says so.");
            }
        }
    }

    /**
     * A series with the usual season of its periods: 12 months, 4 quarters, 52 weeks, 7 days, no season for years and
     * steps.
     *
     * @param start the period of the first value
     * @param values at least one, within ±10<sup>100</sup>; {@link Double#NaN} where the value is missing
     * @throws IllegalArgumentException when there is none or one is infinite or too large
     */
    public static TimeSeries of(TimePeriod start, double... values) {
        return new TimeSeries(start, start.granularity().usualSeasonLength(), values.clone());
    }

    @JsonCreator
    private static TimeSeries read(
            @JsonProperty(value = "version", required = true) int version,
            @JsonProperty(value = "start", required = true) TimePeriod start,
            @JsonProperty(value = "seasonLength", required = true) int seasonLength,
            @JsonProperty(value = "values", required = true) List<@Nullable Double> values) {
        DocumentVersion.require("time series", version, 1);
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            Double value = values.get(i);
            numbers[i] = value == null ? Double.NaN : value;
        }
        return new TimeSeries(start, seasonLength, numbers);
    }

    @JsonProperty("version")
    private int version() {
        return 1;
    }

    @JsonProperty("values")
    private List<@Nullable Double> nullableValues() {
        List<@Nullable Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(Double.isNaN(value) ? null : value);
        }
        return list;
    }

    /** The same values with another season. */
    public TimeSeries withSeasonLength(int newSeasonLength) {
        return new TimeSeries(start, newSeasonLength, values);
    }

    /** The same periods with other values. */
    public TimeSeries withValues(double... newValues) {
        return new TimeSeries(start, seasonLength, newValues.clone());
    }

    /** The period of the first value. */
    @JsonProperty("start")
    public TimePeriod start() {
        return start;
    }

    /** After how many periods the season repeats; 1 stands for no season. */
    @JsonProperty("seasonLength")
    public int seasonLength() {
        return seasonLength;
    }

    /** How many periods there are, those with missing values included. */
    public int length() {
        return values.length;
    }

    /** The value of a period by its zero-based position; {@link Double#NaN} where it is missing. */
    public double value(int index) {
        return values[index];
    }

    /** Whether the value at a zero-based position is missing. */
    public boolean isMissing(int index) {
        return Double.isNaN(values[index]);
    }

    /** A copy of the values; {@link Double#NaN} where one is missing. */
    public double[] values() {
        return values.clone();
    }

    /** How many values are there, not counting missing ones. */
    public int observed() {
        int count = 0;
        for (double value : values) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    /** The period at a zero-based position; positions beyond the end lie in the future. */
    public TimePeriod period(int index) {
        return start.plus(index);
    }

    /** The first period after the last value. */
    public TimePeriod end() {
        return start.plus(values.length);
    }

    /**
     * The part from one position up to, not including, another.
     *
     * @param from at least 0
     * @param to above {@code from}, at most {@link #length()}
     */
    public TimeSeries slice(int from, int to) {
        if (from < 0 || to <= from || to > values.length) {
            throw new IllegalArgumentException("slice is from " + from + " to " + to + ", but must be within 0 and "
                    + values.length + " and not empty.");
        }
        return new TimeSeries(start.plus(from), seasonLength, Arrays.copyOfRange(values, from, to));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSeries series
                && series.start.equals(start)
                && series.seasonLength == seasonLength
                && Arrays.equals(series.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + Arrays.hashCode(values);
    }

    /** First and last period, season and number of values, for people. */
    @Override
    public String toString() {
        return "TimeSeries[" + start + ".." + period(values.length - 1) + ", season " + seasonLength + ", " + observed()
                + " of " + values.length + " values]";
    }
}
