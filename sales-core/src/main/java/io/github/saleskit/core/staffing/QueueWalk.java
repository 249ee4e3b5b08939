package io.github.saleskit.core.staffing;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many are in the system, waiting and being served, from one arrival or completion to the next.
 *
 * <p>Time is in handling times, so an arrival comes at rate {@code load}. Above the load, up to the number of agents,
 * each step upwards continues in as many copies as make every level equally often visited; a copy ends at the step
 * below the level where it was made. What a visit weighs depends only on where it is.
 *
 * <p>Mutable, for one thread.
 */
final class QueueWalk {

    /** More copies at once would only fill memory: waits that rare are not simulated within any budget. */
    private static final int MOST_COPIES = 10_000;

    private final double load;
    private final int agents;
    private final SplittableRandom random;
    private final double[] chanceUp;
    private final double[] copies;
    private final double[] weight;

    private long[] visits;
    private int lowest;
    private int highest;

    private int inSystem;
    private int endsAt = -1;
    private int waitingCopies;
    private int[] copyAt = new int[64];
    private int[] copyEnds = new int[64];

    QueueWalk(double load, int agents, long seed) {
        this.load = load;
        this.agents = agents;
        this.random = new SplittableRandom(seed);
        this.chanceUp = new double[agents + 1];
        this.copies = new double[agents + 1];
        this.weight = new double[agents + 1];
        this.visits = new long[agents + 1_024];
        this.inSystem = (int) load;
        prepare();
        forget();
    }

    private void prepare() {
        double product = 1;
        for (int n = 0; n <= agents; n++) {
            chanceUp[n] = load / (load + n);
            copies[n] = Math.max(1, Math.min(MOST_COPIES, n / load));
            product /= copies[n];
            weight[n] = product;
        }
    }

    int agents() {
        return agents;
    }

    double load() {
        return load;
    }

    /** Takes so many steps. */
    void walk(long steps) {
        for (long step = 0; step < steps; step++) {
            count();
            if (random.nextDouble() < chanceUp[Math.min(inSystem, agents)]) {
                up();
            } else {
                down();
            }
        }
    }

    private void count() {
        if (inSystem >= visits.length) {
            visits = Arrays.copyOf(visits, 2 * inSystem);
        }
        visits[inSystem]++;
        lowest = Math.min(lowest, inSystem);
        highest = Math.max(highest, inSystem);
    }

    private void up() {
        inSystem++;
        if (inSystem <= agents && copies[inSystem] > 1) {
            split(rounded(copies[inSystem]));
        }
    }

    private int rounded(double number) {
        int whole = (int) number;
        return random.nextDouble() < number - whole ? whole + 1 : whole;
    }

    /** This one goes on after its copies have ended. */
    private void split(int copiesNow) {
        if (copiesNow > 1) {
            push(endsAt);
            for (int i = 2; i < copiesNow; i++) {
                push(inSystem);
            }
            endsAt = inSystem;
        }
    }

    private void push(int ends) {
        if (waitingCopies == copyAt.length) {
            copyAt = Arrays.copyOf(copyAt, 2 * waitingCopies);
            copyEnds = Arrays.copyOf(copyEnds, 2 * waitingCopies);
        }
        copyAt[waitingCopies] = inSystem;
        copyEnds[waitingCopies++] = ends;
    }

    private void down() {
        if (inSystem == endsAt) {
            inSystem = copyAt[--waitingCopies];
            endsAt = copyEnds[waitingCopies];
        } else {
            inSystem--;
        }
    }

    /** The fewest in the system since {@link #forget}. */
    int lowest() {
        return lowest;
    }

    /** The most in the system since {@link #forget}. */
    int highest() {
        return highest;
    }

    /** Time spent, in handling times times weight, with so many in the system since {@link #forget}. */
    double time(int n) {
        int busy = Math.min(n, agents);
        return visits[n] * weight[busy] / (load + busy);
    }

    /** Starts counting anew, from where the walk is. */
    void forget() {
        if (highest >= lowest) {
            Arrays.fill(visits, lowest, Math.min(visits.length, highest + 1), 0);
        }
        lowest = Integer.MAX_VALUE;
        highest = -1;
    }
}
