package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Rules whose points are added up and then kept within limits.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the group in reasons; unlike that of any other group of the model
 * @param floor the fewest points the group gives, if limited
 * @param cap the most points the group gives, if limited
 * @param rules in the author's order
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleGroup(@Required String id, Optional<Integer> floor, Optional<Integer> cap, List<ScoringRule> rules)
        implements StrictDocument, WithRuleGroup {

    public RuleGroup {
        requireNonNull(id, "id");
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** A group without limits. */
    public static RuleGroup of(String id, ScoringRule... rules) {
        return new RuleGroup(id, Optional.empty(), Optional.empty(), List.of(rules));
    }

    /** A builder in which the limits may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RuleGroup}. */
    public static final class Builder extends RuleGroupBuilder {
        Builder() {}
    }
}
