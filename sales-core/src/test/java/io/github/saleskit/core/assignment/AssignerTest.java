package io.github.saleskit.core.assignment;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Explanation;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.team.SalesRep;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SalesRep ANN = rep("ann", 2, 2, "ja", "en");
    private static final SalesRep BOB = rep("bob", 1, 100, "en");
    private static final SalesRep CEM = rep("cem", 1, 100, "en", "de");
    private static final List<SalesRep> REPS = List.of(ANN, BOB, CEM);
    private static final AssignmentPolicy POLICY = AssignmentPolicy.builder()
            .name("inbound")
            .weightField("weight")
            .capacityField("capacity")
            .addPools(
                    AssignmentPool.builder()
                            .id("japan")
                            .leads(field("country").is("JP"))
                            .eligible(field("rep.languages").containsAny("ja"))
                            .fallback("world")
                            .build(),
                    AssignmentPool.builder()
                            .id("world")
                            .eligible(field("lead.owner")
                                    .absent()
                                    .or(field("lead.owner").is(field("rep.id"))))
                            .build())
            .build();
    private static final Assigner<Lead, SalesRep> ASSIGNER = Assigner.compile(POLICY, Lead.FIELDS, SalesRep.FIELDS);

    private static SalesRep rep(String id, int weight, int capacity, String... languages) {
        return SalesRep.builder()
                .id(id)
                .name(id)
                .weight(weight)
                .capacity(capacity)
                .addLanguages(languages)
                .build();
    }

    private static Lead lead(String id, String country) {
        return Lead.builder()
                .id(id)
                .status("new")
                .createdAt(NOW)
                .country(country)
                .build();
    }

    private static List<String> texts(Assignment assignment) {
        return assignment.passedOver().stream()
                .map(passed -> passed.reason().text(Locale.ENGLISH))
                .toList();
    }

    @Test
    void theRepWhoseTurnItIsGetsTheLeadAndEverybodyElseAReason() {
        Assignment assignment = ASSIGNER.assign(AssignmentState.start(), lead("L-1", "DE"), REPS, NOW);
        assertThat(assignment.lead()).isEqualTo("L-1");
        assertThat(assignment.assignee()).contains("ann");
        assertThat(assignment.pool()).contains("world");
        assertThat(assignment.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("ann gets the lead: it is their turn in pool world.");
        assertThat(texts(assignment))
                .containsExactly(
                        "In pool world the turn of ann comes before that of bob, who has 0.25 of a turn to "
                                + "their credit.",
                        "In pool world the turn of ann comes before that of cem, who has 0.25 of a turn to "
                                + "their credit.");
        assertThat(assignment.nextState().openOf("ann")).isEqualTo(1);
        GoldenFile.assertReads(AssignerTest.class, "assignment-v1.json", assignment, Assignment.class);
        GoldenFile.assertReads(
                AssignerTest.class, "assignment-state-v1.json", assignment.nextState(), AssignmentState.class);
    }

    @Test
    void theFirstPoolThatTakesTheLeadGivesIt() {
        Assignment assignment = ASSIGNER.assign(AssignmentState.start(), lead("L-1", "JP"), REPS, NOW);
        assertThat(assignment.assignee()).contains("ann");
        assertThat(assignment.pool()).contains("japan");
        assertThat(texts(assignment))
                .containsExactly(
                        "bob does not meet the conditions of pool japan.",
                        "cem does not meet the conditions of pool japan.");
        assertThat(assignment.nextState().rotations()).containsOnlyKeys("japan");
    }

    @Test
    void whoIsFullIsPassedOverAndTheFallbackIsAsked() {
        AssignmentState full = AssignmentState.start().withUnits("ann", 2);
        Assignment assignment = ASSIGNER.assign(full, lead("L-1", "JP"), REPS, NOW);
        assertThat(assignment.assignee()).contains("bob");
        assertThat(assignment.pool()).contains("world");
        assertThat(assignment.passedOver())
                .extracting(
                        PassedOver::rep,
                        PassedOver::pool,
                        passed -> passed.reason().code())
                .containsExactly(
                        tuple("ann", "japan", "core.assignment.full"),
                        tuple("cem", "japan", "core.assignment.notEligible"),
                        tuple("ann", "world", "core.assignment.full"),
                        tuple("cem", "world", "core.assignment.notTheirTurn"));
        assertThat(assignment.reasons().get(0).fullText(Locale.JAPANESE))
                .isEqualTo("bob に割り当て: プール world で順番が回ってきたため。\n  プール japan で担当できる人がいない。");
    }

    @Test
    void aClosedLeadMakesRoom() {
        AssignmentState state = AssignmentState.start();
        for (int n = 0; n < 2; n++) {
            state = ASSIGNER.assign(state, lead("L" + n, "JP"), REPS, NOW).nextState();
        }
        assertThat(ASSIGNER.assign(state, lead("L", "JP"), REPS, NOW).pool()).contains("world");
        assertThat(ASSIGNER.assign(state.released("ann"), lead("L", "JP"), REPS, NOW)
                        .pool())
                .contains("japan");
        AssignmentState released = state.released("ann").released("ann");
        assertThat(released.open()).isEmpty();
        assertThatThrownBy(() -> released.released("ann"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no open lead");
    }

    @Test
    void nobodyIsAnAnswer() {
        AssignmentState state = AssignmentState.start();
        Assignment assignment = ASSIGNER.assign(state, lead("L-1", "JP"), List.of(), NOW);
        assertThat(assignment.assignee()).isEmpty();
        assertThat(assignment.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(assignment.nextState().waiting())
                .containsExactly(new WaitingLead("L-1", Optional.of("japan"), 0, NOW));
        assertThat(assignment.reasons().get(0).fullText(Locale.ENGLISH))
                .isEqualTo("Nobody gets the lead.\n  Nobody may take the lead in pool japan.\n"
                        + "  Nobody may take the lead in pool world.");
        Assignment owned = ASSIGNER.assign(state, lead("L-2", "DE").withOwner("zoe"), REPS, NOW);
        assertThat(owned.assignee()).isEmpty();
        assertThat(owned.passedOver()).hasSize(3);
    }

    @Test
    void aLeadThatNoPoolTakesIsLeftOver() {
        AssignmentPolicy onlyJapan =
                POLICY.withPools(List.of(POLICY.pools().get(0).withFallback(Optional.empty())));
        Assignment assignment = Assigner.compile(onlyJapan, Lead.FIELDS, SalesRep.FIELDS)
                .assign(AssignmentState.start(), lead("L", "DE"), REPS, NOW);
        assertThat(assignment.assignee()).isEmpty();
        assertThat(assignment.passedOver()).isEmpty();
        assertThat(assignment.reasons().get(0).details())
                .extracting(Reason::code)
                .containsExactly("core.assignment.noPool");
    }

    @Test
    void conditionsSpeakOfLeadAndRepTogether() {
        Assignment assignment =
                ASSIGNER.assign(AssignmentState.start(), lead("L", "DE").withOwner("cem"), REPS, NOW);
        assertThat(assignment.assignee()).contains("cem");
    }

    @Test
    void conditionsAreExplainedOneByOneForTheAsking() {
        assertThat(ASSIGNER.explain("japan", lead("L", "JP"), ANN, NOW).matched())
                .isTrue();
        Explanation explanation = ASSIGNER.explain("japan", lead("L", "JP"), BOB, NOW);
        assertThat(explanation.matched()).isFalse();
        assertThat(explanation.reasons().get(0).fullText(Locale.ENGLISH)).contains("rep.languages");
        assertThatThrownBy(() -> ASSIGNER.explain("japn", lead("L", "JP"), BOB, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe \"japan\"");
    }

    @Test
    void daysAreThoseOfTheZoneAskedFor() {
        AssignmentPolicy today = POLICY.withPools(AssignmentPool.builder()
                .id("today")
                .leads(field("createdAt").is(Criterion.today()))
                .build());
        Assigner<Lead, SalesRep> inUtc = Assigner.compile(today, Lead.FIELDS, SalesRep.FIELDS);
        Lead early = lead("L", "DE");
        Instant tomorrowInTokyo = NOW.plusSeconds(4 * 3_600);
        AssignmentState state = AssignmentState.start();
        assertThat(inUtc.assign(state, early, REPS, tomorrowInTokyo).assignee()).isPresent();
        assertThat(inUtc.inZone(ZoneId.of("Asia/Tokyo"))
                        .assign(state, early, REPS, tomorrowInTokyo)
                        .assignee())
                .isEmpty();
    }

    @Test
    void aWeightOutOfRangeIsAReasonNotAFailure() {
        record Rep(String id, long weight) {}
        FieldSet<Rep> fields =
                FieldSet.of(Rep.class).id(Rep::id).whole("weight", Rep::weight).build();
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("p")
                .weightField("weight")
                .addPools(AssignmentPool.builder().id("all").build())
                .build();
        Assignment assignment = Assigner.compile(policy, Lead.FIELDS, fields)
                .assign(
                        AssignmentState.start(),
                        lead("L", "DE"),
                        List.of(
                                new Rep("a", 0),
                                new Rep("b", 5_000_000_000L),
                                new Rep("c", Long.MIN_VALUE),
                                new Rep("d", 3)),
                        NOW);
        assertThat(assignment.assignee()).contains("d");
        assertThat(assignment.passedOver())
                .extracting(passed -> passed.reason().code())
                .containsOnly("core.assignment.weightUnusable");
    }

    @Test
    void theFirstVersionOfThePolicyStaysReadable() {
        GoldenFile.assertReads(AssignerTest.class, "assignment-policy-v1.json", POLICY, AssignmentPolicy.class);
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        AssignmentPolicy broken = AssignmentPolicy.builder()
                .name("broken")
                .weightField("wieght")
                .capacityField("name")
                .addPools(
                        AssignmentPool.builder()
                                .id("a")
                                .leads(field("contry").is("JP"))
                                .fallback("b")
                                .build(),
                        AssignmentPool.builder()
                                .id("b")
                                .eligible(field("rep.langauges").containsAny("ja"))
                                .fallback("c")
                                .build(),
                        AssignmentPool.builder().id("c").fallback("b").build(),
                        AssignmentPool.builder().id("a").fallback("nowhere").build(),
                        AssignmentPool.builder()
                                .id(" ")
                                .eligible(field("rep.weight").is(Criterion.parameter("w")))
                                .build())
                .build();
        DefinitionException thrown = catchThrowableOfType(
                DefinitionException.class, () -> Assigner.compile(broken, Lead.FIELDS, SalesRep.FIELDS));
        assertThat(thrown.problems())
                .extracting(Problem::pointer, Problem::code)
                .contains(
                        tuple("/weightField", "field.unknown"),
                        tuple("/capacityField", "field.kind"),
                        tuple("/pools/3/id", "assignment.duplicatePool"),
                        tuple("/pools/4/id", "assignment.idBlank"),
                        tuple("/pools/1/fallback", "assignment.fallbackCycle"),
                        tuple("/pools/3/fallback", "assignment.poolUnknown"),
                        tuple("/pools/4/eligible", "parameter.missing"),
                        tuple("/pools/4", "assignment.poolUnreachable"));
        assertThat(thrown.problems().stream().filter(problem -> problem.code().equals("assignment.fallbackCycle")))
                .hasSize(1);
        assertThat(thrown.problems()).anySatisfy(problem -> {
            assertThat(problem.pointer()).startsWith("/pools/0/leads");
            assertThat(problem.advice()).contains("country");
        });
        assertThat(thrown.problems()).anySatisfy(problem -> {
            assertThat(problem.pointer()).startsWith("/pools/1/eligible");
            assertThat(problem.advice()).contains("rep.languages");
        });
        assertThat(thrown.problems().get(0).toString()).isNotEmpty();
        assertThatThrownBy(() ->
                        Assigner.compile(AssignmentPolicy.builder().name("p").build(), Lead.FIELDS, SalesRep.FIELDS))
                .hasMessageContaining("there is no pool");
    }

    @Test
    void callersMistakesAreNamed() {
        assertThatThrownBy(() -> ASSIGNER.assign(AssignmentState.start(), lead("L", "DE"), List.of(ANN, ANN), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"ann\" twice");
        FieldSet<Lead> withoutId =
                FieldSet.of(Lead.class).text("country", lead -> null).build();
        assertThatThrownBy(() -> Assigner.compile(POLICY, withoutId, SalesRep.FIELDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leads has no id");
        assertThatThrownBy(() -> new AssignmentState(
                        1, Map.of(), Map.of("ann", 0), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("open of ann is 0");
    }
}
