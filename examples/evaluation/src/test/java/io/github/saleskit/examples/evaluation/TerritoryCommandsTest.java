package io.github.saleskit.examples.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryCommandsTest extends CommandTest {

    @Test
    void territoryWritesTheCentreOfEveryPoint() throws IOException {
        Path instance = file("i.dat", "6 2\n0 0 3 1\n1 0 3 1\n3\t0 3 1\n100 0 3 1\n101 0 3 1\n103 0 3 1\n");
        Path plan = folder.resolve("plan.csv");
        assertThat(run("territory", "--instance", instance, "--units-of-work", 300, "--seed", 1, "--out", plan))
                .isZero();
        assertThat(plan).hasContent("point,centre\n0,1\n1,1\n2,1\n3,4\n4,4\n5,4\n");
        assertThat(lastLine().get("cost").asDouble()).isEqualTo(6);
        assertThat(lastLine().get("feasible").asBoolean()).isTrue();
        assertThat(lastLine().get("heapMiB").asInt()).isPositive();
        assertThat(lastLine().has("lowerBound")).isTrue();
    }

    @Test
    void centresMayBeAnywhereAndAsManyAsNeeded() throws IOException {
        Path instance = file("i.dat", "6 1\n0 0 3 1\n2 0 3 1\n1\t2 3 1\n100 0 3 1\n101 0 3 1\n103 0 3 1\n");
        Path plan = folder.resolve("plan.csv");
        assertThat(run(
                        "territory",
                        "--instance",
                        instance,
                        "--most",
                        6,
                        "--anywhere",
                        "--units-of-work",
                        900,
                        "--out",
                        plan))
                .isZero();
        assertThat(lastLine().get("centres").asInt()).isEqualTo(2);
        assertThat(lastLine().get("cost").asDouble()).isCloseTo(2 + Math.sqrt(3) + 3, within(1e-5));
        assertThat(Files.readAllLines(plan).get(0)).isEqualTo("point,territory,x,y");
        assertThat(Files.readAllLines(plan).get(4)).startsWith("3,1,101.0");
        assertThat(run(
                        "territory",
                        "--instance",
                        instance,
                        "--fewest",
                        1,
                        "--most",
                        6,
                        "--centre-price",
                        1.5,
                        "--units-of-work",
                        900,
                        "--out",
                        plan))
                .isZero();
        assertThat(lastLine().get("centres").asInt()).isEqualTo(5);
        assertThat(run("territory", "--instance", instance, "--fewest", 4, "--most", 3, "--out", plan))
                .isEqualTo(2);
        assertThat(err()).contains("--fewest is 4, but must be from 1 to the most centres, 3");
        assertThat(run("territory", "--instance", instance, "--most", 7, "--out", plan))
                .isEqualTo(2);
        assertThat(err()).contains("--most is 7");
    }

    @Test
    void brokenInstancesAreRefusedByName() throws IOException {
        Path plan = folder.resolve("plan.csv");
        for (String text :
                List.of("2 3\n0 0 1 1\n1 1 1 1\n", "1 1\nNaN 0 1 1\n", "1 1\n0 0 1 -1\n", "2 1\n0 0 1 1\n", "")) {
            assertThat(run("territory", "--instance", file("i.dat", text), "--units-of-work", 9, "--out", plan))
                    .isEqualTo(2);
            assertThat(err()).contains("i.dat");
        }
        assertThat(plan).doesNotExist();
    }

    @Test
    void districtsAreConnectedAndDisconnectedUnitsAreReported() throws IOException {
        Path units = file("u.csv", "id,geoid,population,x,y\na,1,5,0,0\nb,2,5,1,0\nc,3,5,2,0\nd,4,5,3,0\n");
        Path line = file("a.csv", "a,b,shared_border\na,b,1\nb,c,2\nc,d,1\n");
        Path plan = folder.resolve("plan.csv");
        assertThat(run(
                        "districts",
                        "--units",
                        units,
                        "--adjacency",
                        line,
                        "--k",
                        2,
                        "--units-of-work",
                        300,
                        "--out",
                        plan))
                .isZero();
        assertThat(lastLine().get("cutEdges").asInt()).isEqualTo(1);
        assertThat(lastLine().get("contiguous").asBoolean()).isTrue();
        assertThat(lastLine().get("worstDeviation").asDouble()).isZero();
        assertThat(plan).hasContent("id,district\na,0\nb,0\nc,1\nd,1\n");
        Path torn = file("a.csv", "a,b,shared_border\na,b,1\n");
        assertThat(run(
                        "districts",
                        "--units",
                        units,
                        "--adjacency",
                        torn,
                        "--k",
                        2,
                        "--units-of-work",
                        300,
                        "--out",
                        plan))
                .isZero();
        assertThat(lastLine().get("feasible").asBoolean()).isFalse();
        assertThat(err()).contains("separate pieces");
        assertThat(run(
                        "districts",
                        "--units",
                        units,
                        "--adjacency",
                        line,
                        "--k",
                        9,
                        "--units-of-work",
                        1,
                        "--out",
                        plan))
                .isEqualTo(2);
    }

    @Test
    void syntheticAccountsAreBalanced() {
        assertThat(run(
                        "territory-bench",
                        "--accounts",
                        2_000,
                        "--territories",
                        20,
                        "--clustered",
                        "--units-of-work",
                        4_000))
                .isZero();
        assertThat(lastLine().get("feasible").asBoolean()).isTrue();
        assertThat(lastLine().get("worstDeviation").asDouble()).isLessThanOrEqualTo(.05 + 1e-9);
    }

    @Test
    void resolveNamesOwnersOverlapsAndGaps() throws IOException {
        Path rules = file("r.json", """
                {"version": 1, "territories": [{"id": "North"}, {"id": "South"}],
                 "rules": [
                   {"id": "n", "territory": "North", "when": {"field": "size", "atLeast": 10}},
                   {"id": "s", "territory": "South", "when": {"field": "size", "atLeast": 20}}]}
                """);
        Path accounts = file("a.csv", "id,size\n1,5\n2,15\n3,25\n");
        Path owners = folder.resolve("o.csv");
        assertThat(run("resolve", "--rules", rules, "--accounts", accounts, "--out", owners))
                .isZero();
        assertThat(owners)
                .hasContent("account,owner,rule,overlaps,lost,overlays\n1,,,,,\n2,North,n,,,\n3,North,n,s,s,\n");
        assertThat(lastLine().get("gaps").asInt()).isEqualTo(1);
        assertThat(lastLine().get("overlaps").asInt()).isEqualTo(1);
    }

    @Test
    void rulesMayAskForTheAreasOfAccounts() throws IOException {
        Path rules = file("r.json", """
                {"version": 1, "territories": [{"id": "North"}],
                 "rules": [{"id": "n", "territory": "North", "when": {"field": "areas", "containsAny": ["north"]}}]}
                """);
        String square = "[[[5, 50], [15, 50], [15, 55], [5, 55], [5, 50]]]";
        Path areas = file("a.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "north",
                 "geometry": {"type": "Polygon", "coordinates": %s}}]}
                """.formatted(square));
        Path accounts = file("a.csv", "id,latitude,longitude\n1,52,10\n2,48,10\n3,,\n");
        Path owners = folder.resolve("o.csv");
        assertThat(run("resolve", "--rules", rules, "--accounts", accounts, "--areas", areas, "--out", owners))
                .isZero();
        assertThat(owners).hasContent("account,owner,rule,overlaps,lost,overlays\n1,North,n,,,\n2,,,,,\n3,,,,,\n");
        Path far = file("far.csv", "id,latitude,longitude\n1,52,10\n2,152,10\n3,52,-181\n");
        assertThat(run("resolve", "--rules", rules, "--accounts", far, "--areas", areas, "--out", owners))
                .isEqualTo(2);
        assertThat(err()).contains("far.csv:3:3: latitude is 152", "far.csv:4:6: longitude is -181");
        Path nameless = file("n.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "geometry": {"type": "Polygon", "coordinates": %s}}]}
                """.formatted(square));
        assertThat(run("resolve", "--rules", rules, "--accounts", accounts, "--areas", nameless, "--out", owners))
                .isEqualTo(2);
        assertThat(err()).contains("areas need ids");
    }
}
