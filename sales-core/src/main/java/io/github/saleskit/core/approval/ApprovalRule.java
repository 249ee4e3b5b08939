package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When approval is needed, and by whom.
 *
 * <pre>{@code
 * {"id": "deep discount", "when": {"field": "discountPercent", "moreThan": 20},
 *  "steps": [{"approvers": ["lead"], "quorum": 1}, {"approvers": ["cfo", "cro", "ceo"], "quorum": 2}],
 *  "measure": "discountPercent", "worse": "HIGHER"}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id by which requests and reasons name it
 * @param when the condition on what is to be approved
 * @param steps the chain: each step is asked when the one before has agreed; at least one
 * @param measure a number or an amount of money among the fields; who approved once is asked again only when it got
 *     worse since, or is in another currency. Asked again after every change when absent
 * @param worse in which direction it gets worse; higher when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApprovalRule(
        @Required String id,
        @Required Criterion when,
        List<ApprovalStep> steps,
        Optional<String> measure,
        Optional<Worse> worse)
        implements StrictDocument, WithApprovalRule {

    public ApprovalRule {
        requireNonNull(id, "id");
        requireNonNull(when, "when");
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A builder in which id, condition and steps are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    public static final class Builder extends ApprovalRuleBuilder {
        Builder() {}
    }
}
