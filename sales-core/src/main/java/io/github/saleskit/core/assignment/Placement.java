package io.github.saleskit.core.assignment;

import java.util.Arrays;

/**
 * Which lead is placed with which rep, at which prices: the state of one run of {@link IndexMatcher}.
 *
 * <p>Besides the reps there is one more node, <em>outside</em>, with index {@code outside}: a lead may be placed there
 * at the {@code unmatchedCost}, and capacity that no lead takes up counts as sold to it. A rep with a price has
 * promised its whole capacity to leads; without a price, only what is taken. So the present placement is always a
 * cheapest one for what has been promised, and it is the answer as soon as every promise is kept.
 */
final class Placement {

    static final int NOWHERE = -1;

    final CostTable table;
    final int[] capacities;
    final int outside;
    final long unmatchedCost;
    /** Of each rep, and of the outside. */
    final long[] prices;
    /** Rep, outside or nowhere, of each lead, and the cost of its place. */
    final int[] repOf;

    final long[] costOf;
    /** How many leads are placed with each rep, and how many it promised to take. */
    final int[] loads;

    final int[] promised;
    /**
     * Leads of which neither a rep nor the outside has yet promised to take one; negative when too much is promised.
     */
    long open;

    private final int[] firstOf;
    private final int[] next;
    private final int[] previous;

    Placement(CostTable table, int[] capacities) {
        int leads = table.leads();
        this.table = table;
        this.capacities = Arrays.stream(capacities).map(c -> Math.min(c, leads)).toArray();
        this.outside = table.reps();
        this.unmatchedCost = table.largest() + 2 * (leads * (table.largest() - table.smallest()) + 1);
        this.prices = new long[outside + 1];
        this.repOf = new int[leads];
        this.costOf = new long[leads];
        this.loads = new int[outside + 1];
        this.promised = new int[outside + 1];
        this.firstOf = new int[outside + 1];
        this.next = new int[leads];
        this.previous = new int[leads];
        clear();
    }

    /** Takes all leads off their places and promises what the present prices ask for. */
    void clear() {
        Arrays.fill(repOf, NOWHERE);
        Arrays.fill(loads, 0);
        Arrays.fill(firstOf, NOWHERE);
        open = repOf.length;
        for (int rep = 0; rep < outside; rep++) {
            promised[rep] = prices[rep] > 0 ? capacities[rep] : 0;
            open -= promised[rep];
        }
    }

    /** Whether the node can take one more lead at its present price, at no loss. */
    boolean hasRoom(int node) {
        return node == outside
                ? open > 0
                : loads[node] < promised[node]
                        || (open > 0 && prices[node] == prices[outside] && promised[node] < capacities[node]);
    }

    /** Moves a lead from where it is to a node. */
    void move(int lead, int node) {
        leave(lead);
        repOf[lead] = node;
        costOf[lead] = node == outside ? unmatchedCost : table.costOf(lead, node);
        next[lead] = firstOf[node];
        previous[lead] = NOWHERE;
        if (firstOf[node] != NOWHERE) {
            previous[firstOf[node]] = lead;
        }
        firstOf[node] = lead;
        loads[node]++;
        if (node == outside) {
            open--;
        }
    }

    private void leave(int lead) {
        int node = repOf[lead];
        if (node == NOWHERE) {
            return;
        }
        if (previous[lead] == NOWHERE) {
            firstOf[node] = next[lead];
        } else {
            next[previous[lead]] = next[lead];
        }
        if (next[lead] != NOWHERE) {
            previous[next[lead]] = previous[lead];
        }
        loads[node]--;
        if (node == outside) {
            open++;
        }
    }

    /** Promises one more lead a place with the rep. */
    void promise(int rep) {
        promised[rep]++;
        open--;
    }

    /** Takes one promise of the rep back. */
    void retract(int rep) {
        promised[rep]--;
        open++;
    }

    /** Places a lead where {@link #hasRoom} holds. */
    void settle(int lead, int node) {
        if (node != outside && loads[node] == promised[node]) {
            promise(node);
        }
        move(lead, node);
    }

    /** Makes all prices relative to that of the outside, which is then 0. */
    void priceFromOutside() {
        for (int rep = 0; rep < outside; rep++) {
            prices[rep] = Math.max(0, prices[rep] - prices[outside]);
        }
        prices[outside] = 0;
    }

    /** The first lead placed with a node, or {@link #NOWHERE}; the others follow by {@link #after}. */
    int first(int node) {
        return firstOf[node];
    }

    int after(int lead) {
        return next[lead];
    }
}
