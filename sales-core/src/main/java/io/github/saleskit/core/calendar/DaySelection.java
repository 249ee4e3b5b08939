package io.github.saleskit.core.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Which dates fulfil the parts of a recurrence rule that speak of days, completed by the start where they leave
 * something open.
 *
 * <p>The answer for a month is a number with a bit for each of its days, the lowest for the first, so that a part costs
 * some operations a month instead of some a day. Immutable and thread-safe.
 */
final class DaySelection {

    private static final int ALL_MONTHS = 0xFFF;
    private static final int WEEK = 0x7F;
    /** Every seventh day of a month, from its first. */
    private static final int WEEKLY = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;

    /** The only months that can have selected days, a bit each, the lowest for January. */
    private final int months;

    /** Of weeks counted from the start of the year, and of those counted from its end, a bit each. */
    private final long weeks;

    private final long weeksFromEnd;
    private final int[] yearDays;
    private final int[] monthDays;
    /** Of Monday, 0, to Sunday. */
    private final int[] weekdays;
    /** Of each weekday, 0 for all of them. */
    private final int[] ordinals;

    private final int weekStart;
    private final boolean ordinalsOfYear;

    DaySelection(Recurrence rule, LocalDate start) {
        Frequency frequency = rule.frequency();
        boolean noDays = rule.monthDays().isEmpty()
                && rule.yearDays().isEmpty()
                && rule.weekdays().isEmpty();
        boolean monthOrYear = frequency == Frequency.MONTHLY || frequency == Frequency.YEARLY;
        boolean noWeeks = rule.weekNumbers().isEmpty();
        boolean weekdayOfStart = noDays && (frequency == Frequency.WEEKLY || (monthOrYear && !noWeeks));
        boolean dayOfStart = noDays && monthOrYear && noWeeks;
        List<WeekdayOrdinal> days =
                weekdayOfStart ? List.of(WeekdayOrdinal.every(start.getDayOfWeek())) : rule.weekdays();
        this.monthDays = numbers(dayOfStart ? List.of(start.getDayOfMonth()) : rule.monthDays());
        this.weekdays = new int[days.size()];
        this.ordinals = new int[days.size()];
        for (int i = 0; i < weekdays.length; i++) {
            weekdays[i] = days.get(i).day().getValue() - 1;
            ordinals[i] = monthOrYear ? days.get(i).ordinal() : 0;
        }
        this.weeks = bits(rule.weekNumbers(), 1);
        this.weeksFromEnd = bits(rule.weekNumbers(), -1);
        this.yearDays = numbers(rule.yearDays());
        this.weekStart = rule.weekStart().getValue() - 1;
        this.ordinalsOfYear = frequency == Frequency.YEARLY && rule.months().isEmpty();
        this.months = months(rule, dayOfStart && ordinalsOfYear ? List.of(start.getMonthValue()) : rule.months());
    }

    private static int[] numbers(List<Integer> numbers) {
        int[] array = new int[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }

    /** Those of a sign. */
    private static long bits(List<Integer> numbers, int sign) {
        long bits = 0;
        for (int number : numbers) {
            bits |= number * sign > 0 ? 1L << (number * sign) : 0;
        }
        return bits;
    }

    private boolean byWeek() {
        return (weeks | weeksFromEnd) != 0;
    }

    private int months(Recurrence rule, List<Integer> named) {
        int possible = ALL_MONTHS;
        if (!named.isEmpty()) {
            possible = (int) (bits(named, 1) >>> 1);
        }
        if (yearDays.length > 0) {
            possible &= monthsOf(yearDays, 1, 0);
        }
        if (byWeek()) {
            possible &= monthsOf(numbers(rule.weekNumbers()), 7, 3);
        }
        boolean ordinalsOnly =
                ordinalsOfYear && ordinals.length > 0 && Arrays.stream(ordinals).allMatch(ordinal -> ordinal != 0);
        return ordinalsOnly ? possible & monthsOf(ordinals, 7, 0) : possible;
    }

    /** The only months for spans of so many days, numbered from the start or the end of the year. */
    private static int monthsOf(int[] numbers, int length, int slack) {
        int months = 0;
        for (int number : numbers) {
            int first = number > 0 ? length * (number - 1) : MonthLayout.days(1) + length * number;
            months |= MonthLayout.monthsOf(first - slack, first + length + slack);
        }
        return months;
    }

    /**
     * How many months from this one on cannot have selected days: as many as to the next that can, at most into the
     * year after.
     */
    int monthsWithout(int month) {
        int ofTwoYears = months | months << 12;
        int rest = ofTwoYears >>> (month - 1);
        return rest == 0 ? 13 - month : Integer.numberOfTrailingZeros(rest);
    }

    /**
     * The selected days of a month, a bit each.
     *
     * @param firstDay of the month, counted from 1970-01-01
     */
    int ofMonth(int year, int month, long firstDay) {
        int length = MonthLayout.days(year, month);
        int days = (months >>> (month - 1) & 1) == 0 ? 0 : -1 >>> (Integer.SIZE - length);
        if (monthDays.length > 0) {
            days &= numbered(monthDays, 0, length, length);
        }
        if (weekdays.length > 0 && days != 0) {
            days &= byWeekday(year, month, weekday(firstDay));
        }
        if (yearDays.length > 0) {
            days &= numbered(yearDays, MonthLayout.daysBefore(year, month), length, MonthLayout.days(year));
        }
        return byWeek() && days != 0 ? days & byWeek(year, month, weekday(firstDay)) : days;
    }

    /** Monday is 0. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    /** The days that are numbered, from the start or from the end, in a span that began some days before the month. */
    private static int numbered(int[] numbers, int before, int length, int ofSpan) {
        int days = 0;
        for (int number : numbers) {
            days |= bit((number > 0 ? number - 1 : ofSpan + number) - before, length);
        }
        return days;
    }

    private static int bit(int day, int length) {
        return day >= 0 && day < length ? 1 << day : 0;
    }

    private int byWeekday(int year, int month, int first) {
        int length = MonthLayout.days(year, month);
        int before = ordinalsOfYear ? MonthLayout.daysBefore(year, month) : 0;
        int ofSpan = ordinalsOfYear ? MonthLayout.days(year) : length;
        int days = 0;
        for (int i = 0; i < weekdays.length; i++) {
            int firstSuch = (weekdays[i] - first + 7) % 7;
            days |= ordinals[i] == 0
                    ? WEEKLY << firstSuch
                    : bit(nth(ordinals[i], (firstSuch + before) % 7, ofSpan) - before, length);
        }
        return days;
    }

    /** The n-th of every seventh days of a span, which may lie outside of it. */
    private static int nth(int ordinal, int first, int ofSpan) {
        int last = ofSpan - 1 - (ofSpan - 1 - first) % 7;
        return ordinal > 0 ? first + 7 * (ordinal - 1) : last + 7 * (ordinal + 1);
    }

    private int byWeek(int year, int month, int first) {
        int length = MonthLayout.days(year, month);
        int before = MonthLayout.daysBefore(year, month);
        int days = 0;
        for (int day = -((first - weekStart + 7) % 7); day < length; day += 7) {
            if (hasWeek(year, before + day + 3)) {
                days |= day < 0 ? WEEK >>> -day : WEEK << day;
            }
        }
        return days;
    }

    /**
     * Whether a week is named. It belongs to the year that has at least four of its days, thus its fourth day.
     *
     * @param fourth day of the week, counted from 0 for the first of the year; may lie beside the year
     */
    private boolean hasWeek(int year, int fourth) {
        if (fourth < 0) {
            return hasWeek(year - 1, fourth + MonthLayout.days(year - 1));
        }
        int left = MonthLayout.days(year) - 1 - fourth;
        if (left < 0) {
            return hasWeek(year + 1, -left - 1);
        }
        return ((weeks >>> (fourth / 7 + 1) | weeksFromEnd >>> (left / 7 + 1)) & 1) != 0;
    }
}
