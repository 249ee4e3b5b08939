package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Points for leads that meet a criterion, or for each event of a lead that meets one.
 *
 * <pre>{@code
 * ScoringRule.of("big company", field("employees").atLeast(200), 25)
 * ScoringRule.byField("size", Points.byRange("employees", PointRange.from(200, 15)))
 * ScoringRule.onEvent("visited the price list", field("kind").is("price list"), 10)
 *         .withRepeats(Repeats.diminishing("0.5"))
 *         .withDecay(Decay.halfLife(Duration.ofDays(30)))
 *         .withCap(25)
 * }</pre>
 *
 * <p>Negative points take away. Immutable and thread-safe.
 *
 * @param id names the rule in reasons; unlike that of any other rule of the model
 * @param when what the lead has to be like; any when absent, which takes points by a field or an event
 * @param event what an event has to be like; absent for a rule about the lead itself
 * @param points for the lead, or for each event
 * @param repeats for rules about events: how much earlier events count; fully when absent
 * @param decay for rules about events: how the points shrink with age; never when absent
 * @param floor the fewest points the rule gives when it gives any, if limited
 * @param cap the most points the rule gives, if limited
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScoringRule(
        @Required String id,
        Optional<Criterion> when,
        Optional<Criterion> event,
        @Required Points points,
        Optional<Repeats> repeats,
        Optional<Decay> decay,
        Optional<Integer> floor,
        Optional<Integer> cap)
        implements StrictDocument, WithScoringRule {

    public ScoringRule {
        requireNonNull(id, "id");
        requireNonNull(points, "points");
    }

    /** Points for leads that meet a criterion. */
    public static ScoringRule of(String id, Criterion when, int points) {
        return of(id, when, Points.fixed(points));
    }

    /** Points for leads that meet a criterion. */
    public static ScoringRule of(String id, Criterion when, Points points) {
        return builder().id(id).when(when).points(points).build();
    }

    /** Points for all leads by the value of a field. */
    public static ScoringRule byField(String id, Points points) {
        return builder().id(id).points(points).build();
    }

    /** Points for each event that meets a criterion. */
    public static ScoringRule onEvent(String id, Criterion event, int points) {
        return onEvent(id, event, Points.fixed(points));
    }

    /** Points for each event that meets a criterion. */
    public static ScoringRule onEvent(String id, Criterion event, Points points) {
        return builder().id(id).event(event).points(points).build();
    }

    /** A builder in which everything but id and points may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ScoringRule}. */
    public static final class Builder extends ScoringRuleBuilder {
        Builder() {}
    }
}
