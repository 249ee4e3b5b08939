package io.github.saleskit.core.staffing;

import io.github.saleskit.core.definition.WorkMeter;

/** Lets a queue walk in stretches, which get longer as the run does, until the figures are accurate enough. */
final class QueueRun {

    /** Stretches when the figures are looked at; then each two become one. */
    private static final int STRETCHES = 256;

    /** So many stretches must have seen somebody wait before their spread is believed. */
    private static final int WITH_WAITS = 128;

    private static final int SHORTEST = 4_000;
    private static final int STEPS_AN_AGENT = 20;

    private final QueueWalk walk;
    private final QueueFigures figures;
    private final double arrivalRate;
    private final double accuracy;
    private final double[][] sums = new double[STRETCHES][];
    private int count;
    private long length;
    private long transitions;

    QueueRun(QueueWalk walk, QueueFigures figures, double arrivalRate, double accuracy) {
        this.walk = walk;
        this.figures = figures;
        this.arrivalRate = arrivalRate;
        this.accuracy = accuracy;
        this.length = Math.max(SHORTEST, (long) STEPS_AN_AGENT * walk.agents());
    }

    QueueEstimate until(WorkMeter meter) {
        meter.phase("simulating", meter.left());
        walkTo(STRETCHES / 8, meter);
        count = 0;
        while (walkTo(STRETCHES, meter)) {
            QueueEstimate estimate = estimate();
            if (estimate.accurate()) {
                return estimate;
            }
            halve();
        }
        return estimate();
    }

    /** False when the budget ends it. */
    private boolean walkTo(int stretches, WorkMeter meter) {
        while (count < stretches) {
            if (!meter.spend(length) && count > ControlBasis.SIZE + 1) {
                return false;
            }
            walk.walk(length);
            transitions += length;
            sums[count++] = figures.take();
        }
        return true;
    }

    private void halve() {
        for (int i = 0; i < STRETCHES / 2; i++) {
            for (int k = 0; k < sums[i].length; k++) {
                sums[i][k] = sums[2 * i][k] + sums[2 * i + 1][k];
            }
        }
        count = STRETCHES / 2;
        length *= 2;
    }

    private QueueEstimate estimate() {
        ControlledRatio ratio = new ControlledRatio(sums, count);
        Estimate waiting = ratio.estimate(QueueFigures.WAITING);
        Estimate inTime = ratio.estimate(QueueFigures.IN_TIME);
        Estimate queue = ratio.estimate(QueueFigures.QUEUE);
        Estimate answer = new Estimate(queue.value() / arrivalRate, queue.standardError() / arrivalRate);
        return QueueEstimate.builder()
                .waitProbability(waiting)
                .serviceLevel(inTime)
                .speedOfAnswer(answer)
                .transitions(transitions)
                .accurate(sawWaits() && isAccurate(waiting) && isAccurate(inTime) && isAccurate(answer))
                .build();
    }

    private boolean isAccurate(Estimate estimate) {
        return estimate.relativeError() <= accuracy;
    }

    private boolean sawWaits() {
        int seen = 0;
        for (int i = 0; i < count; i++) {
            seen += sums[i][QueueFigures.WAITING] > 0 ? 1 : 0;
        }
        return seen >= WITH_WAITS;
    }
}
