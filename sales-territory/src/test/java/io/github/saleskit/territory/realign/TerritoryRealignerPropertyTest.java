package io.github.saleskit.territory.realign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.DesignSamples;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class TerritoryRealignerPropertyTest {

    /** A problem of today and where its accounts were: some are new, some were in a territory that is closed. */
    record Change(TerritoryProblem today, EarlierPlan earlier) {}

    @Provide
    Arbitrary<Change> small() {
        return Arbitraries.longs()
                .map(seed -> change(seed, 4 + Math.floorMod(seed, 5), 2 + Math.floorMod(seed / 7, 2)));
    }

    @Provide
    Arbitrary<Change> larger() {
        return Arbitraries.longs()
                .map(seed -> change(seed, 30 + Math.floorMod(seed, 30), 2 + Math.floorMod(seed / 7, 5)));
    }

    static Change change(long seed, int count, int territories) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TerritoryAccount> accounts =
                random.nextInt(4) == 0 ? DesignSamples.aroundFiji(count, seed) : DesignSamples.random(count, seed);
        Map<String, String> before = new LinkedHashMap<>();
        for (TerritoryAccount account : accounts) {
            if (random.nextInt(10) > 0) {
                before.put(account.id(), "T" + (1 + random.nextInt(territories + random.nextInt(2))));
            }
        }
        before.put("gone", "T1");
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addAllTerritories(Territory.numbered(territories))
                .addLimits(limit(random, accounts, territories))
                .build();
        return new Change(demand(problem, random), EarlierPlan.of(before));
    }

    private static ActivityLimit limit(SplittableRandom random, List<TerritoryAccount> accounts, int territories) {
        double mean = accounts.stream().mapToDouble(a -> a.activity("visits")).sum() / territories;
        return switch (random.nextInt(3)) {
            case 0 -> ActivityLimit.atMost("visits", Math.ceil(mean * 1.15));
            case 1 -> ActivityLimit.between("visits", Math.floor(mean * .7), Math.ceil(mean * 1.3));
            default -> ActivityLimit.withinShareOfMean("visits", .4);
        };
    }

    private static TerritoryProblem demand(TerritoryProblem problem, SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> problem.withFixed(List.of(new FixedAssignment("A0", "T2"), new FixedAssignment("A1", "T1")));
            case 1 ->
                problem.withForbidden(
                        List.of(new ForbiddenAssignment("A0", "T1"), new ForbiddenAssignment("A2", "T1")));
            case 2 -> problem.withTogether(List.of(AccountGroup.of("A0", "A1", "A2")));
            case 3 -> problem.withApart(List.of(AccountGroup.of("A0", "A3")));
            default -> problem;
        };
    }

    @Tag("long")
    @Property(tries = 60)
    void ofManyChangesAnswersKeepTheirPromises(
            @ForAll("small") Change small,
            @ForAll("larger") Change larger,
            @ForAll @IntRange(max = 200) int units,
            @ForAll long seed) {
        aPlanIsFeasibleOnlyIfThereIsOneAndNeverHasFewerMovesThanThereCanBe(small);
        everyAccountIsInOneTerritoryAndEveryMoveIsAMove(larger, units);
        noPlanOfAFrontIsAsGoodAsAnotherInEverything(larger);
        neitherTheOrderOfAccountsNorARepetitionChangesTheAnswer(larger, seed);
    }

    @Property(tries = 25)
    void aPlanIsFeasibleOnlyIfThereIsOneAndNeverHasFewerMovesThanThereCanBe(@ForAll("small") Change change) {
        OptionalInt fewest = FewestMoves.of(change.today, change.earlier);
        Realignment realignment = realign(change, 200, 3);
        if (realignment.feasible()) {
            assertThat(fewest).isPresent();
            assertThat(realignment.fewestMoves().moved()).isGreaterThanOrEqualTo(fewest.orElseThrow());
        }
        fewest.ifPresent(moves -> assertThat(realignment.movesLowerBound()).isLessThanOrEqualTo(moves));
    }

    /** Changes are drawn once for all, so that this is no matter of luck: nearly always the fewest moves are found. */
    @Example
    void theFewestMovesOfSmallChangesAreFound() {
        assertFewestMovesAreFound(40);
    }

    @Tag("long")
    @Example
    void theFewestMovesOfManySmallChangesAreFound() {
        assertFewestMovesAreFound(80);
    }

    private static void assertFewestMovesAreFound(int changes) {
        int moved = 0;
        int fewest = 0;
        for (long seed = 1; seed <= changes; seed++) {
            long draw = new SplittableRandom(seed).nextLong();
            Change change = change(draw, 4 + Math.floorMod(draw, 5), 2 + Math.floorMod(draw / 7, 2));
            OptionalInt least = FewestMoves.of(change.today, change.earlier);
            Realignment realignment = realign(change, 400, 3);
            assertThat(realignment.feasible()).isEqualTo(least.isPresent());
            moved += least.isPresent() ? realignment.moves().size() : 0;
            fewest += least.orElse(0);
        }
        assertThat(fewest).isGreaterThan(changes);
        assertThat(moved).isBetween(fewest, (int) (1.04 * fewest));
    }

    @Property(tries = 12)
    void everyAccountIsInOneTerritoryAndEveryMoveIsAMove(
            @ForAll("larger") Change change, @ForAll @IntRange(max = 200) int units) {
        Realignment realignment = realign(change, units, 1);
        assertThat(realignment.workUnits()).isLessThanOrEqualTo(units);
        assertThat(realignment.front()).isNotEmpty();
        for (RealignedPlan option : realignment.front()) {
            assertThat(option.plan().assignment().keySet())
                    .containsExactlyInAnyOrderElementsOf(change.today.accounts().stream()
                            .map(TerritoryAccount::id)
                            .toList());
            assertThat(option.plan().territories())
                    .allSatisfy(territory -> assertThat(territory.accounts()).isPositive());
            Map<String, String> moved = new LinkedHashMap<>();
            option.moves().forEach(move -> moved.put(move.account(), move.from() + ">" + move.to()));
            assertThat(moved).isEqualTo(moves(change, option));
            assertThat(option.moved()).isEqualTo(moved.size());
            if (option.feasible()) {
                assertThat(option.moved()).isGreaterThanOrEqualTo(realignment.movesLowerBound());
            }
        }
    }

    private static Map<String, String> moves(Change change, RealignedPlan option) {
        Map<String, String> moves = new LinkedHashMap<>();
        option.plan().assignment().forEach((account, now) -> {
            String before = change.earlier.assignment().get(account);
            if (before != null && !before.equals(now)) {
                moves.put(account, before + ">" + now);
            }
        });
        return moves;
    }

    @Property(tries = 5)
    void noPlanOfAFrontIsAsGoodAsAnotherInEverything(@ForAll("larger") Change change) {
        List<RealignedPlan> front = realign(change, 1_000, 1).front();
        for (int one = 0; one < front.size(); one++) {
            for (int other = 0; other < front.size(); other++) {
                assertThat(one == other || betterInSomething(front.get(one), front.get(other)))
                        .isTrue();
            }
        }
        assertThat(front).isSortedAccordingTo((a, b) -> Double.compare(a.moved(), b.moved()));
    }

    private static boolean betterInSomething(RealignedPlan one, RealignedPlan other) {
        return one.moved() < other.moved() || one.distance() < other.distance() || one.imbalance() < other.imbalance();
    }

    @Property(tries = 4)
    void neitherTheOrderOfAccountsNorARepetitionChangesTheAnswer(@ForAll("larger") Change change, @ForAll long seed) {
        List<TerritoryAccount> shuffled = new ArrayList<>(change.today.accounts());
        Collections.shuffle(shuffled, new Random(seed));
        Realignment realignment = realign(change, 200, seed);
        assertThat(realign(change, 200, seed)).isEqualTo(realignment);
        Change other = new Change(change.today.withAccounts(shuffled), change.earlier);
        assertThat(realign(other, 200, seed)).isEqualTo(realignment);
    }

    @Example
    void aThinnedFrontKeepsTheFewestMovesTheShortestAndTheMostEvenPlan() {
        RealignmentPolicy three = RealignmentPolicy.builder().mostPlans(3).build();
        int more = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Change change = change(seed, 40, 4);
            Realignment all = realign(change, 1_000, 1);
            Realignment few = TerritoryRealigner.compile(change.today, three)
                    .realign(change.earlier, WorkBudget.ofUnits(1_000), 1);
            assertThat(few.front()).hasSizeLessThanOrEqualTo(3);
            assertThat(few.fewestMoves()).isEqualTo(all.fewestMoves());
            assertThat(few.shortest()).isEqualTo(all.shortest());
            assertThat(few.mostBalanced()).isEqualTo(all.mostBalanced());
            more += all.front().size() > 3 ? 1 : 0;
        }
        assertThat(more).isPositive();
    }

    private static Realignment realign(Change change, long units, long seed) {
        return TerritoryRealigner.compile(change.today).realign(change.earlier, WorkBudget.ofUnits(units), seed);
    }
}
