package io.github.saleskit.forecast.series;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.forecast.internal.ExactSum;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sums dated observations into the periods of a series, such as single sales into months.
 *
 * <pre>{@code
 * TimeSeriesBuilder sales = new TimeSeriesBuilder(Granularity.MONTH).covering(new DateRange(firstDay, lastDay));
 * orders.forEach(order -> sales.add(order.day(), order.amount()));
 * TimeSeries monthly = sales.build();
 * }</pre>
 *
 * <p>A period without observations is 0: nothing was sold; or missing, after {@link #emptyIsMissing()}: nobody counted.
 * Observations may come in any order and repeatedly for a day. O(log periods) each.
 *
 * <p>Mutable, for one thread.
 */
public final class TimeSeriesBuilder {

    private final Function<LocalDate, TimePeriod> periodAt;
    private final Function<TimePeriod, DateRange> daysOf;
    private final int seasonLength;
    private final TreeMap<TimePeriod, ExactSum> sums = new TreeMap<>();
    private @Nullable DateRange covered;
    private double empty;

    /**
     * A builder without observations.
     *
     * @param granularity of the series; not {@link Granularity#STEP}, which has no dates
     */
    public TimeSeriesBuilder(Granularity granularity) {
        if (requireNonNull(granularity, "granularity") == Granularity.STEP) {
            throw new IllegalArgumentException("granularity is STEP, but numbered steps have no dates.\n"
                    + "Maybe TimeSeries.of(TimePeriod.step(1), values)?");
        }
        periodAt = day -> TimePeriod.of(granularity, day);
        daysOf = TimePeriod::days;
        seasonLength = granularity.usualSeasonLength();
    }

    /** A builder without observations of a series of fiscal periods. */
    public TimeSeriesBuilder(FiscalPeriods periods) {
        periodAt = periods::at;
        daysOf = periods::days;
        seasonLength = periods.seasonLength();
    }

    /**
     * Says for which days the observations are complete: the series has exactly the periods that lie wholly within, so
     * that no month is low only because half of it was counted.
     *
     * <p>Without this the series runs from the period of the first to that of the last observation.
     */
    public TimeSeriesBuilder covering(DateRange days) {
        covered = requireNonNull(days, "days");
        return this;
    }

    /** Makes the value of a period without observations missing instead of 0. */
    public TimeSeriesBuilder emptyIsMissing() {
        empty = Double.NaN;
        return this;
    }

    /**
     * Adds an observation to its period; one outside of the covered days changes nothing.
     *
     * @param value any finite number
     */
    public TimeSeriesBuilder add(LocalDate day, double value) {
        requireNonNull(day, "day");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value of " + day + " is " + value + ", but must be a number.");
        }
        sums.computeIfAbsent(periodAt.apply(day), period -> new ExactSum()).add(value);
        return this;
    }

    /**
     * The series, with the usual season of its periods.
     *
     * @throws IllegalArgumentException when no period is covered: there were no observations, or the covered days are
     *     shorter than one period
     */
    public TimeSeries build() {
        TimePeriod first = firstPeriod();
        long length = first.until(lastPeriod()) + 1;
        if (length < 1 || length > TimeSeries.LONGEST) {
            throw new IllegalArgumentException("the observations cover " + Math.max(0, length) + " whole periods"
                    + (covered == null ? "" : " within " + covered) + ", but must cover from 1 to "
                    + TimeSeries.LONGEST + ".");
        }
        double[] values = new double[(int) length];
        Arrays.fill(values, empty);
        for (Map.Entry<TimePeriod, ExactSum> entry : sums.entrySet()) {
            long index = first.until(entry.getKey());
            if (index >= 0 && index < length) {
                values[(int) index] = entry.getValue().total();
            }
        }
        return TimeSeries.of(first, values).withSeasonLength(seasonLength);
    }

    private TimePeriod firstPeriod() {
        if (covered == null) {
            requireObservations();
            return sums.firstKey();
        }
        TimePeriod first = periodAt.apply(covered.first());
        return daysOf.apply(first).first().equals(covered.first()) ? first : first.plus(1);
    }

    private TimePeriod lastPeriod() {
        if (covered == null) {
            return sums.lastKey();
        }
        TimePeriod last = periodAt.apply(covered.last());
        return daysOf.apply(last).last().equals(covered.last()) ? last : last.plus(-1);
    }

    private void requireObservations() {
        if (sums.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no observations, and no covered days.\nMaybe the source of the observations is empty?");
        }
    }
}
