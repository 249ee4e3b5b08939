package io.github.saleskit.territory.rule;

import static io.github.saleskit.core.criteria.Criterion.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.territory.geo.GeoArea;
import io.github.saleskit.territory.geo.GeoPoint;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleJsonTest {

    private record Shop(String id, String postcode, double potential) {}

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private static final TerritoryModel MODEL = TerritoryModel.builder()
            .name("大阪")
            .addTerritories(TerritoryNode.builder()
                    .id("Kansai")
                    .scope(parse("postcode >= \"520\""))
                    .until(NOW.plusSeconds(1))
                    .build())
            .addTerritories(TerritoryNode.builder()
                    .id("Osaka")
                    .parent("Kansai")
                    .addMembers(TerritoryMember.of("ann", "rep", .7))
                    .addMembers(new TerritoryMember("bob", "rep", .3, Optional.of(NOW), Optional.empty()))
                    .build())
            .addRules(TerritoryRule.builder()
                    .id("all")
                    .territory("Kansai")
                    .when(parse("potential >= 0"))
                    .priority(-1)
                    .build())
            .addRules(TerritoryRule.builder()
                    .id("city")
                    .territory("Osaka")
                    .when(parse("postcode between \"530\" and \"559\""))
                    .unless(parse("id = \"x\""))
                    .from(NOW)
                    .build())
            .addRules(TerritoryRule.builder()
                    .id("large")
                    .territory("Kansai")
                    .when(parse("potential >= 100"))
                    .layer("key accounts")
                    .build())
            .build();

    private static final TerritoryResolver<Shop> RESOLVER = TerritoryResolver.compile(
            MODEL,
            FieldSet.of(Shop.class)
                    .id(Shop::id)
                    .text("id", Shop::id)
                    .text("postcode", Shop::postcode)
                    .number("potential", Shop::potential)
                    .build());

    private static final Ownership OWNERSHIP = RESOLVER.resolve(new Shop("a", "540", 120), NOW);
    private static final CoverageReport COVERAGE = RESOLVER.coverage(
            List.of(new Shop("a", "540", 120), new Shop("b", "100", 2.5)),
            NOW,
            List.of(CoverageMeasure.of("potential", Shop::potential)));
    private static final GeoArea AREA =
            GeoArea.of("Osaka", List.of(GeoPoint.of(34.5, 135.4), GeoPoint.of(34.5, 135.6), GeoPoint.of(34.8, 135.5)));

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void documentsOfVersionOneStayReadable(JsonLine line) {
        assertThat(line.read(golden("territory-model-v1.json"), TerritoryModel.class))
                .isEqualTo(MODEL);
        assertThat(line.read(golden("ownership-v1.json"), Ownership.class)).isEqualTo(OWNERSHIP);
        assertThat(line.read(golden("coverage-report-v1.json"), CoverageReport.class))
                .isEqualTo(COVERAGE);
        assertThat(line.read(golden("geo-area-v1.json"), GeoArea.class)).isEqualTo(AREA);
        JsonLine.assertRoundTrip(MODEL, TerritoryModel.class);
        JsonLine.assertRoundTrip(OWNERSHIP, Ownership.class);
        JsonLine.assertRoundTrip(COVERAGE, CoverageReport.class);
    }

    private static String golden(String name) {
        try (InputStream in = RuleJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
