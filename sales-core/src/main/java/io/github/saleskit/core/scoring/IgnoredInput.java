package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * What a score did not count because it cannot be right or is not yet true.
 *
 * <p>Immutable and thread-safe.
 *
 * @param cause why it was not counted
 * @param rule id of the rule that would have counted it; absent when it concerns all
 * @param count how many values or events
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IgnoredInput(
        @Required Cause cause,
        Optional<String> rule,
        @Required int count) implements StrictDocument {

    /** Why something was not counted. */
    public enum Cause {
        /** The event is after the moment of scoring. */
        FUTURE_EVENT,
        /** The event has no instant. */
        UNDATED_EVENT,
        /** The value is infinite. */
        NOT_FINITE
    }

    public IgnoredInput {
        requireNonNull(cause, "cause");
    }

    Reason reason() {
        return switch (cause) {
            case FUTURE_EVENT -> Reason.of("core.scoring.futureEvents", "count", count);
            case UNDATED_EVENT -> Reason.of("core.scoring.undatedEvents", "count", count);
            case NOT_FINITE -> Reason.of("core.scoring.notFinite", "rule", rule.orElse(""), "count", count);
        };
    }
}
