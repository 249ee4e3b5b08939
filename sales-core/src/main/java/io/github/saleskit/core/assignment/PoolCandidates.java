package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.assignment.Assigner.Surroundings;
import io.github.saleskit.core.assignment.Rejections.Rejection;
import io.github.saleskit.core.team.SkillLevel;
import io.github.saleskit.core.team.WorkStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The candidates for one lead: who may take it in the pool that is being asked, and why others may not; for one use.
 */
final class PoolCandidates<L, R> {

    private final PolicyFields<L, R> fields;
    private final Surroundings<L, R> surroundings;
    private final AssignmentState state;
    private final L lead;
    private final String leadId;
    private final SortedMap<String, R> reps;
    private final Instant now;

    /** Of all pools asked so far. */
    private final List<Rejection> rejections = new ArrayList<>();

    private SortedMap<String, Integer> eligible = new TreeMap<>();
    private SortedMap<String, Integer> absent = new TreeMap<>();

    PoolCandidates(
            PolicyFields<L, R> fields,
            Surroundings<L, R> surroundings,
            AssignmentState state,
            L lead,
            String leadId,
            SortedMap<String, R> reps,
            Instant now) {
        this.fields = fields;
        this.surroundings = surroundings;
        this.state = state;
        this.lead = lead;
        this.leadId = leadId;
        this.reps = reps;
        this.now = now;
    }

    /** The weights of those who may take the lead. */
    SortedMap<String, Integer> eligible() {
        return eligible;
    }

    /** The weights of those who might but for their absence. */
    SortedMap<String, Integer> absent() {
        return absent;
    }

    boolean mayTake(String id) {
        return eligible.containsKey(id);
    }

    boolean contains(String id) {
        return reps.containsKey(id);
    }

    R rep(String id) {
        return requireNonNull(reps.get(id), id);
    }

    /** Whether somebody is among the candidates and not absent. */
    boolean isBack(String id) {
        return contains(id) && surroundings.availability().status(id, now) != WorkStatus.ABSENT;
    }

    /** Asks a pool who may take the lead. */
    void consider(PoolEngine<L, R> pool) {
        eligible = new TreeMap<>();
        absent = new TreeMap<>();
        boolean anyTime = pool.pool().time().isEmpty();
        List<SkillLevel> required = pool.requiredSkills(lead);
        int units = fields.units(lead);
        reps.forEach((id, rep) -> {
            Rejection obstacle = pool.obstacle(state, lead, leadId, units, required, id, rep, now, surroundings.zone());
            if (obstacle != null) {
                rejections.add(obstacle);
                return;
            }
            WorkStatus status =
                    anyTime ? WorkStatus.WORKING : surroundings.availability().status(id, now);
            Rejection untimely = pool.untimely(id, status);
            int weight = (int) fields.weight(rep);
            if (untimely == null) {
                eligible.put(id, weight);
            } else {
                rejections.add(untimely);
                if (status == WorkStatus.ABSENT) {
                    absent.put(id, weight);
                }
            }
        });
    }

    /** Keeps those whom the pool prefers. */
    void prefer(PoolEngine<L, R> pool) {
        for (Preference preference : pool.pool().prefer()) {
            switch (preference) {
                case TIER -> keepLeast(pool, id -> fields.tier(rep(id)), "core.assignment.lowerTier");
                case LEAST_LOADED ->
                    keepLeast(
                            pool,
                            id -> state.openOf(id) / (double) fields.weight(rep(id)),
                            "core.assignment.moreLoaded");
                case HIGHEST_VALUE ->
                    keepLeast(
                            pool,
                            id -> -surroundings.value().applyAsDouble(lead, rep(id)),
                            "core.assignment.lowerValue");
            }
        }
    }

    /** Keeps those with the least figure; one that is not a number does not count. */
    void keepLeast(PoolEngine<L, R> pool, ToDoubleFunction<String> measure, String code) {
        Map<String, Double> measures = new TreeMap<>();
        eligible.keySet().forEach(id -> measures.put(id, measure.applyAsDouble(id)));
        double least = measures.values().stream()
                .filter(value -> !Double.isNaN(value))
                .min(Comparator.naturalOrder())
                .orElse(Double.NaN);
        measures.forEach((id, value) -> {
            if (value.isNaN() || Double.compare(value + 0.0, least + 0.0) != 0) {
                refuse(pool.reject(id, value.isNaN() ? "core.assignment.valueUnusable" : code));
            }
        });
    }

    /** Keeps those of whom something holds. */
    void keep(PoolEngine<L, R> pool, Predicate<String> which, String code) {
        for (String id : List.copyOf(eligible.keySet())) {
            if (!which.test(id)) {
                refuse(pool.reject(id, code));
            }
        }
    }

    /** Takes somebody out of those who may take the lead. */
    void refuse(Rejection rejection) {
        eligible.remove(rejection.rep());
        rejections.add(rejection);
    }

    /** Notes why somebody does not get the lead who might have. */
    void passOver(Rejection rejection) {
        rejections.add(rejection);
    }

    /** Passes everybody over for a lead that waits longer. */
    void passOverAll(PoolEngine<L, R> pool, String olderLead) {
        reps.keySet().forEach(id -> passOver(pool.reject(id, "core.assignment.olderWaits", "other", olderLead)));
    }

    /** Puts those of the last pool into one order of ids, behind the pools asked before. */
    void sortLast(PoolEngine<L, R> pool) {
        int before = (int) rejections.stream()
                .takeWhile(each -> !each.pool().equals(pool.id()))
                .count();
        rejections.subList(before, rejections.size()).sort(Comparator.comparing(Rejection::rep));
    }

    /** Forgets why other pools did not give the lead to who gets it now. */
    void chosen(String rep) {
        rejections.removeIf(each -> each.rep().equals(rep));
    }

    List<PassedOver> passedOver() {
        return new Rejections(rejections);
    }
}
