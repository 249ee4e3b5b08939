package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * Which dates fulfil the parts of a recurrence rule that speak of days, completed by the start where they leave
 * something open.
 *
 * <p>Immutable and thread-safe.
 */
final class DaySelection {

    private final List<Integer> months;
    private final List<Integer> weekNumbers;
    private final List<Integer> yearDays;
    private final List<Integer> monthDays;
    private final List<WeekdayOrdinal> weekdays;
    private final DayOfWeek weekStart;
    private final OrdinalScope scope;

    /** Within what the ordinal of a weekday counts. */
    private enum OrdinalScope {
        MONTH,
        YEAR,
        NONE
    }

    DaySelection(Recurrence rule, LocalDate start) {
        Frequency frequency = rule.frequency();
        boolean noDays = rule.monthDays().isEmpty()
                && rule.yearDays().isEmpty()
                && rule.weekdays().isEmpty();
        boolean monthOrYear = frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
        boolean byWeek = frequency == Frequency.WEEKLY
                || (monthOrYear && !rule.weekNumbers().isEmpty());
        boolean weekdayOfStart = noDays && byWeek;
        boolean dayOfStart = noDays && monthOrYear && rule.weekNumbers().isEmpty();
        boolean monthOfStart =
                dayOfStart && frequency == Frequency.YEARLY && rule.months().isEmpty();
        this.months = monthOfStart ? List.of(start.getMonthValue()) : rule.months();
        this.monthDays = dayOfStart ? List.of(start.getDayOfMonth()) : rule.monthDays();
        this.weekdays = weekdayOfStart ? List.of(WeekdayOrdinal.every(start.getDayOfWeek())) : rule.weekdays();
        this.weekNumbers = rule.weekNumbers();
        this.yearDays = rule.yearDays();
        this.weekStart = rule.weekStart();
        this.scope = scope(rule);
    }

    private static OrdinalScope scope(Recurrence rule) {
        return switch (rule.frequency()) {
            case MONTHLY -> OrdinalScope.MONTH;
            case YEARLY -> rule.months().isEmpty() ? OrdinalScope.YEAR : OrdinalScope.MONTH;
            default -> OrdinalScope.NONE;
        };
    }

    /** Whether any day of the date's month can be selected. */
    boolean hasMonth(LocalDate date) {
        return months.isEmpty() || months.contains(date.getMonthValue());
    }

    boolean contains(LocalDate date) {
        return hasMonth(date)
                && (monthDays.isEmpty() || has(monthDays, date.getDayOfMonth(), date.lengthOfMonth()))
                && (weekdays.isEmpty() || hasWeekday(date))
                && (yearDays.isEmpty() || has(yearDays, date.getDayOfYear(), date.lengthOfYear()))
                && (weekNumbers.isEmpty() || hasWeek(date));
    }

    /** Whether the n-th of so many is named, from the start or from the end. */
    private static boolean has(List<Integer> numbers, int n, int of) {
        return numbers.contains(n) || numbers.contains(n - of - 1);
    }

    private boolean hasWeekday(LocalDate date) {
        for (WeekdayOrdinal weekday : weekdays) {
            if (weekday.day() == date.getDayOfWeek() && hasOrdinal(weekday.ordinal(), date)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasOrdinal(int ordinal, LocalDate date) {
        return switch (scope) {
            case MONTH -> isNth(ordinal, date.getDayOfMonth(), date.lengthOfMonth());
            case YEAR -> isNth(ordinal, date.getDayOfYear(), date.lengthOfYear());
            case NONE -> true;
        };
    }

    private static boolean isNth(int ordinal, int day, int days) {
        return ordinal == 0 || ordinal == (day - 1) / 7 + 1 || ordinal == -(days - day) / 7 - 1;
    }

    /** A week belongs to the year that has at least four of its days, thus its fourth day. */
    private boolean hasWeek(LocalDate date) {
        int sinceWeekStart = Math.floorMod(date.getDayOfWeek().getValue() - weekStart.getValue(), 7);
        LocalDate fourth = date.plusDays(3L - sinceWeekStart);
        int week = (fourth.getDayOfYear() - 1) / 7 + 1;
        int weeks = week + (fourth.lengthOfYear() - fourth.getDayOfYear()) / 7;
        return has(weekNumbers, week, weeks);
    }
}
