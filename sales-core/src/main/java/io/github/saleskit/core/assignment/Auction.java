package io.github.saleskit.core.assignment;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.Arrays;

/**
 * Finds prices close to the best ones by letting the leads bid for places, with ever smaller raises.
 *
 * <p>Each lead bids for its cheapest rep what would make it indifferent to its second choice, plus the raise of the
 * round; a full rep drops its lowest bidder. Only the prices are kept: {@link PathSearch} then makes the placement
 * exact. Worth its time where most leads compete for the same reps; searches from no prices at all are slow there.
 *
 * <p>After D. P. Bertsekas and D. A. Castanon, "The auction algorithm for the transportation problem", Annals of
 * Operations Research 20 (1989).
 */
final class Auction {

    private static final int FIRST_RAISE = 8;
    private static final int NEXT_RAISE = 4;
    private static final int LAST_RAISE = 1 << 20;

    private final CandidateLists lists;
    private final long[] prices;
    private final int[] capacities;
    private final long range;
    /** Leads that would have to pay more stop bidding. */
    private final long limit;

    private final LeadHeap[] bidders;
    private final int[] waiting;

    private int waitingCount;
    private int choice;
    private long choiceCost;
    private long secondValue;

    Auction(Placement placement, CandidateLists lists) {
        this.lists = lists;
        this.prices = placement.prices;
        this.capacities = placement.capacities;
        this.range = placement.table.largest() - placement.table.smallest();
        this.limit = placement.table.largest() + 3 * range + 1;
        this.bidders = new LeadHeap[capacities.length];
        this.waiting = new int[placement.table.leads()];
        Arrays.setAll(bidders, rep -> new LeadHeap());
    }

    /** Raises the prices; stops early when the meter says so. One unit of work is one bid. */
    void run(WorkMeter meter) {
        long last = Math.max(1, range / LAST_RAISE);
        long raise = Math.max(last, range / FIRST_RAISE);
        while (round(raise, meter) && raise > last) {
            raise = Math.max(last, raise / NEXT_RAISE);
        }
    }

    private boolean round(long raise, WorkMeter meter) {
        for (LeadHeap heap : bidders) {
            heap.clear();
        }
        waitingCount = waiting.length;
        Arrays.setAll(waiting, i -> waiting.length - 1 - i);
        while (waitingCount > 0) {
            if (!meter.spend(1)) {
                return false;
            }
            bid(waiting[--waitingCount], raise);
        }
        return true;
    }

    private void bid(int lead, long raise) {
        choose(lead);
        if (choice == Placement.NOWHERE) {
            return;
        }
        LeadHeap heap = bidders[choice];
        long bid = secondValue - choiceCost + raise;
        heap.add(lead, bid);
        if (heap.size() > capacities[choice]) {
            waiting[waitingCount++] = heap.removeLeast();
        }
        if (heap.size() == capacities[choice]) {
            prices[choice] = Math.max(prices[choice], heap.size() == 0 ? bid : heap.least());
        }
    }

    /**
     * Sets the cheapest rep at present prices, or nowhere when all are far too dear, and the value of the second
     * choice.
     */
    private void choose(int lead) {
        chooseFromList(lead);
        if (Math.min(secondValue, limit) > lists.bounds[lead]) {
            lists.renew(lead);
            chooseFromList(lead);
        }
        secondValue = Math.min(secondValue, limit);
    }

    private void chooseFromList(int lead) {
        choice = Placement.NOWHERE;
        long firstValue = limit;
        secondValue = CandidateLists.INFINITE;
        int to = lists.to(lead);
        for (int i = lists.from(lead); i < to; i++) {
            int rep = lists.reps[i];
            long value = lists.costs[i] + prices[rep];
            if (value < firstValue) {
                secondValue = firstValue;
                firstValue = value;
                choice = rep;
                choiceCost = lists.costs[i];
            } else if (value < secondValue) {
                secondValue = value;
            }
        }
    }
}
