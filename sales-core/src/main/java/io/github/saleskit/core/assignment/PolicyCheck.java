package io.github.saleskit.core.assignment;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds whatever is wrong with the pools of a policy, their criteria aside. */
final class PolicyCheck {

    private final List<AssignmentPool> pools;
    private final Problems at;
    private final Map<String, AssignmentPool> byId = new LinkedHashMap<>();

    private PolicyCheck(List<AssignmentPool> pools, Problems at) {
        this.pools = pools;
        this.at = at;
    }

    static void check(AssignmentPolicy policy, Problems problems) {
        PolicyCheck check = new PolicyCheck(policy.pools(), problems.at("pools"));
        if (policy.pools().isEmpty()) {
            check.at.report("assignment.noPools", null, "there is no pool");
        }
        check.ids();
        check.fallbacks();
        check.unreachable();
    }

    private void ids() {
        for (int i = 0; i < pools.size(); i++) {
            String id = pools.get(i).id();
            if (id.isBlank()) {
                at.at(i, "id").report("assignment.idBlank", id, "the id of a pool must not be blank");
            } else if (byId.putIfAbsent(id, pools.get(i)) != null) {
                at.at(i, "id")
                        .report(
                                "assignment.duplicatePool",
                                id,
                                "there is another pool with the id \"" + id + "\" before");
            }
        }
    }

    private void fallbacks() {
        Set<String> reported = new LinkedHashSet<>();
        for (int i = 0; i < pools.size(); i++) {
            Problems place = at.at(i, "fallback");
            pools.get(i)
                    .fallback()
                    .filter(fallback -> !byId.containsKey(fallback))
                    .ifPresent(fallback -> place.report(
                            "assignment.poolUnknown",
                            fallback,
                            "there is no pool \"" + fallback + "\"",
                            Problems.suggest(fallback, byId.keySet())));
            List<String> cycle = cycleFrom(pools.get(i));
            if (!cycle.isEmpty() && reported.addAll(cycle)) {
                place.report(
                        "assignment.fallbackCycle",
                        pools.get(i).fallback().orElse(null),
                        "the fallbacks go round in a circle: " + String.join(" -> ", cycle) + " -> " + cycle.get(0));
            }
        }
    }

    /** The pools on the way back to this one, or none when the way does not lead back here. */
    private List<String> cycleFrom(AssignmentPool start) {
        Set<String> way = new LinkedHashSet<>();
        Optional<AssignmentPool> pool = Optional.of(start);
        while (pool.isPresent() && way.add(pool.get().id())) {
            pool = pool.get().fallback().flatMap(this::pool);
        }
        boolean back = pool.isPresent() && pool.get().id().equals(start.id());
        return back ? new ArrayList<>(way) : List.of();
    }

    private Optional<AssignmentPool> pool(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A pool behind one that takes every lead gets none, unless another falls back to it. */
    private void unreachable() {
        Set<String> fallbacks = new LinkedHashSet<>();
        pools.forEach(pool -> pool.fallback().ifPresent(fallbacks::add));
        Optional<String> takesAll = Optional.empty();
        for (int i = 0; i < pools.size(); i++) {
            AssignmentPool pool = pools.get(i);
            if (takesAll.isPresent() && !fallbacks.contains(pool.id())) {
                at.at(i)
                        .report(
                                "assignment.poolUnreachable",
                                pool.id(),
                                "no lead gets as far as pool \"" + pool.id() + "\", because \"" + takesAll.get()
                                        + "\" before takes all",
                                "Maybe move \"" + takesAll.get() + "\" to the end?");
            }
            if (takesAll.isEmpty() && pool.leads().isEmpty()) {
                takesAll = Optional.of(pool.id());
            }
        }
    }
}
