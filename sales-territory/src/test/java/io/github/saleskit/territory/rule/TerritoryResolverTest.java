package io.github.saleskit.territory.rule;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.territory.geo.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TerritoryResolverTest {

    private record Customer(String id, String country, String postcode, int employees) {}

    private static final FieldSet<Customer> FIELDS = FieldSet.of(Customer.class)
            .id(Customer::id)
            .text("id", Customer::id)
            .text("country", Customer::country)
            .text("postcode", Customer::postcode)
            .whole("employees", Customer::employees)
            .build();

    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CHANGE = Instant.parse("2026-07-01T00:00:00Z");

    private static final TerritoryModel MODEL = TerritoryModel.builder()
            .name("Germany")
            .addTerritories(TerritoryNode.builder()
                    .id("DE")
                    .scope(field("country").is("DE"))
                    .build())
            .addTerritories(TerritoryNode.builder()
                    .id("DE-South")
                    .parent("DE")
                    .addMembers(
                            new TerritoryMember("ann", "executive", .7, Optional.empty(), Optional.of(CHANGE)),
                            new TerritoryMember("bob", "executive", .7, Optional.of(CHANGE), Optional.empty()),
                            TerritoryMember.of("eve", "engineer", .3))
                    .build())
            .addTerritories(TerritoryNode.builder().id("DE-North").parent("DE").build())
            .addTerritories(TerritoryNode.builder().id("Key").build())
            .addTerritories(TerritoryNode.builder().id("Cloud").build())
            .addRules(rule("germany", "DE").when(field("employees").atLeast(0)).build())
            .addRules(rule("south", "DE-South")
                    .when(field("postcode").between("70000", "99999"))
                    .unless(field("id").is("exempt"))
                    .build())
            .addRules(rule("seventies", "DE-North")
                    .when(field("postcode").between("78000", "79999"))
                    .build())
            .addRules(rule("named", "Key")
                    .when(field("id").in("acme"))
                    .priority(10)
                    .from(CHANGE)
                    .build())
            .addRules(rule("cloud", "Cloud")
                    .when(field("employees").atLeast(1_000))
                    .layer("specialists")
                    .build())
            .build();

    private static TerritoryRule.Builder rule(String id, String territory) {
        return TerritoryRule.builder().id(id).territory(territory);
    }

    private static final TerritoryResolver<Customer> RESOLVER = TerritoryResolver.compile(MODEL, FIELDS);

    @Test
    void theDeepestTerritoryWinsAndTheOthersSayWhyTheyLost() {
        Ownership ownership = RESOLVER.resolve(new Customer("acme", "DE", "80331", 2_000), BEFORE);
        assertThat(ownership.territory()).contains("DE-South");
        assertThat(ownership.owner().orElseThrow().members())
                .extracting(TerritoryMember::rep)
                .containsExactly("ann", "eve");
        assertThat(ownership.owner("specialists").orElseThrow().territory()).isEqualTo("Cloud");
        assertThat(ownership.lost()).singleElement().satisfies(lost -> {
            assertThat(lost.rule()).isEqualTo("germany");
            assertThat(lost.overlap()).isFalse();
            assertThat(lost.reason().text(Locale.ENGLISH)).contains("higher in the hierarchy");
        });
        JsonLine.assertRoundTrip(ownership, Ownership.class);
        JsonLine.assertRoundTrip(MODEL, TerritoryModel.class);
    }

    @Test
    void datesAndPrioritiesCount() {
        Ownership ownership = RESOLVER.resolve(new Customer("acme", "DE", "80331", 10), CHANGE);
        assertThat(ownership.territory()).contains("Key");
        assertThat(ownership.lost())
                .hasSize(2)
                .allMatch(lost -> lost.reason().code().equals("territory.rule.lowerPriority"));
        Ownership later = RESOLVER.resolve(new Customer("other", "DE", "80331", 10), CHANGE);
        assertThat(later.owner().orElseThrow().members())
                .extracting(TerritoryMember::rep)
                .containsExactly("bob", "eve");
    }

    @Test
    void scopesAreInheritedAndExceptionsLeaveOut() {
        assertThat(RESOLVER.resolve(new Customer("a", "AT", "80331", 1), BEFORE).territory())
                .isEmpty();
        assertThat(RESOLVER.resolve(new Customer("exempt", "DE", "80331", 1), BEFORE)
                        .territory())
                .contains("DE");
    }

    @Test
    void gapsAndOverlapsAreFoundWithExamples() {
        List<Customer> customers = List.of(
                new Customer("a", "DE", "79000", 1),
                new Customer("b", "DE", "79999", 1),
                new Customer("c", "FR", "75001", 1),
                new Customer("d", "DE", "10115", 1));
        CoverageReport report = RESOLVER.coverage(customers, BEFORE);
        assertThat(report.accounts()).isEqualTo(4);
        assertThat(report.gaps()).isEqualTo(1);
        assertThat(report.gapExamples()).containsExactly("c");
        assertThat(report.overlaps()).containsExactly(new TerritoryOverlap("south", "seventies", 2, List.of("a", "b")));
        assertThat(report.territories())
                .extracting(TerritoryCoverage::territory, TerritoryCoverage::accounts, TerritoryCoverage::reps)
                .contains(tuple("DE-South", 2L, 2), tuple("DE", 1L, 0), tuple("Key", 0L, 0));
        assertThat(report.unstaffed()).extracting(TerritoryCoverage::territory).containsExactly("DE");
        JsonLine.assertRoundTrip(report, CoverageReport.class);
    }

    @Test
    void coverageAddsUpWhatAccountsBring() {
        record Shop(String id, String postcode, double potential, GeoPoint location) {}
        FieldSet<Shop> fields = FieldSet.of(Shop.class)
                .id(Shop::id)
                .text("postcode", Shop::postcode)
                .build();
        TerritoryModel model = TerritoryModel.builder()
                .name("shops")
                .addTerritories(TerritoryNode.builder()
                        .id("South")
                        .addMembers(TerritoryMember.of("ann", "rep"), TerritoryMember.of("bob", "rep"))
                        .build())
                .addRules(rule("south", "South")
                        .when(field("postcode").startsWith("8"))
                        .build())
                .build();
        GeoPoint home = GeoPoint.of(48.1, 11.6);
        GeoPoint away = GeoPoint.of(48.4, 10.9);
        CoverageReport report = TerritoryResolver.compile(model, fields)
                .coverage(
                        List.of(
                                new Shop("a", "80331", 100, home),
                                new Shop("b", "86150", 60, away),
                                new Shop("c", "10115", 40, away)),
                        BEFORE,
                        List.of(
                                CoverageMeasure.of("potential", Shop::potential),
                                CoverageMeasure.travel("km", Shop::location, Map.of("South", home))));
        TerritoryCoverage south = report.territories().get(0);
        assertThat(south.totals()).containsEntry("potential", 160.0).containsEntry("km", home.distanceTo(away));
        assertThat(south.perRep("potential")).hasValue(80);
        assertThat(south.perRep("calls")).isEmpty();
        assertThat(report.uncovered()).containsEntry("potential", 40.0).containsEntry("km", 0.0);
        JsonLine.assertRoundTrip(report, CoverageReport.class);
        assertThatThrownBy(() -> TerritoryResolver.compile(model, fields)
                        .coverage(
                                List.of(new Shop("a", "8", Double.NaN, home)),
                                BEFORE,
                                List.of(CoverageMeasure.of("potential", Shop::potential))))
                .hasMessageContaining("potential of the account a is NaN");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        TerritoryModel model = TerritoryModel.builder()
                .name("wrong")
                .addTerritories(
                        TerritoryNode.builder().id("A").parent("B").build(),
                        TerritoryNode.builder().id("B").parent("A").build(),
                        TerritoryNode.builder().id("C").parent("X").build())
                .addRules(rule("r", "D").when(field("country").is("DE")).build())
                .addRules(rule("r", "A").when(field("country").is("DE")).build())
                .build();
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> TerritoryResolver.compile(model, FIELDS));
        assertThat(e.problems())
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly(
                        "/territories/0/parent territory.circle",
                        "/territories/1/parent territory.circle",
                        "/territories/2/parent territory.unknown",
                        "/rules/0/territory territory.unknown",
                        "/rules/1/id rule.duplicate");
    }

    @Test
    void wrongCriteriaAreAllNamedWhereTheyStand() {
        TerritoryModel model = TerritoryModel.builder()
                .name("wrong")
                .addTerritories(TerritoryNode.builder()
                        .id("A")
                        .scope(field("land").is("DE"))
                        .build())
                .addTerritories(TerritoryNode.builder().id("B").build())
                .addRules(rule("r", "B")
                        .when(field("city").is("Bonn"))
                        .unless(field("size").atLeast(3))
                        .build())
                .build();
        DefinitionException e =
                catchThrowableOfType(DefinitionException.class, () -> TerritoryResolver.compile(model, FIELDS));
        assertThat(e.problems())
                .extracting(p -> p.pointer().replaceFirst("(scope|when|unless).*", "$1"))
                .containsExactly("/territories/0/scope", "/rules/0/when", "/rules/0/unless");
    }

    @Test
    void anEmptyLayerIsNotTakenForTheMainOne() {
        assertThatThrownBy(() ->
                        rule("r", "A").when(field("country").is("DE")).layer("").build())
                .hasMessageContaining("layer of the rule r is empty");
    }

    @Test
    void theFastAnswerIsThatOfTheExplainedOneForManyRules() {
        SplittableRandom random = new SplittableRandom(4);
        TerritoryModel.Builder builder = TerritoryModel.builder().name("many");
        builder.addTerritories(TerritoryNode.builder().id("T0").build());
        for (int t = 1; t < 30; t++) {
            builder.addTerritories(TerritoryNode.builder()
                    .id("T" + t)
                    .parent("T" + random.nextInt(t))
                    .build());
        }
        for (int r = 0; r < 300; r++) {
            int from = random.nextInt(90_000);
            builder.addRules(rule("R" + r, "T" + random.nextInt(30))
                    .when(field("postcode")
                            .between(
                                    String.format(Locale.ROOT, "%05d", from),
                                    String.format(Locale.ROOT, "%05d", from + 5_000)))
                    .priority(random.nextInt(3))
                    .build());
        }
        TerritoryModel model = builder.build();
        TerritoryResolver<Customer> resolver = TerritoryResolver.compile(model, FIELDS);
        List<Customer> customers = new ArrayList<>();
        for (int c = 0; c < 200; c++) {
            customers.add(new Customer("c" + c, "DE", String.format(Locale.ROOT, "%05d", random.nextInt(99_999)), 1));
        }
        var matches = resolver.newMatches();
        List<Ownership> explained = resolver.resolveAll(customers, BEFORE);
        for (int c = 0; c < customers.size(); c++) {
            int winner = resolver.winner(customers.get(c), BEFORE, matches);
            Optional<String> territory = winner < 0
                    ? Optional.empty()
                    : Optional.of(model.rules().get(winner).territory());
            assertThat(explained.get(c).territory()).isEqualTo(territory);
        }
    }
}
