package io.github.saleskit.territory.realign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.DesignSamples;
import io.github.saleskit.territory.design.PlanStatus;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.geo.PlanePoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealignJsonTest {

    private static final EarlierPlan EARLIER =
            EarlierPlan.of(ordered("A-1", "East", "A-2", "South", "札幌", "East")).withSuccessor("South", "West");

    private static final RealignmentPolicy POLICY = RealignmentPolicy.builder()
            .weight("revenue")
            .addPrices(12.5, 3)
            .mostPlans(4)
            .build();

    private static final TerritoryPlan PLAN = new TerritoryPlan(
            1,
            PlanStatus.FEASIBLE,
            ordered("A-1", "East", "A-2", "West", "札幌", "West"),
            List.of(
                    new PlannedTerritory("East", "A-1", PlanePoint.of(1.5, 2), 1, 0, Map.of("visits", 12.0)),
                    new PlannedTerritory("West", "A-2", PlanePoint.of(9.5, 2), 2, 1065.5, Map.of("visits", 10.5))),
            1065.5,
            Optional.empty(),
            Optional.empty(),
            300,
            List.of(Reason.of("territory.design.everyLimitKept", "accounts", 3, "territories", 2)));

    private static final Realignment REALIGNMENT = Realignment.builder()
            .addFront(new RealignedPlan(PLAN, List.of(move()), 1, .25))
            .movesLowerBound(1)
            .distanceBefore(831.5)
            .workUnits(300)
            .addReasons(Reason.of("territory.realign.limitsKept", "moves", 1, "accounts", 3))
            .build();

    private static AccountMove move() {
        Reason reason = Reason.of("territory.realign.territoryClosed", "account", "札幌", "from", "East", "to", "West");
        return new AccountMove("札幌", "East", "West", 1, reason);
    }

    private static Map<String, String> ordered(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    @Test
    void whatHostsStoreComesBackEqual() {
        JsonLine.assertRoundTrip(EARLIER, EarlierPlan.class);
        JsonLine.assertRoundTrip(POLICY, RealignmentPolicy.class);
        JsonLine.assertRoundTrip(RealignmentPolicy.standard(), RealignmentPolicy.class);
        JsonLine.assertRoundTrip(REALIGNMENT, Realignment.class);
        Realignment made = TerritoryRealigner.compile(
                        DesignSamples.problem(DesignSamples.random(9, 1), 2, ActivityLimit.atMost("visits", 40)))
                .realign(EarlierPlan.of(Map.of("A1", "T1", "A2", "T9")), WorkBudget.ofUnits(100), 1);
        JsonLine.assertRoundTrip(made, Realignment.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void documentsOfVersionOneStayReadable(JsonLine line) {
        assertThat(line.read(golden("earlier-plan-v1.json"), EarlierPlan.class)).isEqualTo(EARLIER);
        assertThat(line.read(golden("realignment-policy-v1.json"), RealignmentPolicy.class))
                .isEqualTo(POLICY);
        assertThat(line.read(golden("realignment-v1.json"), Realignment.class)).isEqualTo(REALIGNMENT);
    }

    @Test
    void whatIsRequiredIsMissedByName() {
        RequiredComponents.assertNamed(golden("earlier-plan-v1.json"), EarlierPlan.class);
        RequiredComponents.assertNamed(golden("realignment-policy-v1.json"), RealignmentPolicy.class);
        RequiredComponents.assertNamed(golden("realignment-v1.json"), Realignment.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_2.write(REALIGNMENT.fewestMoves()), RealignedPlan.class);
        RequiredComponents.assertNamed(JsonLine.JACKSON_2.write(move()), AccountMove.class);
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void unknownPropertiesAreRejected(JsonLine line) {
        assertThatThrownBy(() -> line.read("{\"version\":1,\"price\":[3]}", RealignmentPolicy.class))
                .hasStackTraceContaining("price");
        assertThatThrownBy(() -> line.read("{\"version\":1,\"prices\":[-3]}", RealignmentPolicy.class))
                .hasStackTraceContaining("price is -3.0");
    }

    private static String golden(String name) {
        try (InputStream in = RealignJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
