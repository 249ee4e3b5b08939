package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;

/**
 * Somebody is away for some days and does not vote. Who speaks instead, if anybody, is a {@link Delegation}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param person who is away
 * @param firstDay of the absence
 * @param lastDay of the absence
 */
public record Absence(
        @Required String person,
        @Required LocalDate firstDay,
        @Required LocalDate lastDay) implements StrictDocument {
    public Absence {
        requireNonNull(person, "person");
        requireNonNull(firstDay, "firstDay");
        requireNonNull(lastDay, "lastDay");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("lastDay is " + lastDay + ", but must not be before " + firstDay + ".");
        }
    }

    /** Whether somebody is away on a day. */
    boolean covers(String who, LocalDate day) {
        return person.equals(who) && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
