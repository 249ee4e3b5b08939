package io.github.saleskit.core.assignment;

import static io.github.saleskit.core.assignment.CandidateLists.INFINITE;

/**
 * Places one lead after the other by shortest paths over the reps: the lead takes a place with a rep, one of whose
 * leads moves on to another rep, and so on to a rep with room. The length of a path is what it adds to the total cost.
 *
 * <p>Dijkstra's algorithm with prices as potentials (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm
 * for dense and sparse linear assignment problems", Computing 38, 1987; capacities as in the successive shortest paths
 * of R. K. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows", 1993). A lead's row is read beyond its candidate
 * list only when the list's bound is nearer than every other node.
 */
final class PathSearch {

    /** How a node was reached when not by a lead: the outside as the start or by a unit that a rep gives back. */
    private static final int FROM_OUTSIDE = -1;

    private final Placement placement;
    private final CandidateLists lists;
    private final CostTable table;
    private final long[] prices;
    private final int outside;
    private final RepHeap nodes;
    private final LeadHeap unread = new LeadHeap();
    private final int[] reachedBy;

    private int source;
    private int target;
    private long nearestTarget;
    private long pairsRead;
    private boolean lowering;

    PathSearch(Placement placement, CandidateLists lists) {
        this.placement = placement;
        this.lists = lists;
        this.table = placement.table;
        this.prices = placement.prices;
        this.outside = placement.outside;
        this.nodes = new RepHeap(outside + 1);
        this.reachedBy = new int[outside + 1];
    }

    /** Places a lead that is nowhere yet. */
    void place(int lead) {
        start(lead);
        lookFrom(lead, 0);
        run();
        raisePrices();
        movePath();
    }

    /**
     * Takes back one promise too many: some rep with a price is left with room, and its price falls against the
     * others'.
     */
    void takeBack() {
        start(FROM_OUTSIDE);
        reach(outside, 0, FROM_OUTSIDE);
        run();
        raisePrices();
        movePath();
    }

    /**
     * Lowers every price to what one more unit of the rep's capacity would save: the least prices that prove the
     * optimum, so they do not depend on the way it was found. To be called at the end: bounds of the lists do not hold
     * at lower prices.
     */
    void lowerPrices() {
        start(FROM_OUTSIDE);
        lowering = true;
        for (int rep = 0; rep < outside; rep++) {
            prices[rep] = Math.max(prices[rep], prices[outside]);
            nodes.lower(rep, prices[rep] - prices[outside]);
        }
        nodes.lower(outside, 0);
        run();
        for (int rep = 0; rep < outside; rep++) {
            prices[rep] -= nodes.distance(rep);
        }
    }

    /** How many pairs of a lead and a rep were looked at so far. */
    long pairsRead() {
        return pairsRead;
    }

    private void start(int from) {
        nodes.clear();
        unread.clear();
        source = from;
        target = Placement.NOWHERE;
        nearestTarget = INFINITE;
    }

    private void run() {
        while (true) {
            long nearest = Math.min(nodes.least(), nearestTarget);
            if (unread.least() < nearest) {
                readRow(unread.removeLeast());
            } else if (nodes.least() < nearestTarget) {
                visit(nodes.settle());
            } else {
                return;
            }
        }
    }

    private void visit(int node) {
        long distance = nodes.distance(node);
        for (int lead = placement.first(node); lead != Placement.NOWHERE; lead = placement.after(lead)) {
            lookFrom(lead, distance - placement.costOf[lead] - prices[node]);
        }
        if (node == outside) {
            giveBack(distance);
        } else if (placement.promised[node] < placement.capacities[node]) {
            reach(outside, distance + prices[outside] - prices[node], -2 - node);
        }
    }

    private void giveBack(long distance) {
        for (int rep = 0; rep < outside; rep++) {
            if (placement.promised[rep] > 0) {
                reach(rep, distance + prices[rep] - prices[outside], FROM_OUTSIDE);
            }
        }
    }

    /**
     * Looks where a lead could go; {@code base} is the distance to it, less the cost and price of its present place.
     */
    private void lookFrom(int lead, long base) {
        int[] reps = lists.reps;
        long[] costs = lists.costs;
        pairsRead += lists.lengths[lead];
        int to = lists.to(lead);
        for (int i = lists.from(lead); i < to; i++) {
            reach(reps[i], base + costs[i] + prices[reps[i]], lead);
        }
        if (lists.bounds[lead] != INFINITE && base + lists.bounds[lead] < nearestTarget) {
            unread.add(lead, base + lists.bounds[lead]);
        }
        reach(outside, base + placement.unmatchedCost + prices[outside], lead);
    }

    private void readRow(int lead) {
        int node = placement.repOf[lead];
        long base = lead == source ? 0 : nodes.distance(node) - placement.costOf[lead] - prices[node];
        int from = table.from(lead);
        int to = table.to(lead);
        long[] costs = table.costs();
        pairsRead += to - from;
        for (int entry = from; entry < to; entry++) {
            int rep = table.rep(entry, from);
            reach(rep, base + costs[entry] + prices[rep], lead);
        }
        if (!lowering) {
            lists.renew(lead);
        }
    }

    private void reach(int node, long distance, int by) {
        if (distance < nearestTarget && nodes.lower(node, distance)) {
            reachedBy[node] = by;
            if (placement.hasRoom(node)) {
                nearestTarget = distance;
                target = node;
            }
        }
    }

    private void raisePrices() {
        for (int i = 0; i < nodes.seenCount(); i++) {
            int node = nodes.seen(i);
            if (nodes.isSettled(node)) {
                prices[node] += nearestTarget - nodes.distance(node);
            }
        }
    }

    /** Walks from the target back to the source and moves each lead one step on. */
    private void movePath() {
        int node = target;
        if (node != outside && placement.loads[node] == placement.promised[node]) {
            placement.promise(node);
        }
        while (true) {
            int by = reachedBy[node];
            if (by >= 0) {
                int before = placement.repOf[by];
                placement.move(by, node);
                if (by == source) {
                    return;
                }
                node = before;
            } else if (by != FROM_OUTSIDE) {
                node = -2 - by;
                placement.promise(node);
            } else if (node == outside) {
                return;
            } else {
                placement.retract(node);
                node = outside;
            }
        }
    }
}
