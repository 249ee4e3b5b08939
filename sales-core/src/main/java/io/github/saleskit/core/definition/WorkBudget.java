package io.github.saleskit.core.definition;

/**
 * How much work an engine may do, in the engine's own units and never in seconds, so that the same budget gives the
 * same answer on every machine.
 *
 * <p>What one unit is (a move tried, a model fitted, a draw) is said by the engine that takes the budget. A caller who
 * wants a limit in time passes a {@link StopSignal} besides, and accepts that the answer then depends on the machine.
 *
 * <p>Immutable and thread-safe.
 *
 * @param units the most units of work, at least 0; {@link Long#MAX_VALUE} for no limit
 */
public record WorkBudget(long units) {

    private static final WorkBudget UNLIMITED = new WorkBudget(Long.MAX_VALUE);

    public WorkBudget {
        if (units < 0) {
            throw new IllegalArgumentException("units is " + units + ", but must be at least 0.");
        }
    }

    /** A budget of so many units, at least 0. */
    public static WorkBudget ofUnits(long units) {
        return new WorkBudget(units);
    }

    /** No limit; for engines that end by themselves. */
    public static WorkBudget unlimited() {
        return UNLIMITED;
    }
}
