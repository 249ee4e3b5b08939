package io.github.saleskit.cpq.pricing;

import java.math.BigDecimal;

/** To which of two neighbouring tiers a quantity belongs that lies exactly on their bound. */
public enum TierBounds {
    /** To the lower one: "up to 10" still holds 10, the next tier starts just above. The convention of most systems. */
    UPPER_INCLUSIVE {
        @Override
        boolean isBeyond(BigDecimal quantity, BigDecimal upTo) {
            return quantity.compareTo(upTo) > 0;
        }
    },
    /** To the upper one: 11 is the first quantity that "up to 11" no longer holds. The convention of block prices. */
    UPPER_EXCLUSIVE {
        @Override
        boolean isBeyond(BigDecimal quantity, BigDecimal upTo) {
            return quantity.compareTo(upTo) >= 0;
        }
    };

    /** Whether the quantity lies above a tier with this bound, that is, has reached the next. */
    abstract boolean isBeyond(BigDecimal quantity, BigDecimal upTo);
}
