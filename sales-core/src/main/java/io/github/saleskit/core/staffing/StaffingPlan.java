package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * The fewest agents that a day takes, interval by interval.
 *
 * <p>Each interval is looked at as if it went on for ever with its own arrivals. That is right where intervals are long
 * against handling times and waits are short; {@link DaySimulation} shows what a day with these agents is like.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param demand name of the demand
 * @param intervals in order
 * @param reasons what decided the number of agents of each interval
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StaffingPlan(
        @Required int version,
        @Required String demand,
        List<StaffedInterval> intervals,
        @Required List<Reason> reasons) implements Decision, StrictDocument {

    public StaffingPlan {
        DocumentVersion.require("staffing plan", version, 1);
        requireNonNull(demand, "demand");
        intervals = intervals == null ? List.of() : List.copyOf(intervals);
        reasons = List.copyOf(reasons);
    }

    /** The agents of each interval. */
    public List<Integer> agents() {
        return intervals.stream().map(StaffedInterval::agents).toList();
    }
}
