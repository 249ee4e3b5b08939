package io.github.saleskit.core.staffing;

/**
 * Functions u of the number in the system; for each, the average of load u(n) - busy(n) u(n-1) is zero in the long run.
 *
 * <p>They follow the shapes that waits have: smooth in (n - agents) / sqrt(load) below, in (n - agents) (1 - load /
 * agents) above, with a bend where the last agent gets busy.
 */
final class ControlBasis {

    static final int SIZE = 12;

    private static final double[] BELOW = {.5, 1, 2, 4};
    private static final double[] ABOVE = {.5, 1, 2};

    private final int agents;
    private final double spread;
    private final double spare;

    ControlBasis(double load, int agents) {
        this.agents = agents;
        this.spread = Math.sqrt(load);
        this.spare = (agents - load) / agents;
    }

    /** The values at n. */
    void fill(int n, double[] u) {
        double below = Math.min(0, n - agents) / spread;
        double above = Math.max(0, n - agents) * spare;
        u[0] = 1;
        u[1] = n >= agents - 1 ? 1 : 0;
        u[2] = Math.max(0, n - agents + 1) * spare;
        u[3] = below;
        u[4] = below * below;
        for (int i = 0; i < BELOW.length; i++) {
            u[5 + i] = StrictMath.exp(BELOW[i] * below);
        }
        for (int i = 0; i < ABOVE.length; i++) {
            u[5 + BELOW.length + i] = StrictMath.exp(-ABOVE[i] * above);
        }
    }
}
