package io.github.saleskit.core.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which statuses a lead entered, when and why, from its creation on; grows at its end only.
 *
 * <p>This is the state that {@link LeadLifecycle} takes in and gives out. As JSON the list of its entries. Immutable
 * and thread-safe.
 *
 * @param entries at least one, the earliest first
 */
public record LeadHistory(@JsonValue List<StatusEntry> entries) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LeadHistory {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "entries is empty, but a lead enters its first status when it is created.");
        }
        for (int i = 1; i < entries.size(); i++) {
            requireOrder(entries.get(i - 1), entries.get(i));
        }
    }

    private static void requireOrder(StatusEntry earlier, StatusEntry later) {
        if (later.at().isBefore(earlier.at())) {
            throw new IllegalArgumentException("entry into " + later.status() + " at " + later.at()
                    + " comes after that into " + earlier.status() + " at " + earlier.at()
                    + ", but history is in order of time.\nMaybe sort the entries?");
        }
    }

    /** The history of a lead that was created in a status. */
    public static LeadHistory createdIn(String status, Instant at) {
        return new LeadHistory(
                List.of(StatusEntry.builder().status(status).at(at).build()));
    }

    /**
     * This history and one more entry.
     *
     * @throws IllegalArgumentException when the entry is before the last one
     */
    public LeadHistory plus(StatusEntry entry) {
        List<StatusEntry> longer = new ArrayList<>(entries);
        longer.add(entry);
        return new LeadHistory(longer);
    }

    /** What was known at an instant: the entries up to and with it; empty before the creation. */
    public Optional<LeadHistory> asOf(Instant instant) {
        List<StatusEntry> known =
                entries.stream().filter(entry -> !entry.at().isAfter(instant)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new LeadHistory(known));
    }

    /** Id of the status the lead is in. */
    public String status() {
        return last().status();
    }

    /** The last entry: into the status it is in. */
    public StatusEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** Whether the lead was put aside and its time to come back has come. */
    public boolean returnDue(Instant now) {
        return last().returnAt().filter(at -> !at.isAfter(now)).isPresent();
    }
}
