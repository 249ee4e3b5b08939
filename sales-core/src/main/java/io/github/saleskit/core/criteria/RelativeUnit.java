package io.github.saleskit.core.criteria;

import java.time.temporal.ChronoUnit;

/**
 * The unit by which a moment is moved; from {@link #DAYS} on, local time stays as it is over daylight-saving changes.
 */
public enum RelativeUnit {
    /** Sixty seconds. */
    MINUTES("min", "minutes", ChronoUnit.MINUTES),
    /** Sixty minutes. */
    HOURS("h", "hours", ChronoUnit.HOURS),
    /** Days of the calendar. */
    DAYS("d", "days", ChronoUnit.DAYS),
    /** Days on which the condition's {@link BusinessDays} are open. */
    BUSINESS_DAYS("bd", "business days", ChronoUnit.DAYS),
    /** Seven days. */
    WEEKS("w", "weeks", ChronoUnit.WEEKS),
    /** Months of the calendar; where the target month is too short, its last day. */
    MONTHS("mo", "months", ChronoUnit.MONTHS),
    /** Years of the calendar; February 29 becomes 28 where there is none. */
    YEARS("y", "years", ChronoUnit.YEARS);

    private final String symbol;
    private final String words;
    private final ChronoUnit chronoUnit;

    RelativeUnit(String symbol, String words, ChronoUnit chronoUnit) {
        this.symbol = symbol;
        this.words = words;
        this.chronoUnit = chronoUnit;
    }

    /** As JSON writes it: {@code 30d}. */
    public String symbol() {
        return symbol;
    }

    /** As the text form writes it: {@code 30 days}. */
    public String words() {
        return words;
    }

    ChronoUnit chronoUnit() {
        return chronoUnit;
    }

    boolean ofTime() {
        return this == MINUTES || this == HOURS;
    }
}
