package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * How the price of a line came about, from the list price step by step to the net price: each output is the next input.
 *
 * <p>Immutable and thread-safe.
 *
 * @param quantity of the line
 * @param rounding the policy by which the steps were rounded
 * @param steps at least the list price
 */
public record PriceWaterfall(
        @Required BigDecimal quantity, @Required RoundingPolicy rounding, List<PriceStep> steps)
        implements StrictDocument {

    public PriceWaterfall {
        requireNonNull(quantity, "quantity");
        requireNonNull(rounding, "rounding");
        steps = steps == null ? List.of() : List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps is empty, but a waterfall has at least the list price.");
        }
    }

    /** The list price of the whole line, as the price book has it. */
    public BigMoney list() {
        return steps.get(0).output();
    }

    /** What the line costs in the end: the output of the last step. */
    public Money net() {
        return steps.get(steps.size() - 1).output().toMoney();
    }

    /**
     * The net price calculated again from nothing: each step's change and rounding applied to what the one before gave.
     *
     * <p>Always the {@linkplain #net() net price}; for tests, audits and hosts that store waterfalls.
     */
    public Money replay() {
        BigMoney amount = steps.get(0).input();
        for (PriceStep step : steps) {
            amount = step.replay(amount, quantity, rounding);
        }
        return amount.toMoney();
    }
}
