package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.InOrder;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which territory each account is in, and how good that is.
 *
 * <pre>{@code
 * plan.territoryOf("A-17");             // "T3"
 * plan.status();                        // FEASIBLE
 * plan.worstDeviation("potential");     // .043: some territory is 4.3 % above or below the mean
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param status whether the plan keeps every limit
 * @param assignment id of the territory by id of the account, every account exactly once, in the order of the account
 *     ids
 * @param territories in the order of the problem; where the planner chose how many are filled, only those
 * @param totalDistance sum of the distances from all accounts to the centre of their territory, in kilometres on the
 *     Earth
 * @param lowerBound a total distance that no plan within the limits, with as many territories, can go below, if one was
 *     proven
 * @param contiguity how the territories lie on the borders, if the problem has any
 * @param workUnits units of work that were spent
 * @param reasons what was reached, what is proven, and each limit that is broken
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TerritoryPlan(
        @Required int version,
        @Required PlanStatus status,
        @Required Map<String, String> assignment,
        @Required List<PlannedTerritory> territories,
        @Required double totalDistance,
        Optional<Double> lowerBound,
        Optional<Contiguity> contiguity,
        @Required long workUnits,
        List<Reason> reasons)
        implements Decision, StrictDocument {

    /** Names that a misspelt one is compared with; looking through more takes too long. */
    private static final int MOST_COMPARED = 10_000;

    public TerritoryPlan {
        DocumentVersion.require("territory plan", version, 1);
        lowerBound = lowerBound == null ? Optional.empty() : lowerBound;
        contiguity = contiguity == null ? Optional.empty() : contiguity;
        assignment = InOrder.copy(assignment);
        territories = List.copyOf(territories);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends TerritoryPlanBuilder {
        Builder() {
            version(1);
        }
    }

    /** Whether the plan keeps every limit. */
    public boolean feasible() {
        return status == PlanStatus.FEASIBLE;
    }

    /**
     * The id of the territory that an account is in.
     *
     * @throws IllegalArgumentException when the plan does not know the account
     */
    public String territoryOf(String account) {
        @Nullable String territory = assignment.get(account);
        if (territory == null) {
            throw new IllegalArgumentException(unknown("account", account, "is not in the plan.", assignment.keySet()));
        }
        return territory;
    }

    /**
     * The territory with an id.
     *
     * @throws IllegalArgumentException when the plan has none
     */
    public PlannedTerritory territory(String id) {
        return territories.stream()
                .filter(territory -> territory.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        unknown("id", id, "is no territory of the plan.", known(territories))));
    }

    private static List<String> known(List<PlannedTerritory> territories) {
        return territories.stream().map(PlannedTerritory::id).toList();
    }

    private static String unknown(String name, String value, String what, Collection<String> known) {
        @Nullable String advice = known.size() > MOST_COMPARED ? null : Problems.suggest(value, known);
        return name + " is \"" + value + "\", which " + what + (advice == null ? "" : "\n" + advice);
    }

    /**
     * How far the most uneven territory is from the mean, as a share of the mean: .05 for 5 % above or below; 0 when
     * the mean is 0.
     *
     * @throws IllegalArgumentException when no account of the problem has the measure
     */
    public double worstDeviation(String measure) {
        double mean = territories.stream()
                .mapToDouble(territory -> territory.load(measure))
                .average()
                .orElse(0);
        return territories.stream()
                .mapToDouble(territory -> mean == 0 ? 0 : Math.abs(territory.load(measure) / mean - 1))
                .max()
                .orElse(0);
    }

    /**
     * How far the plan is from the best possible at most, as a share of its own total distance: .01 when no plan within
     * the limits, with as many territories, can be more than 1 % shorter. Empty when no bound was proven or the plan
     * breaks limits.
     */
    public Optional<Double> gap() {
        return feasible()
                ? lowerBound.map(bound -> totalDistance == 0 ? 0 : 1 - bound / totalDistance)
                : Optional.empty();
    }
}
