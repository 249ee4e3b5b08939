package io.github.saleskit.core.assignment;

import io.github.saleskit.core.definition.WorkMeter;

/**
 * Matches leads with reps by index: every lead with one rep at most, every rep with as many leads as its capacity at
 * most, as many leads as possible, and then at the least total cost. The primitive form of {@link BatchMatcher}.
 *
 * <pre>{@code
 * CostTable table = CostTable.dense(3, 2, new long[] {4, 1, 2, 9, 5, 5});
 * IndexMatching matching = IndexMatcher.solve(table, new int[] {2, 1}, WorkMeter.unlimited());
 * matching.repOf(0);      // 1
 * matching.totalCost();   // 1 + 2 + 5
 * }</pre>
 *
 * <p>Exact: all arithmetic is in whole numbers. The same input gives the same answer on every machine. The work is
 * about one pass over the table, then shortest paths over the reps for the leads whose cheapest rep has no room; in the
 * worst case O(leads (pairs + reps log reps)). One unit of work is one lead placed by a search, or one bid of the
 * auction that prepares the prices where most leads compete for the same reps.
 */
public final class IndexMatcher {

    /**
     * An auction costs about as much as reading the table so many times; searches that have cost as much call for one.
     */
    private static final int AUCTION_PASSES = 10;

    private final CostTable table;
    private final Placement placement;
    private final CandidateLists lists;
    private final WorkMeter meter;
    private final int[] homeless;
    private int homelessCount;

    private IndexMatcher(CostTable table, int[] capacities, WorkMeter meter) {
        this.table = table;
        this.placement = new Placement(table, capacities);
        this.lists = new CandidateLists(table, placement.prices);
        this.meter = meter;
        this.homeless = new int[table.leads()];
    }

    /**
     * Matches.
     *
     * @param table the cost of each pair that is allowed
     * @param capacities how many leads each rep can take, at least 0; one item a rep
     * @param meter counts the work; when it stops early, the leads not yet placed take the cheapest rep with room left
     */
    public static IndexMatching solve(CostTable table, int[] capacities, WorkMeter meter) {
        if (capacities.length != table.reps()) {
            throw new IllegalArgumentException(
                    "capacities has " + capacities.length + " items, but the table has " + table.reps() + " reps.");
        }
        for (int rep = 0; rep < capacities.length; rep++) {
            if (capacities[rep] < 0) {
                throw new IllegalArgumentException(
                        "capacities[" + rep + "] is " + capacities[rep] + ", but must be at least 0.");
            }
        }
        return new IndexMatcher(table, capacities, meter).run();
    }

    private IndexMatching run() {
        PathSearch search = new PathSearch(placement, lists);
        settleInCheapest();
        long patience = AUCTION_PASSES * (long) table.costs().length;
        if (!placeHomeless(search, patience)) {
            meter.phase("bidding", Long.MAX_VALUE);
            new Auction(placement, lists).run(meter);
            placement.clear();
            settleInCheapest();
            placeHomeless(search, Long.MAX_VALUE);
        }
        boolean complete = !meter.stopped() && takeBack(search);
        if (complete) {
            search.lowerPrices();
        }
        placement.priceFromOutside();
        return new IndexMatching(placement, complete);
    }

    /** Gives each lead its cheapest rep where that has room; keeps the leads that find none. */
    private void settleInCheapest() {
        homelessCount = 0;
        for (int lead = 0; lead < homeless.length; lead++) {
            int rep = cheapestWithRoom(lead);
            if (rep == Placement.NOWHERE) {
                homeless[homelessCount++] = lead;
            } else {
                placement.settle(lead, rep);
            }
        }
    }

    private int cheapestWithRoom(int lead) {
        long least = Math.min(lists.bounds[lead], placement.unmatchedCost + placement.prices[placement.outside]);
        int best = Placement.NOWHERE;
        for (int i = lists.from(lead); i < lists.to(lead); i++) {
            int rep = lists.reps[i];
            long value = lists.costs[i] + placement.prices[rep];
            if (value < least || (value == least && best == Placement.NOWHERE)) {
                best = placement.hasRoom(rep) ? rep : Placement.NOWHERE;
                least = value;
            }
        }
        return best;
    }

    /** Places the leads that are left; false when patience ran out first. */
    private boolean placeHomeless(PathSearch search, long patience) {
        meter.phase("placing", homelessCount);
        for (int i = 0; i < homelessCount; i++) {
            if (!meter.spend(1)) {
                placeRest(i);
                return true;
            }
            if (search.pairsRead() > patience) {
                return false;
            }
            search.place(homeless[i]);
        }
        return true;
    }

    private boolean takeBack(PathSearch search) {
        while (placement.open < 0) {
            if (!meter.spend(1)) {
                return false;
            }
            search.takeBack();
        }
        return true;
    }

    /** Work was stopped: the leads not yet placed take what is left. */
    private void placeRest(int from) {
        for (int i = from; i < homelessCount; i++) {
            placement.move(homeless[i], cheapestLeft(homeless[i]));
        }
    }

    private int cheapestLeft(int lead) {
        int best = placement.outside;
        long least = placement.unmatchedCost;
        int from = table.from(lead);
        for (int entry = from; entry < table.to(lead); entry++) {
            int rep = table.rep(entry, from);
            if (placement.loads[rep] < placement.capacities[rep] && table.costs()[entry] < least) {
                least = table.costs()[entry];
                best = rep;
            }
        }
        return best;
    }
}
