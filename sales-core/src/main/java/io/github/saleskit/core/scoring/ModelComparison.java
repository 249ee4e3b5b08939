package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What another model would do to the same leads.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param first name of the first model
 * @param second name of the second model
 * @param leads how many both models scored
 * @param regraded how many of them have another grade by the second model
 * @param firstPoints how the points of the first model are spread; absent when there is no lead
 * @param secondPoints how the points of the second model are spread; absent when there is no lead
 * @param movements how many leads go from which grade to which, in the order of the grades' names, no grade last
 * @param largest the leads whose points change most, at most {@value #LISTED}, the largest change first
 * @param failures what went wrong with the leads that could not be scored, by lead; at most {@value #LISTED}
 * @param failed how many leads could not be scored
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelComparison(
        @Required int version,
        @Required String first,
        @Required String second,
        @Required int leads,
        @Required int regraded,
        Optional<PointsDistribution> firstPoints,
        Optional<PointsDistribution> secondPoints,
        List<GradeMovement> movements,
        List<LeadMovement> largest,
        List<String> failures,
        @Required int failed)
        implements Decision, StrictDocument {

    /** How many leads are listed by name. */
    public static final int LISTED = 20;

    public ModelComparison {
        DocumentVersion.require("model comparison", version, 1);
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        movements = movements == null ? List.of() : List.copyOf(movements);
        largest = largest == null ? List.of() : List.copyOf(largest);
        failures = failures == null ? List.of() : List.copyOf(failures);
    }

    /** How many leads were compared, then the movements between grades, then the leads that change most. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "core.scoring.compared",
                "first",
                first,
                "second",
                second,
                "leads",
                leads,
                "regraded",
                regraded,
                "failed",
                failed));
        movements.stream()
                .filter(movement -> !movement.from().equals(movement.to()))
                .map(movement -> Reason.of(
                        "core.scoring.regraded",
                        "from",
                        movement.from().orElse("-"),
                        "to",
                        movement.to().orElse("-"),
                        "leads",
                        movement.leads()))
                .forEach(reasons::add);
        largest.stream()
                .map(lead -> Reason.of(
                        "core.scoring.movedMost", "lead", lead.lead(), "before", lead.before(), "after", lead.after()))
                .forEach(reasons::add);
        return reasons;
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ModelComparisonBuilder {
        Builder() {
            version(1);
        }
    }
}
