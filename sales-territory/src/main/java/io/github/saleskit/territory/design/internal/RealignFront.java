package io.github.saleskit.territory.design.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The layouts of which none is as good as another in moves, in its objective and in balance at once. */
final class RealignFront {

    private static final double TINY = 1e-9;

    private final int most;
    private final List<Point> points = new ArrayList<>();

    /** A layout with its figures. */
    record Point(Layout layout, double broken, double moved, double goal, double imbalance) {

        boolean asGoodAs(Point other) {
            return notMore(broken, other.broken)
                    && notMore(moved, other.moved)
                    && notMore(goal, other.goal)
                    && notMore(imbalance, other.imbalance);
        }

        private static boolean notMore(double a, double b) {
            return a <= b + TINY * (1 + Math.abs(b));
        }
    }

    RealignFront(int most) {
        this.most = most;
    }

    /** The largest deviation of a load from its target, as a share of it. */
    static double imbalance(Layout layout) {
        Demands demands = layout.instance.demands;
        double most = 0;
        for (int t = 0; t < layout.instance.k; t++) {
            for (int q = 0; q < demands.limited.size(); q++) {
                most = Math.max(most, demands.deviation(t, q, layout.load(t, q)));
            }
        }
        return most;
    }

    /** Takes a layout in unless one is as good; while all break demands, only the one that breaks them least. */
    void offer(Layout layout, double moved, double goal, boolean whole) {
        long empty = Arrays.stream(layout.size).filter(size -> size == 0).count();
        double broken = layout.totalViolation() + empty + (whole ? 0 : 1);
        Point point = new Point(layout, broken, moved, goal, imbalance(layout));
        boolean nearer = points.stream().allMatch(other -> broken < other.broken - TINY);
        if (broken > 0 ? !nearer : points.stream().anyMatch(other -> other.asGoodAs(point))) {
            return;
        }
        points.removeIf(other -> nearer || point.asGoodAs(other));
        points.add(point);
    }

    /** Whether there is a layout that keeps all demands. */
    boolean keepsDemands() {
        return points.stream().anyMatch(point -> point.broken == 0);
    }

    /**
     * The points from the fewest moves on. If there are too many, they are evenly thinned out; the fewest moves, then
     * the best objective, then the best balance are kept first.
     */
    List<Point> layouts() {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::moved).thenComparingDouble(Point::goal));
        if (sorted.size() <= most) {
            return sorted;
        }
        IntStream best = IntStream.of(
                0,
                sorted.indexOf(Collections.min(sorted, Comparator.comparingDouble(Point::goal))),
                sorted.indexOf(Collections.min(sorted, Comparator.comparingDouble(Point::imbalance))));
        IntStream even = IntStream.range(1, most).map(i -> i * (sorted.size() - 1) / (most - 1));
        return IntStream.concat(best, even)
                .distinct()
                .limit(most)
                .sorted()
                .mapToObj(sorted::get)
                .toList();
    }
}
