package io.github.saleskit.core.assignment;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Explanation;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.criteria.Joined;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.team.Availability;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gives leads to reps, both of the host's own types, by an {@link AssignmentPolicy}.
 *
 * <pre>{@code
 * Assigner<Lead, SalesRep> assigner = Assigner.compile(policy, Lead.FIELDS, SalesRep.FIELDS)
 *         .withAvailability(TeamCalendar.compile(team));
 * AssignmentState state = AssignmentState.start();       // the first time; then what was saved
 * Assignment assignment = assigner.assign(state, lead, reps, now);
 * assignment.assignee();    // Optional: nobody may be able to take the lead, and that is an answer
 * store.save(assignment.nextState());
 * // Later, with the state of then, when assignment.deadline() has passed: to the next one, unless somebody responded.
 * Assignment next = assigner.expire(state, assignment, lead, reps, now);
 * }</pre>
 *
 * <p>A lead goes to the first pool that takes it; there, among the reps who meet the conditions, have room and are
 * there, first to one whom the lead sticks to, else to the one whose turn it is in the pool's {@link Rotation} among
 * those preferred. Where nobody may take it, the pool's fallback is asked, and at last it waits in the queue of the
 * state. A lead that comes to a pool in which another one waits that comes before it waits too, so that the newest is
 * never served before the oldest; {@link #drain} serves them in order.
 *
 * <p>An answer takes one evaluation of the conditions for each rep, and O(n log n) for n reps, those who left included;
 * {@link #prepared} reps are not sorted each time. How many leads wait or are remembered adds O(log n). Reasons for
 * those passed over are made when somebody reads them. Immutable, and thread-safe where the host's accessors and
 * functions are.
 *
 * @param <L> the host's type of lead
 * @param <R> the host's type of rep
 */
public final class Assigner<L, R> {

    private final String policy;
    private final FieldSet<L> leads;
    private final FieldSet<R> reps;
    private final PolicyFields<L, R> fields;
    private final Condition<L> consent;
    private final List<PoolEngine<L, R>> pools;
    private final Map<String, PoolEngine<L, R>> poolsById = new LinkedHashMap<>();
    private final Surroundings<L, R> surroundings;

    /** What the host adds to the policy. */
    record Surroundings<L, R>(ZoneId zone, Availability availability, ToDoubleBiFunction<? super L, ? super R> value) {}

    private Assigner(
            String policy,
            FieldSet<L> leads,
            FieldSet<R> reps,
            PolicyFields<L, R> fields,
            Condition<L> consent,
            List<PoolEngine<L, R>> pools,
            Surroundings<L, R> surroundings) {
        this.policy = policy;
        this.leads = leads;
        this.reps = reps;
        this.fields = fields;
        this.consent = consent;
        this.pools = pools;
        this.surroundings = surroundings;
        pools.forEach(pool -> poolsById.put(pool.id(), pool));
    }

    /**
     * Prepares a policy for the fields of both types.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the policy
     * @throws IllegalArgumentException when one of the types has no id
     */
    public static <L, R> Assigner<L, R> compile(AssignmentPolicy policy, FieldSet<L> leads, FieldSet<R> reps) {
        requireId("leads", leads);
        requireId("reps", reps);
        Problems problems = new Problems();
        PolicyCheck.check(policy, problems);
        PolicyFields<L, R> fields = new PolicyFields<>(policy, leads, reps, problems);
        Condition<L> consent = PoolEngine.condition(policy.consent(), leads, problems.at("consent"));
        FieldSet<Joined<L, R>> both = FieldSet.join("lead", leads, "rep", reps);
        PoolHours hours = new PoolHours(policy.hours(), problems.at("hours"));
        List<PoolEngine<L, R>> pools = new ArrayList<>();
        for (int i = 0; i < policy.pools().size(); i++) {
            pools.add(
                    new PoolEngine<>(policy.pools().get(i), leads, reps, both, fields, hours, problems.at("pools", i)));
        }
        problems.throwIfAny("assignment policy \"" + policy.name() + "\"");
        return new Assigner<>(
                policy.name(),
                leads,
                reps,
                fields,
                consent,
                List.copyOf(pools),
                new Surroundings<>(ZoneOffset.UTC, Availability.always(), (lead, rep) -> 0));
    }

    private static void requireId(String name, FieldSet<?> fields) {
        if (!fields.hasId()) {
            throw new IllegalArgumentException(
                    name + " has no id, by which assignments name a record.\nMaybe FieldSet.of(...).id(...)?");
        }
    }

    /** The same assigner with the days of a zone; before, days are those of UTC. */
    public Assigner<L, R> inZone(ZoneId zone) {
        return new Assigner<>(
                policy,
                leads,
                reps,
                fields,
                consent.inZone(zone),
                pools.stream().map(pool -> pool.inZone(zone)).toList(),
                new Surroundings<>(zone, surroundings.availability(), surroundings.value()));
    }

    /** The same assigner that knows when reps work; before, everybody works at any time. */
    public Assigner<L, R> withAvailability(Availability availability) {
        return with(new Surroundings<>(surroundings.zone(), availability, surroundings.value()));
    }

    /**
     * The same assigner that knows what a lead is worth with a rep, for {@link Preference#HIGHEST_VALUE}.
     *
     * @param value the higher the better; a rep for whom it is NaN is passed over where it is asked for
     */
    public Assigner<L, R> withValue(ToDoubleBiFunction<? super L, ? super R> value) {
        return with(new Surroundings<>(surroundings.zone(), surroundings.availability(), value));
    }

    private Assigner<L, R> with(Surroundings<L, R> newSurroundings) {
        return new Assigner<>(policy, leads, reps, fields, consent, pools, newSurroundings);
    }

    /**
     * Says who gets a lead, or is offered it, by the style of the pool; in pools of the styles partner and delegating
     * it stays open.
     *
     * @param state the state after the lead before this one
     * @param lead the lead
     * @param candidates reps in any order, each id once
     * @param now when the conditions are to hold
     * @throws IllegalArgumentException when two candidates have the same id
     */
    public Assignment assign(AssignmentState state, L lead, Collection<? extends R> candidates, Instant now) {
        return decision(state, lead, byId(candidates), now).push(true);
    }

    /**
     * Serves the queue: every lead that waits is tried in order of priority, then age; who still finds nobody keeps its
     * place.
     *
     * @param waiting the lead of an id; one that is gone stays where it is
     * @return a decision for each lead that waits no more, in order; the last one's next state is the state to go on
     *     from
     */
    public List<Assignment> drain(
            AssignmentState state,
            Function<String, Optional<L>> waiting,
            Collection<? extends R> candidates,
            Instant now) {
        SortedMap<String, R> byId = byId(candidates);
        List<Assignment> done = new ArrayList<>();
        AssignmentState next = state;
        for (WaitingLead each : state.waiting()) {
            Optional<L> lead = waiting.apply(each.lead());
            if (lead.isPresent()) {
                Assignment assignment =
                        decision(next, lead.get(), each.lead(), each, byId, now).push(false);
                if (assignment.outcome() != Outcome.WAITING) {
                    done.add(assignment);
                    next = assignment.nextState();
                }
            }
        }
        return List.copyOf(done);
    }

    /**
     * Gives a lead to somebody by the word of a person, whatever the conditions say; it counts as a turn, so that the
     * others catch up. Should they have declined the lead before, that is forgotten. Whoever has the lead already keeps
     * their turn and units until their assignment is {@linkplain AssignmentState#without taken back}.
     *
     * @throws IllegalArgumentException when the rep is not among the candidates
     */
    public Assignment override(
            AssignmentState state, L lead, String rep, Collection<? extends R> candidates, Instant now) {
        AssignmentState considered = state.withoutDeclined(leads.id(lead), rep);
        return decision(considered, lead, byId(candidates), now).override(rep);
    }

    /**
     * Passes a lead on that somebody declined or let lie too long: their turn is undone, they are never considered for
     * this lead again unless somebody {@linkplain #override overrides} that, and it is decided anew. What they have
     * declined before is {@link Outcome#REFUSED} and changes nothing.
     */
    public Assignment decline(
            AssignmentState state, Assignment offer, L lead, Collection<? extends R> candidates, Instant now) {
        if (offer.assignee().filter(state.declinedBy(leads.id(lead))::contains).isPresent()) {
            return decision(state, lead, byId(candidates), now).nothingToTakeBack(offer);
        }
        AssignmentState next = state.without(offer);
        if (offer.assignee().isPresent()) {
            String rep = offer.assignee().get();
            next = forgotten(next, offer, lead, rep).withDeclined(leads.id(lead), rep);
        }
        return decision(next, lead, byId(candidates), now).push(false);
    }

    /** Who gave a lead back is not remembered for the next one of its company. */
    private AssignmentState forgotten(AssignmentState state, Assignment offer, L lead, String rep) {
        return offer.pool()
                .flatMap(pool -> Optional.ofNullable(poolsById.get(pool)))
                .map(pool -> pool.withoutRemembered(state, lead, new RememberedRep(rep, offer.at())))
                .orElse(state);
    }

    /**
     * Decides a lead anew whose assignee did not respond in time, as if they had {@linkplain #decline declined}, or for
     * which no bid or claim came in time: that is given to one of those who may take it, by turn.
     *
     * <p>Where the lead was claimed, awarded, declined, given to another or expired since, or somebody
     * {@linkplain AssignmentState#responded responded}, the outcome is {@link Outcome#REFUSED} and nothing changes; so
     * a timer may fire twice.
     *
     * @param assignment with a deadline
     * @param now not before the deadline
     * @throws IllegalArgumentException when there is no deadline, or it is yet to come
     */
    public Assignment expire(
            AssignmentState state, Assignment assignment, L lead, Collection<? extends R> candidates, Instant now) {
        if (assignment.deadline().filter(deadline -> !now.isBefore(deadline)).isEmpty()) {
            throw new IllegalArgumentException("now is " + now + ", but the deadline of the assignment is "
                    + assignment.deadline().map(Instant::toString).orElse("absent") + ".");
        }
        boolean awaited = state.awaits(assignment);
        if (awaited && assignment.assignee().isPresent()) {
            return decline(state, assignment, lead, candidates, now);
        }
        PoolDecision<L, R> decision = decision(state, lead, byId(candidates), now);
        return awaited ? decision.push(false, true) : decision.nothingToTakeBack(assignment);
    }

    /**
     * Gives a lead to one of the reps who bid for it: of those who may take it, the one with the highest bid, of equal
     * bids the one whose turn it is.
     *
     * @param bids by the rep's id; one that is not a number is passed over
     */
    public Assignment award(
            AssignmentState state, L lead, Map<String, Double> bids, Collection<? extends R> candidates, Instant now) {
        return decision(state, lead, byId(candidates), now).award(new TreeMap<>(bids));
    }

    /**
     * Gives a lead to a rep who claims it, if they may take it; else the outcome is {@link Outcome#REFUSED} with the
     * reason. Whose turn it is plays no part, but it counts as one. The state does not know who has the lead, so one
     * claim after the other is granted: let a lead be claimed once, or take the first assignment
     * {@linkplain AssignmentState#without back} before the next.
     *
     * @throws IllegalArgumentException when the rep is not among the candidates
     */
    public Assignment claim(
            AssignmentState state, L lead, String rep, Collection<? extends R> candidates, Instant now) {
        return decision(state, lead, byId(candidates), now).claim(rep);
    }

    private PoolDecision<L, R> decision(AssignmentState state, L lead, SortedMap<String, R> byId, Instant now) {
        String id = leads.id(lead);
        return decision(state, lead, id, state.findWaiting(id), byId, now);
    }

    private PoolDecision<L, R> decision(
            AssignmentState state,
            L lead,
            String id,
            @Nullable WaitingLead waiting,
            SortedMap<String, R> byId,
            Instant now) {
        return new PoolDecision<>(
                policy, fields, surroundings, consent, pools, poolsById, state, lead, id, waiting, byId, now);
    }

    /**
     * Says condition by condition why a rep meets those of a pool for a lead, or does not; for the asking, as it takes
     * longer than an assignment's own reasons.
     *
     * @param pool id of the pool, as a {@link PassedOver} names it
     * @throws IllegalArgumentException when the policy has no such pool
     */
    public Explanation explain(String pool, L lead, R rep, Instant now) {
        PoolEngine<L, R> engine = poolsById.get(pool);
        if (engine == null) {
            String advice = Problems.suggest(pool, poolsById.keySet());
            throw new IllegalArgumentException("pool is \"" + pool + "\", which the policy does not have."
                    + (advice == null ? "" : "\n" + advice));
        }
        return engine.explain(lead, rep, now);
    }

    /**
     * The same reps, told apart and sorted by id once, as candidates for many leads; reps who change have to be
     * prepared anew.
     *
     * @throws IllegalArgumentException when two of them have the same id
     */
    public Collection<R> prepared(Collection<? extends R> candidates) {
        return new PreparedReps<>(reps, byId(candidates));
    }

    /** Reps by id, which nobody changes. */
    private static final class PreparedReps<R> extends AbstractCollection<R> {
        private final FieldSet<?> fields;
        private final SortedMap<String, R> byId;

        PreparedReps(FieldSet<?> fields, SortedMap<String, R> byId) {
            this.fields = fields;
            this.byId = byId;
        }

        @Override
        public Iterator<R> iterator() {
            return Collections.unmodifiableCollection(byId.values()).iterator();
        }

        @Override
        public int size() {
            return byId.size();
        }
    }

    @SuppressWarnings("unchecked") // candidates are reps, so those prepared are of their type or of one below it
    private SortedMap<String, R> byId(Collection<? extends R> candidates) {
        if (candidates instanceof PreparedReps<?> prepared && prepared.fields == reps) {
            return ((PreparedReps<R>) prepared).byId;
        }
        SortedMap<String, R> byId = new TreeMap<>();
        for (R rep : candidates) {
            String id = reps.id(rep);
            if (byId.put(id, rep) != null) {
                throw new IllegalArgumentException("candidates has the rep \"" + id + "\" twice.");
            }
        }
        return byId;
    }
}
