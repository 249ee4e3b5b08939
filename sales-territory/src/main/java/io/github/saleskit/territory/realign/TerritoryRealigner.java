package io.github.saleskit.territory.realign;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.design.internal.RealignOutcome;
import io.github.saleskit.territory.design.internal.RealignSearch;
import io.github.saleskit.territory.design.internal.RealignTask;
import org.jspecify.annotations.Nullable;

/**
 * Changes an earlier plan so that it keeps the limits of today's {@link TerritoryProblem}: a rep has left or joined,
 * demand has shifted, accounts are new or gone, territories were merged.
 *
 * <pre>{@code
 * TerritoryRealigner realigner = TerritoryRealigner.compile(today);
 * Realignment realignment = realigner.realign(EarlierPlan.of(plan), WorkBudget.ofUnits(50_000), 7);
 * realignment.fewestMoves().plan();   // as few moves as the limits allow
 * realignment.shortest().plan();      // shorter distances for more moves
 * }</pre>
 *
 * <p>The method: first the limits are restored with few moves, by simulated annealing over shifts, exchanges and chains
 * around territories that break a limit, centres staying where they are. From there a descent by regional ruin and
 * recreate follows, with a price on every move that falls step by step; and repairs within narrower and narrower loads.
 * What the fewest moves can be at least is proven besides: leavers of territories with too much and arrivals in those
 * with too little, by fractional knapsack covers.
 *
 * <p>A territory is the same one as before when it has the same id, or is the successor of the earlier one; where its
 * centre is does not matter. To keep the centre too, give the {@link io.github.saleskit.territory.design.Territory} a
 * home.
 *
 * <p>Where centres may be anywhere, the search has them at accounts; those of the plans it returns, and their
 * distances, are where the accounts are nearest in sum. A problem that leaves the number of its territories to the
 * planner cannot be realigned: list the territories of today.
 *
 * <p>One unit of work is a thousand elementary steps, as in
 * {@link io.github.saleskit.territory.design.TerritoryPlanner}. Some ten units an account repair, a hundred give a good
 * front. The same problem, earlier plan, budget and seed give the same answer on every machine. Immutable and
 * thread-safe.
 */
public final class TerritoryRealigner {

    private static final int UNITS_AN_ACCOUNT = 1_000;

    private final RealignSearch search;
    private final RealignmentPolicy policy;
    private final TerritoryProblem problem;

    private TerritoryRealigner(TerritoryProblem problem, RealignmentPolicy policy, @Nullable DistanceTable distances) {
        this.search = new RealignSearch(problem, distances);
        this.policy = policy;
        this.problem = problem;
        RealignmentCheck.requireSound(problem, policy);
    }

    /**
     * A realigner for today's problem under the standard policy.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with everything that makes the problem meaningless
     */
    public static TerritoryRealigner compile(TerritoryProblem problem) {
        return compile(problem, RealignmentPolicy.standard());
    }

    /**
     * A realigner for today's problem.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with everything that makes the problem
     *     meaningless, or when moves are to be weighed by a measure that no account has
     */
    public static TerritoryRealigner compile(TerritoryProblem problem, RealignmentPolicy policy) {
        return new TerritoryRealigner(problem, policy, null);
    }

    /**
     * A realigner for today's problem with the host's own distances.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException as {@link #compile(TerritoryProblem,
     *     RealignmentPolicy)}
     */
    public static TerritoryRealigner compile(
            TerritoryProblem problem, RealignmentPolicy policy, DistanceTable distances) {
        return new TerritoryRealigner(problem, policy, distances);
    }

    /** The ways to realign, within a budget, without a listener or a stop signal. */
    public Realignment realign(EarlierPlan earlier, WorkBudget budget, long seed) {
        return realign(earlier, budget, seed, StopSignal.never(), ProgressListener.none());
    }

    /**
     * The ways to realign: always at least one plan, with every account of today in exactly one territory and no
     * territory empty, also when limits had to be broken or the work was stopped at once. Ends by itself after
     * {@value #UNITS_AN_ACCOUNT} units an account.
     *
     * @param earlier where accounts were
     * @param budget most units of work
     * @param seed of all chance
     * @param stop ends the work early with the best plans so far; a first plan and the proven bound are made in any
     *     case, which takes about a second for some thousand accounts on a cold JVM
     * @param progress hears about the phases {@code repairing}, {@code searching}, {@code descending} and
     *     {@code balancing}
     * @throws io.github.saleskit.core.definition.DefinitionException when a successor is no territory of today
     */
    public Realignment realign(
            EarlierPlan earlier, WorkBudget budget, long seed, StopSignal stop, ProgressListener progress) {
        RealignmentCheck.requireSuccessors(problem, earlier);
        RealignTask task = new RealignTask(
                earlier.assignment(), earlier.successors(), policy.weight(), policy.fallingPrices(), policy.plans());
        RealignOutcome outcome = search.search(task, budget, UNITS_AN_ACCOUNT, seed, stop, progress);
        return RealignmentReport.of(problem, earlier, outcome);
    }
}
