package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/** Improves a {@link Region}: units are shifted and exchanged and centres are moved until nothing is gained. */
final class Descent {

    private static final double TINY = 1e-9;
    private static final int ROUNDS = 3;
    private static final int PASSES = 6;
    /**
     * Partners that are tried for the exchanges of all units of a region in one pass, roughly, so that huge regions end
     * too.
     */
    private static final int TRIES = 20_000_000;

    private final Region region;
    private final Demands demands;
    private final int m;
    /** The most that an exchange can save by taking a unit out of the first territory into the second. */
    private final double[] promise;

    private int[] group = new int[0];
    private int triesAUnit;

    Descent(Region region, int largest) {
        this.region = region;
        this.demands = region.demands;
        this.m = region.m;
        this.promise = new double[largest * largest];
    }

    void improve() {
        triesAUnit = Math.max(16, TRIES / (region.size + 1));
        region.sumLoads();
        // a region that was laid out anew has no centre that is sure to be a median
        Arrays.fill(region.changed, 0, region.r, true);
        for (int round = 0; round < ROUNDS; round++) {
            for (int pass = 0; pass < PASSES && shiftAndExchange(); pass++) {
                region.steps += region.size;
            }
            if (!moveCentres()) {
                break;
            }
        }
        region.measure();
    }

    private boolean shiftAndExchange() {
        computePromises();
        boolean any = false;
        for (int i = 0; i < region.size; i++) {
            if (movable(i)) {
                any |= shiftOrExchange(i);
            }
        }
        region.steps += (long) region.size * region.r;
        return any;
    }

    private void computePromises() {
        int r = region.r;
        Arrays.fill(promise, 0, r * r, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < region.size; i++) {
            int from = region.now[i];
            double stay = region.cost[i * r + from];
            for (int to = 0; to < r; to++) {
                promise[from * r + to] = Math.max(promise[from * r + to], stay - region.cost[i * r + to]);
            }
        }
    }

    private boolean shiftOrExchange(int i) {
        int r = region.r;
        int from = region.now[i];
        for (int to = 0; to < r; to++) {
            double dearer = region.cost[i * r + to] - region.cost[i * r + from];
            boolean kept = region.violation[from] == 0 && region.violation[to] == 0;
            if (to != from && (!kept || dearer < -TINY || dearer < promise[to * r + from])) {
                if (kept ? shiftKept(i, from, to, dearer) : shiftBroken(i, from, to, dearer)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Shifts or exchanges a unit where no demand is broken and none may be. */
    private boolean shiftKept(int i, int from, int to, double dearer) {
        if (dearer < -TINY && region.hasRoom(i, to) && region.canSpare(i, from)) {
            region.move(i, to);
            return true;
        }
        int r = region.r;
        int[] now = region.now;
        double[] cost = region.cost;
        int end = Math.min(region.size, triesAUnit);
        region.steps += region.count[to] / 2;
        for (int j = 0; j < end; j++) {
            if (now[j] == to
                    && dearer + cost[j * r + from] - cost[j * r + to] < -TINY
                    && movable(j)
                    && exchangeKeepsDemands(i, j, from, to)) {
                exchange(i, j);
                return true;
            }
        }
        return false;
    }

    /** Shifts or exchanges a unit where demands are broken: less broken comes first, lower costs second. */
    private boolean shiftBroken(int i, int from, int to, double dearer) {
        double before = region.violation[from] + region.violation[to];
        double after = region.violationWith(from, i, -1) + region.violationWith(to, i, 1);
        if (better(after - before, dearer)) {
            region.move(i, to);
            return true;
        }
        int r = region.r;
        int start = to * region.size;
        int end = start + Math.min(region.count[to], triesAUnit);
        region.steps += end - start;
        for (int at = start; at < end; at++) {
            int j = region.members[at];
            double saved = region.cost[j * r + to] - region.cost[j * r + from];
            if (movable(j) && better(exchangeViolation(i, j, from, to) - before, dearer - saved)) {
                exchange(i, j);
                return true;
            }
        }
        return false;
    }

    private static boolean better(double violation, double cost) {
        return violation < -TINY || (violation <= TINY && cost < -TINY);
    }

    private boolean movable(int i) {
        return !region.held[i] && region.centre[region.now[i]] != region.unit[i];
    }

    private void exchange(int i, int j) {
        int from = region.now[i];
        region.move(i, region.now[j]);
        region.move(j, from);
    }

    private boolean exchangeKeepsDemands(int i, int j, int from, int to) {
        for (int q = 0; q < m; q++) {
            double more = region.activity[i * m + q] - region.activity[j * m + q];
            if (!demands.keeps(region.territory[from], q, region.load[from * m + q] - more)
                    || !demands.keeps(region.territory[to], q, region.load[to * m + q] + more)) {
                return false;
            }
        }
        return true;
    }

    private double exchangeViolation(int i, int j, int from, int to) {
        double sum = 0;
        for (int q = 0; q < m; q++) {
            double more = region.activity[i * m + q] - region.activity[j * m + q];
            sum += demands.violation(region.territory[from], q, region.load[from * m + q] - more);
            sum += demands.violation(region.territory[to], q, region.load[to * m + q] + more);
        }
        return sum;
    }

    private boolean moveCentres() {
        boolean any = false;
        for (int t = 0; t < region.r; t++) {
            if (region.changed[t] && !region.hasHome(t)) {
                any |= moveCentre(t);
            }
            region.changed[t] = false;
        }
        return any;
    }

    private boolean moveCentre(int t) {
        int count = region.count[t];
        if (group.length < count) {
            group = new int[count + count / 2];
        }
        for (int at = 0; at < count; at++) {
            group[at] = region.unit[region.members[t * region.size + at]];
        }
        region.steps += (long) count * Math.min(count, 256) / 2;
        int median = Median.of(region.instance.positions, group, count, region.centre[t]);
        if (median == region.centre[t]) {
            return false;
        }
        region.centre[t] = median;
        region.measureCosts(t);
        return true;
    }
}
