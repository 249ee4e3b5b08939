package io.github.saleskit.examples.tour.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The outline of points: Andrew, Another efficient algorithm for convex hulls in two dimensions, 1979. O(n log n). */
final class ConvexHull {

    private ConvexHull() {}

    /** The corners of the outline in turn; all points when they are fewer than three. */
    static List<double[]> of(List<double[]> points) {
        List<double[]> sorted = points.stream()
                .sorted(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]))
                .toList();
        if (sorted.size() < 3) {
            return sorted;
        }
        List<double[]> hull = chain(sorted);
        List<double[]> reversed = new ArrayList<>(sorted);
        java.util.Collections.reverse(reversed);
        List<double[]> upper = chain(reversed);
        hull.remove(hull.size() - 1);
        hull.addAll(upper.subList(0, upper.size() - 1));
        return hull;
    }

    private static List<double[]> chain(List<double[]> sorted) {
        List<double[]> chain = new ArrayList<>();
        for (double[] point : sorted) {
            while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        return chain;
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
