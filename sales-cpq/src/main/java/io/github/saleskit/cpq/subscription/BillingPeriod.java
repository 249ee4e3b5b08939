package io.github.saleskit.cpq.subscription;

import java.time.Period;

/** How often a subscription is charged. */
public enum BillingPeriod {
    /** Every day. */
    DAILY(Period.ofDays(1)),
    /** Every seven days. */
    WEEKLY(Period.ofDays(7)),
    /** Every fourteen days. */
    BIWEEKLY(Period.ofDays(14)),
    /** Every thirty days. */
    THIRTY_DAYS(Period.ofDays(30)),
    /** Every month. */
    MONTHLY(Period.ofMonths(1)),
    /** Every two months. */
    BIMESTRIAL(Period.ofMonths(2)),
    /** Every three months. */
    QUARTERLY(Period.ofMonths(3)),
    /** Every four months. */
    TRIANNUAL(Period.ofMonths(4)),
    /** Every six months. */
    BIANNUAL(Period.ofMonths(6)),
    /** Every year. */
    ANNUAL(Period.ofYears(1)),
    /** Every two years. */
    BIENNIAL(Period.ofYears(2));

    private final Period length;

    BillingPeriod(Period length) {
        this.length = length;
    }

    /** How long it is. */
    public Period length() {
        return length;
    }

    /** Whether it is counted in months or years, so that it can begin on a day of the month. */
    public boolean hasAnchorDay() {
        return length.toTotalMonths() > 0;
    }
}
