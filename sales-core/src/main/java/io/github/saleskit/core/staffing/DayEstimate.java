package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * What simulated days showed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param days how many were simulated; fewer than asked for when the budget ended the run
 * @param all the arrivals of the whole day
 * @param intervals the arrivals of each interval
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DayEstimate(
        @Required int version, @Required int days, @Required IntervalEstimate all, List<IntervalEstimate> intervals)
        implements StrictDocument {

    public DayEstimate {
        DocumentVersion.require("day estimate", version, 1);
        requireNonNull(all, "all");
        intervals = intervals == null ? List.of() : List.copyOf(intervals);
    }
}
