package io.github.saleskit.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lays the hours of a range of dates out on the two axes of a {@link BusinessCalendar}: elapsed seconds and dates.
 *
 * <p>Between two changes of the zone's offset the clock on the wall runs straight, so the axis of seconds is cut there;
 * it is cut besides around every local day whose hours are not those of its weekday.
 */
final class CalendarCompiler {

    private static final long WEEK_SHIFT = DayHours.DAYS_FROM_MONDAY * DayHours.SECONDS_A_DAY;

    private final DayHours hours;
    private final ZoneId zone;
    private final LocalDate first;
    private final LocalDate end;
    private final Coverage week;
    private final NavigableSet<Long> irregularDays;
    private final Map<List<Coverage.Span>, Coverage> dayCoverages = new LinkedHashMap<>();

    /**
     * @param first the first date
     * @param end the date after the last
     */
    CalendarCompiler(DayHours hours, ZoneId zone, LocalDate first, LocalDate end) {
        this.hours = hours;
        this.zone = zone;
        this.first = first;
        this.end = end;
        this.week = hours.weekCoverage();
        this.irregularDays = hours.irregularDays();
    }

    /** The worked seconds since 1970-01-01T00:00Z. */
    Timeline seconds() {
        long stop = end.atStartOfDay(zone).toEpochSecond();
        long from = first.atStartOfDay(zone).toEpochSecond();
        Timeline.Builder pieces = new Timeline.Builder();
        while (from < stop) {
            ZoneOffsetTransition change = changeAfter(from);
            long to = change == null ? stop : Math.min(stop, change.toEpochSecond());
            addStretch(pieces, from, to, offset(from));
            from = to;
        }
        return pieces.build(stop);
    }

    private @Nullable ZoneOffsetTransition changeAfter(long second) {
        return zone.getRules().nextTransition(Instant.ofEpochSecond(second));
    }

    private long offset(long second) {
        ZoneOffset offset = zone.getRules().getOffset(Instant.ofEpochSecond(second));
        return offset.getTotalSeconds();
    }

    /** Adds the pieces of a stretch of constant offset. */
    private void addStretch(Timeline.Builder pieces, long from, long to, long offset) {
        pieces.from(from, offset + WEEK_SHIFT, week);
        long firstDay = Math.floorDiv(from + offset, DayHours.SECONDS_A_DAY);
        long lastDay = Math.floorDiv(to - 1 + offset, DayHours.SECONDS_A_DAY);
        NavigableSet<Long> days = irregularDays.subSet(firstDay, true, lastDay, true);
        for (long day : days) {
            long dayStart = day * DayHours.SECONDS_A_DAY - offset;
            pieces.from(Math.max(from, dayStart), offset, dayCoverage(day));
            long dayEnd = dayStart + DayHours.SECONDS_A_DAY;
            if (dayEnd < to) {
                pieces.from(dayEnd, offset + WEEK_SHIFT, week);
            }
        }
    }

    private Coverage dayCoverage(long day) {
        return dayCoverages.computeIfAbsent(hours.spansOf(day), spans -> Coverage.of(DayHours.SECONDS_A_DAY, spans));
    }

    /** The business days since 1970-01-01. */
    Timeline days() {
        Coverage weekdays = hours.weekdayCoverage();
        Coverage open = Coverage.of(1, List.of(new Coverage.Span(0, 1)));
        Set<Long> vanished = vanishedDays();
        NavigableSet<Long> exceptions = hours.exceptions();
        exceptions.addAll(vanished);
        Timeline.Builder pieces = new Timeline.Builder();
        pieces.from(first.toEpochDay(), DayHours.DAYS_FROM_MONDAY, weekdays);
        for (long day : exceptions.subSet(first.toEpochDay(), end.toEpochDay())) {
            boolean isOpen = !hours.on(day).isEmpty() && !vanished.contains(day);
            pieces.from(day, 0, isOpen ? open : open.complement());
            if (day + 1 < end.toEpochDay()) {
                pieces.from(day + 1, DayHours.DAYS_FROM_MONDAY, weekdays);
            }
        }
        return pieces.build(end.toEpochDay());
    }

    /** Dates none of whose hours the clock on the wall ever shows, because it is put forward over them. */
    private Set<Long> vanishedDays() {
        Set<Long> vanished = new TreeSet<>();
        long stop = end.atStartOfDay(zone).toEpochSecond();
        ZoneOffsetTransition change = changeAfter(first.atStartOfDay(zone).toEpochSecond() - 1);
        while (change != null && change.toEpochSecond() <= stop) {
            if (change.isGap()) {
                vanished.addAll(daysWithin(change));
            }
            change = changeAfter(change.toEpochSecond());
        }
        return vanished;
    }

    private List<Long> daysWithin(ZoneOffsetTransition gap) {
        long from = gap.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC);
        long to = gap.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC);
        List<Long> days = new ArrayList<>();
        for (long day = Math.floorDiv(from, DayHours.SECONDS_A_DAY); day * DayHours.SECONDS_A_DAY < to; day++) {
            long midnight = day * DayHours.SECONDS_A_DAY;
            boolean within = hours.on(day).stream()
                    .allMatch(interval ->
                            midnight + interval.startSecond() >= from && midnight + interval.endSecond() <= to);
            if (within) {
                days.add(day);
            }
        }
        return days;
    }
}
