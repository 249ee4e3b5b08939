package io.github.saleskit.core.assignment;

import io.github.saleskit.core.criteria.Explanation;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.criteria.Joined;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives leads to reps, both of the host's own types, by an {@link AssignmentPolicy}.
 *
 * <pre>{@code
 * Assigner<Lead, SalesRep> assigner = Assigner.compile(policy, Lead.FIELDS, SalesRep.FIELDS);
 * Assignment assignment = assigner.assign(state, lead, reps, now);
 * assignment.assignee();    // Optional: nobody may be able to take the lead, and that is an answer
 * store.save(assignment.nextState());
 * }</pre>
 *
 * <p>A lead goes to the first pool that takes it; there, among the reps who meet the conditions and have room, to the one whose
 * turn it is in the pool's {@link Rotation}. Where nobody may take it, the pool's fallback is asked.
 *
 * <p>An answer takes one evaluation of the conditions for each rep, and time linear in the number of reps, those who left
 * included. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <L> the host's type of lead
 * @param <R> the host's type of rep
 */
public final class Assigner<L, R> {

    private final String policy;
    private final FieldSet<L> leads;
    private final FieldSet<R> reps;
    private final List<PoolEngine<L, R>> pools;
    private final Map<String, PoolEngine<L, R>> poolsById = new LinkedHashMap<>();

    private Assigner(String policy, FieldSet<L> leads, FieldSet<R> reps, List<PoolEngine<L, R>> pools) {
        this.policy = policy;
        this.leads = leads;
        this.reps = reps;
        this.pools = pools;
        pools.forEach(pool -> poolsById.put(pool.id(), pool));
    }

    /**
     * Prepares a policy for the fields of both types.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when one of the types has no id
     */
    public static <L, R> Assigner<L, R> compile(AssignmentPolicy policy, FieldSet<L> leads, FieldSet<R> reps) {
        requireId("leads", leads);
        requireId("reps", reps);
        Problems problems = new Problems();
        PolicyCheck.check(policy, problems);
        RepLimits<R> limits = RepLimits.compile(policy, reps, problems);
        FieldSet<Joined<L, R>> both = FieldSet.join("lead", leads, "rep", reps);
        List<PoolEngine<L, R>> pools = new ArrayList<>();
        for (int i = 0; i < policy.pools().size(); i++) {
            pools.add(new PoolEngine<>(policy.pools().get(i), leads, both, limits, problems.at("pools", i)));
        }
        problems.throwIfAny("assignment policy \"" + policy.name() + "\"");
        return new Assigner<>(policy.name(), leads, reps, List.copyOf(pools));
    }

    private static void requireId(String name, FieldSet<?> fields) {
        if (!fields.hasId()) {
            throw new IllegalArgumentException(
                    name + " has no id, by which assignments name a record.\nMaybe FieldSet.of(...).id(...)?");
        }
    }

    /** The same assigner with the days of a zone; before, days are those of UTC. */
    public Assigner<L, R> inZone(ZoneId zone) {
        return new Assigner<>(
                policy,
                leads,
                reps,
                pools.stream().map(pool -> pool.inZone(zone)).toList());
    }

    /**
     * Says who gets a lead.
     *
     * @param state the state after the lead before this one
     * @param lead the lead
     * @param candidates reps in any order, each id once
     * @param now when the conditions are to hold
     * @throws IllegalArgumentException when two candidates have the same id
     */
    public Assignment assign(AssignmentState state, L lead, Collection<? extends R> candidates, Instant now) {
        SortedMap<String, R> byId = byId(candidates);
        List<Reason> emptyPools = new ArrayList<>();
        List<PassedOver> passedOver = new ArrayList<>();
        Optional<PoolEngine<L, R>> pool =
                pools.stream().filter(engine -> engine.takes(lead, now)).findFirst();
        if (pool.isEmpty()) {
            emptyPools.add(Reason.of("core.assignment.noPool"));
        }
        while (pool.isPresent()) {
            PoolEngine<L, R> engine = pool.get();
            SortedMap<String, Integer> weights = engine.weights(state, lead, byId, now, passedOver);
            if (!weights.isEmpty()) {
                return engine.give(policy, leads.id(lead), state, weights, passedOver, emptyPools);
            }
            emptyPools.add(Reason.of("core.assignment.poolEmpty", "pool", engine.id()));
            pool = engine.fallback().flatMap(this::pool);
        }
        return nobody(leads.id(lead), state, passedOver, emptyPools);
    }

    /**
     * Says condition by condition why a rep meets those of a pool for a lead, or does not; for the asking, as it takes longer than
     * an assignment's own reasons.
     *
     * @param pool id of the pool, as a {@link PassedOver} names it
     * @throws IllegalArgumentException when the policy has no such pool
     */
    public Explanation explain(String pool, L lead, R rep, Instant now) {
        PoolEngine<L, R> engine = pool(pool).orElseThrow(() -> {
            String advice = Problems.suggest(pool, poolsById.keySet());
            return new IllegalArgumentException("pool is \"" + pool + "\", which the policy does not have."
                    + (advice == null ? "" : "\n" + advice));
        });
        return engine.explain(lead, rep, now);
    }

    private SortedMap<String, R> byId(Collection<? extends R> candidates) {
        SortedMap<String, R> byId = new TreeMap<>();
        for (R rep : candidates) {
            String id = reps.id(rep);
            if (byId.put(id, rep) != null) {
                throw new IllegalArgumentException("candidates has the rep \"" + id + "\" twice.");
            }
        }
        return byId;
    }

    private Optional<PoolEngine<L, R>> pool(String id) {
        return Optional.ofNullable(poolsById.get(id));
    }

    private Assignment nobody(
            String lead, AssignmentState state, List<PassedOver> passedOver, List<Reason> emptyPools) {
        Reason reason = Reason.of("core.assignment.nobody").withDetails(emptyPools);
        return Assignment.builder()
                .policy(policy)
                .lead(lead)
                .addAllPassedOver(passedOver)
                .nextState(state)
                .addReasons(reason)
                .build();
    }
}
