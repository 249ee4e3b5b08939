package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to give each lead to each rep, by index and in plain arrays, for {@link IndexMatcher}.
 *
 * <p>Dense when every rep may take every lead, else sparse: then only the pairs listed are allowed. Costs may be
 * negative; to maximise values, pass them negated. The arrays are used as they are, not copied, and must not be changed
 * afterwards.
 *
 * <p>So that no sum overflows, the largest cost, its sign aside, times one more than the number of leads may be at most
 * 2^56: up to 7 * 10^12 for 10,000 leads.
 *
 * <p>Immutable and thread-safe as long as nobody writes to the arrays.
 */
public final class CostTable {

    private static final long LIMIT = 1L << 56;

    private final int leads;
    private final int reps;
    private final int @Nullable [] starts;
    private final int @Nullable [] repIndexes;
    private final long[] costs;
    private final long smallest;
    private final long largest;

    private CostTable(int leads, int reps, int @Nullable [] starts, int @Nullable [] repIndexes, long[] costs) {
        this.leads = leads;
        this.reps = reps;
        this.starts = starts;
        this.repIndexes = repIndexes;
        this.costs = costs;
        this.smallest = Arrays.stream(costs).min().orElse(0);
        this.largest = Arrays.stream(costs).max().orElse(0);
        long limit = largestCost(leads);
        if (smallest < -limit || largest > limit) {
            throw new IllegalArgumentException("costs reach from " + smallest + " to " + largest + ", but with " + leads
                    + " leads they must lie between " + -limit + " and " + limit
                    + ".\nMaybe a coarser unit does, such as hundreds instead of cents?");
        }
    }

    /**
     * A table in which every rep may take every lead.
     *
     * @param leads number of leads, at least 0
     * @param reps number of reps, at least 0
     * @param costs the cost of lead i and rep j at {@code i * reps + j}
     */
    public static CostTable dense(int leads, int reps, long[] costs) {
        atLeastZero("leads", leads);
        atLeastZero("reps", reps);
        if (costs.length != (long) leads * reps) {
            throw new IllegalArgumentException("costs has " + costs.length + " items, but " + leads + " leads and "
                    + reps + " reps need " + (long) leads * reps + ".");
        }
        return new CostTable(leads, reps, null, null, costs);
    }

    /**
     * A table in which only the listed pairs are allowed.
     *
     * @param reps number of reps, at least 0
     * @param starts where the pairs of each lead start, and at last where they end: one item more than there are leads
     * @param repIndexes the rep of each pair, from 0, strictly ascending for each lead
     * @param costs the cost of each pair
     */
    public static CostTable sparse(int reps, int[] starts, int[] repIndexes, long[] costs) {
        atLeastZero("reps", reps);
        requireNonNull(repIndexes, "repIndexes");
        if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != costs.length) {
            throw new IllegalArgumentException("starts must begin with 0 and end with the number of costs, "
                    + costs.length + ", but is " + shown(starts) + ".");
        }
        if (repIndexes.length != costs.length) {
            throw new IllegalArgumentException("repIndexes has " + repIndexes.length + " items, but costs has "
                    + costs.length + ".\nMaybe one was filled further than the other?");
        }
        for (int lead = 0; lead + 1 < starts.length; lead++) {
            checkRow(lead, starts, repIndexes, reps);
        }
        return new CostTable(starts.length - 1, reps, starts, repIndexes, costs);
    }

    private static void checkRow(int lead, int[] starts, int[] repIndexes, int reps) {
        if (starts[lead] > starts[lead + 1] || starts[lead + 1] > repIndexes.length) {
            throw new IllegalArgumentException("starts[" + (lead + 1) + "] is " + starts[lead + 1]
                    + ", but must be from " + starts[lead] + " to " + repIndexes.length + ".");
        }
        int before = -1;
        for (int entry = starts[lead]; entry < starts[lead + 1]; entry++) {
            if (repIndexes[entry] <= before || repIndexes[entry] >= reps) {
                throw new IllegalArgumentException("repIndexes[" + entry + "] is " + repIndexes[entry] + " for lead "
                        + lead + ", but must be from " + (before + 1) + " to " + (reps - 1)
                        + ".\nMaybe a rep is listed twice, or the reps of this lead are not in ascending order?");
            }
            before = repIndexes[entry];
        }
    }

    private static void atLeastZero(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be at least 0.");
        }
    }

    private static String shown(int[] values) {
        return values.length <= 6
                ? Arrays.toString(values)
                : values.length + " items ending with " + values[values.length - 1];
    }

    /** The largest cost, its sign aside, that a table of so many leads may hold. */
    static long largestCost(int leads) {
        return LIMIT / (leads + 1L);
    }

    /** Number of leads. */
    public int leads() {
        return leads;
    }

    /** Number of reps. */
    public int reps() {
        return reps;
    }

    /**
     * The cost of a pair, or empty where the rep may not take the lead; O(log reps).
     *
     * @throws IndexOutOfBoundsException when there is no such lead or rep
     */
    public OptionalLong cost(int lead, int rep) {
        Objects.checkIndex(lead, leads);
        Objects.checkIndex(rep, reps);
        int entry = entry(lead, rep);
        return entry < 0 ? OptionalLong.empty() : OptionalLong.of(costs[entry]);
    }

    /** Where the pair stands, or negative when it is not allowed. */
    private int entry(int lead, int rep) {
        return repIndexes == null ? lead * reps + rep : Arrays.binarySearch(repIndexes, from(lead), to(lead), rep);
    }

    /** The cost of a pair that is known to be allowed. */
    long costOf(int lead, int rep) {
        return costs[entry(lead, rep)];
    }

    /** The first entry of a lead. */
    int from(int lead) {
        return starts == null ? lead * reps : starts[lead];
    }

    /** One past the last entry of a lead. */
    int to(int lead) {
        return starts == null ? (lead + 1) * reps : starts[lead + 1];
    }

    /** The rep of an entry of the lead whose entries begin at {@code from}. */
    int rep(int entry, int from) {
        return repIndexes == null ? entry - from : repIndexes[entry];
    }

    /** The costs of all entries. */
    long[] costs() {
        return costs;
    }

    /** The smallest cost of all pairs, 0 when there are none. */
    long smallest() {
        return smallest;
    }

    /** The largest cost of all pairs, 0 when there are none. */
    long largest() {
        return largest;
    }
}
