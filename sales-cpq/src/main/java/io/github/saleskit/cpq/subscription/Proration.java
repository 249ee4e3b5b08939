package io.github.saleskit.cpq.subscription;

/**
 * What a part of a billing period costs.
 *
 * <p>Except by {@link #ACTUAL_DAYS_OF_30}, the parts of a period add up to the whole. Conventions of 30 days hold for
 * periods of months; periods of days are counted by actual days. Sources of 30/360: ISDA, 2006 Definitions, section
 * 4.16 (f) to (h).
 */
public enum Proration {
    /**
     * In proportion to the days of the actual period: 14 of the 28 days of February. Stripe's and Kill Bill's whole
     * days, Lago.
     */
    ACTUAL_DAYS,
    /**
     * So many actual days of 30 for each month, at most the whole; a whole period is always charged as one, so its
     * parts may cost less or more: 28 of 30 days for all but the last day of a month. Zuora's actual/360.
     */
    ACTUAL_DAYS_OF_30,
    /**
     * Months of 30 days by the US rule: a 31st is a 30th, at the end only after a 30th; the end of February is one at
     * the start.
     */
    THIRTY_360_US,
    /** Months of 30 days by the European rule: every 31st is a 30th. Zuora's strict 30/360. */
    THIRTY_360_EUROPEAN,
    /**
     * Months of 30 days by ISDA's rule: the last day of each month is the 30th, of February too; also where the term
     * ends there.
     */
    THIRTY_360_ISDA,
    /** Whole months of the period count the same, the rest by the days of its month: 2 and 16/31 months of three. */
    MONTHS_AND_DAYS,
    /**
     * In proportion to seconds, in a time zone; a day of a change of clocks has more or fewer, one that the zone
     * skipped costs nothing. Stripe, Chargebee.
     */
    SECONDS,
    /** Not at all: what runs when a period begins pays all of it, what comes during it is free until the next. */
    NONE,
    /**
     * Not at all: what runs when a period ends, or when the item ends in it, pays all of it, what went before is free.
     */
    FULL
}
