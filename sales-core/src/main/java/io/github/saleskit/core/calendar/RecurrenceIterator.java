package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks from period to period of a rule and picks the occurrences. */
final class RecurrenceIterator implements Iterator<LocalDateTime> {

    /** The last second that the standard can write. */
    static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    private final Recurrence rule;
    private final LocalDateTime start;
    private final LocalDateTime last;
    private final Periods periods;
    private long left;
    private @Nullable PeriodTimes times;
    private @Nullable LocalDateTime next;

    RecurrenceIterator(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        if (start.getYear() < 1) {
            throw new IllegalArgumentException("start is " + start + ", but its year must be at least 1.");
        }
        this.rule = rule;
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        this.last = last.isBefore(LAST) ? last : LAST;
        this.left = rule.count().isPresent() ? rule.count().getAsInt() : Long.MAX_VALUE;
        this.periods = rule.frequency().isShorterThanDay()
                ? new ShortPeriods(rule, this.start, this.last, meter)
                : new LongPeriods(rule, this.start, this.last, meter);
    }

    /** The periods of a rule, in order. */
    interface Periods {

        /** The seconds that the rule selects in its next period that has any, or null when there is none any more. */
        @Nullable
        PeriodTimes next();
    }

    @Override
    public boolean hasNext() {
        if (next == null && left > 0) {
            next = find();
            left = next == null ? 0 : left - 1;
        }
        return next != null;
    }

    @Override
    public LocalDateTime next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the rule " + rule + " has no more occurrences.");
        }
        LocalDateTime found = next;
        next = null;
        return found;
    }

    private @Nullable LocalDateTime find() {
        while (true) {
            while (times == null || !times.hasNext()) {
                times = periods.next();
                if (times == null) {
                    return null;
                }
            }
            LocalDateTime time = times.next();
            if (time.isAfter(last)) {
                return null;
            }
            if (!time.isBefore(start)) {
                return time;
            }
        }
    }
}
