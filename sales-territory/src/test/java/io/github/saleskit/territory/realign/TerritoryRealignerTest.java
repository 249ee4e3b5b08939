package io.github.saleskit.territory.realign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.PlanStatus;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TerritoryRealignerTest {

    /** Twelve accounts with one visit each on a line: a to d in West, e to h in Mid, i to l in East. */
    private static final List<TerritoryAccount> LINE = line(1);

    private static final EarlierPlan EARLIER = EarlierPlan.of(thirds());

    private static List<TerritoryAccount> line(double visits) {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (char id = 'a'; id <= 'l'; id++) {
            accounts.add(account(id, visits));
        }
        return accounts;
    }

    private static TerritoryAccount account(char id, double visits) {
        Map<String, Double> activity = new LinkedHashMap<>();
        activity.put("visits", visits);
        activity.put("revenue", 100.0 - id + 'a');
        return new TerritoryAccount(String.valueOf(id), PlanePoint.of(10 * (id - 'a'), 0), activity);
    }

    private static Map<String, String> thirds() {
        Map<String, String> territories = new LinkedHashMap<>();
        for (char id = 'a'; id <= 'l'; id++) {
            territories.put(String.valueOf(id), id < 'e' ? "West" : id < 'i' ? "Mid" : "East");
        }
        return territories;
    }

    private static TerritoryProblem problem(double most, String... territories) {
        TerritoryProblem.Builder problem = TerritoryProblem.builder().addAllAccounts(LINE);
        for (String territory : territories) {
            problem.addTerritories(Territory.of(territory));
        }
        return problem.addLimits(ActivityLimit.atMost("visits", most)).build();
    }

    private static TerritoryProblem same(double most) {
        return problem(most, "West", "Mid", "East");
    }

    private static TerritoryProblem with(TerritoryProblem problem, char id, double visits) {
        return problem.withAccounts(problem.accounts().stream()
                .map(account -> account.id().equals(String.valueOf(id)) ? account(id, visits) : account)
                .toList());
    }

    private static Realignment realign(TerritoryProblem problem) {
        return realign(problem, EARLIER);
    }

    private static Realignment realign(TerritoryProblem problem, EarlierPlan earlier) {
        return TerritoryRealigner.compile(problem).realign(earlier, WorkBudget.ofUnits(2_000), 1);
    }

    private static List<String> codes(List<AccountMove> moves) {
        return moves.stream()
                .map(move -> move.account() + " " + move.reason().code().replace("territory.realign.", ""))
                .toList();
    }

    @Test
    void nothingMovesWhereEveryLimitIsKept() {
        Realignment realignment = realign(same(5));
        assertThat(realignment.feasible()).isTrue();
        assertThat(realignment.moves()).isEmpty();
        assertThat(realignment.movesLowerBound()).isZero();
        assertThat(realignment.distanceBefore())
                .isEqualTo(120)
                .isEqualTo(realignment.fewestMoves().distance());
        assertThat(realignment.fewestMoves().plan().territoryOf("d")).isEqualTo("West");
    }

    @Test
    void theBoundOfWeightsThatAreNotWholeIsNotAboveTheSumOfTheMoves() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            accounts.add(TerritoryAccount.of("a" + i, PlanePoint.of(i, 0), "revenue", .1));
        }
        Map<String, String> earlier = new LinkedHashMap<>();
        accounts.forEach(account ->
                earlier.put(account.id(), account.place().equals(PlanePoint.of(11, 0)) ? "B" : "A"));
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addTerritories(Territory.of("B"))
                .build();
        RealignmentPolicy policy = RealignmentPolicy.builder().weight("revenue").build();
        Realignment realignment = TerritoryRealigner.compile(problem, policy)
                .realign(EarlierPlan.of(earlier), WorkBudget.ofUnits(100), 1);
        double moved = realignment.fewestMoves().moved();
        assertThat(realignment.movesLowerBound()).isBetween(moved * (1 - 1e-8), moved);
    }

    @Test
    void accountsOfAClosedTerritoryMoveToTheNearestWithRoomAndNoOther() {
        Realignment realignment = realign(problem(6, "West", "East"));
        assertThat(codes(realignment.moves()))
                .containsExactly("e territoryClosed", "f territoryClosed", "g territoryClosed", "h territoryClosed");
        assertThat(realignment.moves()).extracting(AccountMove::to).containsExactly("West", "West", "East", "East");
        assertThat(realignment.movesLowerBound()).isEqualTo(4);
        assertThat(realignment.moves().get(0).reason().text(Locale.ENGLISH))
                .isEqualTo("Account e moves to West because its territory Mid is closed.");
        assertThat(realignment.moves().get(0).reason().text(Locale.JAPANESE)).contains("Mid", "West");
    }

    @Test
    void oneLargeAccountRelievesATerritoryInPlaceOfManySmallOnes() {
        TerritoryProblem problem = with(with(with(same(5), 'd', 4), 'e', 0), 'f', 0);
        Realignment realignment = realign(with(problem, 'g', 0));
        assertThat(codes(realignment.moves())).containsExactly("d overCapacityRelieved");
        assertThat(realignment.movesLowerBound()).isEqualTo(1);
        assertThat(realignment.moves().get(0).reason().text(Locale.ENGLISH))
                .isEqualTo(
                        "Account d moves from West to Mid because West would have 7 of visits; allowed are at most 5.");
    }

    @Test
    void anAccountThatFindsNoRoomElsewhereIsCountedWithThoseThatMakeIt() {
        Realignment realignment = realign(with(same(5), 'd', 3));
        assertThat(realignment.moves()).hasSize(1);
        Realignment tight = realign(with(problem(4, "West", "Mid", "East", "New"), 'd', 4));
        assertThat(tight.feasible()).isTrue();
        assertThat(tight.movesLowerBound())
                .isLessThanOrEqualTo(tight.fewestMoves().moved());
        assertThat(tight.moves()).isNotEmpty();
    }

    @Test
    void aNewTerritoryGetsOneAccountForTheFewestMovesAndMoreForShorterWays() {
        Realignment realignment = realign(problem(6, "West", "Mid", "East", "New"));
        assertThat(realignment.moves()).hasSize(1);
        assertThat(realignment.movesLowerBound()).isEqualTo(1);
        assertThat(realignment.moves().get(0).to()).isEqualTo("New");
        assertThat(realignment.moves().get(0).reason().code()).startsWith("territory.realign.newTerritory");
        assertThat(realignment.shortest().moves()).hasSizeGreaterThan(1);
        assertThat(realignment.shortest().distance())
                .isLessThan(realignment.fewestMoves().distance());
    }

    @Test
    void accountsOfAMergedTerritoryAreNoMovesInItsSuccessor() {
        TerritoryProblem merged = problem(8, "West", "East");
        Realignment realignment = realign(merged, EARLIER.withSuccessor("Mid", "West"));
        assertThat(realignment.moves()).isEmpty();
        assertThat(realignment.fewestMoves().plan().territory("West").accounts())
                .isEqualTo(8);
    }

    @Test
    void newAccountsArePlacedAndThoseThatAreGoneAreForgotten() {
        Map<String, String> before = thirds();
        before.remove("h");
        before.put("z", "East");
        Realignment realignment = realign(same(5), EarlierPlan.of(before));
        assertThat(realignment.moves()).isEmpty();
        assertThat(realignment.fewestMoves().plan().territoryOf("h")).isEqualTo("Mid");
        assertThat(realignment.reasons())
                .extracting(Reason::code)
                .contains("territory.realign.accountsPlaced", "territory.realign.accountsGone");
    }

    @Test
    void whatIsDemandedByNameIsTheReason() {
        TerritoryProblem fixed = same(6).withFixed(List.of(new FixedAssignment("a", "East")));
        assertThat(codes(realign(fixed).moves())).containsExactly("a fixedThere");
        TerritoryProblem forbidden = same(6).withForbidden(List.of(new ForbiddenAssignment("a", "West")));
        assertThat(codes(realign(forbidden).moves())).containsExactly("a forbiddenBefore");
        TerritoryProblem together = same(6).withTogether(List.of(AccountGroup.of("c", "d", "e")));
        assertThat(codes(realign(together).moves())).containsExactly("e groupKeptTogether");
        TerritoryProblem apart = same(6).withApart(List.of(AccountGroup.of("k", "l")));
        assertThat(codes(realign(apart).moves())).hasSize(1).first().asString().endsWith("groupKeptApart");
        assertThat(List.of(fixed, forbidden, together, apart))
                .allSatisfy(problem ->
                        assertThat(realign(problem).movesLowerBound()).isEqualTo(1));
    }

    @Test
    void aTerritoryWithTooLittleIsFilled() {
        TerritoryProblem least = same(12).withLimits(List.of(ActivityLimit.between("visits", 2.5, 12)));
        Realignment realignment = realign(with(with(least, 'l', 0), 'k', 0));
        assertThat(codes(realignment.moves())).hasSize(1).first().asString().endsWith("minimumReached");
        assertThat(realignment.movesLowerBound()).isEqualTo(1);
    }

    @Test
    void movesMayBeWeighedByWhatIsAtRisk() {
        RealignmentPolicy policy =
                RealignmentPolicy.builder().weight("revenue").mostPlans(1).build();
        TerritoryProblem problem = with(same(6), 'a', 3.5);
        Realignment realignment =
                TerritoryRealigner.compile(problem, policy).realign(EARLIER, WorkBudget.ofUnits(2_000), 1);
        assertThat(realignment.moves()).extracting(AccountMove::account).containsExactly("d");
        assertThat(realignment.fewestMoves().moved()).isEqualTo(97);
        assertThat(realignment.movesLowerBound()).isBetween(1.0, 97.0);
        assertThat(realignment.front()).hasSize(1);
    }

    @Test
    void aPriceDecidesHowFarMovesMustPay() {
        RealignmentPolicy dear = RealignmentPolicy.builder().addPrices(1000).build();
        EarlierPlan odd = EarlierPlan.of(new LinkedHashMap<>(Map.of("a", "East", "b", "West")));
        TerritoryProblem problem = same(12);
        Realignment realignment = TerritoryRealigner.compile(problem).realign(odd, WorkBudget.ofUnits(2_000), 1);
        assertThat(realignment.atPrice(1000).moves()).isEmpty();
        assertThat(realignment.withAtMost(0)).contains(realignment.fewestMoves());
        assertThat(realignment.atPrice(0).distance())
                .isEqualTo(realignment.shortest().distance());
        assertThat(TerritoryRealigner.compile(problem, dear)
                        .realign(odd, WorkBudget.ofUnits(500), 1)
                        .moves())
                .isEmpty();
    }

    @Test
    void territoriesStayInOnePiece() {
        List<Border> borders = new ArrayList<>();
        for (char id = 'a'; id < 'l'; id++) {
            borders.add(Border.of(String.valueOf(id), String.valueOf((char) (id + 1))));
        }
        TerritoryProblem problem = with(same(6), 'b', 4).withBorders(borders);
        Realignment realignment = realign(problem);
        assertThat(realignment.feasible()).isTrue();
        assertThat(realignment.front())
                .allSatisfy(option -> assertThat(option.plan().contiguity())
                        .hasValueSatisfying(lie -> assertThat(lie.contiguous()).isTrue()));
        assertThat(realignment.moves()).isNotEmpty();
        Realignment closed = realign(problem(6, "West", "East").withBorders(borders));
        assertThat(closed.feasible()).isTrue();
        assertThat(closed.moves()).hasSize(4);
    }

    @Test
    void aTerritoryThatWasTornApartIsMadeWhole() {
        List<Border> borders = new ArrayList<>();
        for (char id = 'a'; id < 'l'; id++) {
            borders.add(Border.of(String.valueOf(id), String.valueOf((char) (id + 1))));
        }
        Map<String, String> torn = thirds();
        torn.put("l", "West");
        Realignment realignment = realign(same(6).withBorders(borders), EarlierPlan.of(torn));
        assertThat(realignment.feasible()).isTrue();
        assertThat(codes(realignment.moves())).containsExactly("l inPiecesBefore");
    }

    @Test
    void noTerritoryIsEmptyEvenIfAllAccountsWereInOne() {
        List<Border> borders = new ArrayList<>();
        for (char id = 'a'; id < 'l'; id++) {
            borders.add(Border.of(String.valueOf(id), String.valueOf((char) (id + 1))));
        }
        Map<String, String> all = thirds();
        all.replaceAll((account, territory) -> "West");
        TerritoryProblem homes = same(12).withTerritories(List.of(
                Territory.of("West"),
                Territory.builder().id("Mid").home(PlanePoint.of(500, 0)).build(),
                Territory.builder().id("East").home(PlanePoint.of(900, 0)).build()));
        for (TerritoryProblem problem : List.of(homes, homes.withBorders(borders))) {
            for (int units : List.of(0, 300)) {
                Realignment realignment =
                        TerritoryRealigner.compile(problem).realign(EarlierPlan.of(all), WorkBudget.ofUnits(units), 1);
                assertThat(realignment.front())
                        .allSatisfy(option -> assertThat(option.plan().territories())
                                .extracting(PlannedTerritory::accounts)
                                .doesNotContain(0));
            }
        }
    }

    @Test
    void whereNoPlanKeepsTheLimitsTheNearestIsGivenWithReasons() {
        Realignment realignment = realign(with(same(5), 'a', 9));
        assertThat(realignment.feasible()).isFalse();
        assertThat(realignment.front()).hasSize(1);
        assertThat(realignment.fewestMoves().plan().status()).isEqualTo(PlanStatus.IMPOSSIBLE);
        assertThat(realignment.fewestMoves().plan().assignment()).hasSize(12);
        assertThat(realignment.reasons().get(0).code()).isEqualTo("territory.realign.limitsBroken");
        assertThat(realignment.reasons().get(0).fullText(Locale.ENGLISH)).contains("Account a alone has 9 of visits");
    }

    @Test
    void aHomeKeepsTheCentreWhereItIs() {
        TerritoryProblem problem = same(5).withTerritories(List.of(
                Territory.builder().id("West").home(PlanePoint.of(0, 0)).build(),
                Territory.of("Mid"),
                Territory.of("East")));
        Realignment realignment = realign(problem);
        assertThat(realignment.fewestMoves().plan().territory("West").distance())
                .isEqualTo(60);
        assertThat(realignment.distanceBefore()).isEqualTo(140);
    }

    @Test
    void aSearchThatIsStoppedAtOnceStillGivesAPlanOfAllAccounts() {
        TreeSet<String> phases = new TreeSet<>();
        ProgressListener progress = (phase, done, total) -> phases.add(phase);
        Realignment stopped = TerritoryRealigner.compile(with(same(6), 'd', 4))
                .realign(EARLIER, WorkBudget.unlimited(), 1, () -> true, progress);
        assertThat(stopped.fewestMoves().plan().assignment()).hasSize(12);
        assertThat(phases).contains("repairing");
        Realignment nothing = TerritoryRealigner.compile(same(6)).realign(EARLIER, WorkBudget.ofUnits(0), 1);
        assertThat(nothing.moves()).isEmpty();
    }

    @Test
    void whatDoesNotFitTheProblemIsRefusedByName() {
        assertThatThrownBy(() -> realign(same(6), EARLIER.withSuccessor("South", "Wset")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/successors/South")
                .hasMessageContaining("there is no territory \"Wset\"")
                .hasMessageContaining("West");
        RealignmentPolicy policy = RealignmentPolicy.builder().weight("revenu").build();
        assertThatThrownBy(() -> TerritoryRealigner.compile(same(6), policy))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("no account has the measure \"revenu\"");
        assertThatThrownBy(() -> RealignmentPolicy.builder().addPrices(-1).build())
                .hasMessageContaining("price is -1.0");
        assertThatThrownBy(() -> RealignmentPolicy.builder().mostPlans(0).build())
                .hasMessageContaining("mostPlans is 0");
    }
}
