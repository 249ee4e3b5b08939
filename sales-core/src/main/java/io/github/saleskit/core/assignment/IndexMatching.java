package io.github.saleskit.core.assignment;

import java.util.Arrays;

/**
 * A matching of leads with reps by index, with the prices that prove it best.
 *
 * <p>As many leads are matched as can be, and among all ways to do that the total cost is least. The proof is by linear
 * programming duality: prices of at least 0, positive only for reps whose capacity is used up, at which every matched
 * lead has its cheapest rep. {@link #dualBound} is computed from the prices alone, by reading the whole table again,
 * and no matching of as many leads can cost less.
 *
 * <p>Immutable and thread-safe.
 */
public final class IndexMatching {

    /** What {@link #repOf} says of a lead that is not matched. */
    public static final int UNMATCHED = -1;

    private final int[] repOf;
    private final long[] leadDuals;
    private final long[] repPrices;
    private final long unmatchedCost;
    /** More than this cannot be saved without matching one more lead. */
    private final long largestSaving;

    private final int matched;
    private final long totalCost;
    private final long dualBound;
    private final boolean complete;

    IndexMatching(Placement placement, boolean complete) {
        CostTable table = placement.table;
        this.repOf = new int[table.leads()];
        this.leadDuals = new long[table.leads()];
        this.repPrices = Arrays.copyOf(placement.prices, table.reps());
        this.unmatchedCost = placement.unmatchedCost;
        this.largestSaving = table.leads() * (table.largest() - table.smallest());
        this.complete = complete;
        int places = 0;
        long cost = 0;
        long dual = 0;
        for (int lead = 0; lead < repOf.length; lead++) {
            boolean unmatched = placement.repOf[lead] == placement.outside;
            repOf[lead] = unmatched ? UNMATCHED : placement.repOf[lead];
            places += unmatched ? 0 : 1;
            cost += unmatched ? 0 : placement.costOf[lead];
            leadDuals[lead] = cheapest(table, lead);
            dual += leadDuals[lead];
        }
        for (int rep = 0; rep < repPrices.length; rep++) {
            dual -= placement.capacities[rep] * repPrices[rep];
        }
        this.matched = places;
        this.totalCost = cost;
        this.dualBound = dual - (repOf.length - places) * unmatchedCost;
    }

    private long cheapest(CostTable table, int lead) {
        long[] costs = table.costs();
        long least = unmatchedCost;
        int from = table.from(lead);
        int to = table.to(lead);
        for (int entry = from; entry < to; entry++) {
            least = Math.min(least, costs[entry] + repPrices[table.rep(entry, from)]);
        }
        return least;
    }

    /** The index of the rep the lead is matched with, or {@link #UNMATCHED}. */
    public int repOf(int lead) {
        return repOf[lead];
    }

    /** How many leads are matched. */
    public int matched() {
        return matched;
    }

    /** The sum of the costs of all matched pairs. */
    public long totalCost() {
        return totalCost;
    }

    /**
     * What any matching of as many leads costs at least: the sum of the lead duals, less capacities (none counted
     * beyond the number of leads) times prices, less the cost of the unmatched leads. Equal to {@link #totalCost} when
     * complete.
     */
    public long dualBound() {
        return dualBound;
    }

    /** The least of cost plus price over the lead's reps, or the {@link #unmatchedCost} where that is less. */
    public long leadDual(int lead) {
        return leadDuals[lead];
    }

    /**
     * The price of one unit of the rep's capacity, at least 0: what one more unit would save in total, when complete.
     * Where the rep {@linkplain #lacks lacks} room, this contains the {@link #unmatchedCost} of the lead that would
     * then be matched.
     */
    public long repPrice(int rep) {
        return repPrices[rep];
    }

    /** Whether one more unit of the rep's capacity would let one more lead be matched. */
    public boolean lacks(int rep) {
        return repPrices[rep] > largestSaving;
    }

    /** What counted as the cost of an unmatched lead: so much that leaving one out never pays. */
    public long unmatchedCost() {
        return unmatchedCost;
    }

    /** Whether the work ran to its end; if not, the matching is allowed but perhaps not the best. */
    public boolean complete() {
        return complete;
    }
}
