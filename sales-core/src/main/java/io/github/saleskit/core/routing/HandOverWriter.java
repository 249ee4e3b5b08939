package io.github.saleskit.core.routing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.scoring.Engagement;
import io.github.saleskit.core.scoring.LeadScore;
import io.github.saleskit.core.scoring.LeadScorer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a rep has to know who gets a conversation: the lead's facts, score and timeline.
 *
 * <pre>{@code
 * HandOverWriter<Lead, Activity> writer = HandOverWriter.compile(policy, Lead.FIELDS, ACTIVITY, scorer);
 * HandOver handOver = writer.write(decision.nextState(), effect.item(), lead, engagement, now);
 * handOver.reasons();      // waited 40 seconds; 62 points, grade A; why
 * }</pre>
 *
 * <p>Takes the time of scoring and one evaluation of the condition for each event. Immutable, and thread-safe where the
 * host's accessors are.
 *
 * @param <L> the host's type of lead
 * @param <E> the host's type of event
 */
public final class HandOverWriter<L, E> {

    private static final int MOST_EVENTS = 20;
    private static final int MOST_REASONS = 5;

    private final HandOverPolicy policy;
    private final LeadScorer<L, E> scorer;
    private final List<Field<L>> facts;
    private final List<Field<E>> eventFacts;
    private final Condition<E> shown;

    private HandOverWriter(
            HandOverPolicy policy, FieldSet<L> leads, FieldSet<E> events, LeadScorer<L, E> scorer, Problems problems) {
        this.policy = policy;
        this.scorer = scorer;
        this.facts = fields(policy.facts(), leads, problems.at("facts"));
        this.eventFacts = fields(policy.eventFacts(), events, problems.at("eventFacts"));
        this.shown = HostFields.condition(policy.events(), events, problems.at("events"));
        notNegative(policy.mostEvents(), problems.at("mostEvents"));
        notNegative(policy.mostReasons(), problems.at("mostReasons"));
    }

    private static <T> List<Field<T>> fields(List<String> names, FieldSet<T> fields, Problems at) {
        List<Field<T>> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            fields.field(names.get(i), at.at(i)).ifPresent(found::add);
        }
        return found;
    }

    private static void notNegative(Optional<Integer> number, Problems place) {
        number.filter(value -> value < 0)
                .ifPresent(
                        value -> place.report("routing.negative", value.toString(), "the number must not be negative"));
    }

    /**
     * Prepares a policy.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     */
    public static <L, E> HandOverWriter<L, E> compile(
            HandOverPolicy policy, FieldSet<L> leads, FieldSet<E> events, LeadScorer<L, E> scorer) {
        Problems problems = new Problems();
        HandOverWriter<L, E> writer = new HandOverWriter<>(policy, leads, events, scorer, problems);
        problems.throwIfAny("hand-over policy \"" + policy.name() + "\"");
        return writer;
    }

    /**
     * Writes the hand-over of an item.
     *
     * @param state in which the item is
     * @param item its id
     * @param lead who is in the conversation
     * @param engagement what the lead did; events after {@code now} are left out
     * @param now when it is written
     * @throws IllegalArgumentException when the state has no such item
     */
    public HandOver write(RoutingState state, String item, L lead, Engagement<E> engagement, Instant now) {
        ItemState found = state.item(item)
                .orElseThrow(() -> new IllegalArgumentException(
                        "item is \"" + item + "\", which is not in the state.\nMaybe it was closed?"));
        LeadScore score = scorer.score(lead, engagement, now);
        List<Integer> all = shown(engagement, now);
        int most = Math.min(all.size(), policy.mostEvents().orElse(MOST_EVENTS));
        List<HandOverEvent> timeline = all.subList(0, most).stream()
                .map(i -> new HandOverEvent(
                        engagement.at(i), words(eventFacts, engagement.events().get(i))))
                .toList();
        return new HandOver(
                1,
                policy.name(),
                found.item(),
                found.agent(),
                now,
                found.offers(),
                found.declined(),
                words(facts, lead),
                score,
                timeline,
                all.size() - most,
                reasons(found, score, now));
    }

    /** The indexes of the events that are shown, the latest first. */
    private List<Integer> shown(Engagement<E> engagement, Instant now) {
        List<Integer> all = new ArrayList<>();
        for (int i = engagement.events().size() - 1; i >= 0; i--) {
            if (!engagement.at(i).isAfter(now)
                    && shown.matches(engagement.events().get(i), now)) {
                all.add(i);
            }
        }
        return all;
    }

    private static <T> Map<String, String> words(List<Field<T>> fields, T record) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Field<T> field : fields) {
            if (field.present(record)) {
                words.put(field.name(), words(field.value(record)));
            }
        }
        return words;
    }

    /** Sets in natural order of the words, whatever order they have. */
    private static String words(@Nullable Object value) {
        return value instanceof Set<?> set
                ? set.stream().map(String::valueOf).sorted().toList().toString()
                : String.valueOf(value);
    }

    private List<Reason> reasons(ItemState state, LeadScore score, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        long waited = Math.max(0, Duration.between(state.item().since(), now).toSeconds());
        reasons.add(Reason.of(
                "core.routing.waitedSince",
                "item",
                state.item().id(),
                "queue",
                state.item().queue(),
                "seconds",
                waited));
        score.reasons().stream()
                .limit(1L + policy.mostReasons().orElse(MOST_REASONS))
                .forEach(reasons::add);
        return reasons;
    }
}
