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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DealSumPropertyTest {

    /** Against all subsets of deals. */
    @Property(tries = 100)
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

    /**
     * Mean and variance of the outcomes are those that follow from the deals by formula, also where outcomes are
     * merged.
     */
    @Property(tries = 25)
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

    /**
     * Against the normal distribution, to which so many come close; one lattice over them all made the spread twice too
     * wide.
     */
    @Test
    void theSpreadOfVeryManyDealsIsThatOfTheFormula() {
        checkSpread(20_000);
    }

    @Test
    @Tag("long")
    void theSpreadOfTwoHundredThousandDealsIsThatOfTheFormula() {
        checkSpread(200_000);
    }

    private static void checkSpread(int deals) {
        SplittableRandom random = new SplittableRandom(deals);
        DealSum sum = new DealSum();
        for (int i = 0; i < deals; i++) {
            sum.add(BigInteger.valueOf(random.nextLong(100, 10_000_000)), random.nextDouble());
        }
        double spread = StrictMath.sqrt(sum.variance());
        List<DealSum.Outcome> outcomes = sum.outcomes();
        assertThat(spread(outcomes, sum.mean())).isCloseTo(spread, within(0.005 * spread));
        assertThat(chanceBelow(outcomes, sum.mean() - spread)).isCloseTo(0.1587, within(0.003));
        assertThat(chanceBelow(outcomes, sum.mean() + spread)).isCloseTo(0.8413, within(0.003));
    }

    /** The small ones are lumped; the large one still comes or does not come. */
    @Test
    void aLargeDealAmongVeryManySmallOnesIsToldApart() {
        DealSum sum = new DealSum();
        for (int i = 0; i < 50_000; i++) {
            sum.add(BigInteger.valueOf(1_000 + i % 97), 0.3);
        }
        sum.add(BigInteger.valueOf(100_000_000), 0.25);
        List<DealSum.Outcome> outcomes = sum.outcomes();
        assertThat(chanceBelow(outcomes, 60_000_000)).isCloseTo(0.75, within(1e-9));
        double spread = StrictMath.sqrt(sum.variance());
        assertThat(spread(outcomes, sum.mean())).isCloseTo(spread, within(0.005 * spread));
    }

    /** Too few come to be lumped, of so many that a lattice over them all would have cells wider than a deal. */
    @Test
    void theSpreadOfVeryManyImprobableDealsIsThatOfTheFormula() {
        checkSpreadOfImprobable(10_000, 0.01);
    }

    @Test
    @Tag("long")
    void theSpreadOfFiftyThousandImprobableDealsIsThatOfTheFormula() {
        checkSpreadOfImprobable(50_000, 0.002);
    }

    private static void checkSpreadOfImprobable(int deals, double chance) {
        SplittableRandom random = new SplittableRandom(7);
        DealSum sum = new DealSum();
        for (int i = 0; i < deals; i++) {
            sum.add(BigInteger.valueOf(random.nextLong(100, 10_000_000)), chance);
        }
        double spread = StrictMath.sqrt(sum.variance());
        assertThat(spread(sum.outcomes(), sum.mean())).isCloseTo(spread, within(0.005 * spread));
    }

    private static double chanceBelow(List<DealSum.Outcome> outcomes, double amount) {
        return outcomes.stream()
                .filter(outcome -> outcome.amount() < amount)
                .mapToDouble(DealSum.Outcome::chance)
                .sum();
    }

    private static double spread(List<DealSum.Outcome> outcomes, double mean) {
        return StrictMath.sqrt(outcomes.stream()
                .mapToDouble(outcome -> (outcome.amount() - mean) * (outcome.amount() - mean) * outcome.chance())
                .sum());
    }
}
