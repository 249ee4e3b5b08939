package io.github.saleskit.territory.realign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The ways to realign worth choosing from: of the plans found, those of which none has as few moves, as short distances
 * and as even loads as another at once (a Pareto front).
 *
 * <pre>{@code
 * realignment.fewestMoves().moves().forEach(move -> log.info(move.reason().text(Locale.JAPANESE)));
 * realignment.withAtMost(25).ifPresent(option -> store.save(option.plan()));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param front at least one plan, from the fewest moves on. When none was found that keeps every limit, the only one
 *     here is the nearest
 * @param movesLowerBound a weight of moves that no plan within the limits can go below: proven. 0 when nothing must
 *     move
 * @param distanceBefore sum of the distances from the accounts that were in a territory to the centre it had
 * @param workUnits units of work that were spent
 * @param reasons whether the limits are kept, how few moves it takes, and what is new
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Realignment(
        @Required int version,
        @Required List<RealignedPlan> front,
        @Required double movesLowerBound,
        @Required double distanceBefore,
        @Required long workUnits,
        @Required List<Reason> reasons)
        implements Decision, StrictDocument {

    public Realignment {
        DocumentVersion.require("realignment", version, 1);
        front = List.copyOf(front);
        reasons = List.copyOf(reasons);
        if (front.isEmpty()) {
            throw new IllegalArgumentException("front is empty, but must have a plan.");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends RealignmentBuilder {
        Builder() {
            version(1);
        }
    }

    /** Whether the plans keep every limit. */
    public boolean feasible() {
        return fewestMoves().feasible();
    }

    /** The plan with the least weight of moves. */
    public RealignedPlan fewestMoves() {
        return front.get(0);
    }

    /** The moves of the plan with the fewest, each with its reason. */
    public List<AccountMove> moves() {
        return fewestMoves().moves();
    }

    /** The plan with the shortest distances. */
    public RealignedPlan shortest() {
        return least(Comparator.comparingDouble(RealignedPlan::distance));
    }

    /** The plan with the most even loads. */
    public RealignedPlan mostBalanced() {
        return least(Comparator.comparingDouble(RealignedPlan::imbalance));
    }

    /**
     * The plan with the shortest distances among those with at most so much weight of moves; empty when all have more.
     *
     * @param moved the most weight of moves
     */
    public Optional<RealignedPlan> withAtMost(double moved) {
        return front.stream()
                .filter(option -> option.moved() <= moved)
                .min(Comparator.comparingDouble(RealignedPlan::distance));
    }

    /**
     * The plan that is cheapest when a move of weight 1 costs as much as a distance: the least of distance plus price
     * times moves.
     *
     * @param price of a move, at least 0
     */
    public RealignedPlan atPrice(double price) {
        return least(Comparator.comparingDouble(option -> option.distance() + price * option.moved()));
    }

    private RealignedPlan least(Comparator<RealignedPlan> order) {
        return front.stream().min(order).orElseThrow();
    }
}
