package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.assignment.CostTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The matching problems that are measured, generated the same by everybody who does. */
public enum MatchingInstance {
    /** Every rep takes one of as many leads. */
    DENSE_500(500, 500, 1, 500),
    DENSE_5000(5000, 5000, 1, 5000),
    /** A day's leads for a sales force with some room to spare. */
    CAPACITY_55(10_000, 200, 55, 200),
    /** The same where each lead has few eligible reps. */
    ELIGIBLE_20(10_000, 200, 55, 20),
    /** The same where all leads want the same reps: the value of a lead times the skill of a rep. */
    CROWDED_55(10_000, 200, 55, 200) {
        @Override
        long cost(int lead, int rep) {
            long worth = (mix(SEED + lead) >>> 1) % 1_000;
            long skill = (mix(SEED + leads + rep) >>> 1) % 1_000;
            return 1_000_000 - worth * skill;
        }
    };

    static final long SEED = 7;

    final int leads;
    final int reps;
    final int capacity;
    final int eligible;

    MatchingInstance(int leads, int reps, int capacity, int eligible) {
        this.leads = leads;
        this.reps = reps;
        this.capacity = capacity;
        this.eligible = eligible;
    }

    long cost(int lead, int rep) {
        return (mix(SEED + (long) lead * reps + rep) >>> 1) % 1_000_000;
    }

    /** The eligible reps of a lead, ascending: those with the smallest numbers of a second series. */
    int[] repsOf(int lead) {
        if (eligible == reps) {
            return IntStream.range(0, reps).toArray();
        }
        return IntStream.range(0, reps)
                .boxed()
                .sorted(Comparator.comparing(rep -> mix(SEED + 7919 + (long) lead * reps + rep), Long::compareUnsigned))
                .limit(eligible)
                .mapToInt(rep -> rep)
                .sorted()
                .toArray();
    }

    CostTable table() {
        int[] starts = new int[leads + 1];
        int[] repIndexes = new int[leads * eligible];
        long[] costs = new long[leads * eligible];
        for (int lead = 0; lead < leads; lead++) {
            int entry = starts[lead];
            for (int rep : repsOf(lead)) {
                repIndexes[entry] = rep;
                costs[entry++] = cost(lead, rep);
            }
            starts[lead + 1] = entry;
        }
        return eligible == reps
                ? CostTable.dense(leads, reps, costs)
                : CostTable.sparse(reps, starts, repIndexes, costs);
    }

    int[] capacities() {
        int[] capacities = new int[reps];
        Arrays.fill(capacities, capacity);
        return capacities;
    }

    static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
