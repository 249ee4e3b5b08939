package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchMatcherPropertyTest {

    private static Matching match(MatchingInstance instance, List<Integer> leads, List<Integer> reps) {
        return BatchMatcher.<Integer, Integer>minimizing(
                        lead -> "L" + lead, rep -> "R" + rep, (lead, rep) -> instance.costs()[lead][rep] / 100.0)
                .withCapacity(rep -> instance.capacities()[rep])
                .withEligibility(instance::isAllowed)
                .match(leads, reps);
    }

    private static List<Integer> indexes(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }

    @Property(tries = 300)
    void theOrderOfLeadsAndRepsPlaysNoPart(@ForAll long seed, @ForAll @IntRange(max = 30) int leads) {
        Random random = new Random(seed);
        MatchingInstance instance = MatchingInstance.random(random, leads, 1 + leads / 3, 4, 3, .7);
        Matching matching = match(instance, indexes(leads), indexes(instance.reps()));
        List<Integer> shuffledLeads = indexes(leads);
        List<Integer> shuffledReps = indexes(instance.reps());
        Collections.shuffle(shuffledLeads, random);
        Collections.shuffle(shuffledReps, random);
        assertThat(match(instance, shuffledLeads, shuffledReps)).isEqualTo(matching);
    }

    @Property(tries = 300)
    void theTotalIsTheBestAndThePricesProveIt(@ForAll long seed, @ForAll @IntRange(max = 30) int leads) {
        MatchingInstance instance = MatchingInstance.random(new Random(seed), leads, 1 + leads / 3, 4, 1000, .5);
        Matching matching = match(instance, indexes(leads), indexes(instance.reps()));
        MatchingOracle.Best best = MatchingOracle.byFlow(instance);
        assertThat(matching.total()).isEqualByComparingTo(BigDecimal.valueOf(best.cost(), 2));
        assertThat(matching.bound()).isEqualByComparingTo(matching.total());
        assertThat(matching.matched()).hasSize(best.matched());
        for (RepShare share : matching.reps()) {
            int rep = Integer.parseInt(share.rep().substring(1));
            MatchingOracle.Best more = MatchingOracle.byFlow(instance.withOneMore(rep));
            assertThat(share.lacking()).isEqualTo(more.matched() > best.matched());
            assertThat(share.price()).isEqualByComparingTo(BigDecimal.valueOf(best.cost() - more.cost(), 2));
            assertThat(matching.leadsOf(share.rep())).hasSize(share.leads());
        }
    }

    /** Hall's condition is violated by exactly as many leads as are unmatched though somebody is eligible for them. */
    @Property(tries = 500)
    void bottlenecksProveThatNoMoreLeadsCanBeMatched(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int leads) {
        MatchingInstance instance = MatchingInstance.random(new Random(seed), leads, 1 + leads / 2, 2, 9, 3.0 / leads);
        Matching matching = match(instance, indexes(leads), indexes(instance.reps()));
        long tooMany = 0;
        Set<String> seen = new HashSet<>();
        for (Bottleneck bottleneck : matching.bottlenecks()) {
            assertThat(bottleneck.leads()).allMatch(seen::add);
            assertThat(bottleneck.reps()).allMatch(seen::add);
            for (String lead : bottleneck.leads()) {
                int index = Integer.parseInt(lead.substring(1));
                assertThat(indexes(instance.reps()).stream()
                                .filter(rep -> instance.isAllowed(index, rep))
                                .map(rep -> "R" + rep))
                        .isSubsetOf(bottleneck.reps());
            }
            assertThat(bottleneck.leads().size()).isGreaterThan((int) bottleneck.capacity());
            tooMany += bottleneck.leads().size() - bottleneck.capacity();
        }
        long unmatched = matching.unmatched().stream()
                .filter(lead -> lead.reason().code().equals("core.assignment.unmatchedNoRoom"))
                .count();
        assertThat(tooMany).isEqualTo(unmatched);
    }
}
