package io.github.saleskit.territory.design;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.internal.PlanSearch;

/**
 * Designs balanced, compact territories for one {@link TerritoryProblem}.
 *
 * <pre>{@code
 * TerritoryPlanner planner = TerritoryPlanner.compile(problem);
 * TerritoryPlan plan = planner.plan(WorkBudget.ofUnits(100_000), 7);
 * }</pre>
 *
 * <p>The method: weighted recursive bisection gives a first plan; then, again and again, three to nine neighbouring
 * territories are taken out, one centre is moved at random, their accounts are shared out anew by regret within the
 * limits, shifted and exchanged, and centres are moved to the median; worse layouts are accepted less and less
 * (simulated annealing). What such a step costs depends on the region, not on the number of accounts. Up to 2,000
 * accounts, the best of five short searches goes on; there are fewer where two come to the same.
 *
 * <p>Where the problem has borders, another search keeps every territory connected: units at borders flip to the
 * neighbouring territory, and now and then two territories are merged and cut anew along a random spanning tree.
 *
 * <p>Where the centres may be {@linkplain CentrePlacement#ANYWHERE anywhere}, they are at accounts at first; then, by
 * turns, each moves to the geometric median of its territory and the accounts are shared out anew.
 *
 * <p>Where the planner {@linkplain TerritoryCount chooses how many territories} are filled, half of the work goes into
 * short searches with one number after another: from the fewest on, one by one and then in growing steps that are
 * halved in the end, or, where a territory has a price, towards the number that costs least. With ranges of more than
 * eight numbers some are left out, so the number chosen is the best of those tried.
 *
 * <p>At most an eighth of the work goes into a lower bound by Lagrangian relaxation, which proves how far from the best
 * possible a plan is at most; with more than 20,000 accounts, with homes or with centres anywhere there is none.
 *
 * <p>Where demands are broken in the end, a depth-first search with a limit tries to prove that no plan keeps them all
 * (for up to 2,000 accounts and 500 territories), and names a set of demands that clash, none of which could be left
 * out. It is not counted as work and takes well below a second as a rule.
 *
 * <p>One unit of work is a thousand elementary steps, such as a distance measured or an exchange weighed: some five to
 * twenty microseconds, and up to ten times as much where territories are kept connected. Some 200 units an account give
 * good plans, and more units better ones. The same problem, budget and seed give the same plan on every machine; the
 * order of the accounts does not matter. The work ends by itself after {@value #UNITS_AN_ACCOUNT} units an account,
 * also when the budget is larger.
 *
 * <p>Immutable and thread-safe.
 */
public final class TerritoryPlanner {

    private static final int UNITS_AN_ACCOUNT = 10_000;

    private final PlanSearch search;

    private TerritoryPlanner(PlanSearch search) {
        this.search = search;
    }

    /**
     * A planner for a problem.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with everything that makes the problem
     *     meaningless: duplicate or unknown ids, more territories than accounts, contradictory fixed assignments, and
     *     so on. Limits that nobody can keep are no such thing: they give a plan with the status
     *     {@link PlanStatus#IMPOSSIBLE}.
     */
    public static TerritoryPlanner compile(TerritoryProblem problem) {
        return new TerritoryPlanner(PlanSearch.of(problem, null));
    }

    /**
     * A planner for a problem with the host's own distances.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException as {@link #compile(TerritoryProblem)}
     */
    public static TerritoryPlanner compile(TerritoryProblem problem, DistanceTable distances) {
        return new TerritoryPlanner(PlanSearch.of(problem, distances));
    }

    /** A plan within a budget, without a listener or a stop signal. */
    public TerritoryPlan plan(WorkBudget budget, long seed) {
        return plan(budget, seed, StopSignal.never(), ProgressListener.none());
    }

    /**
     * A plan within a budget: always one with every account in exactly one territory and no territory empty but those
     * whose rep has a home, also when limits had to be broken or the work was stopped at once.
     *
     * @param budget most units of work
     * @param seed of all chance
     * @param stop ends the work early with the best plan so far
     * @param progress hears about the phases {@code starting}, {@code proving a bound}, {@code improving},
     *     {@code placing centres} and {@code looking for a plan}
     */
    public TerritoryPlan plan(WorkBudget budget, long seed, StopSignal stop, ProgressListener progress) {
        return search.plan(budget, UNITS_AN_ACCOUNT, seed, stop, progress);
    }
}
