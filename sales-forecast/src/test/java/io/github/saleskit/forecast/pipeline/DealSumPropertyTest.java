package io.github.saleskit.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DealSumPropertyTest {

    /** Against all subsets of deals. */
    @Property(tries = 200)
    void fewDealsHaveExactlyTheChancesOfTheirSubsets(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int deals) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] amounts = new long[deals];
        double[] chances = new double[deals];
        DealSum sum = new DealSum();
        for (int i = 0; i < deals; i++) {
            amounts[i] = random.nextLong(-20, 100) * 50;
            chances[i] = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
            sum.add(BigInteger.valueOf(amounts[i]), chances[i]);
        }
        TreeMap<Long, Double> expected = new TreeMap<>();
        for (int subset = 0; subset < 1 << deals; subset++) {
            long amount = 0;
            double chance = 1;
            for (int i = 0; i < deals; i++) {
                boolean comes = (subset & 1 << i) != 0;
                amount += comes ? amounts[i] : 0;
                chance *= comes ? chances[i] : 1 - chances[i];
            }
            if (chance > 1e-13) {
                expected.merge(amount, chance, Double::sum);
            }
        }
        TreeMap<Long, Double> found = new TreeMap<>();
        sum.outcomes().stream()
                .filter(outcome -> outcome.chance() > 1e-13)
                .forEach(outcome -> found.put(Math.round(outcome.amount()), outcome.chance()));
        assertThat(found.keySet()).containsAll(expected.keySet());
        expected.forEach((amount, chance) -> assertThat(found.get(amount)).isCloseTo(chance, within(1e-12)));
    }

    /** Mean and variance of the outcomes are those that follow from the deals by formula, also where outcomes are merged. */
    @Property(tries = 60)
    void meanAndVarianceAreThoseOfTheFormulas(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int deals) {
        SplittableRandom random = new SplittableRandom(seed);
        DealSum sum = new DealSum();
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < deals; i++) {
            long amount = 1 + (long) (1e7 * Math.pow(random.nextDouble(), 4));
            double chance = random.nextDouble();
            sum.add(BigInteger.valueOf(amount), chance);
            mean += chance * amount;
            variance += chance * (1 - chance) * amount * amount;
        }
        List<DealSum.Outcome> outcomes = sum.outcomes();
        double total = outcomes.stream().mapToDouble(DealSum.Outcome::chance).sum();
        double found =
                outcomes.stream().mapToDouble(o -> o.amount() * o.chance()).sum();
        double center = found;
        double spread = outcomes.stream()
                .mapToDouble(o -> (o.amount() - center) * (o.amount() - center) * o.chance())
                .sum();
        assertThat(outcomes.size()).isLessThanOrEqualTo(1_000);
        assertThat(total).isCloseTo(1, within(1e-12));
        assertThat(sum.mean()).isCloseTo(mean, within(1e-9 * mean));
        assertThat(sum.variance()).isCloseTo(variance, within(1e-9 * variance));
        assertThat(found).isCloseTo(mean, within(1e-6 * mean));
        assertThat(Math.sqrt(spread)).isCloseTo(Math.sqrt(variance), within(0.005 * Math.sqrt(variance)));
    }
}
