package io.github.saleskit.core.assignment;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The ids, capacities and values of one batch, gathered pair by pair. Mutable, for one thread. */
final class MatchingInput {

    private final List<String> leads;
    private final List<String> reps;
    private final int[] capacities;
    private final int[] starts;
    private int[] repIndexes = new int[1024];
    private double[] values = new double[1024];
    private int pairs;

    /** Ids in natural order, and the capacity of each rep. */
    MatchingInput(List<String> leads, List<String> reps, int[] capacities) {
        this.leads = leads;
        this.reps = reps;
        this.capacities = capacities;
        this.starts = new int[leads.size() + 1];
    }

    /** The items in natural order of their ids, of which none may occur twice. */
    static <T> List<T> sortedById(Collection<? extends T> items, Function<? super T, String> id, Problems problems) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparing(id));
        for (int i = 1; i < sorted.size(); i++) {
            String here = id.apply(sorted.get(i));
            if (here.equals(id.apply(sorted.get(i - 1)))) {
                problems.at(here).report("matching.idTwice", here, "the id " + here + " is listed twice");
            }
        }
        return sorted;
    }

    void checkCapacities(Problems problems) {
        for (int rep = 0; rep < capacities.length; rep++) {
            if (capacities[rep] < 0) {
                problems.at("reps", reps.get(rep), "capacity")
                        .report(
                                "matching.capacityNegative",
                                Integer.toString(capacities[rep]),
                                "the capacity of " + reps.get(rep) + " is " + capacities[rep]
                                        + ", but must be at least 0");
            }
        }
    }

    /** Adds an eligible pair; leads and reps come in ascending order. */
    void add(int lead, int rep, double value, Problems problems) {
        if (!Double.isFinite(value)) {
            problems.at("values", leads.get(lead), reps.get(rep))
                    .report(
                            "matching.valueNotFinite",
                            Double.toString(value),
                            "the value of lead " + leads.get(lead) + " with rep " + reps.get(rep) + " is " + value
                                    + ", but must be finite",
                            "Maybe such pairs are not eligible?");
            return;
        }
        if (pairs == values.length) {
            int longer = Math.toIntExact(Math.min(2L * pairs, (long) leads.size() * reps.size()));
            repIndexes = Arrays.copyOf(repIndexes, longer);
            values = Arrays.copyOf(values, longer);
        }
        repIndexes[pairs] = rep;
        values[pairs++] = value;
    }

    void endLead(int lead) {
        starts[lead + 1] = pairs;
    }

    Matching match(MatchingGoal goal, WorkMeter meter) {
        DecimalScale scale = DecimalScale.of(values, pairs, CostTable.largestCost(leads.size()));
        long[] costs = scale.toWhole(values, pairs);
        for (int pair = 0; pair < pairs; pair++) {
            costs[pair] = goal.cost(costs[pair]);
        }
        CostTable table = pairs == (long) leads.size() * reps.size()
                ? CostTable.dense(leads.size(), reps.size(), costs)
                : CostTable.sparse(reps.size(), starts, Arrays.copyOf(repIndexes, pairs), costs);
        IndexMatching matching = IndexMatcher.solve(table, capacities, meter);
        return new MatchingReport(goal, scale, leads, reps, capacities, table, matching).write();
    }
}
