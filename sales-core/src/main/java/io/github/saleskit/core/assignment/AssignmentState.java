package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an assigner has to remember from one lead to the next.
 *
 * <p>Never built anew: what a changed policy or team no longer needs stays as it is. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param rotations whose turn it is in each pool, by the pool's id
 * @param open how many leads each rep was given that were not yet {@link #released}, by the rep's id; all positive
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentState(@Required int version, Map<String, Rotation> rotations, Map<String, Integer> open)
        implements StrictDocument {

    public AssignmentState {
        DocumentVersion.require("assignment state", version, 1);
        rotations = Collections.unmodifiableSortedMap(rotations == null ? new TreeMap<>() : new TreeMap<>(rotations));
        open = Collections.unmodifiableSortedMap(open == null ? new TreeMap<>() : new TreeMap<>(open));
        rotations.forEach((pool, rotation) -> requireNonNull(rotation, () -> "rotation of " + pool));
        open.forEach((rep, count) -> {
            if (requireNonNull(count, () -> "open of " + rep) < 1) {
                throw new IllegalArgumentException("open of " + rep + " is " + count
                        + ", but must be positive.\nMaybe leave out who has no open leads?");
            }
        });
    }

    /** The state before the first lead. */
    public static AssignmentState start() {
        return new AssignmentState(1, Map.of(), Map.of());
    }

    /** How many leads the rep has open. */
    public int openOf(String rep) {
        return open.getOrDefault(rep, 0);
    }

    /**
     * The state after a lead of the rep was closed or taken away, so that there is room for another.
     *
     * @throws IllegalArgumentException when the rep has no open lead
     */
    public AssignmentState released(String rep) {
        if (openOf(rep) == 0) {
            throw new IllegalArgumentException(
                    "rep is \"" + rep + "\", who has no open lead.\nMaybe the lead was given before this state began?");
        }
        return new AssignmentState(version, rotations, plus(rep, -1));
    }

    Rotation rotation(String pool) {
        return rotations.getOrDefault(pool, Rotation.start());
    }

    AssignmentState given(String pool, Rotation rotation, String rep) {
        SortedMap<String, Rotation> next = new TreeMap<>(rotations);
        next.put(pool, rotation);
        return new AssignmentState(version, next, plus(rep, 1));
    }

    private Map<String, Integer> plus(String rep, int leads) {
        Map<String, Integer> next = new TreeMap<>(open);
        next.merge(rep, leads, (before, more) -> before + more == 0 ? null : before + more);
        return next;
    }
}
