package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

    private static List<String> turns(Map<String, Integer> weights, int n) {
        List<String> ids = new ArrayList<>();
        Rotation rotation = Rotation.start();
        for (int i = 0; i < n; i++) {
            Rotation.Turn turn = rotation.turn(weights);
            ids.add(turn.id());
            rotation = turn.next();
        }
        return ids;
    }

    @Test
    void weightsGiveTheirProportionAndTheTurnsAreSpread() {
        assertThat(turns(Map.of("ann", 2, "bob", 1), 6)).containsExactly("ann", "bob", "ann", "ann", "bob", "ann");
        assertThat(turns(Map.of("a", 1, "b", 1, "c", 1), 6)).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void onlyTheProportionsOfTheWeightsMatter() {
        assertThat(turns(Map.of("a", 30, "b", 50, "c", 70), 45)).isEqualTo(turns(Map.of("a", 3, "b", 5, "c", 7), 45));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void everyGroupWithSmallWeightsKeepsTijdemansBound(int people) {
        everyGroup(new int[people], people, 0);
    }

    @Tag("long")
    @Test
    void everyGroupOfFiveDoesSoToo() {
        everyGroup(new int[5], 5, 0);
    }

    private static void everyGroup(int[] weights, int k, int at) {
        if (at == k) {
            assertBound(weights, k);
            return;
        }
        for (int w = 1; w <= 6; w++) {
            weights[at] = w;
            everyGroup(weights, k, at + 1);
        }
    }

    private static void assertBound(int[] weights, int k) {
        Map<String, Integer> named = new TreeMap<>();
        int sum = 0;
        for (int i = 0; i < k; i++) {
            named.put(String.valueOf(i), weights[i]);
            sum += weights[i];
        }
        RotationGroup group = RotationGroup.of(named);
        BitSet all = group.everybody();
        int[] got = new int[k];
        Rotation rotation = Rotation.start();
        for (int n = 1; n <= sum; n++) {
            Rotation.Turn turn = rotation.turn(group, all);
            rotation = turn.next();
            got[Integer.parseInt(turn.id())]++;
            int worst = 0;
            for (int i = 0; i < k; i++) {
                worst = Math.max(worst, Math.abs(got[i] * sum - n * weights[i]));
            }
            // |x - n w / W| <= 1 - 1 / (2k - 2), times W (2k - 2)
            assertThat(worst * (2 * k - 2)).isLessThanOrEqualTo(sum * (2 * k - 3));
        }
        assertThat(rotation.credits()).containsOnly(0);
    }

    @Test
    void hundredsOfThousandsOfTurnsLeaveNoTraceOfRounding() {
        RotationGroup group = RotationGroup.of(Map.of("a", 1, "b", 3, "c", 7));
        BitSet all = group.everybody();
        Rotation rotation = Rotation.start();
        for (int n = 0; n < 300_000; n++) {
            rotation = rotation.turn(group, all).next();
        }
        // 300,000 = 11 * 27,272 + 8: the state is that after eight turns.
        Rotation afterEight = Rotation.start();
        for (int n = 0; n < 8; n++) {
            afterEight = afterEight.turn(group, all).next();
        }
        assertThat(rotation).isEqualTo(afterEight);
    }

    @Test
    void groupsWithoutACommonDenominatorAreRoundedByLessThanTheSumOfTheirWeightsOverTwoToTheFifty() {
        Map<String, Integer> all = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            all.put("rep" + i, 900_001 + i * i);
        }
        Rotation rotation = Rotation.start();
        Map<String, Double> entitled = new TreeMap<>();
        Map<String, Integer> got = new TreeMap<>();
        for (int n = 0; n < 2_000; n++) {
            Map<String, Integer> group = new TreeMap<>(all);
            group.remove("rep" + n % 40);
            group.remove("rep" + n * 7 % 40);
            double sum = group.values().stream().mapToInt(w -> w).sum();
            group.forEach((id, weight) -> entitled.merge(id, weight / sum, Double::sum));
            Rotation.Turn turn = rotation.turn(group);
            got.merge(turn.id(), 1, Integer::sum);
            rotation = turn.next();
        }
        for (String id : all.keySet()) {
            assertThat(rotation.credit(id))
                    .isCloseTo(entitled.get(id) - got.get(id), within(2_000 * 40e6 / (1L << 50)));
        }
    }

    @Test
    void whoIsAloneGetsTheTurnAndNoCreditChanges() {
        Map<String, Integer> group = Map.of("a", 2, "b", 3, "c", 4);
        Rotation before = Rotation.start().turn(group).next();
        Rotation.Turn alone = before.turn(Map.of("b", 3));
        assertThat(alone.id()).isEqualTo("b");
        assertThat(alone.next()).isEqualTo(before);
        assertThat(before.turn(Map.of("d", 1)).next().roster.ids).containsExactly("a", "b", "c", "d");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> Rotation.start().turn(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights is empty");
        assertThatThrownBy(() -> Rotation.start().turn(Map.of("a", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight of a is 0");
        assertThatThrownBy(() -> Rotation.start().turn(Map.of("a", -3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight of a is -3");
        RotationGroup group = RotationGroup.of(Map.of("a", 1, "b", 1));
        assertThatThrownBy(() -> Rotation.start().turn(group, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mayTake is empty");
        assertThatThrownBy(() -> Rotation.start().turn(group, BitSet.valueOf(new long[] {4})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mayTake contains 2, but the last index of the group is 1");
        assertThatThrownBy(() -> Rotation.start().turn(group, group.everybody(), BitSet.valueOf(new long[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entitled to a share");
        assertThatThrownBy(() -> new RotationShape(1, Map.of("a", 1L), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 1");
        assertThatThrownBy(() -> new RotationShape(1, Map.of("a", Long.MIN_VALUE, "b", Long.MIN_VALUE), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credit of a is -9223372036854775808");
        assertThatThrownBy(() -> new RotationShape(0, Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unit is 0");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void nullsInAStoredStateAreNamed(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"unit\":1,\"credits\":{\"ann\":null}}", Rotation.class))
                .hasStackTraceContaining("credits");
        assertThatThrownBy(() ->
                        line.read("{\"unit\":1,\"credits\":{\"ann\":0},\"steady\":{\"ann\":null}}", Rotation.class))
                .hasStackTraceContaining("steady weight of ann");
        assertThatThrownBy(() -> line.read("{\"version\":1,\"rotations\":{\"world\":null}}", AssignmentState.class))
                .hasStackTraceContaining("rotation of world");
        assertThatThrownBy(() -> line.read("{\"version\":1,\"open\":{\"ann\":null}}", AssignmentState.class))
                .hasStackTraceContaining("open of ann");
    }

    @Test
    void aGroupOfWhichSomeMayTakeTheTurnIsTheSameAsAMapOfThose() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 4, "bob", 2, "cem", 2, "dan", 6));
        assertThat(group.size()).isEqualTo(4);
        assertThat(group.weight(group.indexOf("dan"))).isEqualTo(3);
        assertThat(group.indexOf("zoe")).isNegative();
        assertThat(group).isEqualTo(RotationGroup.of(Map.of("ann", 2, "bob", 1, "cem", 1, "dan", 3)));
        BitSet mayTake = group.everybody();
        mayTake.clear(group.indexOf("bob"));
        Rotation.Turn turn = Rotation.start().turn(group, mayTake);
        assertThat(turn.id()).isEqualTo("dan");
        assertThat(turn.next().credit("dan")).isEqualTo(-.5);
        assertThat(turn.next().credit("bob")).isZero();
    }

    @Test
    void aTurnGivenOutOfTurnIsMadeUpFor() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 1, "bob", 1));
        Rotation rotation = Rotation.start().give(group, group.everybody(), "bob");
        assertThat(rotation.credit("bob")).isEqualTo(-.5);
        Rotation.Turn next = rotation.turn(group, group.everybody());
        assertThat(next.id()).isEqualTo("ann");
        assertThat(next.next().credits()).containsOnly(0);
        Rotation outsider = Rotation.start().give(group, group.everybody(), "zoe");
        assertThat(outsider.credit("zoe")).isEqualTo(-1);
        assertThat(outsider.credit("ann")).isEqualTo(.5);
    }

    @Test
    void thousandsOfTurnsOutOfTurnMakeTheUnitCoarserSoThatNoCreditOverflows() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 1, "bob", 1));
        Rotation rotation =
                new RotationShape(1L << 50, Map.of("ann", 1L << 60, "bob", -(1L << 60)), Map.of()).toRotation();
        for (int n = 0; n < 20_000; n++) {
            rotation = rotation.give(group, group.everybody(), "bob");
        }
        assertThat(rotation.credit("bob")).isCloseTo(-1_024 - 10_000, within(1e-6));
        assertThat(rotation.credit("ann")).isCloseTo(1_024 + 10_000, within(1e-6));
        assertThat(Arrays.stream(rotation.credits()).sum()).isZero();
        JsonLine.assertRoundTrip(rotation, Rotation.class);
    }

    @Test
    void whoIsKeptTurnsForThousandsOfTurnsDoesNotOverflow() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 1, "bob", 1));
        BitSet bob = BitSet.valueOf(new long[] {2});
        Rotation rotation =
                new RotationShape(1L << 50, Map.of("ann", 1L << 60, "bob", -(1L << 60)), Map.of()).toRotation();
        for (int n = 0; n < 20_000; n++) {
            rotation = rotation.turn(group, bob, group.everybody()).next();
        }
        assertThat(rotation.credit("ann")).isCloseTo(1_024 + 10_000, within(1e-6));
    }

    @Test
    void aFinerUnitIsNoFinerThanFarCreditsAllow() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 1, "bob", 1));
        Rotation rotation = new RotationShape(1, Map.of("ann", 10_000L, "bob", -10_000L), Map.of()).toRotation();
        for (int weight = 999_979; weight > 999_900; weight -= 6) {
            rotation = rotation.turn(Map.of("ann", weight, "bob", 999_983)).next();
        }
        assertThat(rotation.credit("bob")).isCloseTo(-10_000 + 7, within(1e-2));
        assertThat(Arrays.stream(rotation.credits()).sum()).isZero();
        assertThat(rotation.turn(group, group.everybody()).id()).isEqualTo("ann");
    }

    /** Their sum times 2k - 2 is beyond what a long holds. */
    @Test
    void aLargeGroupThatWasGivenTurnsTooManyIsNotSteady() {
        Map<String, Integer> group = new TreeMap<>();
        Map<String, Long> credits = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            boolean there = i < 900;
            credits.put("rep" + i, there ? -(1L << 50) / 150 : (1L << 50) / 150 * 9);
            if (there) {
                group.put("rep" + i, 1);
            }
        }
        Rotation rotation = new RotationShape(1L << 50, credits, Map.of()).toRotation();
        assertThat(rotation.turn(group).next().steady).isNull();
    }

    @Test
    void aTurnTakenBackHasNeverBeen() {
        RotationGroup group = RotationGroup.of(Map.of("ann", 2, "bob", 3, "cem", 5));
        Rotation before = Rotation.start().turn(group, group.everybody()).next();
        Rotation.Turn turn = before.turn(group, group.everybody());
        Rotation back = turn.next().takeBack(group, group.everybody(), turn.id());
        assertThat(back.credits()).isEqualTo(before.credits());
        assertThatThrownBy(() -> back.takeBack(group, group.everybody(), "zoe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"zoe\", who never took part");
    }

    @Test
    void whoLeavesForGoodPassesTheirCreditToTheOthers() {
        Rotation rotation =
                Rotation.start().turn(Map.of("ann", 1, "bob", 1, "cem", 2)).next();
        assertThat(rotation.credit("cem")).isEqualTo(-.5);
        Rotation left = rotation.without("cem");
        assertThat(left.credit("ann")).isZero();
        assertThat(left.credit("bob")).isZero();
        assertThat(left.roster.ids).containsExactly("ann", "bob");
        assertThat(left.without("zoe")).isSameAs(left);
        assertThat(left.without("ann").without("bob").roster.ids).isEmpty();
    }

    @Test
    void whoLeavesPassesOnTheSameCreditFromAStateThatWasStored() {
        Rotation rotation = Rotation.start()
                .turn(Map.of("ann", 1, "bob", 3, "cem", 2))
                .next()
                .turn(Map.of("bob", 5, "cem", 2))
                .next();
        Rotation stored = JsonLine.JACKSON_3.read(JsonLine.JACKSON_2.write(rotation), Rotation.class);
        assertThat(stored.without("ann")).isEqualTo(rotation.without("ann"));
    }

    @Test
    void tenThousandPeopleShareAllMemoryButTheBlocksThatChange() {
        Map<String, Integer> weights = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            weights.put("rep" + i, 1 + i % 7);
        }
        RotationGroup group = RotationGroup.of(weights);
        BitSet mayTake = group.everybody();
        mayTake.clear(500, 600);
        Rotation before = Rotation.start().turn(group, mayTake).next();
        Rotation after = before.turn(group, mayTake).next();
        long changed = 0;
        for (int i = 0; i < before.blocks.length; i++) {
            changed += before.blocks[i] == after.blocks[i] ? 0 : 1;
        }
        assertThat(before.blocks).hasNumberOfRows(157);
        assertThat(changed).isLessThanOrEqualTo(4);
        assertThat(after.roster).isSameAs(before.roster);
    }

    @Test
    void aLargeTeamMakesTheUnitCoarserOnce() {
        RotationGroup few = RotationGroup.of(Map.of("a", 1_000_000, "b", 999_983, "c", 999_979));
        Rotation rotation = Rotation.start();
        for (int n = 0; n < 50; n++) {
            BitSet mayTake = few.everybody();
            mayTake.clear(n % 3);
            rotation = rotation.turn(few, mayTake).next();
        }
        double credit = rotation.credit("b");
        Map<String, Integer> many = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            many.put("rep" + i, 1);
        }
        Rotation.Turn turn = rotation.turn(many);
        assertThat(turn.next().credit("b")).isCloseTo(credit, within(1e-9));
        assertThat(Arrays.stream(turn.next().credits()).sum()).isZero();
        JsonLine.assertRoundTrip(turn.next(), Rotation.class);
    }

    @Test
    void aForgedSteadyGroupIsServedAnyway() {
        Rotation forged =
                new RotationShape(2, Map.of("a", -1L, "b", -1L, "c", 2L), Map.of("a", 1, "b", 1)).toRotation();
        Rotation.Turn turn = forged.turn(Map.of("a", 1, "b", 1));
        assertThat(turn.id()).isEqualTo("a");
    }

    @Test
    void theFirstVersionStaysReadable() {
        Rotation expected = Rotation.start();
        for (int n = 0; n < 4; n++) {
            expected = expected.turn(Map.of("ann", 2, "bob", 3, "cem", 1)).next();
        }
        GoldenFile.assertReads(RotationTest.class, "rotation-v1.json", expected, Rotation.class);
    }
}
