package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.PacedStop;
import io.github.saleskit.territory.design.PlanStatus;
import io.github.saleskit.territory.design.TerritoryCount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how many territories are filled: short searches with one number after another take half of the effort, a
 * search with the best number the rest. For one thread.
 */
final class CountSearch {

    /** The share of the effort for choosing. */
    private static final double CHOOSING = .5;
    /** Numbers that are tried one by one before the steps are doubled. */
    private static final int ONE_BY_ONE = 8;

    private final TerritoryProblem problem;
    private final @Nullable DistanceTable distances;
    private final TerritoryCount wanted;
    private final int fewest;
    private final int most;
    private final long units;
    private final long seed;
    private final StopSignal stop;
    private final ProgressListener progress;
    private final TreeMap<Integer, TerritoryPlan> tried = new TreeMap<>();
    private final Map<Integer, Breach> breaches = new HashMap<>();
    private final CountReport report;
    private final int trials;
    private long spent;

    /** A search for a problem that has a count. */
    CountSearch(
            TerritoryProblem problem,
            @Nullable DistanceTable distances,
            long units,
            long seed,
            StopSignal stop,
            ProgressListener progress) {
        this.problem = problem;
        this.distances = distances;
        this.wanted = problem.count().orElseThrow();
        this.report = new CountReport(problem, wanted, tried);
        this.fewest = wanted.fewest();
        this.most = Counts.most(problem);
        this.units = units;
        this.seed = seed;
        this.stop = stop;
        this.progress = progress;
        this.trials = Math.min(most - fewest + 1, ONE_BY_ONE + 2 * bits(most - fewest));
    }

    private static int bits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    TerritoryPlan plan() {
        int chosen = fewest == most ? most : wanted.price().isPresent() ? cheapest() : fewestFeasible();
        DesignSearch search = new DesignSearch(Counts.of(problem, chosen), distances);
        TerritoryPlan plan = search.plan(WorkBudget.ofUnits(units - spent), seed, until(1), progress, false);
        spent += plan.workUnits();
        @Nullable TerritoryPlan before = tried.get(chosen);
        TerritoryPlan best = before == null || order().compare(plan, before) <= 0 ? plan : before;
        tried.put(chosen, best);
        return report.of(best, most, spent);
    }

    /**
     * The fewest territories that kept every limit: one by one from below, then in doubled steps, and halving back,
     * also from a number with which there was too little for the territories. With none, one of which it is not proven
     * that they cannot, if there is one.
     */
    private int fewestFeasible() {
        int broken = fewest - 1;
        int step = 1;
        int enough = fewest;
        while (!enoughWith(enough)) {
            if (enough == most || exhausted()) {
                return likeliest();
            }
            broken = enough;
            step = tried.size() < ONE_BY_ONE ? 1 : 2 * step;
            enough = Math.min(most, enough + step);
        }
        while (enough - broken > 1 && !exhausted()) {
            int middle = (enough + broken) >>> 1;
            if (enoughWith(middle)) {
                enough = middle;
            } else {
                broken = middle;
            }
        }
        return tried.values().stream()
                .filter(TerritoryPlan::feasible)
                .findFirst()
                .map(plan -> plan.territories().size())
                .orElseGet(this::likeliest);
    }

    /** Whether so many territories keep every limit, or are too many to. */
    private boolean enoughWith(int count) {
        return tryCount(count, true).feasible() || breach(count).tooMany();
    }

    private Breach breach(int count) {
        return breaches.getOrDefault(count, Breach.NONE);
    }

    private int likeliest() {
        if (exhausted() && breaches.values().stream().noneMatch(Breach::tooMany)) {
            return most;
        }
        Comparator<TerritoryPlan> openFirst = Comparator.comparing(plan -> plan.status() == PlanStatus.IMPOSSIBLE);
        return best(openFirst.thenComparing(order()));
    }

    private int best(Comparator<TerritoryPlan> better) {
        return tried.values().stream()
                .min(better)
                .map(plan -> plan.territories().size())
                .orElse(most);
    }

    /** The number with the best plan: all when there are few, else the valley of a cost that falls and then rises. */
    private int cheapest() {
        int low = fewest;
        int high = most;
        while (high - low >= ONE_BY_ONE && !exhausted()) {
            int left = low + (high - low) / 2;
            if (order().compare(tryCount(left, false), tryCount(left + 1, false)) <= 0) {
                high = left;
            } else {
                low = left + 1;
            }
        }
        for (int count = low; count <= high && !exhausted(); count++) {
            tryCount(count, false);
        }
        return best(order());
    }

    /** Plans that keep every limit first, then those that cost less or break limits less, or with more territories. */
    private Comparator<TerritoryPlan> order() {
        Comparator<TerritoryPlan> feasibleFirst = Comparator.comparing(plan -> !plan.feasible());
        return feasibleFirst
                .thenComparingDouble(plan -> plan.feasible()
                        ? report.cost(plan)
                        : breach(plan.territories().size()).total())
                .thenComparingInt(
                        plan -> plan.feasible() ? 0 : -plan.territories().size());
    }

    private TerritoryPlan tryCount(int count, boolean untilFeasible) {
        @Nullable TerritoryPlan before = tried.get(count);
        if (before != null) {
            return before;
        }
        long budget = Math.min(units - spent, Math.max(1, (long) (units * CHOOSING / trials)));
        StopSignal pace = until(CHOOSING * Math.min(1, (tried.size() + 1.0) / trials));
        DesignSearch search = new DesignSearch(Counts.of(problem, count), distances);
        TerritoryPlan plan = search.plan(WorkBudget.ofUnits(budget), seed, pace, progress, untilFeasible);
        spent += plan.workUnits();
        tried.put(count, plan);
        breaches.put(count, search.breach(plan));
        return plan;
    }

    private boolean exhausted() {
        return stop.stopRequested() || spent >= units * CHOOSING;
    }

    /** From now on, whatever earlier parts have left over, to a share of the whole. */
    private StopSignal until(double share) {
        return stop instanceof PacedStop pace ? pace.between(pace.shareOver(), share) : stop;
    }
}
