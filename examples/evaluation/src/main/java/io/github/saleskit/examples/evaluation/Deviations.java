package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.assignment.RotationGroup;
import java.util.BitSet;

/** What everybody got beyond their due, counted apart from the rotation. */
final class Deviations {

    private final RotationGroup group;

    /** While the same people are there: how many turns they had, and who got how many, in whole numbers. */
    private final long[] got;

    private BitSet present = new BitSet();
    private long sum;
    private long since;

    /** Deviations before the people who are there came together. */
    private final double[] before;

    private long turns;
    private double worstAbove;
    private double worstBelow;

    Deviations(RotationGroup group) {
        this.group = group;
        this.got = new long[group.size()];
        this.before = new double[group.size()];
    }

    /** Counts one turn. */
    void add(BitSet there, int chosen) {
        turns++;
        if (!there.equals(present)) {
            fold();
            present = (BitSet) there.clone();
            sum = there.stream().mapToLong(group::weight).sum();
        }
        since++;
        got[chosen]++;
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            double deviation = deviation(i);
            worstAbove = Math.max(worstAbove, deviation);
            worstBelow = Math.min(worstBelow, deviation);
        }
    }

    /** The part since these people came together is a fraction of whole numbers, rounded once. */
    private double deviation(int i) {
        return before[i] + (got[i] * sum - since * group.weight(i)) / (double) sum;
    }

    private void fold() {
        for (int i = present.nextSetBit(0); i >= 0; i = present.nextSetBit(i + 1)) {
            before[i] = deviation(i);
            got[i] = 0;
        }
        since = 0;
    }

    double worstAbove() {
        return worstAbove;
    }

    double worstBelow() {
        return worstBelow;
    }

    long turns() {
        return turns;
    }
}
