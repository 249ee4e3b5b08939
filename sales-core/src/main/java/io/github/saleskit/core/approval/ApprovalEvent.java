package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An entry of the audit trail; entries are only ever added.
 *
 * <p>Immutable and thread-safe.
 *
 * @param day on which it happened
 * @param kind what happened
 * @param rule for which rule
 * @param step position of the step in the chain, from 0
 * @param approver in whose name a vote was cast
 * @param by who cast it, or who asked
 * @param comment as it was given
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ApprovalEvent(
        @Required LocalDate day,
        @Required Kind kind,
        @Required String rule,
        @Required int step,
        Optional<String> approver,
        Optional<String> by,
        Optional<String> comment)
        implements StrictDocument {

    public ApprovalEvent {
        requireNonNull(day, "day");
        requireNonNull(kind, "kind");
        requireNonNull(rule, "rule");
    }

    static Builder builder() {
        return new Builder();
    }

    /** What happened. */
    public enum Kind {
        /** Approval was asked for. */
        REQUESTED,
        /** An earlier approval still holds, for nothing it was about got worse. */
        CARRIED_OVER,
        /** A request fell away, for its condition no longer holds. */
        WITHDRAWN,
        /** Somebody agreed. */
        APPROVED,
        /** Somebody declined. */
        REJECTED
    }

    static final class Builder extends ApprovalEventBuilder {
        Builder() {}
    }
}
