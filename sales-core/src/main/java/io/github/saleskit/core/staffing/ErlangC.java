package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

/**
 * What callers of a queue experience in the long run: arrivals at random, exponential handling times, so many agents,
 * first come first served, and nobody gives up.
 *
 * <pre>{@code
 * ErlangC queue = ErlangC.of(Traffic.perHour(200, Duration.ofMinutes(3)), 14);
 * queue.waitProbability();    // .1741
 * queue.serviceLevel(20);     // .8884 are answered within 20 seconds
 * queue.speedOfAnswer();      // 7.84 seconds
 * }</pre>
 *
 * <p>Where the load is not below the number of agents the queue grows without end: everybody waits, nobody is answered
 * within any time, and the waits are infinite.
 *
 * <p>Takes time linear in the number of agents once; relative error about 10<sup>-12</sup> for 10,000 agents. Source:
 * A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges", Elektroteknikeren 13 (1917); the recursion is that of R. B. Cooper, "Introduction to Queueing Theory",
 * 2nd edition 1981, p. 82.
 *
 * <p>Immutable and thread-safe.
 */
public final class ErlangC {

    private final Traffic traffic;
    private final int agents;
    private final double waitProbability;

    private ErlangC(Traffic traffic, int agents) {
        this.traffic = traffic;
        this.agents = agents;
        this.waitProbability = stable() ? waitProbability(traffic.load(), agents) : 1;
    }

    /**
     * A queue.
     *
     * @param agents from 1 to 10,000,000
     */
    public static ErlangC of(Traffic traffic, int agents) {
        return new ErlangC(requireNonNull(traffic, "traffic"), Figures.requireAgents(agents));
    }

    /** The share of arrivals that would be turned away if nobody could wait: Erlang's formula B. */
    static double blocking(double load, int agents) {
        double blocking = 1;
        for (int n = 1; n <= agents; n++) {
            blocking = load * blocking / (n + load * blocking);
        }
        return blocking;
    }

    private static double waitProbability(double load, int agents) {
        double blocking = blocking(load, agents);
        return blocking / ((agents - load) / agents + load / agents * blocking);
    }

    /** The traffic. */
    public Traffic traffic() {
        return traffic;
    }

    /** The number of agents. */
    public int agents() {
        return agents;
    }

    /** Whether the load is below the number of agents, so that the queue does not grow without end. */
    public boolean stable() {
        return traffic.load() < agents;
    }

    /** The share of their time that agents are busy, from 0 to 1. */
    public double occupancy() {
        return Math.min(1, traffic.load() / agents);
    }

    /** The chance that an arrival has to wait. */
    public double waitProbability() {
        return waitProbability;
    }

    /**
     * The share of arrivals that are answered within a time.
     *
     * @param threshold in the unit of the traffic, at least 0
     */
    public double serviceLevel(double threshold) {
        Figures.requireNotNegative("threshold", threshold);
        return stable() ? 1 - waitProbability * StrictMath.exp(-spareRate() * threshold) : 0;
    }

    /** The mean wait of all arrivals, those who need not wait included, in the unit of the traffic. */
    public double speedOfAnswer() {
        return waitProbability / spareRate();
    }

    /** The mean wait of those who have to wait, in the unit of the traffic. */
    public double meanWaitOfWaiting() {
        return 1 / spareRate();
    }

    /** How many are waiting on average. */
    public double meanQueueLength() {
        return traffic.rate() * speedOfAnswer();
    }

    /**
     * The wait that a share of all arrivals does not exceed, in the unit of the traffic.
     *
     * @param share at least 0, below 1
     */
    public double waitQuantile(double share) {
        Figures.requireShare("share", share);
        if (!stable()) {
            return Double.POSITIVE_INFINITY;
        }
        return 1 - share >= waitProbability ? 0 : StrictMath.log(waitProbability / (1 - share)) / spareRate();
    }

    /** How many more could be answered in a unit of time than arrive; 0 where the queue grows. */
    private double spareRate() {
        return Math.max(0, agents - traffic.load()) / traffic.handling();
    }

    /** Traffic, agents and the chance to wait. */
    @Override
    public String toString() {
        return "ErlangC[" + traffic.load() + " erlangs, " + agents + " agents, waiting " + waitProbability + "]";
    }
}
