package io.github.saleskit.cpq.subscription;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The days on which periods begin, numbered; period 0 begins in the month, or on the day, from which they are counted.
 *
 * <p>Both look-ups take O(1).
 */
final class AnchorGrid {

    static final int LONGEST_MONTH = 31;

    private static final LocalDate MONDAY = LocalDate.of(2000, 1, 3);

    private final LocalDate origin;
    private final int day;
    private final BillingPeriod period;

    private AnchorGrid(LocalDate origin, int day, BillingPeriod period) {
        this.origin = origin;
        this.day = day;
        this.period = period;
    }

    /** The grid of a subscription that begins on a day. */
    static AnchorGrid of(BillingAnchor anchor, LocalDate start, BillingPeriod period) {
        if (anchor instanceof BillingAnchor.StartDay at) {
            return atStart(start, at.monthEnd().orElse(MonthEnd.SAME_DAY), period);
        }
        if (anchor instanceof BillingAnchor.DayOfMonth at) {
            return ofMonthDay(start, period.isOfMonths() ? at.day() : start.getDayOfMonth(), period);
        }
        if (anchor instanceof BillingAnchor.Weekday at) {
            return of(start.with(TemporalAdjusters.nextOrSame(at.day())), period);
        }
        if (anchor instanceof BillingAnchor.Calendar at) {
            return of(period.isOfMonths() ? LocalDate.of(2000, at.firstMonth().orElse(1), 1) : MONDAY, period);
        }
        return of(((BillingAnchor.Date) anchor).date(), period);
    }

    /** Whether periods of this length can begin so. */
    static boolean suits(BillingAnchor anchor, BillingPeriod period) {
        return !(anchor instanceof BillingAnchor.Weekday) || period.isOfWeeks();
    }

    private static AnchorGrid atStart(LocalDate start, MonthEnd monthEnd, BillingPeriod period) {
        boolean last = monthEnd == MonthEnd.LAST_DAY && start.getDayOfMonth() == start.lengthOfMonth();
        return ofMonthDay(start, last ? LONGEST_MONTH : start.getDayOfMonth(), period);
    }

    private static AnchorGrid of(LocalDate origin, BillingPeriod period) {
        return new AnchorGrid(origin, origin.getDayOfMonth(), period);
    }

    /**
     * Periods of months that begin on a day of the month, the first in the month of a date; those of days begin on the
     * date.
     */
    private static AnchorGrid ofMonthDay(LocalDate month, int day, BillingPeriod period) {
        return new AnchorGrid(month, day, period);
    }

    LocalDate at(long number) {
        if (!period.isOfMonths()) {
            return origin.plusDays(number * period.days());
        }
        YearMonth month = YearMonth.from(origin).plusMonths(number * period.months());
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The number of the last period that does not begin after a day. */
    long numberAt(LocalDate date) {
        long guess = period.isOfMonths()
                ? Math.floorDiv(
                        ChronoUnit.MONTHS.between(YearMonth.from(origin), YearMonth.from(date)), period.months())
                : Math.floorDiv(ChronoUnit.DAYS.between(origin, date), period.days());
        return at(guess).isAfter(date) ? guess - 1 : guess;
    }
}
