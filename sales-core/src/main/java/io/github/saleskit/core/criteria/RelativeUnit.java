package io.github.saleskit.core.criteria;

import java.time.temporal.ChronoUnit;

/** The unit by which a moment is moved; from {@link #DAYS} on, local time stays as it is over daylight-saving changes. */
public enum RelativeUnit {
    MINUTES("min", "minutes", ChronoUnit.MINUTES),
    HOURS("h", "hours", ChronoUnit.HOURS),
    DAYS("d", "days", ChronoUnit.DAYS),
    /** Days on which the condition's {@link BusinessDays} are open. */
    BUSINESS_DAYS("bd", "business days", ChronoUnit.DAYS),
    WEEKS("w", "weeks", ChronoUnit.WEEKS),
    MONTHS("mo", "months", ChronoUnit.MONTHS),
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
