package io.github.saleskit.forecast.series;

/** How long one period of a series is. */
public enum Granularity {
    /** Calendar years, written {@code 2026}. */
    YEAR(1),
    /** Calendar quarters, written {@code 2026-Q4}. */
    QUARTER(4),
    /** Calendar months, written {@code 2026-11}. */
    MONTH(12),
    /** Weeks from Monday to Sunday of the ISO calendar, written {@code 2026-W48}. */
    WEEK(52),
    /** Days, written {@code 2026-11-23}. */
    DAY(7),
    /** Numbered steps without a place in the calendar, written {@code #17}. */
    STEP(1);

    private final int seasonLength;

    Granularity(int seasonLength) {
        this.seasonLength = seasonLength;
    }

    /** After how many periods the season usually repeats: a year, a week for days; 1 for no season. */
    public int usualSeasonLength() {
        return seasonLength;
    }
}
