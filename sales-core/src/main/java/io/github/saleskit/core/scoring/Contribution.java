package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one rule gave to a score, or what a limit of a rule or a group took from it or added to it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param group id of the group
 * @param rule id of the rule; absent for a limit of the group
 * @param limit the cap or floor that changed the points; absent for the points of the rule itself
 * @param points given, or taken when negative, to a thousandth; never 0
 * @param events for a rule about events, those that count
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contribution(
        @Required String group,
        Optional<String> rule,
        Optional<Limit> limit,
        @Required BigDecimal points,
        Optional<EventTally> events)
        implements StrictDocument {

    public Contribution {
        requireNonNull(group, "group");
        points = Thousandths.plain(points);
    }

    Reason reason() {
        if (limit.isPresent()) {
            return limitReason(limit.get());
        }
        if (events.isPresent()) {
            return Reason.of(
                    "core.scoring.eventsCounted",
                    "group",
                    group,
                    "rule",
                    rule.orElse(""),
                    "points",
                    points,
                    "count",
                    events.get().counted(),
                    "newest",
                    events.get().newest());
        }
        return Reason.of("core.scoring.ruleMatched", "group", group, "rule", rule.orElse(""), "points", points);
    }

    private Reason limitReason(Limit which) {
        if (rule.isPresent()) {
            String code = which == Limit.CAP ? "core.scoring.ruleCapped" : "core.scoring.ruleRaised";
            return Reason.of(code, "group", group, "rule", rule.get(), "points", points);
        }
        String code = which == Limit.CAP ? "core.scoring.groupCapped" : "core.scoring.groupRaised";
        return Reason.of(code, "group", group, "points", points);
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ContributionBuilder {
        Builder() {}
    }
}
