package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How far the chain of one rule has come.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule id of the rule
 * @param status of the request
 * @param step position of the step that is being asked, from 0; the last one when approved
 * @param agreed who agreed in this step so far, in the order of their votes
 * @param measured the measure of the rule as it is being approved, where it has one
 * @param currency of the measure, where that is an amount of money
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApprovalRequest(
        @Required String rule,
        @Required ApprovalStatus status,
        @Required int step,
        List<String> agreed,
        Optional<BigDecimal> measured,
        Optional<String> currency)
        implements StrictDocument, WithApprovalRequest {

    public ApprovalRequest {
        requireNonNull(rule, "rule");
        requireNonNull(status, "status");
        agreed = agreed == null ? List.of() : List.copyOf(agreed);
    }
}
