package io.github.saleskit.core.assignment;

import io.github.saleskit.core.assignment.Assigner.Surroundings;
import io.github.saleskit.core.assignment.Rejections.Rejection;
import io.github.saleskit.core.criteria.Condition;
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

/** One decision about one lead; for one use. */
final class PoolDecision<L, R> {

    private final String policy;
    private final PolicyFields<L, R> fields;
    private final Surroundings<L, R> surroundings;
    private final Condition<L> consent;
    private final List<PoolEngine<L, R>> pools;
    private final Map<String, PoolEngine<L, R>> poolsById;
    private final AssignmentState state;
    private final L lead;
    private final String leadId;

    /** The lead's entry in the queue, if it has one. */
    private final @Nullable WaitingLead waiting;

    private final PoolCandidates<L, R> candidates;
    private final Instant now;

    private final List<Reason> emptyPools = new ArrayList<>();

    PoolDecision(
            String policy,
            PolicyFields<L, R> fields,
            Surroundings<L, R> surroundings,
            Condition<L> consent,
            List<PoolEngine<L, R>> pools,
            Map<String, PoolEngine<L, R>> poolsById,
            AssignmentState state,
            L lead,
            String leadId,
            @Nullable WaitingLead waiting,
            SortedMap<String, R> reps,
            Instant now) {
        this.policy = policy;
        this.fields = fields;
        this.surroundings = surroundings;
        this.consent = consent;
        this.pools = pools;
        this.poolsById = poolsById;
        this.state = state;
        this.lead = lead;
        this.leadId = leadId;
        this.waiting = waiting;
        this.candidates = new PoolCandidates<>(fields, surroundings, state, lead, leadId, reps, now);
        this.now = now;
    }

    private @Nullable PoolEngine<L, R> firstPool() {
        for (PoolEngine<L, R> pool : pools) {
            if (pool.takes(lead, now)) {
                return pool;
            }
        }
        return null;
    }

    private @Nullable PoolEngine<L, R> next(PoolEngine<L, R> pool) {
        return pool.pool().fallback().map(poolsById::get).orElse(null);
    }

    /** Decides by the styles of the pools. */
    Assignment push(boolean afterThoseWaiting) {
        return push(afterThoseWaiting, false);
    }

    /**
     * Decides by the styles of the pools; where open leads are to be closed, pools that wait for bids or claims give
     * them by turn.
     */
    Assignment push(boolean afterThoseWaiting, boolean closing) {
        if (!consent.matches(lead, now)) {
            return nobody(Outcome.WITHHELD, Reason.of("core.assignment.noConsent"), withoutPlace());
        }
        PoolEngine<L, R> first = firstPool();
        if (first == null) {
            emptyPools.add(Reason.of("core.assignment.noPool"));
            return wait(null);
        }
        WaitingLead older = afterThoseWaiting ? state.firstWaitingBefore(asWaiting(first.id())) : null;
        if (older != null) {
            String other = older.lead();
            candidates.passOverAll(first, other);
            emptyPools.add(Reason.of("core.assignment.olderWaits", "pool", first.id(), "other", other));
            return wait(first.id());
        }
        for (PoolEngine<L, R> pool = first; pool != null; pool = next(pool)) {
            ManagementStyle style = pool.pool().style().orElse(ManagementStyle.DIRECTIVE);
            candidates.consider(pool);
            if (candidates.eligible().isEmpty()) {
                leaveEmpty(pool);
            } else if (!closing && (style == ManagementStyle.PARTNER || style == ManagementStyle.DELEGATING)) {
                return open(pool);
            } else {
                Assignment chosen = choose(pool, style == ManagementStyle.SELLING ? Outcome.OFFERED : Outcome.ASSIGNED);
                if (chosen != null) {
                    return chosen;
                }
            }
        }
        return wait(first.id());
    }

    private Assignment open(PoolEngine<L, R> pool) {
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

    private Assignment wait(@Nullable String pool) {
        Reason reason = Reason.of("core.assignment.nobody").withDetails(emptyPools);
        return nobody(Outcome.WAITING, reason, state.responded(leadId).waiting(waiting, asWaiting(pool)));
    }

    /** The state in which the lead neither waits nor is responded to. */
    private AssignmentState withoutPlace() {
        return state.responded(leadId).waiting(waiting, null);
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

    /** Null when no preference leaves anybody. */
    private @Nullable Assignment choose(PoolEngine<L, R> pool, Outcome outcome) {
        for (String sticky : pool.stickyReps(lead)) {
            if (candidates.mayTake(sticky)) {
                return give(
                        pool, outcome, sticky, Reason.of("core.assignment.sticky", "rep", sticky, "pool", pool.id()));
            }
        }
        for (String remembered : pool.rememberedReps(state, lead, now)) {
            if (candidates.mayTake(remembered)) {
                Reason reason = Reason.of("core.assignment.remembered", "rep", remembered, "pool", pool.id());
                return give(pool, outcome, remembered, reason);
            }
        }
        candidates.prefer(pool);
        if (candidates.eligible().isEmpty()) {
            leaveEmpty(pool);
            return null;
        }
        return turn(pool, outcome);
    }

    private Assignment turn(PoolEngine<L, R> pool, Outcome outcome) {
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
    private Assignment give(PoolEngine<L, R> pool, Outcome outcome, String rep, Reason reason) {
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

    private void leaveEmpty(PoolEngine<L, R> pool) {
        candidates.sortLast(pool);
        emptyPools.add(Reason.of("core.assignment.poolEmpty", "pool", pool.id()));
    }

    private void requireCandidate(String rep) {
        if (!candidates.contains(rep)) {
            throw new IllegalArgumentException("rep is \"" + rep + "\", who is not among the candidates.");
        }
    }

    private PoolEngine<L, R> requirePool() {
        PoolEngine<L, R> pool = firstPool();
        return pool == null ? pools.get(0) : pool;
    }

    Assignment override(String rep) {
        requireCandidate(rep);
        PoolEngine<L, R> pool = requirePool();
        candidates.consider(pool);
        return give(
                pool, Outcome.ASSIGNED, rep, Reason.of("core.assignment.overridden", "rep", rep, "pool", pool.id()));
    }

    /** Leaves everything as it is: the assignment that is to be taken back has been already, or was answered. */
    Assignment nothingToTakeBack(Assignment assignment) {
        Reason reason = Reason.of("core.assignment.notAwaited", "lead", leadId, "at", assignment.at());
        return nobody(Outcome.REFUSED, reason, state);
    }

    Assignment claim(String rep) {
        requireCandidate(rep);
        if (!consent.matches(lead, now)) {
            return nobody(Outcome.WITHHELD, Reason.of("core.assignment.noConsent"), state);
        }
        for (PoolEngine<L, R> pool = firstPool(); pool != null; pool = next(pool)) {
            candidates.consider(pool);
            Rejection overLimit = candidates.mayTake(rep) ? pool.overLimit(state, fields.units(lead), rep) : null;
            if (overLimit != null) {
                candidates.refuse(overLimit);
            } else if (candidates.mayTake(rep)) {
                return give(
                        pool,
                        Outcome.ASSIGNED,
                        rep,
                        Reason.of("core.assignment.claimed", "rep", rep, "pool", pool.id()));
            }
        }
        List<Reason> why = candidates.passedOver().stream()
                .filter(each -> each.rep().equals(rep))
                .map(PassedOver::reason)
                .toList();
        Reason reason = Reason.of("core.assignment.refused", "rep", rep).withDetails(why);
        return nobody(Outcome.REFUSED, reason, state);
    }

    Assignment award(SortedMap<String, Double> bids) {
        if (!consent.matches(lead, now)) {
            return nobody(Outcome.WITHHELD, Reason.of("core.assignment.noConsent"), withoutPlace());
        }
        PoolEngine<L, R> first = firstPool();
        for (PoolEngine<L, R> pool = first; pool != null; pool = next(pool)) {
            candidates.consider(pool);
            candidates.keep(pool, id -> bids.containsKey(id), "core.assignment.noBid");
            candidates.keepLeast(pool, id -> -bids.getOrDefault(id, Double.NaN), "core.assignment.lowerBid");
            if (!candidates.eligible().isEmpty()) {
                return turn(pool, Outcome.ASSIGNED);
            }
            leaveEmpty(pool);
        }
        return wait(first == null ? null : first.id());
    }
}
