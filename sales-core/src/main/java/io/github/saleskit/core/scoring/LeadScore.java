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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How good a lead is, and why.
 *
 * <p>The contributions add up to the points exactly. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param model name of the model that scored
 * @param lead id of the lead; absent when its fields have no id
 * @param points the sum of the contributions
 * @param grade the highest grade the points earn, if any
 * @param contributions in the order of the model, the limits of a group after its rules
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadScore(
        @Required int version,
        @Required String model,
        Optional<String> lead,
        @Required int points,
        Optional<String> grade,
        List<Contribution> contributions)
        implements Decision, StrictDocument {

    public LeadScore {
        DocumentVersion.require("lead score", version, 1);
        requireNonNull(model, "model");
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
        int sum = contributions.stream().mapToInt(Contribution::points).sum();
        if (sum != points) {
            throw new IllegalArgumentException(
                    "points is " + points + ", but the contributions add up to " + sum + ".");
        }
    }

    /** What a group gave, within its limits; 0 for a group that is not in the model. */
    public int pointsOf(String group) {
        return contributions.stream()
                .filter(contribution -> contribution.group().equals(group))
                .mapToInt(Contribution::points)
                .sum();
    }

    /** The total, then the contributions, the largest first. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(grade.map(name -> Reason.of("core.scoring.graded", "points", points, "grade", name))
                .orElseGet(() -> Reason.of("core.scoring.notGraded", "points", points)));
        contributions.stream()
                .sorted(Comparator.comparingInt((Contribution contribution) -> -Math.abs(contribution.points())))
                .map(LeadScore::reason)
                .forEach(reasons::add);
        return reasons;
    }

    private static Reason reason(Contribution contribution) {
        if (contribution.rule().isPresent()) {
            return Reason.of(
                    "core.scoring.ruleMatched",
                    "group",
                    contribution.group(),
                    "rule",
                    contribution.rule().get(),
                    "points",
                    contribution.points());
        }
        String code = contribution.points() < 0 ? "core.scoring.groupCapped" : "core.scoring.groupRaised";
        return Reason.of(code, "group", contribution.group(), "points", contribution.points());
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends LeadScoreBuilder {
        Builder() {
            version(1);
        }
    }
}
