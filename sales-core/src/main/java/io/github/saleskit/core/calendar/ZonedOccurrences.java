package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.WorkMeter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Finds the times of a rule in a time zone, in the order of their instants and each once. */
final class ZonedOccurrences implements Occurrences<ZonedDateTime> {

    private final LocalOccurrences local;
    private final ZonedDateTime start;
    private final Instant end;
    /** Times that were skipped by the clock and moved later, past others that still come. */
    private final Queue<ZonedDateTime> moved = new ArrayDeque<>();

    private @Nullable ZonedDateTime regular;
    private Instant previous = Instant.MIN;

    ZonedOccurrences(Recurrence rule, ZonedDateTime start, WorkMeter meter) {
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        Until until = rule.until().orElse(null);
        boolean instant = until != null && until.kind() == Until.Kind.UTC;
        this.end = instant && until != null ? until.moment().toInstant(ZoneOffset.UTC) : Instant.MAX;
        LocalDateTime lastLocal = until == null ? LocalDateTime.MAX : until.lastMoment();
        // No clock is further than two days from that of UTC.
        LocalDateTime last = instant ? lastLocal.plusDays(2) : lastLocal;
        this.local = new LocalOccurrences(rule, this.start.toLocalDateTime(), last, meter);
    }

    @Override
    public @Nullable ZonedDateTime next() {
        ZonedDateTime candidate = take();
        while (candidate != null && !candidate.toInstant().isAfter(end)) {
            if (!candidate.isBefore(start) && candidate.toInstant().isAfter(previous)) {
                previous = candidate.toInstant();
                return candidate;
            }
            candidate = take();
        }
        return null;
    }

    /** The earlier of the next regular and the next moved time. */
    private @Nullable ZonedDateTime take() {
        while (regular == null) {
            LocalDateTime time = local.next();
            if (time == null) {
                break;
            }
            ZonedDateTime found = resolve(time);
            if (found.toLocalDateTime().equals(time)) {
                regular = found;
            } else {
                moved.add(found);
            }
        }
        ZonedDateTime head = moved.peek();
        if (regular == null || (head != null && !regular.isBefore(head))) {
            return moved.poll();
        }
        ZonedDateTime found = regular;
        regular = null;
        return found;
    }

    private ZonedDateTime resolve(LocalDateTime time) {
        ZonedDateTime earlier = ZonedDateTime.ofLocal(time, start.getZone(), null);
        return earlier.isBefore(start) ? earlier.withLaterOffsetAtOverlap() : earlier;
    }
}
