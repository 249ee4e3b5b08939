package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.List;

/**
 * A series without its outliers and shifts of its level.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param series the same periods; outliers have the value that was to be expected, and what lies before a shift is
 *     moved to the level after it
 * @param outliers their periods, ascending
 * @param shifts the first periods at a new level, ascending
 * @param reasons each outlier and shift, with its size
 */
public record CleanedSeries(
        @Required int version,
        @Required TimeSeries series,
        @Required List<TimePeriod> outliers,
        @Required List<TimePeriod> shifts,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public CleanedSeries {
        DocumentVersion.require("cleaned series", version, 1);
        requireNonNull(series, "series");
        outliers = List.copyOf(outliers);
        shifts = List.copyOf(shifts);
        reasons = List.copyOf(reasons);
    }
}
