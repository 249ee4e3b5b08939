package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.TerritoryPlan;
import java.util.List;

/**
 * The plans worth choosing from.
 *
 * @param options from the fewest moves on
 * @param fewest the weight of moves that is proven to be needed
 * @param distanceBefore of the accounts that were somewhere before, to the centres they then had
 * @param placed how many accounts are new
 * @param workUnits that were spent
 */
public record RealignOutcome(List<Option> options, double fewest, double distanceBefore, int placed, long workUnits) {

    /**
     * One plan.
     *
     * @param plan as a whole
     * @param moves of accounts that were in another territory before
     * @param weight of all these moves
     * @param imbalance the largest deviation of a load from its target, as a share of it
     */
    public record Option(TerritoryPlan plan, List<Moved> moves, double weight, double imbalance) {}

    /** One account that is in another territory than before, and why. */
    public record Moved(String account, String from, String to, double weight, Reason reason) {}
}
