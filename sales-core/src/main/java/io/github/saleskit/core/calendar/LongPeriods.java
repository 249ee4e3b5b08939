package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days, weeks, months or years of a rule. */
final class LongPeriods implements RecurrenceIterator.Periods {

    private final Recurrence rule;
    private final LocalDate first;
    private final LocalDate last;
    private final DaySelection days;
    private final int[] timesOfDay;
    private final WorkMeter meter;
    private long period;

    LongPeriods(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        this.rule = rule;
        this.first = begin(start.toLocalDate());
        this.last = last.toLocalDate();
        this.days = new DaySelection(rule, start.toLocalDate());
        this.timesOfDay = TimeSelection.secondsOfDay(rule, start.toLocalTime());
        this.meter = meter;
    }

    private LocalDate begin(LocalDate date) {
        return switch (rule.frequency()) {
            case YEARLY -> date.withDayOfYear(1);
            case MONTHLY -> date.withDayOfMonth(1);
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(rule.weekStart()));
            default -> date;
        };
    }

    @Override
    public @Nullable PeriodTimes next() {
        while (true) {
            LocalDate from = periodStart(period * rule.interval());
            if (from == null) {
                return null;
            }
            period++;
            LocalDate to = periodEnd(from);
            List<LocalDateTime> midnights = midnights(from, to);
            if (meter.stopped()) {
                return null;
            }
            if (!midnights.isEmpty()) {
                return new PeriodTimes(midnights, timesOfDay, rule.positions());
            }
        }
    }

    /** The first date of a period, or null when it lies after the end. */
    private @Nullable LocalDate periodStart(long periods) {
        // No period is shorter than a day, so that one beyond this count cannot begin before the end; nothing
        // overflows.
        if (periods > last.toEpochDay() - first.toEpochDay()) {
            return null;
        }
        LocalDate date = switch (rule.frequency()) {
            case YEARLY -> first.plusYears(periods);
            case MONTHLY -> first.plusMonths(periods);
            case WEEKLY -> first.plusWeeks(periods);
            default -> first.plusDays(periods);
        };
        return date.isAfter(last) ? null : date;
    }

    private LocalDate periodEnd(LocalDate from) {
        return switch (rule.frequency()) {
            case YEARLY -> from.plusYears(1);
            case MONTHLY -> from.plusMonths(1);
            case WEEKLY -> from.plusWeeks(1);
            default -> from.plusDays(1);
        };
    }

    private List<LocalDateTime> midnights(LocalDate from, LocalDate to) {
        List<LocalDateTime> midnights = new ArrayList<>();
        LocalDate date = from;
        while (date.isBefore(to) && meter.spend(1)) {
            if (!days.hasMonth(date)) {
                date = date.with(TemporalAdjusters.firstDayOfNextMonth());
                continue;
            }
            if (days.contains(date)) {
                midnights.add(date.atStartOfDay());
            }
            date = date.plusDays(1);
        }
        return midnights;
    }
}
