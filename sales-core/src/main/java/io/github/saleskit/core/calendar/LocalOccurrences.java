package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The occurrences of a rule on a clock that nobody changes. */
final class LocalOccurrences implements Occurrences<LocalDateTime> {

    /** The last second that the standard can write. */
    static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59);

    private final LocalDateTime start;
    private final LocalDateTime last;
    private final Occurrences<LocalDateTime> periods;
    private long left;
    private boolean started;

    LocalOccurrences(Recurrence rule, LocalDateTime start, LocalDateTime last, WorkMeter meter) {
        if (start.getYear() < 1) {
            throw new IllegalArgumentException("start is " + start + ", but its year must be at least 1.");
        }
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        this.last = last.isBefore(LAST) ? last : LAST;
        this.left = rule.count().isPresent() ? rule.count().getAsInt() : Long.MAX_VALUE;
        this.periods = rule.frequency().isShorterThanDay()
                ? new ShortPeriods(rule, this.start, this.last, meter)
                : new LongPeriods(rule, this.start, this.last, meter);
    }

    @Override
    public @Nullable LocalDateTime next() {
        while (left > 0) {
            LocalDateTime time = periods.next();
            if (time == null || time.isAfter(last)) {
                left = 0;
            } else if (started || !time.isBefore(start)) {
                started = true;
                left--;
                return time;
            }
        }
        return null;
    }
}
