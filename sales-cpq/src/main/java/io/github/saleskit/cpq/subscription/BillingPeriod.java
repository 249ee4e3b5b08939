package io.github.saleskit.cpq.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * How long a subscription is charged at a time, or for how long a price is meant: so many months, or so many days.
 *
 * <pre>{@code
 * BillingPeriod.monthly();      // P1M
 * BillingPeriod.months(18);     // P18M
 * BillingPeriod.weeks(2);       // P2W
 * }</pre>
 *
 * <p>In JSON a text of ISO 8601: {@code "P1M"}, {@code "P3M"}, {@code "P1Y"}, {@code "P2W"}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param months from 0 to 12,000
 * @param days from 0 to 366,000; exactly one of both is above zero
 */
public record BillingPeriod(int months, int days) {

    private static final int MOST_MONTHS = 12_000;
    private static final int MOST_DAYS = 366_000;
    private static final int MONTHS_OF_YEAR = 12;
    private static final int DAYS_OF_WEEK = 7;

    public BillingPeriod {
        boolean inRange = months >= 0 && months <= MOST_MONTHS && days >= 0 && days <= MOST_DAYS;
        if (!inRange || (months > 0) == (days > 0)) {
            throw new IllegalArgumentException("period is " + months + " months and " + days
                    + " days, but must be either from 1 to 12000 months or from 1 to 366000 days.");
        }
    }

    /** Every month. */
    public static BillingPeriod monthly() {
        return months(1);
    }

    /** Every three months. */
    public static BillingPeriod quarterly() {
        return months(3);
    }

    /** Every twelve months. */
    public static BillingPeriod yearly() {
        return months(MONTHS_OF_YEAR);
    }

    /** Every so many months. */
    public static BillingPeriod months(int months) {
        return new BillingPeriod(months, 0);
    }

    /** Every so many weeks. */
    public static BillingPeriod weeks(int weeks) {
        return new BillingPeriod(0, Math.multiplyExact(weeks, DAYS_OF_WEEK));
    }

    /** Every so many days. */
    public static BillingPeriod days(int days) {
        return new BillingPeriod(0, days);
    }

    /**
     * Reads a period of ISO 8601, such as {@code P1Y}.
     *
     * @throws IllegalArgumentException when it is none, or counts both months and days
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BillingPeriod parse(String text) {
        try {
            Period period = Period.parse(text);
            return new BillingPeriod(
                    Math.toIntExact(period.toTotalMonths()), Math.toIntExact(period.get(ChronoUnit.DAYS)));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "text is \"" + text + "\", but must be a period such as P1M, P3M, P1Y, P2W or P30D.", e);
        }
    }

    /** Whether it is counted in months, so that it can begin on a day of the month. */
    public boolean isOfMonths() {
        return months > 0;
    }

    /** Whether it is counted in whole weeks, so that it can begin on a day of the week. */
    public boolean isOfWeeks() {
        return days > 0 && days % DAYS_OF_WEEK == 0;
    }

    /** Whether both are counted alike; months do not compare with days. */
    boolean comparesWith(BillingPeriod other) {
        return isOfMonths() == other.isOfMonths();
    }

    int length() {
        return months + days;
    }

    /**
     * The day that lies so many periods after another, or before it; the last of the month where that day does not
     * exist.
     */
    LocalDate after(LocalDate day, int periods) {
        return isOfMonths() ? day.plusMonths((long) months * periods) : day.plusDays((long) days * periods);
    }

    /** As ISO 8601, in years, months, weeks or days, whichever is the longest that fits. */
    @Override
    @JsonValue
    public String toString() {
        if (isOfMonths()) {
            return months % MONTHS_OF_YEAR == 0 ? "P" + months / MONTHS_OF_YEAR + "Y" : "P" + months + "M";
        }
        return isOfWeeks() ? "P" + days / DAYS_OF_WEEK + "W" : "P" + days + "D";
    }
}
