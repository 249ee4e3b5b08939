package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;

/**
 * Somebody speaks for another for some days, such as a holiday. It is not passed on: who speaks for a delegate does not
 * speak for whom the delegate speaks.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from who is away
 * @param to who speaks instead
 * @param firstDay of the absence
 * @param lastDay of the absence
 */
public record Delegation(
        @Required String from,
        @Required String to,
        @Required LocalDate firstDay,
        @Required LocalDate lastDay) implements StrictDocument {
    public Delegation {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(firstDay, "firstDay");
        requireNonNull(lastDay, "lastDay");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("lastDay is " + lastDay + ", but must not be before " + firstDay + ".");
        }
    }

    /** Whether somebody speaks for another on a day. */
    boolean allows(String delegate, String approver, LocalDate day) {
        return to.equals(delegate) && from.equals(approver) && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
