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
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What changed in the score of a lead between two instants.
 *
 * <p>The changes add up to the difference exactly. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param model name of the model
 * @param lead id of the lead; absent when its fields have no id
 * @param since the earlier instant
 * @param now the later instant
 * @param before the points at the earlier instant
 * @param after the points at the later instant
 * @param gradeBefore the grade at the earlier instant, if any
 * @param gradeAfter the grade at the later instant, if any
 * @param changes in the order of the model; of one rule in the order of the causes
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScoreChange(
        @Required int version,
        @Required String model,
        Optional<String> lead,
        @Required Instant since,
        @Required Instant now,
        @Required BigDecimal before,
        @Required BigDecimal after,
        Optional<String> gradeBefore,
        Optional<String> gradeAfter,
        List<RuleChange> changes)
        implements Decision, StrictDocument {

    public ScoreChange {
        DocumentVersion.require("score change", version, 1);
        requireNonNull(model, "model");
        requireNonNull(since, "since");
        requireNonNull(now, "now");
        before = Thousandths.plain(before);
        after = Thousandths.plain(after);
        changes = changes == null ? List.of() : List.copyOf(changes);
        BigDecimal sum = changes.stream().map(RuleChange::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (before.add(sum).compareTo(after) != 0) {
            throw new IllegalArgumentException(
                    "before is " + before + " and after " + after + ", but the changes add up to " + sum + ".");
        }
    }

    /** After less before. */
    public BigDecimal difference() {
        return Thousandths.plain(after.subtract(before));
    }

    /** The points before and after, then the changes, the largest first. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "core.scoring.changed",
                "before",
                before,
                "after",
                after,
                "gradeBefore",
                gradeBefore.orElse("-"),
                "gradeAfter",
                gradeAfter.orElse("-")));
        changes.stream()
                .sorted((a, b) -> b.points().abs().compareTo(a.points().abs()))
                .map(RuleChange::reason)
                .forEach(reasons::add);
        return reasons;
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ScoreChangeBuilder {
        Builder() {
            version(1);
        }
    }
}
