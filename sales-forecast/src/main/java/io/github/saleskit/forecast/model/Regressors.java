package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.Holiday;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.DateRange;
import io.github.saleskit.forecast.series.FiscalPeriods;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is known beside a series for each of its periods and for those to come: prices, promotions, working days,
 * holidays.
 *
 * <pre>{@code
 * Regressors known = Regressors.none()
 *         .with("price", prices)                                     // history and horizon
 *         .with("working days", Regressors.workingDays(history, 12, calendar))
 *         .withHolidays(history, 12, HolidayCalendar.japan());       // a column for each that moves
 * forecaster.forecast(history, known, 12, 1);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param columns numbers by name, each as many as the history has periods and as are to be forecast, or more
 */
public record Regressors(@Required int version, @Required Map<String, List<Double>> columns) implements StrictDocument {

    private static final int MOST_COLUMNS = 50;
    private static final int FEWEST_TIMES = 2;

    public Regressors {
        DocumentVersion.require("regressors", version, 1);
        Map<String, List<Double>> copy = new LinkedHashMap<>();
        columns.forEach((name, values) -> copy.put(requireNonNull(name, "name"), List.copyOf(values)));
        columns = Collections.unmodifiableMap(copy);
        if (columns.size() > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "columns are " + columns.size() + ", but must be at most " + MOST_COLUMNS + ".");
        }
        columns.forEach(Regressors::requireNumbers);
    }

    private static void requireNumbers(String name, List<Double> values) {
        values.stream().filter(value -> !Double.isFinite(value)).findFirst().ifPresent(value -> {
            throw new IllegalArgumentException(
                    "column \"" + name + "\" has " + value + ", but must have finite numbers.");
        });
    }

    /** Nothing beside the series. */
    public static Regressors none() {
        return new Regressors(1, Collections.emptyMap());
    }

    /** The same with another column, or another's values. */
    public Regressors with(String name, double... values) {
        Map<String, List<Double>> more = new LinkedHashMap<>(columns);
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        more.put(name, list);
        return new Regressors(1, more);
    }

    /**
     * How many days of each period of a series and of those to come are business days.
     *
     * @param history a series with dates
     * @param horizon how many periods after its end
     */
    public static double[] workingDays(TimeSeries history, int horizon, BusinessCalendar calendar) {
        return counts(history, horizon, period -> workingDays(period.days(), calendar));
    }

    /** The same for a series of fiscal periods, such as months of four and five weeks. */
    public static double[] workingDays(
            TimeSeries history, int horizon, BusinessCalendar calendar, FiscalPeriods periods) {
        return counts(history, horizon, period -> workingDays(periods.days(period), calendar));
    }

    private static double[] counts(TimeSeries history, int horizon, ToDoubleFunction<TimePeriod> count) {
        return IntStream.range(0, history.length() + horizon)
                .mapToDouble(t -> count.applyAsDouble(history.period(t)))
                .toArray();
    }

    private static long workingDays(DateRange days, BusinessCalendar calendar) {
        return calendar.businessDaysBetween(days.first(), days.last()) + (calendar.isBusinessDay(days.first()) ? 1 : 0);
    }

    /**
     * How many days of each period of a series and of those to come are holidays, on whatever day of the week; of daily
     * series 1 on a holiday and 0 on others.
     *
     * @param history a series with dates
     * @param horizon how many periods after its end
     */
    public static double[] holidays(TimeSeries history, int horizon, HolidayCalendar calendar) {
        return counts(
                history, horizon, period -> holidays(period.days(), calendar).size());
    }

    /** The same for a series of fiscal periods. */
    public static double[] holidays(TimeSeries history, int horizon, HolidayCalendar calendar, FiscalPeriods periods) {
        return counts(
                history,
                horizon,
                period -> holidays(periods.days(period), calendar).size());
    }

    private static List<Holiday> holidays(DateRange days, HolidayCalendar calendar) {
        return calendar.between(days.first(), days.last().plusDays(1));
    }

    /**
     * The same with a column for each holiday by its English name, so that Easter may matter more than Labour Day. Only
     * holidays that the history has at least twice, and that do not simply repeat with its season, since the season
     * then tells what they do: of monthly series those remain that move between months.
     *
     * @param history a series with dates
     * @param horizon how many periods after its end
     * @throws IllegalArgumentException when there would be more than 50 columns
     */
    public Regressors withHolidays(TimeSeries history, int horizon, HolidayCalendar calendar) {
        return withHolidays(history, horizon, calendar, TimePeriod::days);
    }

    /** The same for a series of fiscal periods, between which more holidays move where they are whole weeks. */
    public Regressors withHolidays(TimeSeries history, int horizon, HolidayCalendar calendar, FiscalPeriods periods) {
        return withHolidays(history, horizon, calendar, periods::days);
    }

    private Regressors withHolidays(
            TimeSeries history, int horizon, HolidayCalendar calendar, Function<TimePeriod, DateRange> daysOf) {
        int length = history.length() + horizon;
        Map<String, double[]> counts = new TreeMap<>();
        for (int t = 0; t < length; t++) {
            for (Holiday holiday : holidays(daysOf.apply(history.period(t)), calendar)) {
                counts.computeIfAbsent(holiday.name(Locale.ENGLISH), name -> new double[length])[t]++;
            }
        }
        Regressors all = this;
        for (Map.Entry<String, double[]> entry : counts.entrySet()) {
            if (tells(entry.getValue(), history)) {
                all = all.with(entry.getKey(), entry.getValue());
            }
        }
        return all;
    }

    private static boolean tells(double[] counts, TimeSeries history) {
        int season = history.seasonLength();
        double times = Arrays.stream(counts, 0, history.length()).sum();
        boolean moves =
                season == 1 || IntStream.range(season, history.length()).anyMatch(t -> counts[t] != counts[t - season]);
        return times >= FEWEST_TIMES && moves;
    }

    /** Rows of a length by position; at least as long as asked for. */
    double[][] rows(int length) {
        columns.forEach((name, values) -> {
            if (values.size() < length) {
                throw new IllegalArgumentException("column \"" + name + "\" has " + values.size()
                        + " numbers, but must have " + length + ": one for each period of history and horizon.");
            }
        });
        double[][] rows = new double[length][columns.size()];
        int j = 0;
        for (List<Double> values : columns.values()) {
            for (int t = 0; t < length; t++) {
                rows[t][j] = values.get(t);
            }
            j++;
        }
        return rows;
    }
}
