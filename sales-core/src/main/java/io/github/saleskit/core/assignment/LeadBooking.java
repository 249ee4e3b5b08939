package io.github.saleskit.core.assignment;

import io.github.saleskit.core.assignment.Assigner.Surroundings;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a decision about one lead makes of the state: turns, credits, the queue; for one use. */
final class LeadBooking<L, R> {

    private final String policy;
    private final PolicyFields<L, R> fields;
    private final Surroundings<L, R> surroundings;
    private final AssignmentState state;
    private final L lead;
    private final String leadId;

    /** The lead's entry in the queue, if it has one. */
    private final @Nullable WaitingLead waiting;

    private final PoolCandidates<L, R> candidates;
    private final Instant now;

    /** Why the pools asked so far gave the lead to nobody. */
    private final List<Reason> emptyPools = new ArrayList<>();

    LeadBooking(
            String policy,
            PolicyFields<L, R> fields,
            Surroundings<L, R> surroundings,
            AssignmentState state,
            L lead,
            String leadId,
            @Nullable WaitingLead waiting,
            PoolCandidates<L, R> candidates,
            Instant now) {
        this.policy = policy;
        this.fields = fields;
        this.surroundings = surroundings;
        this.state = state;
        this.lead = lead;
        this.leadId = leadId;
        this.waiting = waiting;
        this.candidates = candidates;
        this.now = now;
    }

    /** The first lead that waits in a pool and comes before this one, or null. */
    @Nullable
    WaitingLead olderIn(String pool) {
        return state.firstWaitingBefore(asWaiting(pool));
    }

    /** Notes why a pool, or all of them, gave the lead to nobody. */
    void gaveToNobody(Reason why) {
        emptyPools.add(why);
    }

    /** Leaves the lead open to those who may take it in a pool. */
    Assignment open(PoolEngine<L, R> pool) {
        String reps = String.join(", ", candidates.eligible().keySet());
        Reason reason = Reason.of("core.assignment.open", "pool", pool.id(), "reps", reps);
        Optional<Instant> deadline = pool.deadline(now);
        AssignmentState next = awaiting(withoutPlace(), Optional.empty(), deadline);
        return answer(
                Outcome.OPEN, null, null, Optional.empty(), deadline, Map.of(), next, reason.withDetails(emptyPools));
    }

    private WaitingLead asWaiting(@Nullable String pool) {
        Instant since = waiting == null ? fields.since(lead, now) : waiting.since();
        return new WaitingLead(leadId, Optional.ofNullable(pool), fields.priority(lead), since);
    }

    /** Puts the lead into the queue, or leaves it there. */
    Assignment waits(@Nullable String pool) {
        Reason reason = Reason.of("core.assignment.nobody").withDetails(emptyPools);
        return nobody(Outcome.WAITING, reason, state.responded(leadId).waiting(waiting, asWaiting(pool)));
    }

    /** The state in which the lead neither waits nor is responded to. */
    private AssignmentState withoutPlace() {
        return state.responded(leadId).waiting(waiting, null);
    }

    /** Gives the lead to nobody, since the person did not agree to be contacted. */
    Assignment withheld() {
        return nobody(Outcome.WITHHELD, Reason.of("core.assignment.noConsent"), withoutPlace());
    }

    /** Leaves everything as it is. */
    Assignment unchanged(Outcome outcome, Reason reason) {
        return nobody(outcome, reason, state);
    }

    private Assignment nobody(Outcome outcome, Reason reason, AssignmentState next) {
        return answer(outcome, null, null, Optional.empty(), Optional.empty(), Map.of(), next, reason);
    }

    private Assignment answer(
            Outcome outcome,
            @Nullable String rep,
            @Nullable String pool,
            Optional<LocalDate> day,
            Optional<Instant> deadline,
            Map<String, Integer> shares,
            AssignmentState next,
            Reason reason) {
        return new Assignment(
                1,
                policy,
                leadId,
                now,
                outcome,
                Optional.ofNullable(rep),
                Optional.ofNullable(pool),
                day,
                deadline,
                fields.units(lead),
                shares,
                candidates.passedOver(),
                next,
                List.of(reason));
    }

    /** Gives the lead to the one whose turn it is. */
    Assignment turn(PoolEngine<L, R> pool, Outcome outcome) {
        Rotation rotation = state.rotation(pool.id());
        SortedMap<String, Integer> shares = shares(pool, rotation);
        RotationGroup group = RotationGroup.of(shares);
        BitSet entitled = group.everybody();
        BitSet mayTake = group.everybody();
        for (String id : candidates.absent().keySet()) {
            if (shares.containsKey(id)) {
                mayTake.clear(group.indexOf(id));
            }
        }
        Rotation.Turn turn = rotation.turn(group, mayTake, entitled);
        double[] credits = turn.next().creditsOf(group);
        for (int i = mayTake.nextSetBit(0); i >= 0; i = mayTake.nextSetBit(i + 1)) {
            String id = group.id(i);
            if (!id.equals(turn.id())) {
                candidates.passOver(
                        pool.reject(id, "core.assignment.notTheirTurn", "assignee", turn.id(), "credit", credits[i]));
            }
        }
        return given(
                pool,
                outcome,
                turn.id(),
                shares,
                turn.next(),
                Reason.of("core.assignment.assigned", "rep", turn.id(), "pool", pool.id()));
    }

    /** Those who may take the lead and, where absent people catch up, those of them who have room for it. */
    private SortedMap<String, Integer> shares(PoolEngine<L, R> pool, Rotation rotation) {
        SortedMap<String, Integer> eligible = candidates.eligible();
        SortedMap<String, Integer> absent = candidates.absent();
        SortedMap<String, Integer> shares = new TreeMap<>(eligible);
        Optional<CatchUp> catchUp = pool.pool().catchUp();
        if (catchUp.isPresent() && !absent.isEmpty()) {
            double most = catchUp.get().turns().orElse(Double.POSITIVE_INFINITY);
            double sum = eligible.values().stream().mapToInt(weight -> weight).sum();
            Map<String, Double> left = state.left().getOrDefault(pool.id(), Map.of());
            absent.forEach((id, weight) -> {
                double earned = rotation.credit(id) - left.getOrDefault(id, rotation.credit(id));
                if (earned + weight / (sum + weight) <= most) {
                    shares.put(id, weight);
                }
            });
        }
        return shares;
    }

    /** Gives the lead to somebody whoever's turn it is. */
    Assignment give(PoolEngine<L, R> pool, Outcome outcome, String rep, Reason reason) {
        Rotation rotation = state.rotation(pool.id());
        SortedMap<String, Integer> eligible = candidates.eligible();
        SortedMap<String, Integer> shares = eligible.isEmpty() ? new TreeMap<>(Map.of(rep, 1)) : eligible;
        RotationGroup group = RotationGroup.of(shares);
        for (String id : eligible.keySet()) {
            if (!id.equals(rep)) {
                candidates.passOver(pool.reject(id, "core.assignment.otherChosen", "assignee", rep));
            }
        }
        return given(pool, outcome, rep, shares, rotation.give(group, group.everybody(), rep), reason);
    }

    private Assignment given(
            PoolEngine<L, R> pool,
            Outcome outcome,
            String rep,
            Map<String, Integer> shares,
            Rotation rotation,
            Reason reason) {
        candidates.chosen(rep);
        candidates.sortLast(pool);
        AssignmentState next = withoutPlace().with(pool.id(), rotation).withUnits(rep, fields.units(lead));
        Optional<LocalDate> day = fields.countsRates()
                ? Optional.of(fields.day(candidates.rep(rep), now, surroundings.zone()))
                : Optional.empty();
        if (day.isPresent()) {
            RateCount before = state.given().getOrDefault(rep, new RateCount(day.get(), 0, 0));
            next = next.withGiven(rep, before.plusOne(day.get()));
        }
        if (pool.pool().catchUp().isPresent()) {
            next = next.withLeft(pool.id(), left(pool.id(), state.rotation(pool.id())));
        }
        Optional<Instant> deadline = pool.deadline(now);
        next = awaiting(pool.withRemembered(next, lead, rep, now), Optional.of(rep), deadline);
        return answer(outcome, rep, pool.id(), day, deadline, shares, next, reason.withDetails(emptyPools));
    }

    /** With a response awaited where there is a deadline, else with none. */
    private AssignmentState awaiting(AssignmentState next, Optional<String> rep, Optional<Instant> deadline) {
        return deadline.isPresent() ? next.withAwaited(leadId, new AwaitedResponse(rep, now)) : next;
    }

    /** The credits with which those left who are absent now; who is back may be passed over for another reason. */
    private Map<String, Double> left(String pool, Rotation rotation) {
        Map<String, Double> left = new TreeMap<>(state.left().getOrDefault(pool, Map.of()));
        left.keySet().removeIf(candidates::isBack);
        candidates.absent().keySet().forEach(id -> left.putIfAbsent(id, rotation.credit(id)));
        return left;
    }

    /** Notes that nobody may take the lead in a pool. */
    void leaveEmpty(PoolEngine<L, R> pool) {
        candidates.sortLast(pool);
        gaveToNobody(Reason.of("core.assignment.poolEmpty", "pool", pool.id()));
    }
}
