package io.github.saleskit.core.assignment;

/** The best matching found in two slow and simple ways: how many leads, and at what cost. */
final class MatchingOracle {

    /** How many leads can be matched and what that costs at least. */
    record Best(int matched, long cost) {

        boolean isBetterThan(Best other) {
            return matched > other.matched || (matched == other.matched && cost < other.cost);
        }
    }

    private MatchingOracle() {}

    /** Tries every way to match. */
    static Best byTrial(MatchingInstance instance) {
        return trial(instance, 0, instance.capacities().clone());
    }

    private static Best trial(MatchingInstance instance, int lead, int[] left) {
        if (lead == instance.leads()) {
            return new Best(0, 0);
        }
        Best best = trial(instance, lead + 1, left);
        for (int rep = 0; rep < instance.reps(); rep++) {
            if (instance.isAllowed(lead, rep) && left[rep] > 0) {
                left[rep]--;
                Best rest = trial(instance, lead + 1, left);
                left[rep]++;
                Best here = new Best(rest.matched() + 1, rest.cost() + instance.costs()[lead][rep]);
                best = here.isBetterThan(best) ? here : best;
            }
        }
        return best;
    }

    /** Adds one unit of flow after the other on a shortest path found by relaxing all arcs until nothing changes. */
    static Best byFlow(MatchingInstance instance) {
        int[] repOf = new int[instance.leads()];
        int[] loads = new int[instance.reps()];
        java.util.Arrays.fill(repOf, -1);
        Best best = new Best(0, 0);
        while (true) {
            Long added = augment(instance, repOf, loads);
            if (added == null) {
                return best;
            }
            best = new Best(best.matched() + 1, best.cost() + added);
        }
    }

    private static Long augment(MatchingInstance instance, int[] repOf, int[] loads) {
        int reps = instance.reps();
        Long[] distance = new Long[reps];
        int[] by = new int[reps];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int lead = 0; lead < repOf.length; lead++) {
                Long base = repOf[lead] < 0
                        ? Long.valueOf(0)
                        : distance[repOf[lead]] == null
                                ? null
                                : Long.valueOf(distance[repOf[lead]] - instance.costs()[lead][repOf[lead]]);
                for (int rep = 0; base != null && rep < reps; rep++) {
                    if (rep != repOf[lead] && instance.isAllowed(lead, rep)) {
                        long length = base + instance.costs()[lead][rep];
                        if (distance[rep] == null || length < distance[rep]) {
                            distance[rep] = length;
                            by[rep] = lead;
                            changed = true;
                        }
                    }
                }
            }
        }
        int end = -1;
        for (int rep = 0; rep < reps; rep++) {
            if (distance[rep] != null
                    && loads[rep] < instance.capacities()[rep]
                    && (end < 0 || distance[rep] < distance[end])) {
                end = rep;
            }
        }
        if (end < 0) {
            return null;
        }
        loads[end]++;
        for (int rep = end; rep >= 0; ) {
            int before = repOf[by[rep]];
            repOf[by[rep]] = rep;
            rep = before;
        }
        return distance[end];
    }
}
