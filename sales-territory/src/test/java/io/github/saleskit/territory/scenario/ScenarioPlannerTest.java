package io.github.saleskit.territory.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryCount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import io.github.saleskit.territory.realign.EarlierPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioPlannerTest {

    private static final TerritoryScenario AS_IS = TerritoryScenario.of("as it is");

    private static final TerritoryScenario GROWTH = TerritoryScenario.of("growth")
            .plusActivity(ActivityChange.scaled("visits", 1.5))
            .plusActivity(new ActivityChange("visits", 2, List.of("a")));

    private static final TerritoryScenario ALL = GROWTH.named("everything")
            .plusClosed("East")
            .plusTerritory(Territory.builder().id("New").weight(.5).build())
            .plusMerger("Mid", "West")
            .plusLimit(ActivityLimit.atMost("visits", 30));

    /** Twelve accounts with one visit each on a line: a to d in West, e to h in Mid, i to l in East. */
    private static TerritoryProblem today() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        for (char id = 'a'; id <= 'l'; id++) {
            accounts.add(TerritoryAccount.of(String.valueOf(id), PlanePoint.of(10 * (id - 'a'), 0), "visits", 1));
        }
        return TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addTerritories(Territory.of("West"), Territory.of("Mid"), Territory.of("East"))
                .addLimits(ActivityLimit.between("visits", 1, 6))
                .addFixed(new FixedAssignment("e", "Mid"), new FixedAssignment("l", "East"))
                .addForbidden(new ForbiddenAssignment("a", "East"), new ForbiddenAssignment("a", "Mid"))
                .build();
    }

    private static EarlierPlan current() {
        Map<String, String> territories = new LinkedHashMap<>();
        for (char id = 'a'; id <= 'l'; id++) {
            territories.put(String.valueOf(id), id < 'e' ? "West" : id < 'i' ? "Mid" : "East");
        }
        return EarlierPlan.of(territories);
    }

    private static ScenarioComparison compare(TerritoryScenario... scenarios) {
        return ScenarioPlanner.compile(today(), current()).compare(List.of(scenarios), WorkBudget.ofUnits(300), 1);
    }

    @Test
    void scenariosAreDerivedFromOneAnother() {
        assertThat(GROWTH.activity()).hasSize(2);
        assertThat(ALL.activity()).isEqualTo(GROWTH.activity());
        assertThat(GROWTH.closed()).isEmpty();
        TerritoryProblem problem = ALL.applyTo(today());
        assertThat(problem.territories()).extracting(Territory::id).containsExactly("West", "New");
        assertThat(problem.accounts().get(0).activity("visits")).isEqualTo(3);
        assertThat(problem.accounts().get(1).activity("visits")).isEqualTo(1.5);
        assertThat(problem.limits()).containsExactly(ActivityLimit.atMost("visits", 30));
    }

    @Test
    void aMergedTerritoryHasTheWeightsAndTheLimitsOfItsParts() {
        Territory merged = TerritoryScenario.of("m")
                .plusMerger("Mid", "West")
                .applyTo(today())
                .territories()
                .get(0);
        assertThat(merged.weight()).contains(2.0);
        assertThat(merged.limits()).containsExactly(ActivityLimit.between("visits", 2, 12));
        TerritoryProblem problem =
                TerritoryScenario.of("m").plusMerger("Mid", "West").applyTo(today());
        assertThat(problem.fixed()).containsExactly(new FixedAssignment("e", "West"), new FixedAssignment("l", "East"));
        assertThat(problem.forbidden()).containsExactly(new ForbiddenAssignment("a", "East"));
    }

    @Test
    void whatNamesAClosedTerritoryGoesWithIt() {
        TerritoryProblem problem = TerritoryScenario.of("c").plusClosed("East").applyTo(today());
        assertThat(problem.fixed()).containsExactly(new FixedAssignment("e", "Mid"));
        assertThat(problem.forbidden()).containsExactly(new ForbiddenAssignment("a", "Mid"));
    }

    @Test
    void figuresStandSideBySide() {
        ScenarioComparison comparison = compare(
                AS_IS,
                TerritoryScenario.of("closed").plusClosed("Mid"),
                TerritoryScenario.of("merger").plusMerger("Mid", "West"));
        List<ScenarioFigures> table = comparison.table();
        assertThat(table).extracting(ScenarioFigures::scenario).containsExactly("as it is", "closed", "merger");
        assertThat(table).extracting(ScenarioFigures::moves).containsExactly(0, 4, 0);
        assertThat(table).extracting(ScenarioFigures::movesLowerBound).containsExactly(0.0, 4.0, 0.0);
        assertThat(table).extracting(ScenarioFigures::territories).containsExactly(3, 2, 2);
        assertThat(table).allMatch(ScenarioFigures::feasible);
        assertThat(comparison.reasons()).hasSize(3);
        assertThat(comparison.reasons().get(1).text(Locale.ENGLISH)).startsWith("Scenario closed: 4 accounts move");
    }

    @Test
    void theDifferenceSaysWhoWouldBeElsewhereAndWhy() {
        ScenarioComparison comparison =
                compare(AS_IS, TerritoryScenario.of("closed").plusClosed("Mid"));
        List<AccountDifference> difference = comparison.difference("as it is", "closed");
        assertThat(difference).extracting(AccountDifference::account).containsExactly("e", "f", "g", "h");
        assertThat(difference).extracting(AccountDifference::inOne).containsOnly("Mid");
        assertThat(difference)
                .flatExtracting(AccountDifference::reasons)
                .extracting(Reason::code)
                .containsOnly("territory.realign.territoryClosed");
        assertThat(comparison.difference("closed", "closed")).isEmpty();
        assertThatThrownBy(() -> comparison.difference("closed", "open")).hasMessageContaining("\"open\"");
    }

    @Test
    void todaysTerritoriesAreCounted() {
        TerritoryProblem open = today().withCount(TerritoryCount.atLeast(3));
        assertThatThrownBy(() -> ScenarioPlanner.compile(open, EarlierPlan.of(Map.of())))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("count.notChosen");
    }

    @Test
    void aScenarioThatNoPlanFitsSaysSo() {
        ScenarioComparison comparison =
                compare(TerritoryScenario.of("boom").plusActivity(ActivityChange.scaled("visits", 3)));
        assertThat(comparison.table().get(0).feasible()).isFalse();
        assertThat(comparison.reasons().get(0).code()).isEqualTo("territory.scenario.limitsBroken");
        assertThat(comparison.reasons().get(0).fullText(Locale.ENGLISH)).contains("visits is 36 in total");
    }

    @Test
    void whatTodayDoesNotHaveIsRefusedByName() {
        TerritoryScenario wrong = TerritoryScenario.of("wrong")
                .plusClosed("Est")
                .plusMerger("Mid", "Est")
                .plusActivity(ActivityChange.scaled("visit", 2))
                .plusActivity(new ActivityChange("visits", 2, List.of("z")));
        assertThatThrownBy(() -> compare(wrong))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/closed/0")
                .hasMessageContaining("/merged/Mid")
                .hasMessageContaining("/activity/0/measure")
                .hasMessageContaining("/activity/1/accounts/0");
        assertThatThrownBy(() -> compare(
                        TerritoryScenario.of("x").plusMerger("Mid", "East").plusClosed("East")))
                .hasMessageContaining("is closed or merged itself");
        assertThatThrownBy(() -> compare(AS_IS, AS_IS)).hasMessageContaining("\"as it is\" twice");
        assertThatThrownBy(() -> compare()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> TerritoryScenario.of(" ")).hasMessageContaining("must name the scenario");
        assertThatThrownBy(() -> ActivityChange.scaled("visits", -1)).hasMessageContaining("factor is -1.0");
    }

    @Test
    void whatHostsStoreComesBackEqual() {
        JsonLine.assertRoundTrip(ALL, TerritoryScenario.class);
        JsonLine.assertRoundTrip(AS_IS, TerritoryScenario.class);
        ScenarioComparison comparison =
                compare(AS_IS, TerritoryScenario.of("closed").plusClosed("Mid"));
        JsonLine.assertRoundTrip(comparison, ScenarioComparison.class);
        JsonLine.assertRoundTrip(comparison.table().get(0), ScenarioFigures.class);
        JsonLine.assertRoundTrip(comparison.difference("as it is", "closed").get(0), AccountDifference.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(ALL), TerritoryScenario.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_3.write(comparison), ScenarioComparison.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void documentsOfVersionOneStayReadable(JsonLine line) {
        assertThat(line.read(golden("territory-scenario-v1.json"), TerritoryScenario.class))
                .isEqualTo(ALL);
        ScenarioComparison comparison = line.read(golden("scenario-comparison-v1.json"), ScenarioComparison.class);
        assertThat(comparison.table()).containsExactly(new ScenarioFigures("as it is", true, 1, 0, 0, 0, 12.5, .25, 0));
    }

    private static String golden(String name) {
        try (InputStream in = ScenarioPlannerTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
