package io.github.saleskit.core.staffing;

import java.util.ArrayDeque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One simulated day, event by event. Times are seconds since it began.
 *
 * <p>Mutable, for one thread and one use.
 */
final class DayRun {

    private final StaffingDemand demand;
    private final List<Integer> agents;
    private final double threshold;
    private final SplittableRandom random;
    private final DayTally tally;
    private final PriorityQueue<Double> completions = new PriorityQueue<>();

    /** Who waits, the first first; who has given up is noticed when their turn comes. */
    private final ArrayDeque<Customer> waiting = new ArrayDeque<>();

    /** How many may be busy at the moment; more are while some finish what they have in hand. */
    private int capacity;

    private record Customer(int interval, double arrived, double givesUp) {}

    DayRun(StaffingDemand demand, List<Integer> agents, double threshold, SplittableRandom random) {
        this.demand = demand;
        this.agents = agents;
        this.threshold = threshold;
        this.random = random;
        this.tally = new DayTally(agents.size());
    }

    DayTally run() {
        double start = 0;
        for (int i = 0; i < agents.size(); i++) {
            DemandInterval interval = demand.intervals().get(i);
            capacity = agents.get(i);
            serve(start);
            double end = start + interval.seconds();
            arrivals(i, start, end);
            completeUntil(end);
            start = end;
        }
        completeUntil(Double.POSITIVE_INFINITY);
        waiting.forEach(customer -> tally.gaveUp(customer.interval, customer.givesUp - customer.arrived));
        return tally;
    }

    private void arrivals(int interval, double start, double end) {
        double mean = (end - start) / demand.intervals().get(interval).arrivals();
        for (double now = start + exponential(mean); now < end; now += exponential(mean)) {
            completeUntil(now);
            tally.arrived(interval);
            waiting.add(new Customer(interval, now, now + exponential(demand.patienceSeconds())));
            serve(now);
        }
    }

    private void completeUntil(double end) {
        for (Double next = completions.peek(); next != null && next <= end; next = completions.peek()) {
            completions.remove();
            serve(next);
        }
    }

    /** Gives free agents who waits, passing over who has given up. */
    private void serve(double now) {
        while (completions.size() < capacity && !waiting.isEmpty()) {
            Customer customer = waiting.remove();
            if (customer.givesUp < now) {
                tally.gaveUp(customer.interval, customer.givesUp - customer.arrived);
            } else {
                tally.answered(customer.interval, now - customer.arrived, threshold);
                completions.add(now + handling());
            }
        }
    }

    private double exponential(double mean) {
        return mean == Double.POSITIVE_INFINITY ? mean : -mean * StrictMath.log1p(-random.nextDouble());
    }

    private double handling() {
        double mean = demand.handlingSeconds();
        if (demand.variation().isEmpty()) {
            return exponential(mean);
        }
        double variance =
                StrictMath.log1p(demand.variation().get() * demand.variation().get());
        return mean * StrictMath.exp(StrictMath.sqrt(variance) * normal() - variance / 2);
    }

    /** Source: G. E. P. Box and M. E. Muller, "A note on the generation of random normal deviates", 1958. */
    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
