package io.github.saleskit.core.invitation;

import com.google.common.hash.Hashing;
import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.Deadline;
import io.github.saleskit.core.routing.QueueOutlook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which visitors of a site are invited to a chat, by an {@link InvitationPolicy} over the host's own type of
 * visitor.
 *
 * <pre>{@code
 * Inviter<Visitor> inviter = Inviter.compile(policy, VISITOR);
 * Invitation invitation = inviter.decide(history, visitor, queue -> router.outlook(state, queue, "chat", now), now);
 * invitation.rule();         // Optional: most visitors are left in peace
 * store.save(invitation.nextHistory());
 * }</pre>
 *
 * <p>Nobody is invited whom no agent has time for, nobody to a queue that is closed, nobody without consent, and nobody
 * more often than the policy allows. Takes one evaluation of the conditions of each rule, and another one that says why
 * where they are not met. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <V> the host's type of visitor
 */
public final class Inviter<V> {

    private final InvitationPolicy policy;
    private final FieldSet<V> visitors;
    private final Condition<V> consent;
    private final List<Condition<V>> conditions;

    private Inviter(
            InvitationPolicy policy, FieldSet<V> visitors, Condition<V> consent, List<Condition<V>> conditions) {
        this.policy = policy;
        this.visitors = visitors;
        this.consent = consent;
        this.conditions = conditions;
    }

    /**
     * Prepares a policy for the fields of a type.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when the type has no id
     */
    public static <V> Inviter<V> compile(InvitationPolicy policy, FieldSet<V> visitors) {
        if (!visitors.hasId()) {
            throw new IllegalArgumentException(
                    "visitors has no id, by which invitations name a visitor.\nMaybe FieldSet.of(...).id(...)?");
        }
        Problems problems = new Problems();
        InvitationCheck.check(policy, problems);
        Condition<V> consent = condition(policy.consent(), visitors, problems.at("consent"));
        List<Condition<V>> conditions = new ArrayList<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            conditions.add(condition(policy.rules().get(i).when(), visitors, problems.at("rules", i, "when")));
        }
        problems.throwIfAny("invitation policy \"" + policy.name() + "\"");
        return new Inviter<>(policy, visitors, consent, List.copyOf(conditions));
    }

    private static <V> Condition<V> condition(Optional<Criterion> when, FieldSet<V> fields, Problems at) {
        return Condition.compileWithoutParameters(when.orElse(Criterion.all()), fields, at);
    }

    /** The same inviter with the days of a zone; before, days are those of UTC. */
    public Inviter<V> inZone(ZoneId zone) {
        List<Condition<V>> zoned =
                conditions.stream().map(condition -> condition.inZone(zone)).toList();
        return new Inviter<>(policy, visitors, consent.inZone(zone), zoned);
    }

    /**
     * Says whether a visitor is invited now.
     *
     * @param history of the visitor
     * @param outlook how busy a queue is, by its id; asked only for rules that would invite
     */
    public Invitation decide(
            InvitationHistory history, V visitor, Function<String, QueueOutlook> outlook, Instant now) {
        String id = visitors.id(visitor);
        Reason obstacle = obstacle(history, visitor, id, now);
        if (obstacle != null) {
            return nobody(history, id, now, List.of(obstacle));
        }
        List<Reason> before = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            InvitationRule rule = policy.rules().get(i);
            Reason against = against(rule, conditions.get(i), visitor, id, outlook, now);
            if (against == null) {
                return invited(history, id, rule, before, now);
            }
            before.add(against);
        }
        before.add(0, Reason.of("core.invitation.noRule", "visitor", id));
        return nobody(history, id, now, before);
    }

    private Invitation invited(
            InvitationHistory history, String id, InvitationRule rule, List<Reason> before, Instant now) {
        List<Reason> reasons = new ArrayList<>(before);
        reasons.add(0, Reason.of("core.invitation.invited", "visitor", id, "rule", rule.id(), "queue", rule.queue()));
        return new Invitation(
                1,
                policy.name(),
                id,
                now,
                Optional.of(rule.id()),
                Optional.of(rule.queue()),
                rule.message(),
                history.invited(now),
                reasons);
    }

    private Invitation nobody(InvitationHistory history, String id, Instant now, List<Reason> reasons) {
        return new Invitation(
                1, policy.name(), id, now, Optional.empty(), Optional.empty(), Optional.empty(), history, reasons);
    }

    /** What stands against any invitation of the visitor, or null. */
    private @Nullable Reason obstacle(InvitationHistory history, V visitor, String id, Instant now) {
        if (!consent.matches(visitor, now)) {
            return Reason.of("core.invitation.noConsent", "visitor", id);
        }
        int most = policy.mostInAll().orElse(Integer.MAX_VALUE);
        if (history.unanswered() >= most) {
            return Reason.of("core.invitation.enough", "visitor", id, "invitations", history.unanswered());
        }
        if (pauses(history.declined(), policy.pauseAfterDeclined(), now)) {
            return Reason.of(
                    "core.invitation.declinedLately",
                    "visitor",
                    id,
                    "declined",
                    history.declined().get());
        }
        return pauses(history.last(), policy.pauseBetween(), now)
                ? Reason.of(
                        "core.invitation.invitedLately",
                        "visitor",
                        id,
                        "last",
                        history.last().get())
                : null;
    }

    private static boolean pauses(Optional<Instant> since, Optional<Duration> pause, Instant now) {
        return since.isPresent()
                && pause.isPresent()
                && Deadline.after(since.get(), pause.get()).map(now::isBefore).orElse(true);
    }

    /** What stands against an invitation by a rule, or null. */
    private @Nullable Reason against(
            InvitationRule rule,
            Condition<V> condition,
            V visitor,
            String id,
            Function<String, QueueOutlook> outlook,
            Instant now) {
        if (!condition.matches(visitor, now)) {
            return Reason.of("core.invitation.ruleNotMet", "rule", rule.id())
                    .withDetails(condition.explain(visitor, now).reasons());
        }
        if (percentile(rule, id) >= rule.sharePercent().orElse(100)) {
            return Reason.of("core.invitation.controlGroup", "rule", rule.id(), "visitor", id);
        }
        QueueOutlook queue = outlook.apply(rule.queue());
        if (!queue.open()) {
            return Reason.of("core.invitation.closed", "rule", rule.id(), "queue", rule.queue());
        }
        boolean room = queue.free() >= rule.leastFree().orElse(1)
                && queue.waiting() <= rule.mostWaiting().orElse(0);
        return room
                ? null
                : Reason.of(
                        "core.invitation.tooBusy",
                        "rule",
                        rule.id(),
                        "queue",
                        rule.queue(),
                        "free",
                        queue.free(),
                        "waiting",
                        queue.waiting());
    }

    /** From 0 to 99, always the same for a visitor and a rule, and independent from rule to rule. */
    private static int percentile(InvitationRule rule, String id) {
        String key = rule.id().length() + ":" + rule.id() + id;
        long hash =
                Hashing.murmur3_128().hashString(key, StandardCharsets.UTF_8).asLong();
        return (int) Long.remainderUnsigned(hash, 100);
    }
}
