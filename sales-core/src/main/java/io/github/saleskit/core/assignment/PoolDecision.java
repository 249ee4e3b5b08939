package io.github.saleskit.core.assignment;

import io.github.saleskit.core.assignment.Assigner.Surroundings;
import io.github.saleskit.core.assignment.Rejections.Rejection;
import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One decision about one lead: which pool gives it, and to whom; for one use. */
final class PoolDecision<L, R> {

    private final PolicyFields<L, R> fields;
    private final Condition<L> consent;
    private final List<PoolEngine<L, R>> pools;
    private final Map<String, PoolEngine<L, R>> poolsById;
    private final AssignmentState state;
    private final L lead;
    private final String leadId;
    private final PoolCandidates<L, R> candidates;
    private final LeadBooking<L, R> booking;
    private final Instant now;

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
        this.fields = fields;
        this.consent = consent;
        this.pools = pools;
        this.poolsById = poolsById;
        this.state = state;
        this.lead = lead;
        this.leadId = leadId;
        this.candidates = new PoolCandidates<>(fields, surroundings, state, lead, leadId, reps, now);
        this.booking = new LeadBooking<>(policy, fields, surroundings, state, lead, leadId, waiting, candidates, now);
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
            return booking.withheld();
        }
        PoolEngine<L, R> first = firstPool();
        if (first == null) {
            booking.gaveToNobody(Reason.of("core.assignment.noPool"));
            return booking.waits(null);
        }
        WaitingLead older = afterThoseWaiting ? booking.olderIn(first.id()) : null;
        if (older != null) {
            String other = older.lead();
            candidates.passOverAll(first, other);
            booking.gaveToNobody(Reason.of("core.assignment.olderWaits", "pool", first.id(), "other", other));
            return booking.waits(first.id());
        }
        for (PoolEngine<L, R> pool = first; pool != null; pool = next(pool)) {
            ManagementStyle style = pool.pool().style().orElse(ManagementStyle.DIRECTIVE);
            candidates.consider(pool);
            if (candidates.eligible().isEmpty()) {
                booking.leaveEmpty(pool);
            } else if (!closing && (style == ManagementStyle.PARTNER || style == ManagementStyle.DELEGATING)) {
                return booking.open(pool);
            } else {
                Assignment chosen = choose(pool, style == ManagementStyle.SELLING ? Outcome.OFFERED : Outcome.ASSIGNED);
                if (chosen != null) {
                    return chosen;
                }
            }
        }
        return booking.waits(first.id());
    }

    /** Null when no preference leaves anybody. */
    private @Nullable Assignment choose(PoolEngine<L, R> pool, Outcome outcome) {
        for (String sticky : pool.stickyReps(lead)) {
            if (candidates.mayTake(sticky)) {
                return booking.give(
                        pool, outcome, sticky, Reason.of("core.assignment.sticky", "rep", sticky, "pool", pool.id()));
            }
        }
        for (String remembered : pool.rememberedReps(state, lead, now)) {
            if (candidates.mayTake(remembered)) {
                Reason reason = Reason.of("core.assignment.remembered", "rep", remembered, "pool", pool.id());
                return booking.give(pool, outcome, remembered, reason);
            }
        }
        candidates.prefer(pool);
        if (candidates.eligible().isEmpty()) {
            booking.leaveEmpty(pool);
            return null;
        }
        return booking.turn(pool, outcome);
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
        return booking.give(
                pool, Outcome.ASSIGNED, rep, Reason.of("core.assignment.overridden", "rep", rep, "pool", pool.id()));
    }

    /** Leaves everything as it is: the assignment that is to be taken back has been already, or was answered. */
    Assignment nothingToTakeBack(Assignment assignment) {
        Reason reason = Reason.of("core.assignment.notAwaited", "lead", leadId, "at", assignment.at());
        return booking.unchanged(Outcome.REFUSED, reason);
    }

    Assignment claim(String rep) {
        requireCandidate(rep);
        if (!consent.matches(lead, now)) {
            return booking.unchanged(Outcome.WITHHELD, Reason.of("core.assignment.noConsent"));
        }
        for (PoolEngine<L, R> pool = firstPool(); pool != null; pool = next(pool)) {
            candidates.consider(pool);
            Rejection overLimit = candidates.mayTake(rep) ? pool.overLimit(state, fields.units(lead), rep) : null;
            if (overLimit != null) {
                candidates.refuse(overLimit);
            } else if (candidates.mayTake(rep)) {
                return booking.give(
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
        return booking.unchanged(Outcome.REFUSED, reason);
    }

    Assignment award(SortedMap<String, Double> bids) {
        if (!consent.matches(lead, now)) {
            return booking.withheld();
        }
        PoolEngine<L, R> first = firstPool();
        for (PoolEngine<L, R> pool = first; pool != null; pool = next(pool)) {
            candidates.consider(pool);
            candidates.keep(pool, id -> bids.containsKey(id), "core.assignment.noBid");
            candidates.keepLeast(pool, id -> -bids.getOrDefault(id, Double.NaN), "core.assignment.lowerBid");
            if (!candidates.eligible().isEmpty()) {
                return booking.turn(pool, Outcome.ASSIGNED);
            }
            booking.leaveEmpty(pool);
        }
        return booking.waits(first == null ? null : first.id());
    }
}
