package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How good a lead is, and why.
 *
 * <p>The contributions add up to the points exactly: all are whole thousandths. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param model name of the model that scored
 * @param lead id of the lead; absent when its fields have no id
 * @param at the moment of scoring
 * @param points the sum of the contributions, without zeros at the end: {@code 50} or {@code 12.25}
 * @param grade by the points or by the grid, if any
 * @param cell where the lead stands in the grid, if the model has one
 * @param contributions in the order of the model: a rule, its limit, and, after the rules of a group, the limit of the
 *     group
 * @param ignored what was not counted because it cannot be right
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadScore(
        @Required int version,
        @Required String model,
        Optional<String> lead,
        @Required Instant at,
        @Required BigDecimal points,
        Optional<String> grade,
        Optional<GridCell> cell,
        List<Contribution> contributions,
        List<IgnoredInput> ignored)
        implements Decision, StrictDocument {

    private static final Comparator<Contribution> WEIGHTIEST_FIRST =
            Comparator.comparing(contribution -> contribution.points().abs().negate());

    public LeadScore {
        DocumentVersion.require("lead score", version, 1);
        requireNonNull(model, "model");
        requireNonNull(at, "at");
        points = Thousandths.plain(points);
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
        BigDecimal sum = sum(contributions);
        if (sum.compareTo(points) != 0) {
            throw new IllegalArgumentException(
                    "points is " + points + ", but the contributions add up to " + sum + ".");
        }
    }

    private static BigDecimal sum(List<Contribution> contributions) {
        return Thousandths.plain(
                contributions.stream().map(Contribution::points).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What a group gave, within its limits; 0 for a group that is not in the model. */
    public BigDecimal pointsOf(String group) {
        return sum(contributions.stream()
                .filter(contribution -> contribution.group().equals(group))
                .toList());
    }

    /** The grade, then the contributions, the largest first, then what was ignored. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(gradeReason());
        contributions.stream()
                .sorted(WEIGHTIEST_FIRST)
                .map(Contribution::reason)
                .forEach(reasons::add);
        ignored.stream().map(IgnoredInput::reason).forEach(reasons::add);
        return reasons;
    }

    private Reason gradeReason() {
        if (grade.isEmpty()) {
            return Reason.of("core.scoring.notGraded", "points", points);
        }
        if (cell.isEmpty()) {
            return Reason.of("core.scoring.graded", "points", points, "grade", grade.get());
        }
        return Reason.of(
                "core.scoring.gridGraded",
                "points",
                points,
                "grade",
                grade.get(),
                "row",
                cell.get().row().orElse(""),
                "rowPoints",
                cell.get().rowPoints(),
                "column",
                cell.get().column().orElse(""),
                "columnPoints",
                cell.get().columnPoints());
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
