package io.github.saleskit.cpq.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/** How much of a billing window a stretch of it is, by a proration in a zone. */
record WindowShare(Proration proration, ZoneId zone) {

    /** What part of the window's price is due for a stretch of it. */
    PeriodShare of(BillingWindow window, Moment from, Moment until) {
        if (from.equals(window.from()) && until.equals(window.until())) {
            return passed(window, until);
        }
        if (proration == Proration.ACTUAL_DAYS_OF_30 && window.period().isOfMonths()) {
            long whole = 30L * window.period().months();
            return new PeriodShare(Math.min(whole, days(from.day(), until.day())), whole);
        }
        return passed(window, until).minus(passed(window, from));
    }

    /** How much of a window has passed at a time within it. */
    private PeriodShare passed(BillingWindow window, Moment time) {
        return switch (proration) {
            case ACTUAL_DAYS, ACTUAL_DAYS_OF_30 -> actualDays(window, time);
            case THIRTY_360_US -> thirty360Us(window, time);
            case THIRTY_360_EUROPEAN -> thirty360European(window, time);
            case THIRTY_360_ISDA -> thirty360Isda(window, time);
            case MONTHS_AND_DAYS -> monthsAndDays(window, time);
            case SECONDS -> seconds(window, time);
            case NONE -> new PeriodShare(time.isAfter(window.from()) ? 1 : 0, 1);
            case FULL -> new PeriodShare(time.isBefore(window.servedUntil()) ? 0 : 1, 1);
        };
    }

    private static long days(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until);
    }

    private static PeriodShare actualDays(BillingWindow window, Moment time) {
        LocalDate from = window.from().day();
        return new PeriodShare(days(from, time.day()), days(from, window.until().day()));
    }

    private static PeriodShare thirty360Us(BillingWindow window, Moment time) {
        LocalDate from = window.from().day();
        LocalDate to = time.day();
        boolean fromFebruary = isEndOfFebruary(from);
        int first = fromFebruary ? 30 : Math.min(30, from.getDayOfMonth());
        boolean lastAsThirty = first == 30 && to.getDayOfMonth() == 31;
        boolean bothFebruary = fromFebruary && isEndOfFebruary(to);
        int last = lastAsThirty || bothFebruary ? 30 : to.getDayOfMonth();
        return thirty(window, time, last - first);
    }

    private static PeriodShare thirty360European(BillingWindow window, Moment time) {
        int first = Math.min(30, window.from().day().getDayOfMonth());
        return thirty(window, time, Math.min(30, time.day().getDayOfMonth()) - first);
    }

    private static PeriodShare thirty360Isda(BillingWindow window, Moment time) {
        return thirty(
                window,
                time,
                dayOfThirty(time.day()) - dayOfThirty(window.from().day()));
    }

    private static int dayOfThirty(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth() ? 30 : Math.min(30, day.getDayOfMonth());
    }

    private static boolean isEndOfFebruary(LocalDate day) {
        return day.getMonthValue() == 2 && day.getDayOfMonth() == day.lengthOfMonth();
    }

    /** Months of thirty days since the window's beginning, and days more; never beyond the window. */
    private static PeriodShare thirty(BillingWindow window, Moment time, int days) {
        if (!window.period().isOfMonths()) {
            return actualDays(window, time);
        }
        LocalDate from = window.from().day();
        long whole = 30L * window.period().months();
        long months = 12L * (time.day().getYear() - from.getYear()) + time.day().getMonthValue() - from.getMonthValue();
        boolean atEnd = time.day().equals(window.until().day());
        return new PeriodShare(atEnd ? whole : Math.max(0, Math.min(whole, 30 * months + days)), whole);
    }

    private static PeriodShare monthsAndDays(BillingWindow window, Moment time) {
        if (!window.period().isOfMonths()) {
            return actualDays(window, time);
        }
        LocalDate from = window.from().day();
        long length = window.period().months();
        if (!time.day().isBefore(window.until().day())) {
            return new PeriodShare(length, length);
        }
        long months = Math.min(length - 1, ChronoUnit.MONTHS.between(from, time.day()));
        LocalDate reached = from.plusMonths(months);
        LocalDate next = months + 1 == length ? window.until().day() : from.plusMonths(months + 1);
        long ofMonth = days(reached, next);
        return new PeriodShare(months * ofMonth + days(reached, time.day()), length * ofMonth);
    }

    /** Nothing of a day that the zone skipped, such as 30 December 2011 in Samoa: it has no seconds. */
    private PeriodShare seconds(BillingWindow window, Moment time) {
        long whole = seconds(window.from(), window.until());
        return whole == 0 ? new PeriodShare(0, 1) : new PeriodShare(seconds(window.from(), time), whole);
    }

    private long seconds(Moment from, Moment until) {
        return Duration.between(instant(from), instant(until)).toSeconds();
    }

    /**
     * Times that the zone skipped are all the one at which it did; were they moved on, later ones would come before
     * them.
     */
    private Instant instant(Moment time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time.dateTime());
        return change != null && change.isGap()
                ? change.getInstant()
                : time.dateTime().atZone(zone).toInstant();
    }
}
