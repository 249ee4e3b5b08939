package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class IndexMatcherPropertyTest {

    @Property(tries = 1000)
    void equalsTheBestOfAllMatchings(
            @ForAll long seed,
            @ForAll @IntRange(max = 7) int leads,
            @ForAll @IntRange(max = 5) int reps,
            @ForAll @LongRange(max = 30) long range,
            @ForAll @IntRange(max = 4) int mostCapacity) {
        Random random = new Random(seed);
        double allowed = random.nextBoolean() ? 1 : random.nextDouble();
        MatchingInstance instance = MatchingInstance.random(random, leads, reps, mostCapacity, range, allowed);
        IndexMatching matching = solve(instance);
        assertThat(new MatchingOracle.Best(matching.matched(), matching.totalCost()))
                .isEqualTo(MatchingOracle.byTrial(instance));
        assertProven(instance, matching);
        assertPricesAreSavings(instance, matching);
    }

    @Property(tries = 150)
    void equalsASlowMinimumCostFlow(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 120) int leads,
            @ForAll @IntRange(min = 1, max = 60) int reps,
            @ForAll @IntRange(min = 1, max = 12) int mostCapacity) {
        Random random = new Random(seed);
        long range = random.nextBoolean() ? 5 : 1_000_000;
        double allowed = random.nextBoolean() ? 1 : random.nextDouble() * .3;
        MatchingInstance instance = MatchingInstance.random(random, leads, reps, mostCapacity, range, allowed);
        IndexMatching matching = solve(instance);
        assertThat(new MatchingOracle.Best(matching.matched(), matching.totalCost()))
                .isEqualTo(MatchingOracle.byFlow(instance));
        assertProven(instance, matching);
    }

    @Tag("long")
    @Property(tries = 100)
    void manyCrowdsAreMatchedAtLeastCostToo(
            @ForAll long seed,
            @ForAll @IntRange(min = 60, max = 150) int leads,
            @ForAll @IntRange(min = 20, max = 70) int reps) {
        crowdsAreMatchedAtLeastCostToo(seed, leads, reps);
    }

    /** All leads want the same reps, so that the auction is called for. */
    @Property(tries = 15)
    void crowdsAreMatchedAtLeastCostToo(
            @ForAll long seed,
            @ForAll @IntRange(min = 60, max = 150) int leads,
            @ForAll @IntRange(min = 20, max = 70) int reps) {
        MatchingInstance instance = crowd(new Random(seed), leads, reps);
        IndexMatching matching = solve(instance);
        assertThat(new MatchingOracle.Best(matching.matched(), matching.totalCost()))
                .isEqualTo(MatchingOracle.byFlow(instance));
        assertProven(instance, matching);
        if (reps <= 24) {
            assertPricesAreSavings(instance, matching);
        }
    }

    @Property(tries = 200)
    void pricesDoNotDependOnTheOrderOfTheLeads(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int leads) {
        MatchingInstance instance = MatchingInstance.random(new Random(seed), leads, 1 + leads / 3, 4, 6, .8);
        IndexMatching matching = solve(instance);
        IndexMatching reversed = solve(new MatchingInstance(reversed(instance.costs()), instance.capacities()));
        assertThat(reversed.totalCost()).isEqualTo(matching.totalCost());
        for (int rep = 0; rep < instance.reps(); rep++) {
            assertThat(reversed.repPrice(rep)).isEqualTo(matching.repPrice(rep));
        }
    }

    @Property(tries = 300)
    void stoppedWorkGivesAnAllowedMatchingAndATrueBound(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int leads, @ForAll @IntRange(max = 200) int units) {
        Random random = new Random(seed);
        MatchingInstance instance = random.nextBoolean()
                ? crowd(random, leads, 1 + leads / 3)
                : MatchingInstance.random(random, leads, 1 + leads / 3, 3, 100, .7);
        WorkMeter meter = new WorkMeter(WorkBudget.ofUnits(units), StopSignal.never(), ProgressListener.none());
        IndexMatching matching = IndexMatcher.solve(instance.table(), instance.capacities(), meter);
        assertThat(matching.complete()).isEqualTo(!meter.stopped());
        assertAllowed(instance, matching);
        MatchingOracle.Best best = MatchingOracle.byFlow(instance);
        assertThat(matching.matched()).isLessThanOrEqualTo(best.matched());
        assertThat(matching.dualBound()).isLessThanOrEqualTo(matching.totalCost());
    }

    private static IndexMatching solve(MatchingInstance instance) {
        return IndexMatcher.solve(instance.table(), instance.capacities(), WorkMeter.unlimited());
    }

    private static MatchingInstance crowd(Random random, int leads, int reps) {
        double[] worth = random.doubles(leads).toArray();
        double[] skill = random.doubles(reps).toArray();
        long[][] costs = new long[leads][reps];
        for (int lead = 0; lead < leads; lead++) {
            for (int rep = 0; rep < reps; rep++) {
                costs[lead][rep] = -Math.round(1e6 * worth[lead] * skill[rep]);
            }
        }
        return new MatchingInstance(costs, random.ints(reps, 1, 4).toArray());
    }

    private static long[][] reversed(long[][] rows) {
        long[][] reversed = new long[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = rows[rows.length - 1 - i];
        }
        return reversed;
    }

    private static int[] assertAllowed(MatchingInstance instance, IndexMatching matching) {
        int[] loads = new int[instance.reps()];
        for (int lead = 0; lead < instance.leads(); lead++) {
            int rep = matching.repOf(lead);
            if (rep != IndexMatching.UNMATCHED) {
                assertThat(instance.isAllowed(lead, rep)).isTrue();
                assertThat(++loads[rep]).isLessThanOrEqualTo(instance.capacities()[rep]);
            }
        }
        return loads;
    }

    /** Dual feasibility, complementary slackness, and both objectives equal. */
    private static void assertProven(MatchingInstance instance, IndexMatching matching) {
        int[] loads = assertAllowed(instance, matching);
        for (int lead = 0; lead < instance.leads(); lead++) {
            int chosen = matching.repOf(lead);
            assertThat(matching.leadDual(lead)).isLessThanOrEqualTo(matching.unmatchedCost());
            for (int rep = 0; rep < instance.reps(); rep++) {
                if (instance.isAllowed(lead, rep)) {
                    long price = instance.costs()[lead][rep] + matching.repPrice(rep);
                    assertThat(matching.leadDual(lead)).isLessThanOrEqualTo(price);
                    assertThat(rep == chosen && matching.leadDual(lead) != price)
                            .isFalse();
                }
            }
            assertThat(chosen == IndexMatching.UNMATCHED && matching.leadDual(lead) != matching.unmatchedCost())
                    .isFalse();
        }
        for (int rep = 0; rep < instance.reps(); rep++) {
            assertThat(matching.repPrice(rep)).isNotNegative();
            assertThat(matching.repPrice(rep) > 0 && loads[rep] < instance.capacities()[rep])
                    .isFalse();
        }
        assertThat(matching.complete()).isTrue();
        assertThat(matching.dualBound()).isEqualTo(matching.totalCost());
    }

    private static void assertPricesAreSavings(MatchingInstance instance, IndexMatching matching) {
        for (int rep = 0; rep < instance.reps(); rep++) {
            IndexMatching withMore = solve(instance.withOneMore(rep));
            long saved = matching.totalCost() - withMore.totalCost();
            int more = withMore.matched() - matching.matched();
            assertThat(matching.repPrice(rep)).isEqualTo(saved + more * matching.unmatchedCost());
        }
    }
}
