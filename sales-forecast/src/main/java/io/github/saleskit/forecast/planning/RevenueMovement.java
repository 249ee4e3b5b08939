package io.github.saleskit.forecast.planning;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import io.github.saleskit.forecast.series.TimePeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * How recurring revenue moved from one period to the next: {@code closing = opening + gained + returned + expanded -
 * contracted - churned}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param period the later of the two
 * @param opening recurring revenue of the period before
 * @param gained from customers who never paid before
 * @param returned from customers who had paid before, but not in the period before
 * @param expanded by how much more customers pay
 * @param contracted by how much less customers pay who still pay
 * @param churned what customers paid who pay no more
 * @param closing recurring revenue of the period
 */
@ValueStyle
@Value.Builder
public record RevenueMovement(
        @Required TimePeriod period,
        @Required Money opening,
        @Required Money gained,
        @Required Money returned,
        @Required Money expanded,
        @Required Money contracted,
        @Required Money churned,
        @Required Money closing)
        implements StrictDocument, WithRevenueMovement {

    private static final int DIGITS = 6;

    public RevenueMovement {
        requireNonNull(period, "period");
        requireNotNegative("gained", period, gained);
        requireNotNegative("returned", period, returned);
        requireNotNegative("expanded", period, expanded);
        requireNotNegative("contracted", period, contracted);
        requireNotNegative("churned", period, churned);
        Money sum = opening.plus(gained)
                .plus(returned)
                .plus(expanded)
                .minus(contracted)
                .minus(churned);
        if (!sum.equals(closing)) {
            throw new IllegalArgumentException(
                    "closing of " + period + " is " + closing + ", but the movements lead to " + sum + ".");
        }
    }

    private static void requireNotNegative(String name, TimePeriod period, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException(
                    name + " of " + period + " is " + amount + ", but must not be negative.");
        }
    }

    /**
     * Net retention: what the opening's customers pay now beside what they paid; 1.05 is 105 %, with six decimals,
     * halves up. Empty where nobody paid before.
     */
    public Optional<BigDecimal> netRetention() {
        return share(opening.plus(expanded).minus(contracted).minus(churned));
    }

    /** Gross retention: the same without expansion, so at most 1. */
    public Optional<BigDecimal> grossRetention() {
        return share(opening.minus(contracted).minus(churned));
    }

    private Optional<BigDecimal> share(Money left) {
        return opening.isZero()
                ? Optional.empty()
                : Optional.of(left.getAmount().divide(opening.getAmount(), DIGITS, RoundingMode.HALF_UP));
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds movements. */
    public static final class Builder extends RevenueMovementBuilder {
        Builder() {}
    }
}
