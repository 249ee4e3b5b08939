package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * What part of a billing period is charged: 14 of 28 days.
 *
 * <p>Immutable and thread-safe.
 *
 * @param part in days, seconds or what else the {@link Proration} counts; negative for what is credited
 * @param whole the same for the whole period, above zero
 */
public record PeriodShare(@Required long part, @Required long whole) implements StrictDocument {

    /** All of it. */
    public static final PeriodShare WHOLE = new PeriodShare(1, 1);

    public PeriodShare {
        if (whole <= 0) {
            throw new IllegalArgumentException("whole is " + whole + ", but must be above zero.");
        }
    }

    /** Whether it is the whole period. */
    public boolean coversAll() {
        return part == whole;
    }

    PeriodShare minus(PeriodShare other) {
        return whole == other.whole
                ? new PeriodShare(part - other.part, whole)
                : new PeriodShare(
                        Math.subtractExact(
                                Math.multiplyExact(part, other.whole), Math.multiplyExact(other.part, whole)),
                        Math.multiplyExact(whole, other.whole));
    }

    @Override
    public String toString() {
        return part + "/" + whole;
    }
}
