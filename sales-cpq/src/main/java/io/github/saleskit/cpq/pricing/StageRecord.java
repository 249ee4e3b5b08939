package io.github.saleskit.cpq.pricing;

import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that waits for all lines found when a quote was priced.
 *
 * @param held whether its condition on the order held
 * @param price what the order cost before, where the condition can ask it
 * @param shares of its discount on the order, if it is one
 * @param total what all lines cost before the discount, where a guard of the quote limits it
 */
record StageRecord(
        boolean held,
        @Nullable BigMoney price,
        @Nullable OrderShares shares,
        @Nullable Money total) {}
