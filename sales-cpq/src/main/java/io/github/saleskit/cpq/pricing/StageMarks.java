package io.github.saleskit.cpq.pricing;

import java.util.Arrays;

/**
 * Which stages of a pricing added the steps of a line and closed it; nothing is kept of stages that left the line
 * alone, for there may be very many. For one thread.
 */
final class StageMarks {

    private static final int[] NONE = {};
    private static final int NEVER = Integer.MAX_VALUE;

    /** For each step of rules the stage that added it, ascending. */
    private int[] stageOf = NONE;

    private int closedIn = NEVER;
    private int closedToOrderIn = NEVER;

    /** The marks as a stage left them. */
    StageMarks after(int stage) {
        StageMarks marks = new StageMarks();
        marks.stageOf = Arrays.copyOf(stageOf, steps(stage));
        marks.closedIn = isClosed(stage) ? closedIn : NEVER;
        marks.closedToOrderIn = isClosedToOrder(stage) ? closedToOrderIn : NEVER;
        return marks;
    }

    /** A stage is done, after which there are so many steps of rules. */
    void done(int stage, int steps, boolean closed, boolean closedToOrder) {
        int known = stageOf.length;
        if (steps > known) {
            stageOf = Arrays.copyOf(stageOf, steps);
            Arrays.fill(stageOf, known, steps, stage);
        }
        closedIn = closed ? Math.min(closedIn, stage) : NEVER;
        closedToOrderIn = closedToOrder ? Math.min(closedToOrderIn, stage) : NEVER;
    }

    /** How many steps of rules there were after a stage. */
    int steps(int stage) {
        int count = stageOf.length;
        while (count > 0 && stageOf[count - 1] > stage) {
            count--;
        }
        return count;
    }

    /** Whether the line was closed after a stage. */
    boolean isClosed(int stage) {
        return closedIn <= stage;
    }

    /** Whether the line was closed to discounts on the order after a stage. */
    boolean isClosedToOrder(int stage) {
        return closedToOrderIn <= stage;
    }
}
