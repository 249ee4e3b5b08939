package io.github.saleskit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class MoneyAllocationPropertyTest {

    @Provide
    Arbitrary<Money> totals() {
        Arbitrary<Long> minor = Arbitraries.oneOf(
                Arbitraries.longs().between(-50, 50),
                Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L));
        return Combinators.combine(Arbitraries.of("JPY", "EUR", "KWD"), minor)
                .as((currency, units) -> Money.ofMinor(CurrencyUnit.of(currency), units));
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        Arbitrary<BigDecimal> small = Arbitraries.integers().between(0, 4).map(BigDecimal::valueOf);
        Arbitrary<BigDecimal> any = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(3);
        return Arbitraries.oneOf(small, any).list().ofMinSize(1).ofMaxSize(12);
    }

    @Property
    void partsAlwaysAddUpToTheTotal(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method) {
        Allocation allocation = MoneyAllocation.of(method).allocate(total, weights);
        assertThat(allocation.total()).isEqualTo(total);
        assertThat(allocation.unplaced().isZero()).isTrue();
        assertThat(allocation.parts()).hasSameSizeAs(weights);
    }

    @Property
    void theOppositeAmountIsDividedIntoTheOppositeParts(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method) {
        MoneyAllocation allocation = MoneyAllocation.of(method);
        assertThat(allocation.allocate(total.negated(), weights).parts())
                .isEqualTo(allocation.allocate(total, weights).parts().stream()
                        .map(Money::negated)
                        .toList());
    }

    @Property
    void onlyTheProportionOfTheWeightsCounts(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method) {
        MoneyAllocation allocation = MoneyAllocation.of(method);
        List<BigDecimal> scaled =
                weights.stream().map(w -> w.multiply(new BigDecimal("0.37"))).toList();
        assertThat(allocation.allocate(total, scaled)).isEqualTo(allocation.allocate(total, weights));
    }

    /** Or one and a half, where a part that is rounded to nearest also takes one of the difference. */
    @Property
    void noPartIsFurtherThanOneMinorUnitFromItsShare(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method) {
        BigDecimal sum = sum(weights);
        Assume.that(sum.signum() > 0);
        List<Money> parts = MoneyAllocation.of(method).allocate(total, weights).parts();
        boolean nearest =
                method == AllocationMethod.DIFFERENCE_TO_FIRST || method == AllocationMethod.DIFFERENCE_TO_LAST;
        BigDecimal most = new BigDecimal(nearest ? "1.5" : "1").movePointLeft(total.getScale());
        for (int i = 0; i < parts.size(); i++) {
            // |part - total * weight / sum| <= most, multiplied by the sum.
            BigDecimal difference = parts.get(i)
                    .getAmount()
                    .multiply(sum)
                    .subtract(total.getAmount().multiply(weights.get(i)));
            assertThat(difference.abs()).isLessThanOrEqualTo(most.multiply(sum));
        }
    }

    /** Of all ways to hand out the minor units left, the largest remainder has the least sum of squared errors. */
    @Property(tries = 300)
    void theLargestRemainderAgreesWithBruteForce(
            @ForAll("totals") Money total, @ForAll("weights") List<BigDecimal> weights) {
        Assume.that(weights.size() <= 8 && sum(weights).signum() > 0);
        List<Money> parts =
                MoneyAllocation.largestRemainder().allocate(total, weights).parts();
        assertThat(squaredError(total, weights, parts)).isEqualByComparingTo(leastSquaredError(total, weights));
    }

    private static BigDecimal leastSquaredError(Money total, List<BigDecimal> weights) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(total.getScale());
        List<Money> whole = weights.stream()
                .map(w -> Money.of(
                        total.getCurrencyUnit(),
                        total.getAmount().abs().multiply(w).divide(sum(weights), total.getScale(), RoundingMode.DOWN)))
                .toList();
        BigDecimal least = null;
        for (int chosen = 0; chosen < 1 << weights.size(); chosen++) {
            int subset = chosen;
            List<Money> parts = IntStream.range(0, whole.size())
                    .mapToObj(i -> (subset >> i & 1) == 1 ? whole.get(i).plus(unit) : whole.get(i))
                    .toList();
            if (sumOf(parts).equals(total.abs())) {
                BigDecimal error = squaredError(total.abs(), weights, parts);
                least = least == null || error.compareTo(least) < 0 ? error : least;
            }
        }
        return least;
    }

    private static BigDecimal squaredError(Money total, List<BigDecimal> weights, List<Money> parts) {
        BigDecimal error = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal difference = parts.get(i)
                    .getAmount()
                    .multiply(sum(weights))
                    .subtract(total.getAmount().multiply(weights.get(i)));
            error = error.add(difference.pow(2));
        }
        return error;
    }

    /** Amounts and weights up to the end of longs and beyond, in lists that are read one after the other only. */
    @Property(tries = 300)
    void usualAmountsAreDividedAsEndlessOnes(
            @ForAll @LongRange(min = -Long.MAX_VALUE) long units,
            @ForAll @IntRange(max = 62) int shift,
            @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0) Long> weights,
            @ForAll @IntRange(max = 62) int weightShift,
            @ForAll @Size(9) List<@IntRange(min = -2, max = 19) Integer> scales) {
        Money total = Money.ofMinor(CurrencyUnit.EUR, units >> shift);
        List<BigDecimal> exact = IntStream.range(0, weights.size())
                .mapToObj(i -> BigDecimal.valueOf(weights.get(i) >> weightShift, scales.get(i)))
                .toList();
        List<BigDecimal> inTurn = new LinkedList<>(exact) {
            @Override
            public BigDecimal get(int index) {
                throw new AssertionError("slow in a list of this kind");
            }
        };
        Weights usable =
                Weights.of(sum(exact).signum() > 0 ? exact : Collections.nCopies(exact.size(), BigDecimal.ONE));
        BigInteger[] parts = usable.divide(
                BigInteger.valueOf(units >> shift).abs(), Optional.empty(), AllocationMethod.LARGEST_REMAINDER);
        assertThat(MoneyAllocation.largestRemainder().allocate(total, inTurn).parts())
                .extracting(part -> part.getAmount().unscaledValue().abs())
                .containsExactly(parts);
    }

    @Property
    void equalFractionsPreferTheEarlierPart(
            @ForAll("totals") Money total, @ForAll("weights") List<BigDecimal> weights) {
        List<BigDecimal> twice = new ArrayList<>(weights);
        twice.addAll(weights);
        Assume.that(sum(weights).signum() > 0);
        List<Money> parts =
                MoneyAllocation.largestRemainder().allocate(total.abs(), twice).parts();
        for (int i = 0; i < weights.size(); i++) {
            assertThat(parts.get(i)).isGreaterThanOrEqualTo(parts.get(i + weights.size()));
        }
    }

    @Property
    void withinLimitsNothingIsLostAndNothingLeftWhereThereIsRoom(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method,
            @ForAll long seed) {
        List<Money> limits = limits(total, weights.size(), seed);
        Allocation allocation = MoneyAllocation.of(method).allocateWithin(total, weights, limits);
        assertThat(allocation.total()).isEqualTo(total);
        boolean allZero = sum(weights).signum() == 0;
        for (int i = 0; i < limits.size(); i++) {
            Money part = allocation.parts().get(i);
            assertThat(part.abs()).isLessThanOrEqualTo(limits.get(i));
            assertThat(part.isZero() || part.isNegative() == total.isNegative()).isTrue();
            if (!allocation.unplaced().isZero() && (allZero || weights.get(i).signum() > 0)) {
                assertThat(part.abs()).isEqualTo(limits.get(i));
            }
        }
    }

    @Property
    void limitsThatDoNotBindChangeNothing(
            @ForAll("totals") Money total,
            @ForAll("weights") List<BigDecimal> weights,
            @ForAll AllocationMethod method) {
        MoneyAllocation allocation = MoneyAllocation.of(method);
        List<Money> wide = Collections.nCopies(weights.size(), total.abs().plus(1));
        assertThat(allocation.allocateWithin(total, weights, wide)).isEqualTo(allocation.allocate(total, weights));
    }

    private static List<Money> limits(Money total, int size, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(i -> total.abs()
                        .multipliedBy(random.nextInt(4))
                        .dividedBy(1 + random.nextInt(2 * size), RoundingMode.DOWN))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> weights) {
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Money sumOf(List<Money> parts) {
        return Money.total(parts.stream().sorted(Comparator.reverseOrder()).toList());
    }
}
