package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who gets a lead, and why nobody else does.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param policy name of the policy that decided
 * @param lead id of the lead
 * @param at when it was decided
 * @param outcome what became of the lead
 * @param assignee id of the rep who gets it or is offered it; absent when nobody is
 * @param pool id of the pool in which they get it; absent when nobody may take it
 * @param day on the calendar of the assignee, where the policy counts leads a day or week
 * @param deadline by when the assignee has to respond, or bids or claims have to come in; then {@link Assigner#expire}
 *     decides anew
 * @param units how many units of the assignee's capacity it takes
 * @param shares the weights of those who earned a share of the turn by it, for taking it back
 * @param passedOver every other candidate in natural order of their ids, pool by pool where several were asked
 * @param nextState the state from which the next lead is to be assigned
 * @param reasons why this is the answer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Assignment(
        @Required int version,
        @Required String policy,
        @Required String lead,
        @Required Instant at,
        @Required Outcome outcome,
        Optional<String> assignee,
        Optional<String> pool,
        Optional<LocalDate> day,
        Optional<Instant> deadline,
        @Required int units,
        Map<String, Integer> shares,
        List<PassedOver> passedOver,
        @Required AssignmentState nextState,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public Assignment {
        DocumentVersion.require("assignment", version, 1);
        requireNonNull(policy, "policy");
        requireNonNull(lead, "lead");
        requireNonNull(nextState, "nextState");
        requireNonNull(at, "at");
        requireNonNull(outcome, "outcome");
        shares = Collections.unmodifiableSortedMap(shares == null ? new TreeMap<>() : new TreeMap<>(shares));
        passedOver = passedOver instanceof Rejections || passedOver == null
                ? Objects.requireNonNullElse(passedOver, List.of())
                : List.copyOf(passedOver);
        reasons = List.copyOf(reasons);
    }
}
