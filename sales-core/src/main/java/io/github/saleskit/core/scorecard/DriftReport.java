package io.github.saleskit.core.scorecard;

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
 * Whether the leads of today still are what a scorecard was learned from.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param scorecard name of the scorecard
 * @param leads how many leads were looked at
 * @param learnedRate the share of won among the examples that the scorecard was learned from
 * @param predictedRate the mean of the probabilities that the scorecard gives the leads
 * @param actualRate the share of won among the leads; absent when outcomes are not known
 * @param fields how far each has moved, the farthest first
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DriftReport(
        @Required int version,
        @Required String scorecard,
        @Required int leads,
        @Required double learnedRate,
        @Required double predictedRate,
        Optional<Double> actualRate,
        List<FieldDrift> fields)
        implements Decision, StrictDocument {

    public DriftReport {
        DocumentVersion.require("drift report", version, 1);
        requireNonNull(scorecard, "scorecard");
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    /** The base rate then and now, then the fields that have moved, the farthest first. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        String learned = LearnedScore.percent(learnedRate);
        String predicted = LearnedScore.percent(predictedRate);
        reasons.add(actualRate
                .map(actual -> Reason.of(
                        "core.scorecard.rates",
                        "learned",
                        learned,
                        "predicted",
                        predicted,
                        "actual",
                        LearnedScore.percent(actual)))
                .orElseGet(() -> Reason.of("core.scorecard.rate", "learned", learned, "predicted", predicted)));
        fields.stream()
                .filter(field -> field.level() != DriftLevel.STABLE)
                .map(DriftReport::reason)
                .forEach(reasons::add);
        return reasons;
    }

    private static Reason reason(FieldDrift field) {
        String code = field.level() == DriftLevel.LARGE ? "core.scorecard.movedFar" : "core.scorecard.movedSomewhat";
        return Reason.of(code, "field", field.field(), "index", LearnedScore.decimal(field.index(), 3));
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends DriftReportBuilder {
        Builder() {
            version(1);
        }
    }
}
