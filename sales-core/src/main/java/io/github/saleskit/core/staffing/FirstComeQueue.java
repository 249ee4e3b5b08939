package io.github.saleskit.core.staffing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.WorkMeter;

/**
 * Simulates, event by event, a queue in the long run: arrivals at random, exponential handling times, first come first
 * served.
 *
 * <pre>{@code
 * QueueEstimate seen = FirstComeQueue.of(Traffic.perHour(200, Duration.ofMinutes(3)), 14)
 *         .simulate(20, .002, seed, WorkMeter.unlimited());
 * seen.serviceLevel().value();   // .888, as ErlangC says
 * }</pre>
 *
 * <p>Runs until the standard errors of all three figures are small enough. What makes that soon, whatever the load:
 *
 * <ul>
 *   <li>Rare waits are found by splitting: each time more agents get busy than are on average, the run goes on in
 *       several copies of less weight, which end when the agent is free again.
 *   <li>In the long run the queue passes from n to n + 1 as often as back. By how much the run misses that, weighted in
 *       {@value ControlBasis#SIZE} ways, says how far it strayed, and regression takes out what that explains.
 *   <li>How long an arrival waits that finds so many before it is averaged, not drawn.
 * </ul>
 *
 * <p>Sources: M. Villen-Altamirano and J. Villen-Altamirano, "RESTART: a method for accelerating rare event
 * simulations", ITC-13 (1991), 71-76; S. G. Henderson and P. W. Glynn, "Approximating martingales for variance
 * reduction in Markov process simulation", Mathematics of Operations Research 27 (2002), 253-271.
 *
 * <p>Immutable and thread-safe.
 */
public final class FirstComeQueue {

    /** Above this, a table of the walk would take hundreds of megabytes. */
    private static final int MOST_AGENTS = 1_000_000;

    private final Traffic traffic;
    private final int agents;

    private FirstComeQueue(Traffic traffic, int agents) {
        this.traffic = traffic;
        this.agents = agents;
    }

    /**
     * A queue that does not grow without end.
     *
     * @param agents from 1 to 1,000,000
     * @throws IllegalArgumentException when the load is not below the number of agents
     */
    public static FirstComeQueue of(Traffic traffic, int agents) {
        requireNonNull(traffic, "traffic");
        if (Figures.requireAgents(agents) > MOST_AGENTS) {
            throw new IllegalArgumentException(
                    "agents is " + agents + ", but must be from 1 to " + MOST_AGENTS + " to be simulated.");
        }
        if (traffic.load() >= agents) {
            throw new IllegalArgumentException("agents is " + agents + ", but the load is " + traffic.load()
                    + " erlangs: the queue grows without end.\nMaybe " + (long) (Math.floor(traffic.load()) + 1)
                    + " agents or more?");
        }
        return new FirstComeQueue(traffic, agents);
    }

    /**
     * Simulates.
     *
     * @param threshold within which arrivals should be answered, in the unit of the traffic, at least 0
     * @param accuracy the standard error at which to stop, as a share of each figure, positive; .002 keeps the figures
     *     within 1 %
     * @param seed the same seed and budget give the same answer
     * @param meter one unit is one arrival or completion
     */
    public QueueEstimate simulate(double threshold, double accuracy, long seed, WorkMeter meter) {
        Figures.requireNotNegative("threshold", threshold);
        Figures.requirePositive("accuracy", accuracy);
        QueueWalk walk = new QueueWalk(traffic.load(), agents, seed);
        QueueFigures figures = new QueueFigures(walk, threshold / traffic.handling());
        return new QueueRun(walk, figures, traffic.rate(), accuracy).until(meter);
    }
}
