package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Units that come (or, negative, go) during a billing period and are charged for the rest of it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param units by which the tier is chosen
 * @param charged the units pro rata: 5 units for the last 7 of 10 days are 3.5; of the same sign
 */
public record UsageChange(BigDecimal units, BigDecimal charged) {
    public UsageChange {
        requireNonNull(units, "units");
        requireNonNull(charged, "charged");
    }
}
