package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hours of every date: those of the special day, else none on a holiday, else those of the weekday.
 *
 * <p>Dates are counted in days since 1970-01-01, seconds of a local day from its midnight. Immutable and thread-safe.
 */
final class DayHours {

    static final long SECONDS_A_DAY = 86_400;
    static final long SECONDS_A_WEEK = 7 * SECONDS_A_DAY;
    /** 1970-01-01 was a Thursday: days from the Monday before it. */
    static final long DAYS_FROM_MONDAY = 3;

    private final Map<DayOfWeek, List<WorkingInterval>> week;
    private final Map<Long, SpecialDay> specialDays = new TreeMap<>();
    private final Map<Long, Holiday> holidays = new TreeMap<>();

    DayHours(BusinessHours hours, List<Holiday> holidays) {
        this.week = hours.week();
        hours.specialDays().forEach(day -> specialDays.put(day.date().toEpochDay(), day));
        holidays.forEach(holiday -> this.holidays.put(holiday.date().toEpochDay(), holiday));
    }

    List<WorkingInterval> on(long day) {
        SpecialDay special = specialDays.get(day);
        if (special != null) {
            return special.hours();
        }
        return holidays.containsKey(day) ? List.of() : regular(day);
    }

    private List<WorkingInterval> regular(long day) {
        return week.getOrDefault(LocalDate.ofEpochDay(day).getDayOfWeek(), List.of());
    }

    Optional<Holiday> holiday(long day) {
        return Optional.ofNullable(holidays.get(day));
    }

    /** The dates whose hours are not those of their weekday, in order. */
    NavigableSet<Long> exceptions() {
        NavigableSet<Long> exceptions = new TreeSet<>(specialDays.keySet());
        exceptions.addAll(holidays.keySet());
        exceptions.removeIf(day -> on(day).equals(regular(day)));
        return exceptions;
    }

    /** The dates whose seconds are not covered like those of their weekday: exceptions, and the mornings after them. */
    NavigableSet<Long> irregularDays() {
        NavigableSet<Long> irregular = new TreeSet<>();
        for (long day : exceptions()) {
            irregular.add(day);
            if (crossesMidnight(on(day)) || crossesMidnight(regular(day))) {
                irregular.add(day + 1);
            }
        }
        return irregular;
    }

    private static boolean crossesMidnight(List<WorkingInterval> hours) {
        return hours.stream().anyMatch(WorkingInterval::crossesMidnight);
    }

    /** The worked seconds of one local day: its own hours up to midnight, and what the day before left over. */
    List<Coverage.Span> spansOf(long day) {
        List<Coverage.Span> spans = new ArrayList<>();
        for (WorkingInterval own : on(day)) {
            spans.add(new Coverage.Span(own.startSecond(), Math.min(own.endSecond(), SECONDS_A_DAY)));
        }
        for (WorkingInterval before : on(day - 1)) {
            if (before.crossesMidnight()) {
                spans.add(new Coverage.Span(0, before.endSecond() - SECONDS_A_DAY));
            }
        }
        return Coverage.merge(spans);
    }

    /** The worked seconds of a week without exceptions, from Monday's midnight. */
    Coverage weekCoverage() {
        List<Coverage.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            long midnight = (day.getValue() - 1) * SECONDS_A_DAY;
            for (WorkingInterval own : week.getOrDefault(day, List.of())) {
                addAround(spans, midnight + own.startSecond(), midnight + own.endSecond());
            }
        }
        return Coverage.of(SECONDS_A_WEEK, spans);
    }

    private static void addAround(List<Coverage.Span> spans, long start, long end) {
        spans.add(new Coverage.Span(start, Math.min(end, SECONDS_A_WEEK)));
        if (end > SECONDS_A_WEEK) {
            spans.add(new Coverage.Span(0, end - SECONDS_A_WEEK));
        }
    }

    /** The weekdays with hours, from Monday. */
    Coverage weekdayCoverage() {
        List<Coverage.Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.getOrDefault(day, List.of()).isEmpty()) {
                spans.add(new Coverage.Span(day.getValue() - 1L, day.getValue()));
            }
        }
        return Coverage.of(7, spans);
    }
}
