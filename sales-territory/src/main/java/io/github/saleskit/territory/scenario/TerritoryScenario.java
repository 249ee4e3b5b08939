package io.github.saleskit.territory.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.internal.InOrder;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * What would be different from today: territories closed, new or merged, other demand, other limits. A scenario is
 * derived from another one by adding to it.
 *
 * <pre>{@code
 * TerritoryScenario growth = TerritoryScenario.of("growth").plusActivity(ActivityChange.scaled("visits", 1.2));
 * TerritoryScenario hire = growth.named("growth and a rep more").plusTerritory(Territory.of("New"));
 * TerritoryScenario merger = TerritoryScenario.of("merger").plusMerger("South", "West");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param name of the scenario, for people
 * @param closed ids of territories whose rep leaves and is not replaced
 * @param added territories of reps that join
 * @param merged the territory that goes on, by the one that is merged into it; it has the weight, minimum and maximum
 *     of both
 * @param activity how demand changes, one change after the other
 * @param limits in place of today's limits of the same measure, or besides them
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryScenario(
        @Required int version,
        @Required String name,
        @Complete List<String> closed,
        @Complete List<Territory> added,
        @Complete Map<String, String> merged,
        @Complete List<ActivityChange> activity,
        @Complete List<ActivityLimit> limits)
        implements StrictDocument, WithTerritoryScenario {

    public TerritoryScenario {
        DocumentVersion.require("territory scenario", version, 1);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is \"" + name + "\", but must name the scenario.");
        }
        closed = closed == null ? List.of() : List.copyOf(closed);
        added = added == null ? List.of() : List.copyOf(added);
        merged = InOrder.copy(merged);
        activity = activity == null ? List.of() : List.copyOf(activity);
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    /** A scenario in which nothing is different yet. */
    public static TerritoryScenario of(String name) {
        return builder().name(name).build();
    }

    /** A builder of the current version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TerritoryScenario}. */
    public static final class Builder extends TerritoryScenarioBuilder {
        Builder() {
            version(1);
        }
    }

    /** The same differences under another name, to derive from. */
    public TerritoryScenario named(String newName) {
        return withName(newName);
    }

    /** Besides, the rep of a territory leaves and it is closed. */
    public TerritoryScenario plusClosed(String territory) {
        return withClosed(plus(closed, territory));
    }

    /** Besides, there is a new territory. */
    public TerritoryScenario plusTerritory(Territory territory) {
        return withAdded(plus(added, territory));
    }

    /** Besides, a territory is merged into another one. */
    public TerritoryScenario plusMerger(String from, String into) {
        Map<String, String> more = new LinkedHashMap<>(merged);
        more.put(from, into);
        return withMerged(more);
    }

    /** Besides, demand changes. */
    public TerritoryScenario plusActivity(ActivityChange change) {
        return withActivity(plus(activity, change));
    }

    /** Besides, another limit holds. */
    public TerritoryScenario plusLimit(ActivityLimit limit) {
        return withLimits(plus(limits, limit));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> more = new ArrayList<>(list);
        more.add(item);
        return more;
    }

    /**
     * The problem as it would be.
     *
     * @param today the problem as it is
     * @throws io.github.saleskit.core.definition.DefinitionException when the scenario names what today's problem does
     *     not have
     */
    public TerritoryProblem applyTo(TerritoryProblem today) {
        return new ScenarioChange(this, today).problem();
    }
}
