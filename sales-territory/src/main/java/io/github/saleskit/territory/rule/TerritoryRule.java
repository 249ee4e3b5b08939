package io.github.saleskit.territory.rule;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A rule that brings accounts into a territory: postal ranges, industries, sizes, segments, or accounts by name.
 *
 * <pre>{@code
 * TerritoryRule.of("bavaria", "DE-South", parse("postcode between \"80000\" and \"87999\""));
 * TerritoryRule.builder().id("key accounts").territory("Key").priority(10)
 *         .when(field("id").in("A-17", "A-99")).build();
 * }</pre>
 *
 * <p>Of the rules that an account meets in one layer, the one with the highest priority wins; of several, that of the
 * territory deepest in the hierarchy; of several, the first in the list.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id unique in its model
 * @param territory id of the territory that accounts come into
 * @param when what an account has to meet, besides the scopes of the territory and of those above it
 * @param unless the exception: accounts that meet it are left out; none when absent
 * @param priority higher wins; 0 when absent
 * @param layer name of the overlay that the rule works in, such as {@code specialists}; the main layer when absent
 * @param from first moment the rule holds; always so far when absent
 * @param until first moment after; without end when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TerritoryRule(
        @Required String id,
        @Required String territory,
        @Required Criterion when,
        Optional<Criterion> unless,
        Optional<Integer> priority,
        Optional<String> layer,
        Optional<Instant> from,
        Optional<Instant> until)
        implements StrictDocument, WithTerritoryRule {

    public TerritoryRule {
        requireNonNull(id, "id");
        requireNonNull(territory, "territory");
        requireNonNull(when, "when");
        unless = unless == null ? Optional.empty() : unless;
        priority = priority == null ? Optional.empty() : priority;
        layer = layer == null ? Optional.empty() : layer;
        from = from == null ? Optional.empty() : from;
        until = until == null ? Optional.empty() : until;
        if (layer.isPresent() && layer.get().isEmpty()) {
            throw new IllegalArgumentException(
                    "layer of the rule " + id + " is empty.\nMaybe leave it out for the main layer?");
        }
        Effective.requireOrder(from, until);
    }

    /** A rule of priority 0 in the main layer that always holds. */
    public static TerritoryRule of(String id, String territory, Criterion when) {
        return builder().id(id).territory(territory).when(when).build();
    }

    /** A builder; id, territory and when are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link TerritoryRule}. */
    public static final class Builder extends TerritoryRuleBuilder {
        Builder() {}
    }

    int rank() {
        return priority.orElse(0);
    }
}
