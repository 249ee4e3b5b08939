package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.team.SkillLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Leads of some kind, and the reps among whom they go round.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the pool in states and reasons
 * @param leads which leads it takes, over the fields of the lead; all when absent
 * @param eligible which reps may take them, over the fields of both, named {@code lead.country} and
 *     {@code rep.languages}; all when absent
 * @param matches fields of the lead whose values have to be with the rep, such as language and territory
 * @param conflicts fields of the lead whose values must not be with the rep, such as a company that they must not serve
 * @param skills what reps have to know at least, besides what the lead asks for
 * @param time when reps may be given leads; any time when absent
 * @param style how leads come to reps; directive when absent
 * @param sticky text fields of the lead that may name a rep, such as the owner of the account; the first who may take
 *     the lead gets it
 * @param prefer how those who may take a lead are narrowed down before the turn decides, one after the other
 * @param catchUp how many turns are kept for people who are absent; none when absent
 * @param respondWithin how long an offer may be thought about, an assigned lead may wait for the first contact, or an
 *     open one for bids or claims, positive; without limit when absent
 * @param hours name of the policy's business hours in which that time runs; all of the time when absent
 * @param claimLimit how many units of work a rep may have open at most after a claim, at least 1; their capacity holds
 *     as well
 * @param remember text or set fields of the lead, such as the domain of the company or the conversation: who was last
 *     given a lead with the same value gets this one, if they may take it and no rep of {@code sticky} does; of
 *     several, who was given one last
 * @param rememberFor how long that is remembered, positive; for good when absent
 * @param fallback id of the pool to ask when nobody here may take the lead, whatever leads that pool takes otherwise
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentPool(
        @Required String id,
        Optional<Criterion> leads,
        Optional<Criterion> eligible,
        List<FieldMatch> matches,
        List<FieldMatch> conflicts,
        List<SkillLevel> skills,
        Optional<TimeRule> time,
        Optional<ManagementStyle> style,
        List<String> sticky,
        List<Preference> prefer,
        Optional<CatchUp> catchUp,
        Optional<Duration> respondWithin,
        Optional<String> hours,
        Optional<Integer> claimLimit,
        List<String> remember,
        Optional<Duration> rememberFor,
        Optional<String> fallback)
        implements StrictDocument, WithAssignmentPool {

    public AssignmentPool {
        requireNonNull(id, "id");
        matches = matches == null ? List.of() : List.copyOf(matches);
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
        skills = skills == null ? List.of() : List.copyOf(skills);
        sticky = sticky == null ? List.of() : List.copyOf(sticky);
        prefer = prefer == null ? List.of() : List.copyOf(prefer);
        remember = remember == null ? List.of() : List.copyOf(remember);
    }

    /** A builder in which everything but the id may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AssignmentPool}. */
    public static final class Builder extends AssignmentPoolBuilder {
        Builder() {}
    }
}
