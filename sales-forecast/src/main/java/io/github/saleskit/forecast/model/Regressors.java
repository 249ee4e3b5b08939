package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.DateRange;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known beside a series for each of its periods and for those to come: prices, promotions, working days,
 * holidays.
 *
 * <pre>{@code
 * Regressors known = Regressors.none()
 *         .with("price", prices)                                     // history and horizon
 *         .with("working days", Regressors.workingDays(history, 12, calendar));
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
        double[] days = new double[history.length() + horizon];
        for (int t = 0; t < days.length; t++) {
            days[t] = workingDays(history.period(t), calendar);
        }
        return days;
    }

    private static long workingDays(TimePeriod period, BusinessCalendar calendar) {
        DateRange days = period.days();
        return calendar.businessDaysBetween(days.first(), days.last()) + (calendar.isBusinessDay(days.first()) ? 1 : 0);
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
