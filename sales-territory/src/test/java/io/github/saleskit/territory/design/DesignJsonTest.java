package io.github.saleskit.territory.design;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.territory.geo.GeoPoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesignJsonTest {

    private static final TerritoryProblem PROBLEM = TerritoryProblem.builder()
            .addAccounts(account("A-1", 35.6812, 139.7671, 12, 340_000.5))
            .addAccounts(account("A-2", 34.7025, 135.4959, 4, 0))
            .addAccounts(account("札幌", 43.0687, 141.3508, 6.5, 120_000))
            .addTerritories(Territory.of("East"), Territory.of("West"))
            .addLimits(ActivityLimit.between("visits", 2, 20))
            .addLimits(ActivityLimit.withinShareOfMean("potential", .9))
            .addFixed(new FixedAssignment("A-2", "West"))
            .centres(CentrePlacement.ON_ACCOUNTS)
            .count(TerritoryCount.atLeast(2).withPrice(150.5))
            .build();

    private static final TerritoryPlan PLAN = TerritoryPlan.builder()
            .status(PlanStatus.FEASIBLE)
            .putAssignment("A-1", "East")
            .putAssignment("A-2", "West")
            .putAssignment("札幌", "East")
            .addTerritories(territory("East", "A-1", GeoPoint.of(35.6812, 139.7671), 2, 831.5, 460_000.5, 18.5))
            .addTerritories(territory("West", "A-2", GeoPoint.of(34.7025, 135.4959), 1, 0, 0, 4))
            .totalDistance(831.5)
            .lowerBound(Optional.of(800.25))
            .workUnits(1200)
            .addReasons(Reason.of("territory.design.everyLimitKept", "accounts", 3, "territories", 2))
            .build();

    private static TerritoryAccount account(
            String id, double latitude, double longitude, double visits, double potential) {
        Map<String, Double> activity = new LinkedHashMap<>();
        activity.put("visits", visits);
        activity.put("potential", potential);
        return new TerritoryAccount(id, GeoPoint.of(latitude, longitude), activity);
    }

    private static PlannedTerritory territory(
            String id, String centre, GeoPoint place, int accounts, double distance, double potential, double visits) {
        Map<String, Double> loads = new LinkedHashMap<>();
        loads.put("potential", potential);
        loads.put("visits", visits);
        return new PlannedTerritory(id, centre, place, accounts, distance, loads);
    }

    @Test
    void problemsAndPlansComeBackEqual() {
        JsonLine.assertRoundTrip(PROBLEM, TerritoryProblem.class);
        JsonLine.assertRoundTrip(PLAN, TerritoryPlan.class);
        TerritoryPlan made = TerritoryPlanner.compile(PROBLEM).plan(WorkBudget.ofUnits(10), 1);
        JsonLine.assertRoundTrip(made, TerritoryPlan.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void documentsOfVersionOneStayReadable(JsonLine line) {
        assertThat(line.read(golden("territory-problem-v1.json"), TerritoryProblem.class))
                .isEqualTo(PROBLEM);
        assertThat(line.read(golden("territory-plan-v1.json"), TerritoryPlan.class))
                .isEqualTo(PLAN);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void aProblemNeedsNeitherLimitsNorFixedAssignments(JsonLine line) {
        String json = """
                {"version":1,"accounts":[{"id":"A","place":{"x":1,"y":2}}],"territories":[{"id":"T"}]}""";
        TerritoryProblem problem = line.read(json, TerritoryProblem.class);
        assertThat(problem.limits()).isEmpty();
        assertThat(problem.fixed()).isEmpty();
        assertThat(problem.accounts().get(0).activity()).isEmpty();
        assertThat(problem.centres()).isEmpty();
        assertThat(problem.count()).isEmpty();
        assertThat(line.write(problem)).doesNotContain("limits", "fixed", "centres", "\"count\"");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void malformedPartsAreRejected(JsonLine line) {
        assertRejected(line, "{\"version\":2,\"accounts\":[],\"territories\":[]}", "reads 1");
        assertRejected(line, "{\"version\":1,\"accounts\":[]}", "territories");
        assertRejected(line, "{\"version\":1,\"accounts\":[],\"territories\":[],\"limit\":[]}", "limit");
        assertRejected(
                line,
                "{\"version\":1,\"accounts\":[{\"id\":\"A\","
                        + "\"place\":{\"latitude\":91,\"longitude\":0}}],\"territories\":[]}",
                "latitude is 91.0");
        assertRejected(
                line,
                "{\"version\":1,\"accounts\":[],\"territories\":[],\"limits\":[{\"measure\":\"visits\"}]}",
                "no minimum, no maximum");
        assertRejected(
                line, "{\"version\":1,\"accounts\":[],\"territories\":[],\"count\":{\"fewest\":0}}", "fewest is 0");
        assertRejected(
                line,
                "{\"version\":1,\"accounts\":[],\"territories\":[],\"count\":{\"fewest\":1,\"price\":-1}}",
                "price is -1.0");
    }

    private static void assertRejected(JsonLine line, String json, String message) {
        assertThatThrownBy(() -> line.read(json, TerritoryProblem.class)).hasStackTraceContaining(message);
    }

    @Test
    void misspeltNamesAreAnsweredWithTheNearestOnes() {
        assertThatThrownBy(() -> PLAN.territoryOf("A1"))
                .hasMessage("account is \"A1\", which is not in the plan.\nMaybe \"A-1\"?");
        assertThatThrownBy(() -> PLAN.territory("Easst"))
                .hasMessage("id is \"Easst\", which is no territory of the plan.\nMaybe \"East\"?");
    }

    @Test
    void theOrderOfMeasuresIsKept() {
        assertThat(List.copyOf(PROBLEM.accounts().get(0).activity().keySet())).containsExactly("visits", "potential");
    }

    private static String golden(String name) {
        try (InputStream in = DesignJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
