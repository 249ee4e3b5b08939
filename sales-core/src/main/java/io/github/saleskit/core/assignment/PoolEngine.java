package io.github.saleskit.core.assignment;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Explanation;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.criteria.Joined;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One pool of a policy, with its conditions prepared. */
final class PoolEngine<L, R> {

    private final AssignmentPool pool;
    private final Condition<L> leads;
    private final Condition<Joined<L, R>> eligible;
    private final RepLimits<R> limits;

    PoolEngine(AssignmentPool pool, FieldSet<L> leads, FieldSet<Joined<L, R>> both, RepLimits<R> limits, Problems at) {
        this.pool = pool;
        this.limits = limits;
        this.leads = condition(pool.leads(), leads, at.at("leads"));
        this.eligible = condition(pool.eligible(), both, at.at("eligible"));
    }

    private PoolEngine(PoolEngine<L, R> other, ZoneId zone) {
        pool = other.pool;
        limits = other.limits;
        leads = other.leads.inZone(zone);
        eligible = other.eligible.inZone(zone);
    }

    private static <T> Condition<T> condition(Optional<Criterion> when, FieldSet<T> fields, Problems at) {
        Condition<T> condition = Condition.compile(when.orElse(Criterion.all()), fields, at);
        if (!condition.missingParameters().isEmpty()) {
            at.report(
                    "assignment.parameter",
                    condition.missingParameters().iterator().next(),
                    "the criteria of a pool have no parameters",
                    "Maybe write the value into the criterion?");
        }
        return condition;
    }

    PoolEngine<L, R> inZone(ZoneId zone) {
        return new PoolEngine<>(this, zone);
    }

    String id() {
        return pool.id();
    }

    Optional<String> fallback() {
        return pool.fallback();
    }

    boolean takes(L lead, Instant now) {
        return leads.matches(lead, now);
    }

    Explanation explain(L lead, R rep, Instant now) {
        return eligible.explain(new Joined<>(lead, rep), now);
    }

    /** The weights of those who may take the lead; the others are added to those passed over. */
    SortedMap<String, Integer> weights(
            AssignmentState state, L lead, SortedMap<String, R> reps, Instant now, List<PassedOver> passedOver) {
        SortedMap<String, Integer> weights = new TreeMap<>();
        reps.forEach((id, rep) -> {
            Optional<Reason> obstacle = obstacle(state.openOf(id), lead, id, rep, now);
            if (obstacle.isPresent()) {
                passedOver.add(new PassedOver(id, pool.id(), obstacle.get()));
            } else {
                weights.put(id, (int) limits.weight(rep));
            }
        });
        return weights;
    }

    private Optional<Reason> obstacle(int open, L lead, String id, R rep, Instant now) {
        long weight = limits.weight(rep);
        if (weight < 1 || weight > RotationGroup.HEAVIEST) {
            return Optional.of(Reason.of(
                    "core.assignment.weightUnusable", "rep", id, "weight", weight, "heaviest", RotationGroup.HEAVIEST));
        }
        if (!eligible.matches(new Joined<>(lead, rep), now)) {
            return Optional.of(Reason.of("core.assignment.notEligible", "rep", id, "pool", pool.id()));
        }
        if (open >= limits.capacity(rep)) {
            return Optional.of(
                    Reason.of("core.assignment.full", "rep", id, "open", open, "capacity", limits.capacity(rep)));
        }
        return Optional.empty();
    }

    Assignment give(
            String policy,
            String lead,
            AssignmentState state,
            SortedMap<String, Integer> weights,
            List<PassedOver> passedOver,
            List<Reason> emptyPools) {
        Rotation.Turn turn = state.rotation(pool.id()).turn(weights);
        passedOver.removeIf(passed -> passed.rep().equals(turn.id()));
        weights.keySet().stream()
                .filter(id -> !id.equals(turn.id()))
                .forEach(id -> passedOver.add(new PassedOver(id, pool.id(), notTheirTurn(id, turn))));
        sortLastPool(passedOver);
        return Assignment.builder()
                .policy(policy)
                .lead(lead)
                .assignee(turn.id())
                .pool(pool.id())
                .addAllPassedOver(passedOver)
                .nextState(state.given(pool.id(), turn.next(), turn.id()))
                .addReasons(Reason.of("core.assignment.assigned", "rep", turn.id(), "pool", pool.id())
                        .withDetails(emptyPools))
                .build();
    }

    /** Puts who is not eligible and whose turn it is not into one order of ids, behind the pools asked before. */
    private void sortLastPool(List<PassedOver> passedOver) {
        long before = passedOver.stream()
                .takeWhile(passed -> !passed.pool().equals(pool.id()))
                .count();
        passedOver.subList((int) before, passedOver.size()).sort(Comparator.comparing(PassedOver::rep));
    }

    private Reason notTheirTurn(String id, Rotation.Turn turn) {
        BigDecimal credit = BigDecimal.valueOf(turn.next().credit(id)).setScale(2, RoundingMode.HALF_EVEN);
        return Reason.of(
                "core.assignment.notTheirTurn", "pool", pool.id(), "assignee", turn.id(), "rep", id, "credit", credit);
    }
}
