package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToIntFunction;

/**
 * Matches a batch of leads with reps so that the total value is the largest there is, or the total cost the least.
 *
 * <pre>{@code
 * BatchMatcher<Lead, SalesRep> matcher = BatchMatcher
 *         .maximizing(Lead::id, SalesRep::id, (lead, rep) -> expectedRevenue(lead, rep))
 *         .withCapacity(SalesRep::capacity)
 *         .withEligibility((lead, rep) -> rep.languages().contains(lead.language()));
 * Matching matching = matcher.match(leads, reps);
 * matching.repOf("acme");     // Optional[ann]
 * matching.reps();            // each with what one more place would be worth
 * matching.unmatched();       // each with its reason
 * }</pre>
 *
 * <p>Every lead gets one rep at most, every rep as many leads as they have capacity for. As many leads as possible are
 * matched; among all ways to do so the total is the best one, and the answer carries the proof.
 *
 * <p>The values are taken as decimals: with the fewest digits after the point that keep each one as it is written, and
 * computed exactly. Where these would be too many for that (largest value times number of leads beyond 2^56, or more
 * than 2^53 units for one value), all are rounded to the most digits that fit, and {@link Matching#rounded} says so.
 *
 * <p>The order in which leads and reps are listed plays no part. Where several matchings share the best total, which
 * one is chosen depends only on the ids and values, the same on every machine. Work: see {@link IndexMatcher}.
 *
 * <p>Immutable, and thread-safe where the host's functions are.
 *
 * @param <L> the host's type of lead
 * @param <R> the host's type of rep
 */
public final class BatchMatcher<L, R> {

    private final MatchingGoal goal;
    private final Function<? super L, String> leadId;
    private final Function<? super R, String> repId;
    private final ToDoubleBiFunction<? super L, ? super R> value;
    private final ToIntFunction<? super R> capacity;
    private final BiPredicate<? super L, ? super R> eligibility;

    private BatchMatcher(
            MatchingGoal goal,
            Function<? super L, String> leadId,
            Function<? super R, String> repId,
            ToDoubleBiFunction<? super L, ? super R> value,
            ToIntFunction<? super R> capacity,
            BiPredicate<? super L, ? super R> eligibility) {
        this.goal = goal;
        this.leadId = requireNonNull(leadId, "leadId");
        this.repId = requireNonNull(repId, "repId");
        this.value = requireNonNull(value, "value");
        this.capacity = requireNonNull(capacity, "capacity");
        this.eligibility = requireNonNull(eligibility, "eligibility");
    }

    /**
     * A matcher for the largest total value; each rep takes one lead, everybody is eligible.
     *
     * @param leadId the id of a lead
     * @param repId the id of a rep
     * @param value the value of a pair, finite, asked once for each eligible pair
     */
    public static <L, R> BatchMatcher<L, R> maximizing(
            Function<? super L, String> leadId,
            Function<? super R, String> repId,
            ToDoubleBiFunction<? super L, ? super R> value) {
        return new BatchMatcher<>(MatchingGoal.MAXIMIZE, leadId, repId, value, rep -> 1, (lead, rep) -> true);
    }

    /**
     * A matcher for the least total cost; each rep takes one lead, everybody is eligible.
     *
     * @param leadId the id of a lead
     * @param repId the id of a rep
     * @param cost the cost of a pair, finite, asked once for each eligible pair
     */
    public static <L, R> BatchMatcher<L, R> minimizing(
            Function<? super L, String> leadId,
            Function<? super R, String> repId,
            ToDoubleBiFunction<? super L, ? super R> cost) {
        return new BatchMatcher<>(MatchingGoal.MINIMIZE, leadId, repId, cost, rep -> 1, (lead, rep) -> true);
    }

    /** The same matcher with how many leads each rep can take, at least 0. */
    public BatchMatcher<L, R> withCapacity(ToIntFunction<? super R> newCapacity) {
        return new BatchMatcher<>(goal, leadId, repId, value, newCapacity, eligibility);
    }

    /** The same matcher with which rep may take which lead. */
    public BatchMatcher<L, R> withEligibility(BiPredicate<? super L, ? super R> newEligibility) {
        return new BatchMatcher<>(goal, leadId, repId, value, capacity, newEligibility);
    }

    /**
     * Matches, however long it takes.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem, when ids are listed twice, a
     *     capacity is negative or a value is not finite
     */
    public Matching match(Collection<? extends L> leads, Collection<? extends R> reps) {
        return match(leads, reps, WorkMeter.unlimited());
    }

    /**
     * Matches, and ends early with an allowed matching and its bound when the meter says so.
     *
     * @param meter counts the units of work of {@link IndexMatcher}
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem, when ids are listed twice, a
     *     capacity is negative or a value is not finite
     */
    public Matching match(Collection<? extends L> leads, Collection<? extends R> reps, WorkMeter meter) {
        Problems problems = new Problems();
        List<L> sortedLeads = MatchingInput.sortedById(leads, leadId, problems.at("leads"));
        List<R> sortedReps = MatchingInput.sortedById(reps, repId, problems.at("reps"));
        MatchingInput input = new MatchingInput(
                sortedLeads.stream().map(leadId).toList(),
                sortedReps.stream().map(repId).toList(),
                sortedReps.stream().mapToInt(capacity).toArray());
        input.checkCapacities(problems);
        for (int lead = 0; lead < sortedLeads.size(); lead++) {
            for (int rep = 0; rep < sortedReps.size(); rep++) {
                L one = sortedLeads.get(lead);
                R other = sortedReps.get(rep);
                if (eligibility.test(one, other)) {
                    input.add(lead, rep, value.applyAsDouble(one, other), problems);
                }
            }
            input.endLead(lead);
        }
        problems.throwIfAny("batch to match");
        return input.match(goal, meter);
    }
}
