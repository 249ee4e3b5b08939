package io.github.saleskit.core.pipeline;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.StageHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Counts which opportunities are taken and which are left out. Mutable, for one thread. */
final class Tally {

    private final Set<String> stages;
    private final Instant asOf;
    private final Map<String, Integer> unknown = new TreeMap<>();
    private int counted;
    private int later;

    Tally(Set<String> stages, Instant asOf) {
        this.stages = stages;
        this.asOf = asOf;
    }

    /** The history up to the instant, if the opportunity existed then and was in a stage of the process. */
    Optional<StageHistory> known(Opportunity opportunity) {
        Optional<StageHistory> history = opportunity.history().asOf(asOf);
        if (history.isEmpty()) {
            later++;
            return history;
        }
        String stage = history.get().last().stage();
        if (!stages.contains(stage)) {
            unknown.merge(stage, 1, Integer::sum);
            return Optional.empty();
        }
        counted++;
        return history;
    }

    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of("core.pipeline.counted", "count", counted, "asOf", asOf));
        unknown.forEach(
                (stage, count) -> reasons.add(Reason.of("core.pipeline.stageUnknown", "count", count, "stage", stage)));
        if (later > 0) {
            reasons.add(Reason.of("core.pipeline.createdLater", "count", later, "asOf", asOf));
        }
        return reasons;
    }
}
