package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.PlanObjective;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One search for changes of an earlier plan: repair, then lower and lower prices of a move, then narrower and narrower
 * loads.
 */
final class RealignRun {

    /** Prices of a move, in mean distances. */
    private static final double[] PRICES = {3, 1.5, .7, .3, .1};
    /** How uneven loads may be, as shares of how uneven they are after the repair. */
    private static final double[] BALANCES = {.8, .6, .4, .2};

    private static final double REPAIRED = .3;
    private static final double DESCENDED = .85;
    private static final double TINY = 1e-9;

    private final Instance instance;
    private final List<Reason> impossible;
    private final RealignTask task;
    private final Schedule schedule;
    private final WorkMeter meter;
    private final long seed;
    private final Origin origin;
    private final Residents residents;
    private final @Nullable BorderGraph graph;
    private final RepairStart start;
    private final double fewest;
    private final MoveReasons reasons;
    private final RealignFront front;

    RealignRun(
            Instance today,
            List<Reason> impossible,
            RealignTask task,
            Schedule schedule,
            WorkMeter meter,
            long seed,
            StopSignal stop) {
        this.impossible = impossible;
        this.task = task;
        this.schedule = schedule;
        this.meter = meter;
        this.seed = seed;
        this.origin = Earlier.origin(today, task);
        this.instance = today.withOrigin(origin);
        this.residents = new Residents(instance, origin);
        this.graph = instance.problem.borders().isEmpty()
                ? null
                : new BorderGraph(instance, instance.goal == PlanObjective.CUT_LENGTH);
        this.start = new RepairStart(instance, residents, graph);
        this.fewest = MoveBound.of(instance, residents, stop);
        this.reasons = new MoveReasons(instance, origin, residents, task, graph);
        this.front = new RealignFront(task.points());
    }

    RealignOutcome run() {
        schedule.keepTimeForReport();
        Layout repaired = repair(instance, start.owner, start.centre, schedule.phase("repairing", REPAIRED), fewest);
        if (repaired.totalViolation() > 0 && impossible.isEmpty()) {
            repaired = repairBySearch(repaired);
        }
        offer(repaired);
        boolean choice = task.points() > 1 || !task.prices().isEmpty();
        if (choice && front.keepsDemands()) {
            descend(repaired);
            balance(repaired);
        }
        List<RealignOutcome.Option> options =
                front.layouts().stream().map(this::option).toList();
        return new RealignOutcome(
                options, fewest, Earlier.distance(instance, task), Earlier.placed(instance, task), meter.spent());
    }

    private Layout repair(Instance wanted, int[] owner, int[] centre, Phase phase, double enough) {
        RepairState state = new RepairState(wanted, origin, residents, owner, centre, graph);
        new Repair(state, graph, meter, seed).run(phase, enough);
        return Layout.of(wanted, state.best());
    }

    /** Where no chain of a few shifts keeps the demands, regions are laid out anew first, moves being dear. */
    private Layout repairBySearch(Layout broken) {
        double price = PRICES[0] * unit(broken);
        Layout found = improve(broken, price, 0, schedule.phase("searching", (1 + REPAIRED) / 2), .05);
        if (found.totalViolation() > 0) {
            return found.totalViolation() < broken.totalViolation() ? found : broken;
        }
        Layout again = repair(instance, found.owner, found.centre, schedule.phase("repairing", .75), fewest);
        return again.totalViolation() > 0 ? found : again;
    }

    /** What prices are measured in: the mean distance, or the mean border. */
    private double unit(Layout layout) {
        return graph == null || instance.goal == PlanObjective.DISTANCE
                ? layout.plain().totalCost() / instance.n
                : graph.meanWeight();
    }

    private Layout improve(Layout from, double price, int number, Phase phase, double hottest) {
        Instance priced = instance.withOrigin(origin.withPrice(price));
        if (graph != null) {
            DistrictSearch search = new DistrictSearch(priced, meter, seed + number, from.owner);
            search.run(phase);
            return search.best();
        }
        RegionalSearch search =
                new RegionalSearch(Layout.of(priced, from.owner, from.centre), meter, seed + number, hottest);
        search.run(phase, 0);
        return search.best();
    }

    private void descend(Layout repaired) {
        double[] prices = prices(repaired);
        double from = schedule.share();
        Layout layout = repaired;
        for (int p = 0; p < prices.length && !meter.stopped(); p++) {
            double until = from + (DESCENDED - from) * (p + 1) / prices.length;
            layout = improve(layout, prices[p], p + 1, schedule.phase("descending", until), 0);
            offer(layout);
        }
    }

    private double[] prices(Layout repaired) {
        if (!task.prices().isEmpty()) {
            return task.prices().stream().mapToDouble(price -> price).toArray();
        }
        double unit = unit(repaired) * instance.n / Math.max(TINY, origin.total());
        return Arrays.stream(PRICES).map(price -> price * unit).toArray();
    }

    private void balance(Layout repaired) {
        double from = schedule.share();
        double uneven = RealignFront.imbalance(repaired);
        Layout layout = repaired;
        for (int b = 0; b < BALANCES.length && !meter.stopped() && uneven > 0; b++) {
            double until = from + (1 - from) * (b + 1) / BALANCES.length;
            Instance narrow = instance.within(uneven * BALANCES[b]);
            layout = repair(narrow, layout.owner, layout.centre, schedule.phase("balancing", until), 0);
            offer(Layout.of(instance, layout.owner, layout.centre));
        }
    }

    private void offer(Layout layout) {
        front.offer(layout, moved(layout), goal(layout), graph == null || graph.whole(layout.owner, instance.k));
    }

    private double moved(Layout layout) {
        double sum = 0;
        for (int u = 0; u < instance.n; u++) {
            sum += origin.moved(instance.units.members[u], layout.owner[u]);
        }
        return sum;
    }

    private double goal(Layout layout) {
        return graph == null || instance.goal == PlanObjective.DISTANCE
                ? layout.plain().totalCost()
                : graph.cut(layout.owner);
    }

    private RealignOutcome.Option option(RealignFront.Point point) {
        return new RealignOutcome.Option(
                PlanReport.of(
                        point.layout(), Impossibility.of(point.layout(), impossible), Optional.empty(), meter.spent()),
                reasons.of(point.layout()),
                point.moved(),
                point.imbalance());
    }
}
