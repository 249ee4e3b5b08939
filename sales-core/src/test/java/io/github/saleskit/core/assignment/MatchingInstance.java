package io.github.saleskit.core.assignment;

import java.util.Arrays;
import java.util.Random;

/** A matching problem for tests: costs by lead and rep, {@link #FORBIDDEN} where not allowed, and capacities. */
@SuppressWarnings("ArrayRecordComponent")
record MatchingInstance(long[][] costs, int[] capacities) {

    static final long FORBIDDEN = Long.MAX_VALUE;

    /** Uniform costs in a range, each pair allowed with a probability. */
    static MatchingInstance random(Random random, int leads, int reps, int mostCapacity, long range, double allowed) {
        long[][] costs = new long[leads][reps];
        for (long[] row : costs) {
            Arrays.setAll(row, rep -> random.nextDouble() < allowed ? random.nextLong(-range, range + 1) : FORBIDDEN);
        }
        int[] capacities = random.ints(reps, 0, mostCapacity + 1).toArray();
        return new MatchingInstance(costs, capacities);
    }

    int leads() {
        return costs.length;
    }

    int reps() {
        return capacities.length;
    }

    boolean isAllowed(int lead, int rep) {
        return costs[lead][rep] != FORBIDDEN;
    }

    /** Dense when every pair is allowed, else sparse. */
    CostTable table() {
        boolean dense = Arrays.stream(costs).flatMapToLong(Arrays::stream).allMatch(cost -> cost != FORBIDDEN);
        return dense
                ? CostTable.dense(
                        leads(),
                        reps(),
                        Arrays.stream(costs).flatMapToLong(Arrays::stream).toArray())
                : sparse();
    }

    CostTable sparse() {
        int[] starts = new int[leads() + 1];
        int[] repIndexes = new int[leads() * reps()];
        long[] flat = new long[leads() * reps()];
        for (int lead = 0; lead < leads(); lead++) {
            int entry = starts[lead];
            for (int rep = 0; rep < reps(); rep++) {
                if (isAllowed(lead, rep)) {
                    repIndexes[entry] = rep;
                    flat[entry++] = costs[lead][rep];
                }
            }
            starts[lead + 1] = entry;
        }
        int pairs = starts[leads()];
        return CostTable.sparse(reps(), starts, Arrays.copyOf(repIndexes, pairs), Arrays.copyOf(flat, pairs));
    }

    MatchingInstance withOneMore(int rep) {
        int[] more = capacities.clone();
        more[rep]++;
        return new MatchingInstance(costs, more);
    }
}
