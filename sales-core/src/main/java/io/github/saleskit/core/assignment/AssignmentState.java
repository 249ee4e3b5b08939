package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ForwardingSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an assigner has to remember from one lead to the next.
 *
 * <p>Never built anew: what a changed policy or team no longer needs stays as it is, until somebody is {@linkplain #withoutRep taken
 * out}. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param rotations whose turn it is in each pool, by the pool's id
 * @param open how many units of work each rep was given that were not yet {@link #released}, by the rep's id; all positive
 * @param given how many leads each rep was given lately, by the rep's id, where the policy limits that
 * @param left in pools that let absent people catch up, by pool and rep: the credit with which somebody left
 * @param declined who declined a lead or let it lie, by the lead's id; they are not considered for it again
 * @param remembered who was last given a lead with some value of a field, by field and value, where a pool remembers that; of each
 *     field the latest, at most {@value #MOST_REMEMBERED}
 * @param waiting the queue: leads that nobody could take yet, each once, the next one first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentState(
        @Required int version,
        Map<String, Rotation> rotations,
        Map<String, Integer> open,
        Map<String, RateCount> given,
        Map<String, Map<String, Double>> left,
        Map<String, Set<String>> declined,
        Map<String, Map<String, RememberedRep>> remembered,
        List<WaitingLead> waiting)
        implements StrictDocument {

    /** How many values of a field are remembered at most; with one more, the oldest tenth is forgotten. */
    public static final int MOST_REMEMBERED = 10_000;

    public AssignmentState {
        DocumentVersion.require("assignment state", version, 1);
        rotations = sorted("rotation", rotations);
        open = sorted("open", open);
        given = sorted("given", given);
        left = sorted("left", copied(left, credits -> sorted("left credit", credits)));
        declined = sorted("declined", copied(declined, ImmutableSortedSet::copyOf));
        remembered = sorted("remembered", copied(remembered, reps -> sorted("remembered rep", reps)));
        waiting = WaitingLine.of(waiting == null ? List.of() : waiting);
        open.forEach((rep, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("open of " + rep + " is " + count
                        + ", but must be positive.\nMaybe leave out who has no open leads?");
            }
        });
    }

    /** The very same map where it comes from another state, so that a change costs no more than what changes. */
    private static <V> SortedMap<String, V> sorted(String what, @Nullable Map<String, V> map) {
        if (map instanceof Kept<V> kept) {
            return kept;
        }
        SortedMap<String, V> sorted = map == null ? new TreeMap<>() : new TreeMap<>(map);
        sorted.forEach((id, value) -> requireNonNull(value, () -> what + " of " + id));
        return new Kept<>(Collections.unmodifiableSortedMap(sorted));
    }

    /** A map that is known never to change. */
    private static final class Kept<V> extends ForwardingSortedMap<String, V> {
        private final SortedMap<String, V> map;

        Kept(SortedMap<String, V> map) {
            this.map = map;
        }

        @Override
        protected SortedMap<String, V> delegate() {
            return map;
        }
    }

    private static <V> @Nullable Map<String, V> copied(@Nullable Map<String, V> map, UnaryOperator<V> copy) {
        if (map == null || map instanceof Kept) {
            return map;
        }
        Map<String, V> copied = new TreeMap<>(map);
        copied.replaceAll((id, value) -> value == null ? value : copy.apply(value));
        return copied;
    }

    /** The state before the first lead. */
    public static AssignmentState start() {
        return new AssignmentState(1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    /** How many units of work the rep has open. */
    public int openOf(String rep) {
        return open.getOrDefault(rep, 0);
    }

    /** The state after a lead of one unit of the rep was closed or taken away, so that there is room for another. */
    public AssignmentState released(String rep) {
        return released(rep, 1);
    }

    /**
     * The state after so many units of work of the rep were closed or taken away; leads that wait can then be {@linkplain
     * Assigner#drain given}.
     *
     * @throws IllegalArgumentException when the rep has fewer open
     */
    public AssignmentState released(String rep, int units) {
        if (openOf(rep) < units || units < 0) {
            throw new IllegalArgumentException("rep is \"" + rep + "\", who has " + openOf(rep) + " units open, not "
                    + units + (openOf(rep) == 0 ? ": no open lead" : "")
                    + ".\nMaybe the lead was given before this state began?");
        }
        return new AssignmentState(version, rotations, plus(rep, -units), given, left, declined, remembered, waiting);
    }

    /**
     * The state in which an assignment is taken back as if it had never been: the units are free, and the turn with all shares in
     * it is undone. Who had it is still remembered for the company, though; {@link Assigner#decline} forgets that, too.
     *
     * @param assignment one that was made before, not the last one necessarily
     */
    public AssignmentState without(Assignment assignment) {
        if (assignment.assignee().isEmpty() || assignment.pool().isEmpty()) {
            return withoutLead(assignment.lead());
        }
        String rep = assignment.assignee().get();
        String pool = assignment.pool().get();
        AssignmentState next = withUnits(rep, -assignment.units());
        RateCount count = given.get(rep);
        if (count != null && assignment.day().isPresent()) {
            next = next.withGiven(rep, count.minusOne(assignment.day().get()));
        }
        if (assignment.shares().isEmpty() || next.rotation(pool).place(rep) < 0) {
            return next;
        }
        RotationGroup group = RotationGroup.of(assignment.shares());
        return next.with(pool, next.rotation(pool).takeBack(group, group.everybody(), rep));
    }

    /** The state after somebody has left for good: their credits pass to the others of each pool, and nothing of them is kept. */
    public AssignmentState withoutRep(String rep) {
        SortedMap<String, Rotation> newRotations = new TreeMap<>(rotations);
        newRotations.replaceAll((pool, rotation) -> rotation.without(rep));
        SortedMap<String, Map<String, Double>> newLeft = new TreeMap<>(left);
        newLeft.replaceAll((pool, credits) -> without(credits, rep));
        newLeft.values().removeIf(Map::isEmpty);
        return new AssignmentState(
                version,
                newRotations,
                without(open, rep),
                without(given, rep),
                newLeft,
                declined,
                forgetting(each -> each.rep().equals(rep)),
                waiting);
    }

    private static <V> Map<String, V> without(Map<String, V> map, String id) {
        Map<String, V> copy = new TreeMap<>(map);
        copy.remove(id);
        return copy;
    }

    /** What is remembered, without some of it. */
    private Map<String, Map<String, RememberedRep>> forgetting(Predicate<RememberedRep> which) {
        if (remembered.values().stream()
                .noneMatch(reps -> reps.values().stream().anyMatch(which))) {
            return remembered;
        }
        Map<String, Map<String, RememberedRep>> next = new TreeMap<>();
        remembered.forEach((field, reps) -> {
            Map<String, RememberedRep> kept = new TreeMap<>(reps);
            kept.values().removeIf(which);
            if (!kept.isEmpty()) {
                next.put(field, kept);
            }
        });
        return next;
    }

    /** Who was last given a lead with a value of a field, not before an instant. */
    Optional<RememberedRep> remembered(String field, String value, Instant notBefore) {
        return Optional.ofNullable(remembered.getOrDefault(field, Map.of()).get(value))
                .filter(rep -> !rep.at().isBefore(notBefore));
    }

    /** With a rep remembered for some values of a field; the oldest tenth is forgotten where there are too many. */
    AssignmentState withRemembered(String field, Collection<String> values, String rep, Instant now) {
        if (values.isEmpty()) {
            return this;
        }
        SortedMap<String, RememberedRep> reps = new TreeMap<>(remembered.getOrDefault(field, Map.of()));
        values.forEach(value -> reps.put(value, new RememberedRep(rep, now)));
        if (reps.size() > MOST_REMEMBERED) {
            forgetOldest(reps, reps.size() - MOST_REMEMBERED + MOST_REMEMBERED / 10);
        }
        return withRemembered(field, reps);
    }

    /** Some more than there are too many, so that not every lead has to look for the oldest. */
    private static void forgetOldest(Map<String, RememberedRep> reps, int count) {
        reps.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, RememberedRep> entry) ->
                                entry.getValue().at())
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(reps::remove);
    }

    /** With a rep remembered no more for some values of a field, where nobody was given a lead with them since. */
    AssignmentState withoutRemembered(String field, Collection<String> values, RememberedRep rep) {
        Map<String, RememberedRep> before = remembered.getOrDefault(field, Map.of());
        if (values.stream().noneMatch(value -> rep.equals(before.get(value)))) {
            return this;
        }
        SortedMap<String, RememberedRep> reps = new TreeMap<>(before);
        values.forEach(value -> reps.remove(value, rep));
        return withRemembered(field, reps);
    }

    private AssignmentState withRemembered(String field, SortedMap<String, RememberedRep> reps) {
        Map<String, Map<String, RememberedRep>> next = new TreeMap<>(remembered);
        next.put(field, new Kept<>(Collections.unmodifiableSortedMap(reps)));
        next.values().removeIf(Map::isEmpty);
        return new AssignmentState(version, rotations, open, given, left, declined, next, waiting);
    }

    /** The state in which a lead waits no more and nobody has declined it, since it was closed or given up. */
    public AssignmentState withoutLead(String lead) {
        return new AssignmentState(version, rotations, open, given, left, without(declined, lead), remembered, waiting)
                .waiting(findWaiting(lead), null);
    }

    private WaitingLine line() {
        return WaitingLine.of(waiting);
    }

    @Nullable
    WaitingLead findWaiting(String lead) {
        return line().find(lead);
    }

    @Nullable
    WaitingLead firstWaitingBefore(WaitingLead other) {
        return line().firstBefore(other);
    }

    Rotation rotation(String pool) {
        return rotations.getOrDefault(pool, Rotation.start());
    }

    Set<String> declinedBy(String lead) {
        return declined.getOrDefault(lead, Set.of());
    }

    AssignmentState with(String pool, Rotation rotation) {
        SortedMap<String, Rotation> next = new TreeMap<>(rotations);
        next.put(pool, rotation);
        return new AssignmentState(version, next, open, given, left, declined, remembered, waiting);
    }

    AssignmentState withLeft(String pool, Map<String, Double> credits) {
        SortedMap<String, Map<String, Double>> next = new TreeMap<>(left);
        next.put(pool, credits);
        next.values().removeIf(Map::isEmpty);
        return new AssignmentState(version, rotations, open, given, next, declined, remembered, waiting);
    }

    AssignmentState withUnits(String rep, int units) {
        return new AssignmentState(version, rotations, plus(rep, units), given, left, declined, remembered, waiting);
    }

    AssignmentState withGiven(String rep, RateCount count) {
        Map<String, RateCount> next = new TreeMap<>(given);
        next.put(rep, count);
        return new AssignmentState(version, rotations, open, next, left, declined, remembered, waiting);
    }

    AssignmentState withDeclined(String lead, String rep) {
        Map<String, Set<String>> next = new TreeMap<>(declined);
        Set<String> all = new TreeSet<>(declinedBy(lead));
        all.add(rep);
        next.put(lead, all);
        return new AssignmentState(version, rotations, open, given, left, next, remembered, waiting);
    }

    /** With the entry of a lead in the queue replaced by another, or by none. */
    AssignmentState waiting(@Nullable WaitingLead before, @Nullable WaitingLead after) {
        return Objects.equals(before, after)
                ? this
                : new AssignmentState(
                        version, rotations, open, given, left, declined, remembered, line().replaced(before, after));
    }

    private Map<String, Integer> plus(String rep, int units) {
        Map<String, Integer> next = new TreeMap<>(open);
        int after = Math.max(0, Math.addExact(openOf(rep), units));
        if (after == 0) {
            next.remove(rep);
        } else {
            next.put(rep, after);
        }
        return next;
    }
}
