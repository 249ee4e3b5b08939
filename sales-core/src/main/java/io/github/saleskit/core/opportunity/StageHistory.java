package io.github.saleskit.core.opportunity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which stages an opportunity entered and when, from its creation on; grows at its end only.
 *
 * <p>As JSON the list of its entries. Immutable and thread-safe.
 *
 * @param entries at least one, the earliest first
 */
public record StageHistory(@JsonValue List<StageEntry> entries) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StageHistory {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "entries is empty, but an opportunity enters its first stage when it is created.");
        }
        for (int i = 1; i < entries.size(); i++) {
            requireOrder(entries.get(i - 1), entries.get(i));
        }
    }

    private static void requireOrder(StageEntry earlier, StageEntry later) {
        if (later.at().isBefore(earlier.at())) {
            throw new IllegalArgumentException("entry into " + later.stage() + " at " + later.at()
                    + " comes after that into " + earlier.stage() + " at " + earlier.at()
                    + ", but history is in order of time.\nMaybe sort the entries?");
        }
    }

    /** The history of an opportunity that was created in a stage. */
    public static StageHistory createdIn(String stage, Instant at) {
        return new StageHistory(List.of(new StageEntry(stage, at)));
    }

    /**
     * This history and one more entry.
     *
     * @throws IllegalArgumentException when the instant is before the last entry
     */
    public StageHistory plus(String stage, Instant at) {
        List<StageEntry> longer = new ArrayList<>(entries);
        longer.add(new StageEntry(stage, at));
        return new StageHistory(longer);
    }

    /** What was known at an instant: the entries up to and with it; empty before the creation. */
    public Optional<StageHistory> asOf(Instant instant) {
        List<StageEntry> known =
                entries.stream().filter(entry -> !entry.at().isAfter(instant)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new StageHistory(known));
    }

    /** The first entry: the creation. */
    public StageEntry first() {
        return entries.get(0);
    }

    /** The last entry: into the stage it is in now. */
    public StageEntry last() {
        return entries.get(entries.size() - 1);
    }
}
