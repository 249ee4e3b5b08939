package io.github.saleskit.core.scoring;

import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LeadScorerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ScoringModel MODEL = ScoringModel.builder()
            .name("inbound")
            .addGroups(
                    RuleGroup.builder()
                            .id("fit")
                            .cap(50)
                            .addRules(
                                    ScoringRule.of(
                                            "target industry", field("industry").in("Software", "Finance"), 30),
                                    ScoringRule.of(
                                            "big company", field("employees").atLeast(200), 25))
                            .build(),
                    RuleGroup.builder()
                            .id("engagement")
                            .floor(-5)
                            .addRules(
                                    ScoringRule.of("fresh", field("createdAt").atLeast(now().minusDays(7)), 10),
                                    ScoringRule.of("student", field("title").is("Student"), -20))
                            .build())
            .addGrades(Grade.of("A", 50), Grade.of("B", 20), Grade.of("C", 0))
            .build();
    private static final LeadScorer<Lead, Void> SCORER = LeadScorer.compile(MODEL, Lead.FIELDS);

    private static Lead lead(String industry, int employees, String title, int daysOld) {
        return Lead.builder()
                .id("L-1")
                .status("new")
                .createdAt(NOW.minusSeconds(daysOld * 86_400L))
                .industry(industry)
                .employees(employees)
                .title(title)
                .build();
    }

    private static Contribution rule(String group, String rule, int points) {
        return Contribution.builder()
                .group(group)
                .rule(rule)
                .points(BigDecimal.valueOf(points))
                .build();
    }

    private static Contribution limit(String group, Limit limit, int points) {
        return Contribution.builder()
                .group(group)
                .limit(limit)
                .points(BigDecimal.valueOf(points))
                .build();
    }

    @Test
    void pointsAddUpWithinTheLimitsOfEachGroup() {
        LeadScore score = SCORER.score(lead("Software", 500, "CTO", 3), NOW);
        assertThat(score.contributions())
                .containsExactly(
                        rule("fit", "target industry", 30),
                        rule("fit", "big company", 25),
                        limit("fit", Limit.CAP, -5),
                        rule("engagement", "fresh", 10));
        assertThat(score.points()).isEqualByComparingTo("60");
        assertThat(score.grade()).contains("A");
        assertThat(score.pointsOf("fit")).isEqualByComparingTo("50");
        assertThat(score.pointsOf("engagement")).isEqualByComparingTo("10");
        GoldenFile.assertReads(LeadScorerTest.class, "lead-score-v1.json", score, LeadScore.class);
    }

    @Test
    void theFloorRaisesWhatIsBelowIt() {
        LeadScore score = SCORER.score(lead("Retail", 3, "Student", 30), NOW);
        assertThat(score.contributions())
                .containsExactly(rule("engagement", "student", -20), limit("engagement", Limit.FLOOR, 15));
        assertThat(score.points()).isEqualByComparingTo("-5");
        assertThat(score.grade()).isEmpty();
    }

    @Test
    void gradesStartAtTheirThreshold() {
        assertThat(SCORER.score(lead("Software", 500, "CTO", 30), NOW).grade()).contains("A");
        assertThat(SCORER.score(lead("Retail", 200, "CTO", 30), NOW).grade()).contains("B");
        assertThat(SCORER.score(lead("Retail", 199, "CTO", 3), NOW).grade()).contains("C");
        assertThat(SCORER.score(lead("Retail", 199, "CTO", 30), NOW).points()).isEqualByComparingTo("0");
    }

    @Test
    void theScoreDependsOnTheInstant() {
        Lead lead = lead("Software", 10, "CTO", 0);
        assertThat(SCORER.points(lead, NOW)).isEqualTo(40);
        assertThat(SCORER.points(lead, NOW.plusSeconds(8 * 86_400))).isEqualTo(30);
    }

    @Test
    void theReasonsSayWhyTheWeightiestFirst() {
        List<Reason> reasons =
                SCORER.score(lead("Software", 500, "CTO", 3), NOW).reasons();
        assertThat(reasons.stream().map(reason -> reason.text(Locale.ENGLISH)))
                .containsExactly(
                        "Grade A with 60 points.",
                        "Rule target industry (fit) gives 30 points.",
                        "Rule big company (fit) gives 25 points.",
                        "Rule fresh (engagement) gives 10 points.",
                        "The cap of fit changes its points by -5.");
        List<Reason> without =
                SCORER.score(lead("Retail", 3, "Student", 30), NOW).reasons();
        assertThat(without.stream().map(reason -> reason.text(Locale.JAPANESE)))
                .containsExactly("-5 点で評価なし。", "ルール「student」(engagement) に該当し -20 点。", "engagement の下限により +15 点を調整。");
    }

    @Test
    void daysAreThoseOfTheZoneAskedFor() {
        ScoringModel today = MODEL.withGrades()
                .withGroups(RuleGroup.of(
                        "g", ScoringRule.of("today", field("createdAt").is(Criterion.today()), 1)));
        LeadScorer<Lead, Void> inUtc = LeadScorer.compile(today, Lead.FIELDS);
        Lead lead = lead("Software", 1, "CTO", 0);
        Instant tomorrowInTokyo = NOW.plusSeconds(4 * 3_600);
        assertThat(inUtc.points(lead, tomorrowInTokyo)).isEqualTo(1);
        assertThat(inUtc.inZone(ZoneId.of("Asia/Tokyo")).points(lead, tomorrowInTokyo))
                .isZero();
    }

    @Test
    void rulesHaveNoParameters() {
        ScoringModel open = MODEL.withGrades()
                .withGroups(RuleGroup.of("g", ScoringRule.of("r", field("title").is(Criterion.parameter("title")), 1)));
        assertThatThrownBy(() -> LeadScorer.compile(open, Lead.FIELDS))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/groups/0/rules/0/when: the criterion has no parameters here");
    }

    @Test
    void leadsMayBeOfAnyType() {
        record Prospect(String industry, int employees) {}
        FieldSet<Prospect> fields = FieldSet.of(Prospect.class)
                .text("industry", Prospect::industry)
                .whole("employees", Prospect::employees)
                .build();
        LeadScorer<Prospect, Void> scorer = LeadScorer.compile(
                MODEL.withGrades().withGroups(List.of(MODEL.groups().get(0))), fields);
        LeadScore score = scorer.score(new Prospect("Finance", 20), NOW);
        assertThat(score.points()).isEqualByComparingTo("30");
        assertThat(score.lead()).isEmpty();
    }

    @Test
    void theFirstVersionOfTheModelStaysReadable() {
        GoldenFile.assertReads(LeadScorerTest.class, "scoring-model-v1.json", MODEL, ScoringModel.class);
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        ScoringModel broken = ScoringModel.builder()
                .name("broken")
                .addGroups(
                        RuleGroup.builder()
                                .id("a")
                                .floor(10)
                                .cap(5)
                                .addRules(
                                        ScoringRule.of("r", field("industri").is("Software"), 1),
                                        ScoringRule.of("r", field("employees").is("many"), 0))
                                .build(),
                        RuleGroup.builder()
                                .id("a")
                                .cap(100_001)
                                .addRules(ScoringRule.of(" ", field("title").present(), Integer.MIN_VALUE))
                                .build())
                .addGrades(Grade.of("A", 3), Grade.of("A", 3))
                .build();
        DefinitionException thrown =
                catchThrowableOfType(DefinitionException.class, () -> LeadScorer.compile(broken, Lead.FIELDS));
        assertThat(thrown.problems())
                .extracting(Problem::pointer, Problem::code)
                .contains(
                        tuple("/groups/0/floor", "scoring.floorAboveCap"),
                        tuple("/groups/0/rules/1/id", "scoring.duplicateId"),
                        tuple("/groups/0/rules/1/points", "scoring.noPoints"),
                        tuple("/groups/1/id", "scoring.duplicateId"),
                        tuple("/groups/1/cap", "scoring.pointsRange"),
                        tuple("/groups/1/rules/0/id", "scoring.idBlank"),
                        tuple("/groups/1/rules/0/points", "scoring.pointsRange"),
                        tuple("/grades/1/name", "scoring.duplicateId"),
                        tuple("/grades/1/from", "scoring.gradeOrder"));
        assertThat(thrown.problems()).anySatisfy(problem -> {
            assertThat(problem.pointer()).startsWith("/groups/0/rules/0/when");
            assertThat(problem.advice()).contains("industry");
        });
        assertThat(thrown.problems())
                .anySatisfy(problem -> assertThat(problem.pointer()).startsWith("/groups/0/rules/1/when"));
    }

    @Test
    void aModelWithoutRulesIsRefused() {
        ScoringModel empty = ScoringModel.builder().name("empty").build();
        assertThatThrownBy(() -> LeadScorer.compile(empty, Lead.FIELDS)).hasMessageContaining("there is no rule");
    }

    @Test
    void aScoreThatDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> LeadScore.builder()
                        .model("m")
                        .at(NOW)
                        .points(BigDecimal.valueOf(3))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to 0");
    }

    @Test
    void soManyGroupsThatPointsCouldOverflowAreReported() {
        RuleGroup first = RuleGroup.of("g", ScoringRule.of("r", field("title").is("CTO"), 1));
        List<RuleGroup> groups = new ArrayList<>(List.of(first));
        for (int i = 0; i < ScoringModel.MOST_RULES; i++) {
            groups.add(RuleGroup.builder()
                    .id("g" + i)
                    .floor(ScoringModel.MOST_POINTS)
                    .build());
        }
        ScoringModel model =
                ScoringModel.builder().name("large").addAllGroups(groups).build();
        DefinitionException thrown =
                catchThrowableOfType(DefinitionException.class, () -> LeadScorer.compile(model, Lead.FIELDS));
        assertThat(thrown.problems()).extracting(Problem::code).containsExactly("scoring.tooManyGroups");
        ScoringModel largest = model.withGroups(groups.subList(0, ScoringModel.MOST_RULES));
        assertThat(LeadScorer.compile(largest, Lead.FIELDS).points(lead("x", 1, "CTO", 0), NOW))
                .isEqualTo((ScoringModel.MOST_RULES - 1) * ScoringModel.MOST_POINTS + 1);
    }
}
