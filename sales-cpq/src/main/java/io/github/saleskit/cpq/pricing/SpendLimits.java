package io.github.saleskit.cpq.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * The least and the most that is charged for a product in a period.
 *
 * <p>What is missing to the least is charged as a top-up; what lies above the most is given back.
 *
 * <p>Immutable and thread-safe.
 *
 * @param atLeast the committed spend; none when absent
 * @param atMost the cap; none when absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SpendLimits(Optional<BigMoney> atLeast, Optional<BigMoney> atMost) implements StrictDocument {

    /** No limits. */
    public static SpendLimits none() {
        return new SpendLimits(Optional.empty(), Optional.empty());
    }

    /**
     * Holds charges within the limits.
     *
     * @param before what was charged earlier in the period
     * @param parts what is charged now, in the order in which the cap is used up; at least one, in one currency
     */
    public SpendBill apply(BigMoney before, List<BigMoney> parts) {
        List<BigMoney> discounts = new ArrayList<>();
        BigMoney reached = before;
        for (BigMoney part : parts) {
            reached = reached.plus(part);
            BigMoney over = overCap(reached, part);
            discounts.add(over);
            reached = reached.minus(over);
        }
        BigMoney zero = BigMoney.zero(before.getCurrencyUnit());
        BigMoney sum = reached;
        BigMoney topUp =
                atLeast.filter(sum::isLessThan).map(least -> least.minus(sum)).orElse(zero);
        return new SpendBill(parts, discounts, topUp);
    }

    private BigMoney overCap(BigMoney reached, BigMoney part) {
        BigMoney zero = BigMoney.zero(part.getCurrencyUnit());
        BigMoney over =
                atMost.filter(reached::isGreaterThan).map(reached::minus).orElse(zero);
        return over.isGreaterThan(part) ? part : over;
    }
}
