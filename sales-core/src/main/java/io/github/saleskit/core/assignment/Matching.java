package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which rep gets which lead, at the best total there is, with the proof that there is no better one.
 *
 * <p>The proof is by prices: each rep's {@link RepShare#price} is what one more place with them would add to the total.
 * At these prices every matched lead has the rep that is best for it, and only reps who are full have a price; from the
 * prices alone follows the {@code bound}, which no matching of as many leads can pass. It equals the {@code total}.
 *
 * <p>All numbers are exact decimals in the unit of the host's values. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param goal whether the numbers are values or costs
 * @param total sum of the numbers of all matched pairs
 * @param bound the best total that any matching of as many leads could have
 * @param complete whether the work ran to its end; if it was stopped, the total may fall short of the bound
 * @param rounded whether the host's numbers had to be rounded, to {@code scale} digits after the point, to be computed
 *     exactly
 * @param scale digits after the decimal point of all numbers; negative for very large ones
 * @param matched the matched leads in natural order of their ids
 * @param unmatched the other leads in natural order of their ids
 * @param reps all reps in natural order of their ids
 * @param bottlenecks groups of reps who have too little room for the leads that can only go to them
 * @param reasons why this is the answer
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Matching(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) MatchingGoal goal,
        @JsonProperty(required = true) BigDecimal total,
        @JsonProperty(required = true) BigDecimal bound,
        @JsonProperty(required = true) boolean complete,
        @JsonProperty(required = true) boolean rounded,
        @JsonProperty(required = true) int scale,
        List<MatchedLead> matched,
        List<UnmatchedLead> unmatched,
        List<RepShare> reps,
        List<Bottleneck> bottlenecks,
        @JsonProperty(required = true) List<Reason> reasons)
        implements Decision, StrictDocument {

    public Matching {
        DocumentVersion.require("matching", version, 1);
        requireNonNull(goal, "goal");
        requireNonNull(total, "total");
        requireNonNull(bound, "bound");
        matched = matched == null ? List.of() : List.copyOf(matched);
        unmatched = unmatched == null ? List.of() : List.copyOf(unmatched);
        reps = reps == null ? List.of() : List.copyOf(reps);
        bottlenecks = bottlenecks == null ? List.of() : List.copyOf(bottlenecks);
        reasons = List.copyOf(reasons);
    }

    /** The rep who gets the lead, or empty when it is unmatched or unknown; O(leads). */
    public Optional<String> repOf(String lead) {
        return matched.stream()
                .filter(match -> match.lead().equals(lead))
                .map(MatchedLead::rep)
                .findFirst();
    }

    /** The leads a rep gets, in natural order of their ids; O(leads). */
    public List<String> leadsOf(String rep) {
        return matched.stream()
                .filter(match -> match.rep().equals(rep))
                .map(MatchedLead::lead)
                .toList();
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends MatchingBuilder {
        Builder() {
            version(1);
        }
    }
}
