package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Improves a layout by ruin and recreate in small regions, accepting a little worse ones at first and none at last
 * (simulated annealing; S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, "Optimization by Simulated Annealing", 1983; G.
 * Schrimpf and others, "Record Breaking Optimization Results Using the Ruin and Recreate Principle", 2000).
 *
 * <p>Limits come first: a step that breaks them more is never accepted, one that breaks them less always.
 */
final class RegionalSearch {

    static final int STEPS_A_UNIT = 1_000;
    private static final int SMALLEST_REGION = 3;
    private static final int LARGEST_REGION = 9;
    /** Share of the regions that lie in two places. */
    private static final double FAR = .3;

    /** First temperature as a share of the mean distance, and the last as a share of the first. */
    private static final double HOTTEST = 1;

    private static final double COOLING = .005;
    private static final double TINY = 1e-9;

    private final Layout layout;
    private final double hottest;
    private final Instance instance;
    private final WorkMeter meter;
    private final SplittableRandom random;
    private final Region region;
    private final Recreation recreation;
    private final Descent descent;
    private final CentreGrid grid;
    private final BestLayout best;

    private double cost;
    private double violation;
    private long steps;

    /** A search that begins hot, from a layout that is nothing to keep. */
    RegionalSearch(Layout layout, WorkMeter meter, long seed) {
        this(layout, meter, seed, HOTTEST);
    }

    /**
     * A search that begins at a temperature.
     *
     * @param layout where it begins, which it works on and changes
     * @param hottest the first temperature as a share of the mean distance; 0 never accepts a worse layout
     */
    RegionalSearch(Layout layout, WorkMeter meter, long seed, double hottest) {
        this.layout = layout;
        this.hottest = hottest;
        this.instance = layout.instance;
        this.meter = meter;
        this.random = new SplittableRandom(seed);
        int largest = Math.min(LARGEST_REGION, instance.k);
        this.region = new Region(layout, largest);
        this.recreation = new Recreation(region);
        this.descent = new Descent(region, largest);
        this.grid = new CentreGrid(layout);
        this.best = new BestLayout(layout);
        this.cost = layout.totalCost();
        this.violation = layout.totalViolation();
    }

    /**
     * Works through a phase, or less when the meter stops or the distances are short enough.
     *
     * @param enough a total distance that is known to be the least possible
     */
    void run(Phase phase, double enough) {
        while (!phase.over() && !perfect(enough) && pay()) {
            step(temperature(phase.share()));
        }
    }

    private boolean perfect(double enough) {
        return best.violation() < TINY && best.cost() <= enough * (1 + 2 * LagrangianBound.ROUNDING);
    }

    /** Spends the units of the last step before the next one. */
    private boolean pay() {
        long units = Math.max(1, steps / STEPS_A_UNIT);
        steps -= units * STEPS_A_UNIT;
        return meter.spend(units);
    }

    private double temperature(double progress) {
        return hottest * StrictMath.pow(COOLING, progress) * cost / instance.n;
    }

    private void step(double temperature) {
        int[] territories = chooseTerritories();
        region.take(territories, territories.length);
        if (region.size == 0) {
            return;
        }
        recreation.recreate(random);
        descent.improve();
        steps += region.steps + LARGEST_REGION;
        if (accepted(temperature)) {
            commit(territories);
        }
    }

    /** Neighbours of a random unit, or now and then of two, so that a centre can move far. */
    private int[] chooseTerritories() {
        int count = Math.min(instance.k, SMALLEST_REGION + random.nextInt(LARGEST_REGION - SMALLEST_REGION + 1));
        if (count == instance.k || random.nextDouble() > FAR) {
            return near(random.nextInt(instance.n), count);
        }
        int[] here = near(random.nextInt(instance.n), (count + 1) / 2);
        int[] there = near(random.nextInt(instance.n), count / 2);
        return IntStream.concat(IntStream.of(here), IntStream.of(there))
                .distinct()
                .toArray();
    }

    private int[] near(int unit, int count) {
        return grid.near(unit, count);
    }

    private boolean accepted(double temperature) {
        double worse = region.violationChange();
        if (worse < -TINY) {
            return true;
        }
        return worse <= TINY && region.costChange() <= -temperature * StrictMath.log(1 - random.nextDouble());
    }

    private void commit(int[] territories) {
        region.commit();
        cost += region.costChange();
        violation = Math.max(0, violation + region.violationChange());
        for (int t : territories) {
            best.territoryChanged(t);
            grid.moved(t, layout.centre[t]);
        }
        for (int i = 0; i < region.size; i++) {
            best.unitChanged(region.unit[i]);
        }
        best.offer(violation, cost);
    }

    /** Whether the best layout seen breaks demands less than that of another search, or as little at a lower cost. */
    boolean betterThan(RegionalSearch other) {
        return better(best.violation(), best.cost(), other.best.violation(), other.best.cost());
    }

    /** Whether a layout breaks demands notably less than another, or as little at a notably lower cost. */
    static boolean better(double violation, double cost, double otherViolation, double otherCost) {
        double more = violation - otherViolation;
        return more < -TINY || (more <= TINY && cost < otherCost * (1 - TINY));
    }

    /** The best layout seen. */
    Layout best() {
        return best.toLayout();
    }
}
