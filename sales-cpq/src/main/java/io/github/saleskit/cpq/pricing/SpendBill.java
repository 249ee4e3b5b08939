package io.github.saleskit.cpq.pricing;

import java.util.List;
import org.joda.money.BigMoney;

/**
 * Charges held within the limits of what may be spent.
 *
 * <p>Immutable and thread-safe.
 *
 * @param parts what is charged before the limits; at least one
 * @param discounts for each part what the cap gives back of it; not negative
 * @param topUp what is added to reach the committed spend; not negative
 */
public record SpendBill(List<BigMoney> parts, List<BigMoney> discounts, BigMoney topUp) {
    public SpendBill {
        parts = List.copyOf(parts);
        discounts = List.copyOf(discounts);
    }

    /** The sum of the parts. */
    public BigMoney gross() {
        return BigMoney.total(parts);
    }

    /** What the cap gives back in all. */
    public BigMoney discount() {
        return BigMoney.total(discounts);
    }

    /** What is to be paid. */
    public BigMoney amount() {
        return gross().minus(discount()).plus(topUp);
    }
}
