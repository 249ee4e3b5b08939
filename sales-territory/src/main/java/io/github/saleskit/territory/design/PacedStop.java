package io.github.saleskit.territory.design;

import io.github.saleskit.core.definition.StopSignal;
import java.util.function.DoubleSupplier;

/**
 * A stop signal that also knows how much of the allowed effort is over, so that a search under a deadline can pace
 * itself as it does under a budget.
 *
 * <p>A plain {@link StopSignal} comes as a surprise: the search is cut off in the middle of its schedule. One that is
 * paced makes the schedule end with the deadline. The plan then depends on the speed of the machine.
 *
 * <pre>{@code
 * PacedStop deadline = PacedStop.of(() -> (clock.millis() - start) / 10_000.0);   // ten seconds
 * planner.plan(WorkBudget.unlimited(), 7, deadline, ProgressListener.none());
 * }</pre>
 */
public interface PacedStop extends StopSignal {

    /** How much of what is allowed is over: from 0 at the start to 1 at the end; never less than before. */
    double shareOver();

    /**
     * A stop for a part of the effort: its share goes from 0 to 1 while that of this one goes from one value to
     * another.
     *
     * <pre>{@code
     * deadline.between(deadline.shareOver(), 1);   // what is left now
     * }</pre>
     *
     * @param from where the part begins, from 0
     * @param to where it ends; when not after the beginning, the part is over at once
     */
    default PacedStop between(double from, double to) {
        return of(() -> to > from ? Math.max(0, (shareOver() - from) / (to - from)) : 1);
    }

    /** A stop when the share has reached 1. */
    static PacedStop of(DoubleSupplier shareOver) {
        return new PacedStop() {
            @Override
            public double shareOver() {
                return shareOver.getAsDouble();
            }

            @Override
            public boolean stopRequested() {
                return shareOver.getAsDouble() >= 1;
            }
        };
    }
}
