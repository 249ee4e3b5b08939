package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at every second of a span of days, keeps those that fulfil the rule's words, and does nothing clever. */
final class RecurrenceOracle {

    private final Recurrence rule;
    private final LocalDateTime start;

    RecurrenceOracle(Recurrence rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
    }

    /** The occurrences on the dates from that of the start to the last, which ends a period. */
    List<LocalDateTime> until(LocalDate last) {
        Map<Long, List<LocalDateTime>> periods = new LinkedHashMap<>();
        for (LocalDate date = firstDate(); !date.isAfter(last); date = date.plusDays(1)) {
            if (isDay(date)) {
                addTimes(date, periods);
            }
        }
        List<LocalDateTime> found = new ArrayList<>();
        periods.values().forEach(times -> found.addAll(pick(times)));
        return found.stream()
                .filter(time -> !time.isBefore(start))
                .filter(time -> rule.until().isEmpty()
                        || !time.isAfter(rule.until().get().lastMoment()))
                .limit(rule.count().orElse(Integer.MAX_VALUE))
                .toList();
    }

    private LocalDate firstDate() {
        LocalDate date = start.toLocalDate();
        return switch (rule.frequency()) {
            case YEARLY -> date.with(TemporalAdjusters.firstDayOfYear());
            case MONTHLY -> date.with(TemporalAdjusters.firstDayOfMonth());
            case WEEKLY -> weekStart(date);
            default -> date;
        };
    }

    private LocalDate weekStart(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek() != rule.weekStart()) {
            day = day.minusDays(1);
        }
        return day;
    }

    private void addTimes(LocalDate date, Map<Long, List<LocalDateTime>> periods) {
        for (int hour = 0; hour < 24; hour++) {
            if (!fits(rule.hours(), hour, start.getHour(), rule.frequency().compareTo(Frequency.HOURLY) > 0)) {
                continue;
            }
            for (int minute = 0; minute < 60; minute++) {
                if (!fits(
                        rule.minutes(),
                        minute,
                        start.getMinute(),
                        rule.frequency().compareTo(Frequency.MINUTELY) > 0)) {
                    continue;
                }
                for (int second = 0; second < 60; second++) {
                    boolean leap = second == 59 && rule.seconds().contains(60);
                    if (leap
                            || fits(
                                    rule.seconds(),
                                    second,
                                    start.getSecond(),
                                    rule.frequency() != Frequency.SECONDLY)) {
                        LocalDateTime time = date.atTime(hour, minute, second);
                        long period = period(time);
                        if (period >= 0 && period % rule.interval() == 0) {
                            periods.computeIfAbsent(period, p -> new ArrayList<>())
                                    .add(time);
                        }
                    }
                }
            }
        }
    }

    private static boolean fits(List<Integer> named, int number, int ofStart, boolean fromStart) {
        return named.isEmpty() ? !fromStart || number == ofStart : named.contains(number);
    }

    private long period(LocalDateTime time) {
        return switch (rule.frequency()) {
            case SECONDLY -> ChronoUnit.SECONDS.between(start, time);
            case MINUTELY -> ChronoUnit.MINUTES.between(start.withSecond(0), time.withSecond(0));
            case HOURLY ->
                ChronoUnit.HOURS.between(start.truncatedTo(ChronoUnit.HOURS), time.truncatedTo(ChronoUnit.HOURS));
            case DAILY -> ChronoUnit.DAYS.between(start.toLocalDate(), time.toLocalDate());
            case WEEKLY -> ChronoUnit.WEEKS.between(weekStart(start.toLocalDate()), weekStart(time.toLocalDate()));
            case MONTHLY -> (time.getYear() - start.getYear()) * 12L + time.getMonthValue() - start.getMonthValue();
            case YEARLY -> time.getYear() - (long) start.getYear();
        };
    }

    private List<LocalDateTime> pick(List<LocalDateTime> times) {
        if (rule.positions().isEmpty()) {
            return times;
        }
        List<LocalDateTime> picked = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            if (rule.positions().contains(i + 1) || rule.positions().contains(i - times.size())) {
                picked.add(times.get(i));
            }
        }
        return picked;
    }

    private boolean isDay(LocalDate date) {
        return isMonth(date) && isMonthDay(date) && isWeekday(date) && isYearDay(date) && isWeek(date);
    }

    private boolean daysAreOpen() {
        return rule.monthDays().isEmpty()
                && rule.yearDays().isEmpty()
                && rule.weekdays().isEmpty()
                && rule.weekNumbers().isEmpty();
    }

    private boolean isMonth(LocalDate date) {
        boolean open = rule.months().isEmpty();
        return open
                ? rule.frequency() != Frequency.YEARLY || !daysAreOpen() || date.getMonth() == start.getMonth()
                : rule.months().contains(date.getMonthValue());
    }

    private boolean isMonthDay(LocalDate date) {
        if (rule.monthDays().isEmpty()) {
            boolean ofStart =
                    daysAreOpen() && (rule.frequency() == Frequency.YEARLY || rule.frequency() == Frequency.MONTHLY);
            return !ofStart || date.getDayOfMonth() == start.getDayOfMonth();
        }
        int fromEnd = -1;
        for (LocalDate day = date; day.plusDays(1).getMonth() == date.getMonth(); day = day.plusDays(1)) {
            fromEnd--;
        }
        return rule.monthDays().contains(date.getDayOfMonth())
                || rule.monthDays().contains(fromEnd);
    }

    private boolean isYearDay(LocalDate date) {
        int fromEnd = date.getDayOfYear() - (date.isLeapYear() ? 367 : 366);
        return rule.yearDays().isEmpty()
                || rule.yearDays().contains(date.getDayOfYear())
                || rule.yearDays().contains(fromEnd);
    }

    private boolean isWeekday(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        if (rule.weekdays().isEmpty()) {
            boolean week = rule.frequency() == Frequency.WEEKLY
                    || (!rule.weekNumbers().isEmpty() && rule.frequency().compareTo(Frequency.WEEKLY) > 0);
            boolean ofStart =
                    week && rule.monthDays().isEmpty() && rule.yearDays().isEmpty();
            return !ofStart || day == start.getDayOfWeek();
        }
        return rule.weekdays().stream().anyMatch(wanted -> wanted.day() == day && isOrdinal(wanted.ordinal(), date));
    }

    private boolean isOrdinal(int ordinal, LocalDate date) {
        if (ordinal == 0 || rule.frequency().compareTo(Frequency.MONTHLY) < 0) {
            return true;
        }
        if (rule.frequency() == Frequency.MONTHLY || !rule.months().isEmpty()) {
            return date.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, date.getDayOfWeek()))
                    .equals(date);
        }
        LocalDate nth = ordinal > 0
                ? date.withDayOfYear(1)
                        .with(TemporalAdjusters.nextOrSame(date.getDayOfWeek()))
                        .plusWeeks(ordinal - 1L)
                : date.with(TemporalAdjusters.lastDayOfYear())
                        .with(TemporalAdjusters.previousOrSame(date.getDayOfWeek()))
                        .plusWeeks(ordinal + 1L);
        return nth.equals(date);
    }

    private boolean isWeek(LocalDate date) {
        if (rule.weekNumbers().isEmpty()) {
            return true;
        }
        WeekFields weeks = WeekFields.of(rule.weekStart(), 4);
        int week = date.get(weeks.weekOfWeekBasedYear());
        long ofYear = date.with(weeks.weekOfWeekBasedYear(), 1)
                .range(weeks.weekOfWeekBasedYear())
                .getMaximum();
        return rule.weekNumbers().contains(week) || rule.weekNumbers().contains((int) (week - ofYear - 1));
    }
}
