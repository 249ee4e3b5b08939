package io.github.saleskit.core.internal;

import io.github.saleskit.core.calendar.BusinessCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a time is over; empty where it never is. */
public final class Deadline {

    private Deadline() {}

    /** When a wait is over; empty where that is beyond all instants. */
    public static Optional<Instant> after(Instant from, Duration wait) {
        try {
            return Optional.of(from.plus(wait));
        } catch (DateTimeException | ArithmeticException beyondAllInstants) {
            return Optional.empty();
        }
    }

    /**
     * When so much working time is over, or elapsed time without a calendar and where that is beyond the years of the
     * calendar; empty where it is beyond all instants.
     */
    public static Optional<Instant> after(Instant from, Duration work, @Nullable BusinessCalendar calendar) {
        if (calendar == null) {
            return after(from, work);
        }
        try {
            return Optional.of(calendar.plus(from, work));
        } catch (IllegalArgumentException beyondTheCalendar) {
            return after(from, work);
        }
    }
}
