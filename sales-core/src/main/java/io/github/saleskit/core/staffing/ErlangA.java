package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

/**
 * What callers of a queue experience in the long run when they give up after an exponential time: {@link ErlangC} with
 * patience.
 *
 * <pre>{@code
 * ErlangA queue = ErlangA.of(Traffic.perHour(200, Duration.ofMinutes(3)), 10, 120);   // patience: 2 minutes
 * queue.abandonProbability();
 * }</pre>
 *
 * <p>There is no unstable load: who waits too long leaves. Takes time linear in the number of agents and in the length
 * of the longest queue that matters. Sources: C. Palm, "Research on telephone traffic carried by full availability
 * groups", Tele 1 (1957); F. Baccelli and G. Hebuterne, "On queues with impatient customers", Performance '81, 159-179,
 * for the density of the wait.
 *
 * <p>Immutable and thread-safe.
 */
public final class ErlangA {

    /** Panels of Simpson's rule for the service level, even. */
    private static final int PANELS = 4_000;

    /** Terms this much smaller than the largest are left out. */
    private static final double NEGLIGIBLE = 1e-18;

    private final Traffic traffic;
    private final int agents;
    private final double patience;

    /** The chance of each state with all agents busy is a share of this; together they are the chance to wait. */
    private final double waitProbability;

    private final double meanQueueLength;

    private ErlangA(Traffic traffic, int agents, double patience) {
        this.traffic = traffic;
        this.agents = agents;
        this.patience = patience;
        double load = traffic.load();
        double leaving = traffic.handling() / patience;
        int peak = (int) Math.min(Integer.MAX_VALUE / 2.0, Math.max(0, (load - agents) / leaving));
        double sum = 0;
        double first = 0;
        double weighted = 0;
        double term = 1;
        for (int j = peak; j >= 0 && term > 0; j--) {
            sum += term;
            weighted += j * term;
            first = j == 0 ? term : 0;
            term *= (agents + j * leaving) / load;
            term = term < NEGLIGIBLE ? 0 : term;
        }
        term = 1;
        for (int j = peak + 1; term > NEGLIGIBLE; j++) {
            term *= load / (agents + j * leaving);
            sum += term;
            weighted += j * term;
        }
        double blocking = ErlangC.blocking(load, agents);
        double idle = first == 0 ? 0 : first * (1 / blocking - 1);
        this.waitProbability = sum / (idle + sum);
        this.meanQueueLength = weighted / (idle + sum);
    }

    /**
     * A queue.
     *
     * @param agents from 1 to 10,000,000
     * @param patience the mean time after which who waits gives up, in the unit of the traffic; positive
     */
    public static ErlangA of(Traffic traffic, int agents, double patience) {
        return new ErlangA(
                requireNonNull(traffic, "traffic"),
                Figures.requireAgents(agents),
                Figures.requirePositive("patience", patience));
    }

    /** The chance that an arrival is not answered at once. */
    public double waitProbability() {
        return waitProbability;
    }

    /** The chance that an arrival gives up before it is answered. */
    public double abandonProbability() {
        return meanQueueLength / patience / traffic.rate();
    }

    /** How many are waiting on average. */
    public double meanQueueLength() {
        return meanQueueLength;
    }

    /** The mean wait of all arrivals until they are answered or give up, in the unit of the traffic. */
    public double meanWait() {
        return meanQueueLength / traffic.rate();
    }

    /** The share of their time that agents are busy, from 0 to 1. */
    public double occupancy() {
        return traffic.load() * (1 - abandonProbability()) / agents;
    }

    /**
     * The share of all arrivals that are answered within a time; who gives up counts as not answered.
     *
     * @param threshold in the unit of the traffic, at least 0
     */
    public double serviceLevel(double threshold) {
        Figures.requireNotNegative("threshold", threshold);
        double whole = integral(longestWait(), false);
        return 1 - waitProbability + waitProbability * integral(Math.min(threshold, longestWait()), true) / whole;
    }

    /** The time after which the density of the wait is negligible. */
    private double longestWait() {
        double end = Math.min(patience, traffic.handling() / agents);
        double top = exponent(peakWait());
        while (end < peakWait() || exponent(end) > top - 45) {
            end *= 2;
        }
        return end;
    }

    /** The wait of the largest density. */
    private double peakWait() {
        double excess = traffic.load() / agents;
        return excess <= 1 ? 0 : patience * StrictMath.log(excess);
    }

    /** The logarithm of the density of the wait that somebody of endless patience would have, but for a constant. */
    private double exponent(double wait) {
        return -traffic.rate() * patience * StrictMath.expm1(-wait / patience) - agents * wait / traffic.handling();
    }

    private double integral(double end, boolean stillThere) {
        double top = exponent(peakWait());
        double step = end / PANELS;
        double sum = 0;
        for (int i = 0; i <= PANELS; i++) {
            double wait = i * step;
            int weight = i == 0 || i == PANELS ? 1 : 2 + 2 * (i % 2);
            sum += weight * StrictMath.exp(exponent(wait) - top - (stillThere ? wait / patience : 0));
        }
        return sum * step / 3;
    }
}
