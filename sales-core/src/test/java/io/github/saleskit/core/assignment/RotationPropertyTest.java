package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The laws of the reference: (1) to (5) and (10). */
class RotationPropertyTest {

    /**
     * The credits by the book, beside those of the rotation. As they stay small, each addition rounds by at most 1e-15;
     * sums of entitlements would grow, and round by far more.
     */
    private static final class Account {
        private static final double EPSILON = 1e-9;
        private final Map<String, Double> credits = new TreeMap<>();

        void turn(Map<String, Integer> weights, String id) {
            double sum = weights.values().stream().mapToInt(w -> w).sum();
            weights.forEach((who, weight) -> credits.merge(who, weight / sum, Double::sum));
            credits.merge(id, -1.0, Double::sum);
        }

        void takeBack(Map<String, Integer> weights, String id) {
            double sum = weights.values().stream().mapToInt(w -> w).sum();
            weights.forEach((who, weight) -> credits.merge(who, -weight / sum, Double::sum));
            credits.merge(id, 1.0, Double::sum);
        }

        void assertAgrees(Rotation rotation) {
            assertAgrees(rotation, EPSILON);
        }

        void assertAgrees(Rotation rotation, double epsilon) {
            assertThat(rotation.roster.ids).containsExactlyElementsOf(credits.keySet());
            credits.keySet().forEach(id -> assertThat(rotation.credit(id)).isCloseTo(credits.get(id), within(epsilon)));
            assertThat(Arrays.stream(rotation.credits()).sum()).isZero();
        }
    }

    @Provide
    Arbitrary<List<Integer>> weights() {
        return Arbitraries.integers().between(1, 12).list().ofMinSize(2).ofMaxSize(8);
    }

    @Property(tries = 200)
    void aSteadyGroupIsNeverFurtherFromItsDueThanTijdemansBoundAndExactAtMultiplesOfTheSum(
            @ForAll("weights") List<Integer> weights) {
        Map<String, Integer> group = named(weights);
        int sum = weights.stream().mapToInt(w -> w).sum();
        double bound = 1 - 1.0 / (2 * weights.size() - 2);
        int[] got = new int[weights.size()];
        Rotation rotation = Rotation.start();
        for (int n = 1; n <= 3 * sum; n++) {
            Rotation.Turn turn = rotation.turn(group);
            rotation = turn.next();
            got[Integer.parseInt(turn.id())]++;
            for (int i = 0; i < got.length; i++) {
                double deviation = got[i] - n * (double) weights.get(i) / sum;
                assertThat(Math.abs(deviation)).isLessThanOrEqualTo(bound + 1e-12);
                if (n % sum == 0) {
                    assertThat(got[i]).isEqualTo(n / sum * weights.get(i));
                }
            }
        }
    }

    @Tag("long")
    @Property(tries = 100)
    void inManyHistoriesTheLawsOfChangingGroupsHold(@ForAll @IntRange(min = 2, max = 9) int people, @ForAll long seed) {
        howeverTheGroupChangesCreditsAddUpToZeroAndStayWithinHalfTheOthers(people, seed);
        aGroupThatSettlesAnewKeepsTijdemansBoundFromThenOn(people, seed);
        whateverIsDoneToARotationItsCreditsAreThoseByTheBook(people, seed);
    }

    @Property(tries = 40)
    void howeverTheGroupChangesCreditsAddUpToZeroAndStayWithinHalfTheOthers(
            @ForAll @IntRange(min = 2, max = 9) int people, @ForAll long seed) {
        Random random = new Random(seed);
        double absence = random.nextDouble();
        boolean weightsChange = random.nextBoolean();
        Map<String, Integer> all = randomWeights(people, random);
        Account account = new Account();
        Rotation rotation = Rotation.start();
        Map<String, Integer> group = all;
        for (int n = 0; n < 400; n++) {
            if (random.nextInt(4) == 0) {
                group = subset(weightsChange ? randomWeights(people, random) : all, absence, random);
            }
            Rotation.Turn turn = rotation.turn(group);
            assertThat(group).containsKey(turn.id());
            rotation = turn.next();
            account.turn(group, turn.id());
            for (String id : rotation.roster.ids) {
                assertThat(Math.abs(rotation.credit(id))).isLessThanOrEqualTo((people - 1) / 2.0 + 1e-9);
            }
        }
        account.assertAgrees(rotation);
    }

    @Property(tries = 40)
    void aGroupThatSettlesAnewKeepsTijdemansBoundFromThenOn(
            @ForAll @IntRange(min = 2, max = 9) int people, @ForAll long seed) {
        Random random = new Random(seed);
        Rotation rotation = Rotation.start();
        for (int n = 0; n < 50; n++) {
            rotation = rotation.turn(subset(randomWeights(people, random), .5, random))
                    .next();
        }
        Map<String, Integer> group = subset(randomWeights(people, random), .2, random);
        double bound = group.size() == 1 ? 1 : 1 - 1.0 / (2 * group.size() - 2);
        boolean steady = false;
        for (int n = 0; n < 300; n++) {
            rotation = rotation.turn(group).next();
            assertThat(steady && steadyGroup(rotation).isEmpty()).isFalse();
            steady = !steadyGroup(rotation).isEmpty() && group.size() > 1;
            if (steady) {
                for (String id : group.keySet()) {
                    assertThat(Math.abs(rotation.credit(id))).isLessThanOrEqualTo(bound + 1e-12);
                }
            }
        }
    }

    @Property(tries = 80)
    void theOrderInWhichPeopleAreListedPlaysNoPart(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 9) Integer> weights, @ForAll long seed) {
        Random random = new Random(seed);
        Rotation one = Rotation.start();
        Rotation other = Rotation.start();
        List<Map.Entry<String, Integer>> entries =
                new ArrayList<>(named(weights).entrySet());
        for (int n = 0; n < 60; n++) {
            Map<String, Integer> group = subset(named(weights), .3, random);
            Map<String, Integer> shuffled = new LinkedHashMap<>();
            Collections.shuffle(entries, random);
            entries.stream()
                    .filter(e -> group.containsKey(e.getKey()))
                    .forEach(e -> shuffled.put(e.getKey(), e.getValue()));
            one = one.turn(group).next();
            other = other.turn(shuffled).next();
            assertThat(other).isEqualTo(one);
        }
    }

    private static Rotation stored(Rotation rotation, int n) {
        JsonLine line = n % 20 == 5 ? JsonLine.JACKSON_2 : JsonLine.JACKSON_3;
        return line.read(line.write(rotation), Rotation.class);
    }

    @Property(tries = 30)
    void storingAndReadingTheStateBetweenTurnsChangesNothing(
            @ForAll("weights") List<Integer> weights, @ForAll long seed) {
        Random random = new Random(seed);
        Rotation kept = Rotation.start();
        Rotation stored = Rotation.start();
        for (int n = 0; n < 40; n++) {
            Map<String, Integer> group = subset(named(weights), .2, random);
            kept = kept.turn(group).next();
            stored = (n % 10 == 5 ? stored(stored, n) : stored).turn(group).next();
            assertThat(stored).isEqualTo(kept);
        }
    }

    @Property(tries = 100)
    void whoReturnsHasTheCreditTheyLeftWithAndCatchesUpOnNothingElse(
            @ForAll("weights") List<Integer> weights, @ForAll @IntRange(min = 1, max = 300) int away) {
        Map<String, Integer> all = named(weights);
        Map<String, Integer> others = new TreeMap<>(all);
        others.remove("0");
        Rotation rotation = Rotation.start();
        for (int n = 0; n < 17; n++) {
            rotation = rotation.turn(all).next();
        }
        double left = rotation.credit("0");
        for (int n = 0; n < away; n++) {
            rotation = rotation.turn(others).next();
        }
        assertThat(rotation.credit("0")).isCloseTo(left, within(1e-9));
        double share =
                weights.get(0) / (double) all.values().stream().mapToInt(w -> w).sum();
        int got = 0;
        for (int n = 1; n <= 100; n++) {
            Rotation.Turn turn = rotation.turn(all);
            rotation = turn.next();
            got += turn.id().equals("0") ? 1 : 0;
            assertThat(got - n * share).isLessThanOrEqualTo(left + (weights.size() - 1) / 2.0 + 1e-9);
        }
    }

    @Property(tries = 100)
    void whoIsNewStartsAtZero(
            @ForAll("weights") List<Integer> weights, @ForAll @IntRange(min = 1, max = 200) int before) {
        Map<String, Integer> group = named(weights);
        Rotation rotation = Rotation.start();
        for (int n = 0; n < before; n++) {
            rotation = rotation.turn(group).next();
        }
        Map<String, Integer> larger = new TreeMap<>(group);
        larger.put("new", 7);
        int sum = larger.values().stream().mapToInt(w -> w).sum();
        Rotation.Turn turn = rotation.turn(larger);
        assertThat(turn.next().credit("new")).isCloseTo(7.0 / sum - (turn.id().equals("new") ? 1 : 0), within(1e-9));
    }

    @Property(tries = 40)
    void whateverIsDoneToARotationItsCreditsAreThoseByTheBook(
            @ForAll @IntRange(min = 2, max = 9) int people, @ForAll long seed) {
        Random random = new Random(seed);
        RotationGroup group = RotationGroup.of(randomWeights(people, random));
        Account account = new Account();
        Rotation rotation = Rotation.start().give(group, group.everybody(), "0");
        account.turn(weights(group, group.everybody()), "0");
        int outOfTurn = 1;
        for (int n = 0; n < 200; n++) {
            BitSet entitled = someOf(group, random);
            BitSet mayTake = random.nextBoolean() ? entitled : someOf(entitled, random);
            int what = random.nextInt(8);
            String anybody = group.id(random.nextInt(people));
            if (what == 0) {
                rotation = rotation.give(group, entitled, anybody);
                account.turn(weights(group, entitled), anybody);
                outOfTurn++;
            } else if (what == 1) {
                rotation = rotation.takeBack(group, entitled, anybody);
                account.takeBack(weights(group, entitled), anybody);
                outOfTurn++;
            } else {
                Rotation.Turn turn = rotation.turn(group, mayTake, entitled);
                assertThat(mayTake.get(group.indexOf(turn.id()))).isTrue();
                rotation = turn.next();
                account.turn(weights(group, entitled), turn.id());
                outOfTurn += mayTake.equals(entitled) ? 0 : 1;
            }
            rotation = n % 50 == 33 ? stored(rotation, n) : rotation;
            for (String id : rotation.roster.ids) {
                assertThat(Math.abs(rotation.credit(id))).isLessThanOrEqualTo((people - 1) / 2.0 + outOfTurn);
            }
        }
        account.assertAgrees(rotation);
    }

    private static BitSet someOf(RotationGroup group, Random random) {
        return someOf(group.everybody(), random);
    }

    private static BitSet someOf(BitSet all, Random random) {
        BitSet some = (BitSet) all.clone();
        all.stream().filter(i -> random.nextInt(3) == 0).forEach(some::clear);
        return some.isEmpty() ? all : some;
    }

    private static Map<String, Integer> weights(RotationGroup group, BitSet some) {
        Map<String, Integer> weights = new TreeMap<>();
        some.stream().forEach(i -> weights.put(group.id(i), group.weight(i)));
        return weights;
    }

    @Property(tries = 100)
    void whoLeavesForGoodLeavesASumOfZero(@ForAll @IntRange(min = 1, max = 9) int people, @ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Integer> all = randomWeights(people, random);
        Rotation rotation = Rotation.start();
        for (int n = 0; n < 60; n++) {
            rotation = rotation.turn(subset(all, .4, random)).next();
            if (random.nextInt(10) == 0) {
                String gone = String.valueOf(random.nextInt(people));
                rotation = rotation.without(gone);
                assertThat(rotation.credit(gone)).isZero();
            }
            assertThat(Arrays.stream(rotation.credits()).sum()).isZero();
        }
    }

    /** Ten million turns, each a state of its own. */
    @Tag("long")
    @Property(tries = 20)
    void tenMillionTurnsAmongSomeOfAGroupKeepEveryPromise(@ForAll long seed) {
        Random random = new Random(seed);
        int people = 2 + random.nextInt(200);
        RotationGroup group = RotationGroup.of(randomWeights(people, random));
        BitSet everybody = group.everybody();
        BitSet mayTake = everybody;
        Rotation rotation = Rotation.start();
        int changeEvery = 1 + random.nextInt(20);
        for (int n = 0; n < 500_000; n++) {
            if (random.nextInt(changeEvery) == 0) {
                mayTake = random.nextInt(50) == 0 ? everybody : someOf(everybody, random);
            }
            Rotation.Turn turn = rotation.turn(group, mayTake);
            rotation = turn.next();
            if (!mayTake.get(group.indexOf(turn.id()))) {
                throw new AssertionError(turn.id() + " got the turn " + n + " but was not among " + mayTake);
            }
            if (n % 16 == 0) {
                assertBounded(rotation, people);
            }
        }
    }

    private static void assertBounded(Rotation rotation, int people) {
        long sum = 0;
        for (long credit : rotation.credits()) {
            sum += credit;
            if (Math.abs(credit) > (people - 1) / 2.0 * rotation.unit * (1 + 1e-9)) {
                throw new AssertionError(credit + " at " + rotation.unit + " a turn: " + rotation);
            }
        }
        if (sum != 0) {
            throw new AssertionError("the sum is " + sum + ": " + rotation);
        }
    }

    @Tag("long")
    @Property(tries = 20)
    void aHundredThousandTurnsEachInChangingLargeGroupsKeepEveryPromise(@ForAll long seed) {
        Random random = new Random(seed);
        int people = 2 + random.nextInt(60);
        Map<String, Integer> all = randomWeights(people, random);
        Account account = new Account();
        Rotation rotation = Rotation.start();
        Map<String, Integer> group = all;
        for (int n = 0; n < 100_000; n++) {
            group = random.nextInt(4) == 0 ? subset(all, .3, random) : group;
            Rotation.Turn turn = rotation.turn(group);
            rotation = turn.next();
            account.turn(group, turn.id());
            double furthest =
                    Arrays.stream(rotation.credits()).map(Math::abs).max().orElse(0) / (double) rotation.unit;
            if (furthest > (people - 1) / 2.0 + 1e-9 || !group.containsKey(turn.id())) {
                throw new AssertionError(
                        "after " + (n + 1) + " turns: " + turn.id() + " of " + group + ", " + rotation);
            }
        }
        // a turn may count as less by twice the sum of the weights over the finest unit
        long sumOfWeights = all.values().stream().mapToLong(weight -> weight).sum();
        account.assertAgrees(rotation, 100_000.0 * 2 * sumOfWeights / Alignment.finest(people));
    }

    private static Map<String, Integer> steadyGroup(Rotation rotation) {
        return RotationShape.of(rotation).steady();
    }

    private static Map<String, Integer> named(List<Integer> weights) {
        Map<String, Integer> named = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            named.put(String.valueOf(i), weights.get(i));
        }
        return named;
    }

    private static Map<String, Integer> randomWeights(int people, Random random) {
        int heaviest = random.nextBoolean() ? 5 : 1_000;
        return named(random.ints(people, 1, heaviest + 1).boxed().toList());
    }

    private static Map<String, Integer> subset(Map<String, Integer> all, double absence, Random random) {
        Map<String, Integer> subset = new TreeMap<>(all);
        subset.keySet().removeIf(id -> random.nextDouble() < absence);
        if (subset.isEmpty()) {
            Map.Entry<String, Integer> one = List.copyOf(all.entrySet()).get(random.nextInt(all.size()));
            subset.put(one.getKey(), one.getValue());
        }
        return subset;
    }
}
