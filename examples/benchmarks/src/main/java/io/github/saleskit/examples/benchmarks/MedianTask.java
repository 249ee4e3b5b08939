package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A capacitated p-median problem on a square of side 1000, with demands from 1 to 100 and capacities that are 95 %
 * full.
 */
final class MedianTask {
    private static final double FULL = .95;

    final int points;
    final int centres;
    final double[] x;
    final double[] y;
    final int[] demand;
    final int capacity;

    MedianTask(int points, int centres, boolean towns) {
        this.points = points;
        this.centres = centres;
        this.x = new double[points];
        this.y = new double[points];
        this.demand = new int[points];
        SplittableRandom random = new SplittableRandom(points);
        double[][] town = new double[points / 50][];
        for (int t = 0; t < town.length; t++) {
            town[t] = new double[] {1000 * random.nextDouble(), 1000 * random.nextDouble()};
        }
        for (int i = 0; i < points; i++) {
            double[] middle = town[random.nextInt(town.length)];
            boolean inTown = towns && random.nextInt(10) > 0;
            x[i] = inTown ? middle[0] + 60 * (random.nextDouble() - .5) : 1000 * random.nextDouble();
            y[i] = inTown ? middle[1] + 60 * (random.nextDouble() - .5) : 1000 * random.nextDouble();
            demand[i] = 1 + random.nextInt(100);
        }
        this.capacity = (int) Math.ceil(IntStream.of(demand).sum() / FULL / centres);
    }

    double distance(int i, int j) {
        return Math.hypot(x[i] - x[j], y[i] - y[j]);
    }

    /** A distance as a whole number, in thousandths. */
    long rounded(int i, int j) {
        return Math.round(1000 * distance(i, j));
    }

    TerritoryProblem problem() {
        TerritoryProblem.Builder problem = TerritoryProblem.builder()
                .addAllTerritories(Territory.numbered(centres))
                .addLimits(ActivityLimit.atMost("demand", capacity));
        for (int i = 0; i < points; i++) {
            problem.addAccounts(TerritoryAccount.of(id(i), PlanePoint.of(x[i], y[i]), "demand", demand[i]));
        }
        return problem.build();
    }

    static String id(int point) {
        return String.format(Locale.ROOT, "%05d", point);
    }

    /**
     * The sum of the distances when every group has its best centre; fails when a point is in no group, or a group has
     * more than the capacity.
     *
     * @param group of each point, from 0 to one less than the number of centres
     */
    double cost(int[] group) {
        double sum = 0;
        for (int g = 0; g < centres; g++) {
            int number = g;
            int[] members =
                    IntStream.range(0, points).filter(i -> group[i] == number).toArray();
            if (IntStream.of(members).map(i -> demand[i]).sum() > capacity) {
                throw new IllegalStateException("group " + g + " has more than the capacity");
            }
            sum += IntStream.of(members)
                    .mapToDouble(centre -> IntStream.of(members)
                            .mapToDouble(i -> distance(i, centre))
                            .sum())
                    .min()
                    .orElse(0);
        }
        if (IntStream.of(group).anyMatch(g -> g < 0 || g >= centres)) {
            throw new IllegalStateException("a point is in no group");
        }
        return sum;
    }
}
