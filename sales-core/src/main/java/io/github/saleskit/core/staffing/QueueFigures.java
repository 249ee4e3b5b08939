package io.github.saleskit.core.staffing;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Adds up what one stretch of a walk shows: time, the three figures times time, and the controls times time. */
final class QueueFigures {

    /** Positions in the sums. */
    static final int TIME = 0;

    static final int WAITING = 1;
    static final int QUEUE = 2;
    static final int IN_TIME = 3;
    static final int CONTROLS = 4;

    private final QueueWalk walk;
    private final ControlBasis basis;
    private final double completionsInTime;

    /** By the number already waiting: the chance that an arrival is answered in time; NaN where not yet asked for. */
    private double[] inTime = {Double.NaN};

    /** Takes the threshold in handling times. */
    QueueFigures(QueueWalk walk, double threshold) {
        this.walk = walk;
        this.basis = new ControlBasis(walk.load(), walk.agents());
        this.completionsInTime = threshold * walk.agents();
    }

    double[] take() {
        double[] sums = new double[CONTROLS + ControlBasis.SIZE];
        double[] before = new double[ControlBasis.SIZE];
        double[] here = new double[ControlBasis.SIZE];
        basis.fill(walk.lowest() - 1, before);
        for (int n = walk.lowest(); n <= walk.highest(); n++) {
            basis.fill(n, here);
            add(n, walk.time(n), here, before, sums);
            double[] spare = before;
            before = here;
            here = spare;
        }
        walk.forget();
        return sums;
    }

    private void add(int n, double time, double[] here, double[] before, double[] sums) {
        int waiting = n - walk.agents();
        sums[TIME] += time;
        sums[IN_TIME] += waiting < 0 ? time : time * inTime(waiting);
        if (waiting >= 0) {
            sums[WAITING] += time;
            sums[QUEUE] += time * waiting;
        }
        double up = time * walk.load();
        double down = time * Math.min(n, walk.agents());
        for (int k = 0; k < ControlBasis.SIZE; k++) {
            sums[CONTROLS + k] += up * here[k] - down * before[k];
        }
    }

    /** The chance of more completions in time than there are waiting: those, and one for the arrival itself. */
    private double inTime(int waiting) {
        if (waiting >= inTime.length) {
            int known = inTime.length;
            inTime = Arrays.copyOf(inTime, 2 * waiting);
            Arrays.fill(inTime, known, inTime.length, Double.NaN);
        }
        if (Double.isNaN(inTime[waiting])) {
            inTime[waiting] = completionsInTime == 0 ? 0 : RegularizedGamma.P.value(waiting + 1.0, completionsInTime);
        }
        return inTime[waiting];
    }
}
