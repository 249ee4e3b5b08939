package io.github.saleskit.core.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableSortedSet;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an assigner has to remember from one lead to the next.
 *
 * <p>Never built anew: what a changed policy or team no longer needs stays as it is, until somebody is
 * {@linkplain #withoutRep taken out}. Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param rotations whose turn it is in each pool, by the pool's id
 * @param open how many units of work each rep was given that were not yet {@link #released}, by the rep's id; all
 *     positive
 * @param given how many leads each rep was given lately, by the rep's id, where the policy limits that
 * @param left in pools that let absent people catch up, by pool and rep: the credit with which somebody left
 * @param declined who declined a lead or let it lie, by the lead's id; they are not considered for it again
 * @param remembered who was last given a lead with some value of a field, by field and value, where a pool remembers
 *     that; of each field the latest, at most {@value #MOST_REMEMBERED}
 * @param waiting the queue: leads that nobody could take yet, each once, the next one first
 * @param awaited by the lead's id: the last assignment with a deadline to which nobody has responded yet; kept until it
 *     {@linkplain Assigner#expire expires}, the lead is given anew, or {@link #responded} or {@link #withoutLead} is
 *     called, so it grows where nobody calls them
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
        List<WaitingLead> waiting,
        Map<String, AwaitedResponse> awaited)
        implements StrictDocument {

    /** How many values of a field are remembered at most; with one more, the oldest tenth is forgotten. */
    public static final int MOST_REMEMBERED = 10_000;

    public AssignmentState {
        DocumentVersion.require("assignment state", version, 1);
        rotations = KeptMap.of("rotation", rotations);
        open = open instanceof KeptMap ? open : positive(KeptMap.of("open", open));
        given = KeptMap.of("given", given);
        left = KeptMap.of("left", copied(left, credits -> KeptMap.of("left credit", credits)));
        declined = KeptMap.of("declined", copied(declined, ImmutableSortedSet::copyOf));
        remembered = KeptMap.of("remembered", copied(remembered, reps -> KeptMap.of("remembered rep", reps)));
        waiting = WaitingLine.of(waiting == null ? List.of() : waiting);
        awaited = KeptMap.of("awaited response", awaited);
    }

    /** Of a map that is kept already this is known. */
    private static Map<String, Integer> positive(Map<String, Integer> open) {
        open.forEach((rep, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("open of " + rep + " is " + count
                        + ", but must be positive.\nMaybe leave out who has no open leads?");
            }
        });
        return open;
    }

    private static <V> @Nullable Map<String, V> copied(@Nullable Map<String, V> map, UnaryOperator<V> copy) {
        if (map == null || map instanceof KeptMap) {
            return map;
        }
        Map<String, V> copied = new TreeMap<>(map);
        copied.replaceAll((id, value) -> value == null ? value : copy.apply(value));
        return copied;
    }

    /** The state before the first lead. */
    public static AssignmentState start() {
        return new AssignmentState(1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of());
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
     * The state after so many units of work of the rep were closed or taken away; leads that wait can then be
     * {@linkplain Assigner#drain given}.
     *
     * @throws IllegalArgumentException when the rep has fewer open
     */
    public AssignmentState released(String rep, int units) {
        if (openOf(rep) < units || units < 0) {
            throw new IllegalArgumentException("rep is \"" + rep + "\", who has " + openOf(rep) + " units open, not "
                    + units + (openOf(rep) == 0 ? ": no open lead" : "")
                    + ".\nMaybe the lead was given before this state began?");
        }
        return new AssignmentState(
                version, rotations, plus(rep, -units), given, left, declined, remembered, waiting, awaited);
    }

    /**
     * The state in which an assignment is taken back as if it had never been: the units are free, and the turn with all
     * shares in it is undone. Who had it is still remembered for the company, though; {@link Assigner#decline} forgets
     * that, too.
     *
     * @param assignment one that was made before, not the last one necessarily, and not taken back or declined yet: of
     *     one with a rep each call undoes a turn
     */
    public AssignmentState without(Assignment assignment) {
        boolean last = awaits(assignment);
        if (assignment.assignee().isEmpty() || assignment.pool().isEmpty()) {
            boolean givenSince = !last && awaited.containsKey(assignment.lead());
            return givenSince ? this : withoutLead(assignment.lead());
        }
        String rep = assignment.assignee().get();
        String pool = assignment.pool().get();
        AssignmentState next = last ? responded(assignment.lead()) : this;
        next = next.withUnits(rep, -assignment.units());
        RateCount count = next.given.get(rep);
        if (count != null && assignment.day().isPresent()) {
            next = next.withGiven(rep, count.minusOne(assignment.day().get()));
        }
        if (assignment.shares().isEmpty() || next.rotation(pool).place(rep) < 0) {
            return next;
        }
        RotationGroup group = RotationGroup.of(assignment.shares());
        return next.with(pool, next.rotation(pool).takeBack(group, group.everybody(), rep));
    }

    /**
     * The state after somebody has left for good: their credits pass to the others of each pool, and nothing of them is
     * kept but which leads they declined or were to respond to, so that these can still {@linkplain Assigner#expire
     * expire}.
     */
    public AssignmentState withoutRep(String rep) {
        Map<String, Rotation> newRotations = new TreeMap<>(rotations);
        newRotations.replaceAll((pool, rotation) -> rotation.without(rep));
        return new AssignmentState(
                version,
                newRotations,
                kept(open).without(rep),
                kept(given).without(rep),
                eachKept(left, credits -> credits.without(rep)),
                declined,
                eachKept(
                        remembered,
                        reps -> reps.withoutValues(each -> each.rep().equals(rep))),
                waiting,
                awaited);
    }

    /** The map as what it is since it was checked. */
    private static <V> KeptMap<V> kept(Map<String, V> map) {
        return KeptMap.of("value", map);
    }

    /** Each of the maps in a map changed, without those that are empty then. */
    private static <V> KeptMap<Map<String, V>> eachKept(
            Map<String, Map<String, V>> all, UnaryOperator<KeptMap<V>> change) {
        KeptMap<Map<String, V>> next = kept(all);
        for (Map.Entry<String, Map<String, V>> entry : all.entrySet()) {
            next = with(next, entry.getKey(), change.apply(kept(entry.getValue())));
        }
        return next;
    }

    private static <V> KeptMap<Map<String, V>> with(KeptMap<Map<String, V>> all, String id, Map<String, V> values) {
        return values.isEmpty() ? all.without(id) : all.with(id, kept(values));
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
        KeptMap<RememberedRep> reps = kept(remembered.getOrDefault(field, Map.of()));
        for (String value : values) {
            reps = reps.with(value, new RememberedRep(rep, now));
        }
        int tooMany = reps.size() - MOST_REMEMBERED;
        return withRemembered(field, tooMany > 0 ? withoutOldest(reps, tooMany + MOST_REMEMBERED / 10) : reps);
    }

    /** Some more than there are too many, so that not every lead has to look for the oldest. */
    private static KeptMap<RememberedRep> withoutOldest(KeptMap<RememberedRep> reps, int count) {
        List<String> oldest = reps.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, RememberedRep> entry) ->
                                entry.getValue().at())
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
        KeptMap<RememberedRep> left = reps;
        for (String value : oldest) {
            left = left.without(value);
        }
        return left;
    }

    /** With a rep remembered no more for some values of a field, where nobody was given a lead with them since. */
    AssignmentState withoutRemembered(String field, Collection<String> values, RememberedRep rep) {
        KeptMap<RememberedRep> reps = kept(remembered.getOrDefault(field, Map.of()));
        for (String value : values) {
            reps = rep.equals(reps.get(value)) ? reps.without(value) : reps;
        }
        return withRemembered(field, reps);
    }

    private AssignmentState withRemembered(String field, KeptMap<RememberedRep> reps) {
        return new AssignmentState(
                version, rotations, open, given, left, declined, with(kept(remembered), field, reps), waiting, awaited);
    }

    /**
     * The state after whoever a lead was given or offered to has responded in time, so that their assignment
     * {@linkplain Assigner#expire expires} no more. A claim and an award end the wait for claims and bids by
     * themselves, but whoever got the lead by them has to respond like anybody to whom one is assigned.
     */
    public AssignmentState responded(String lead) {
        return withAwaited(lead, null);
    }

    /** Whether an assignment is the last one of its lead and nobody has responded to it. */
    boolean awaits(Assignment assignment) {
        return new AwaitedResponse(assignment.assignee(), assignment.at()).equals(awaited.get(assignment.lead()));
    }

    AssignmentState withAwaited(String lead, @Nullable AwaitedResponse response) {
        if (response == null && !awaited.containsKey(lead)) {
            return this;
        }
        KeptMap<AwaitedResponse> next =
                response == null ? kept(awaited).without(lead) : kept(awaited).with(lead, response);
        return new AssignmentState(version, rotations, open, given, left, declined, remembered, waiting, next);
    }

    /**
     * The state in which a lead waits no more, nobody has declined it and no response to it is awaited, since it was
     * closed or given up.
     */
    public AssignmentState withoutLead(String lead) {
        return new AssignmentState(
                        version,
                        rotations,
                        open,
                        given,
                        left,
                        kept(declined).without(lead),
                        remembered,
                        waiting,
                        awaited)
                .waiting(findWaiting(lead), null)
                .responded(lead);
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
        Map<String, Rotation> next = kept(rotations).with(pool, rotation);
        return new AssignmentState(version, next, open, given, left, declined, remembered, waiting, awaited);
    }

    AssignmentState withLeft(String pool, Map<String, Double> credits) {
        Map<String, Map<String, Double>> next = with(kept(left), pool, credits);
        return new AssignmentState(version, rotations, open, given, next, declined, remembered, waiting, awaited);
    }

    AssignmentState withUnits(String rep, int units) {
        return new AssignmentState(
                version, rotations, plus(rep, units), given, left, declined, remembered, waiting, awaited);
    }

    AssignmentState withGiven(String rep, RateCount count) {
        Map<String, RateCount> next = kept(given).with(rep, count);
        return new AssignmentState(version, rotations, open, next, left, declined, remembered, waiting, awaited);
    }

    AssignmentState withDeclined(String lead, String rep) {
        Set<String> all = new TreeSet<>(declinedBy(lead));
        all.add(rep);
        Map<String, Set<String>> next = kept(declined).with(lead, ImmutableSortedSet.copyOf(all));
        return new AssignmentState(version, rotations, open, given, left, next, remembered, waiting, awaited);
    }

    /** In which a rep may be considered for a lead again that they declined. */
    AssignmentState withoutDeclined(String lead, String rep) {
        if (!declinedBy(lead).contains(rep)) {
            return this;
        }
        Set<String> all = new TreeSet<>(declinedBy(lead));
        all.remove(rep);
        KeptMap<Set<String>> before = kept(declined);
        Map<String, Set<String>> next =
                all.isEmpty() ? before.without(lead) : before.with(lead, ImmutableSortedSet.copyOf(all));
        return new AssignmentState(version, rotations, open, given, left, next, remembered, waiting, awaited);
    }

    /** With the entry of a lead in the queue replaced by another, or by none. */
    AssignmentState waiting(@Nullable WaitingLead before, @Nullable WaitingLead after) {
        return Objects.equals(before, after)
                ? this
                : new AssignmentState(
                        version,
                        rotations,
                        open,
                        given,
                        left,
                        declined,
                        remembered,
                        line().replaced(before, after),
                        awaited);
    }

    private Map<String, Integer> plus(String rep, int units) {
        int after = Math.max(0, Math.addExact(openOf(rep), units));
        return after == 0 ? kept(open).without(rep) : kept(open).with(rep, after);
    }
}
