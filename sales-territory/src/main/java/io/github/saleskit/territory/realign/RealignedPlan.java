package io.github.saleskit.territory.realign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.design.Contiguity;
import io.github.saleskit.territory.design.TerritoryPlan;
import java.util.List;

/**
 * One way to realign: a plan and the moves that lead to it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param plan the territory of every account of today
 * @param moves the accounts that were in another territory before, in the order of their ids; new accounts are no moves
 * @param moved sum of the weights of the moves
 * @param imbalance the largest deviation of a load from the territory's share, as a share of it; .05 for 5 %
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RealignedPlan(
        @Required TerritoryPlan plan,
        @Complete List<AccountMove> moves,
        @Required double moved,
        @Required double imbalance)
        implements StrictDocument {

    public RealignedPlan {
        moves = moves == null ? List.of() : List.copyOf(moves);
    }

    /** Whether the plan keeps every limit. */
    public boolean feasible() {
        return plan.feasible();
    }

    /** The sum of the distances from all accounts to the centre of their territory. */
    public double distance() {
        return plan.totalDistance();
    }

    /** How many borders are between different territories; 0 where the problem has none. */
    public int cutBorders() {
        return plan.contiguity().map(Contiguity::cutBorders).orElse(0);
    }
}
