package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * By how much one rule, or a limit, changed a score, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param group id of the group
 * @param rule id of the rule; absent for the limit of the group
 * @param cause why the points are others
 * @param points the difference; never 0
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RuleChange(
        @Required String group,
        Optional<String> rule,
        @Required ChangeCause cause,
        @Required BigDecimal points) implements StrictDocument {

    public RuleChange {
        requireNonNull(group, "group");
        requireNonNull(cause, "cause");
        points = Thousandths.plain(points);
    }

    Reason reason() {
        if (rule.isEmpty()) {
            return Reason.of("core.scoring.groupLimited", "group", group, "points", points);
        }
        String code = switch (cause) {
            case MATCHED -> "core.scoring.nowMatched";
            case UNMATCHED -> "core.scoring.nowUnmatched";
            case VALUE_CHANGED -> "core.scoring.valueChanged";
            case NEW_EVENTS -> "core.scoring.newEvents";
            case DECAYED -> "core.scoring.decayed";
            case EXPIRED -> "core.scoring.expired";
            case LIMITED -> "core.scoring.ruleLimited";
        };
        return Reason.of(code, "group", group, "rule", rule.get(), "points", points);
    }
}
