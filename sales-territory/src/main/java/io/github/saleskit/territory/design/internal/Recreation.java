package io.github.saleskit.territory.design.internal;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Ruin and recreate: one centre of a {@link Region} moves to a random unit, and all units are shared out again. */
final class Recreation {

    /** By how much chance may raise the urgency of a unit, so that the same region is not always shared out alike. */
    private static final double NOISE = .5;

    private final Region region;
    private long[] order = new long[0];

    Recreation(Region region) {
        this.region = region;
    }

    void recreate(SplittableRandom random) {
        moveCentre(random);
        region.measureCosts();
        shareOut(random);
    }

    /**
     * Gives a random territory another centre; when that is the centre of another territory, that one gets a new one
     * too.
     */
    private void moveCentre(SplittableRandom random) {
        int t = random.nextInt(region.r);
        int i = random.nextInt(region.size);
        if (region.hasHome(t) || (region.held[i] && region.now[i] != t)) {
            return;
        }
        int other = region.now[i];
        if (other != t && region.centre[other] == region.unit[i]) {
            int j = random.nextInt(region.size);
            if (region.now[j] != other || j == i) {
                return;
            }
            region.centre[other] = region.unit[j];
        }
        region.centre[t] = region.unit[i];
    }

    /** Every unit goes to the nearest territory with room, those first that lose most if they come too late. */
    private void shareOut(SplittableRandom random) {
        int size = region.size;
        if (order.length < size) {
            order = new long[size + size / 2];
        }
        region.empty();
        int waiting = 0;
        for (int i = 0; i < size; i++) {
            int own = ownTerritory(i);
            if (own >= 0) {
                region.put(i, own);
            } else {
                double urgency = regret(i) * (1 + random.nextDouble() * NOISE);
                order[waiting++] = (long) Float.floatToIntBits((float) urgency) << 32 | i;
            }
        }
        Arrays.sort(order, 0, waiting);
        for (int at = waiting - 1; at >= 0; at--) {
            int i = (int) order[at];
            region.put(i, nearestWithRoom(i));
        }
        region.steps += 2L * waiting * region.r;
    }

    /** Where a unit has to be, because it is fixed or a centre, or -1. */
    private int ownTerritory(int i) {
        for (int t = 0; t < region.r; t++) {
            if (region.centre[t] == region.unit[i]) {
                return t;
            }
        }
        return region.held[i] ? region.now[i] : -1;
    }

    private double regret(int i) {
        double[] cost = region.cost;
        int r = region.r;
        double nearest = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int at = i * r; at < (i + 1) * r; at++) {
            double c = cost[at];
            if (c < nearest) {
                second = nearest;
                nearest = c;
            } else if (c < second) {
                second = c;
            }
        }
        return r == 1 ? nearest : second - nearest;
    }

    private int nearestWithRoom(int i) {
        double[] cost = region.cost;
        int r = region.r;
        int best = -1;
        for (int t = 0; t < r; t++) {
            if ((best < 0 || cost[i * r + t] < cost[i * r + best]) && region.hasRoom(i, t)) {
                best = t;
            }
        }
        return best >= 0 ? best : leastViolated(i);
    }

    private int leastViolated(int i) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < region.r; t++) {
            double worse = region.violationWith(t, i, 1) - region.violationWith(t, i, 0);
            if (worse < least) {
                least = worse;
                best = t;
            }
        }
        return best;
    }
}
