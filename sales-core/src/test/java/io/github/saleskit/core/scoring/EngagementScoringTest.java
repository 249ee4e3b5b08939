package io.github.saleskit.core.scoring;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a sales team expects of engagement, and what trackers of other products complain about. */
class EngagementScoringTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private record Prospect(String id, String industry, double employees) {}

    private record Activity(
            String lead,
            String kind,
            double minutes,
            @Nullable Instant at) {}

    private static final FieldSet<Prospect> PROSPECT = FieldSet.of(Prospect.class)
            .id(Prospect::id)
            .text("industry", Prospect::industry)
            .number("employees", Prospect::employees)
            .build();
    private static final FieldSet<Activity> ACTIVITY = FieldSet.of(Activity.class)
            .text("kind", Activity::kind)
            .number("minutes", Activity::minutes)
            .build();
    private static final Prospect LEAD = new Prospect("L-1", "Software", 240);

    private static Activity daysAgo(String kind, int days) {
        return new Activity("L-1", kind, 10, NOW.minus(Duration.ofDays(days)));
    }

    private static Engagement<Activity> engagement(Activity... activities) {
        return Engagement.of(List.of(activities), Activity::at);
    }

    private static Engagement<Activity> visits(int... daysAgo) {
        List<Activity> visits = new ArrayList<>();
        for (int days : daysAgo) {
            visits.add(daysAgo("visit", days));
        }
        return Engagement.of(visits, Activity::at);
    }

    private static LeadScorer<Prospect, Activity> scorer(ScoringRule... rules) {
        return LeadScorer.compile(
                ScoringModel.builder()
                        .name("m")
                        .addGroups(RuleGroup.of("engagement", rules))
                        .build(),
                PROSPECT,
                ACTIVITY);
    }

    private static ScoringRule visit(int points) {
        return ScoringRule.onEvent("visit", field("kind").is("visit"), points);
    }

    private static void assertPoints(ScoringRule rule, Engagement<Activity> engagement, String points) {
        assertThat(scorer(rule).score(LEAD, engagement, NOW).points()).isEqualTo(new BigDecimal(points));
    }

    // Mautic 929: points are given again and again for the same thing.
    @Test
    void repeatedEventsCountOnceOrLessAndLess() {
        assertPoints(visit(10), visits(1, 2, 3), "30");
        assertPoints(visit(10).withRepeats(Repeats.once()), visits(1, 2, 3), "10");
        assertPoints(visit(10).withRepeats(Repeats.atMost(2)), visits(1, 2, 3), "20");
        assertPoints(visit(10).withRepeats(Repeats.diminishing("0.5")), visits(1, 2, 3), "17.5");
        assertPoints(visit(10).withRepeats(Repeats.diminishing("0.5").andAtMost(2)), visits(1, 2, 3), "15");
        assertPoints(visit(10).withRepeats(Repeats.diminishing("0")), visits(1, 2, 3), "10");
    }

    // Mautic 1465 and 581: points cannot be grouped and have no limit.
    @Test
    void groupsAndRulesHaveLimits() {
        LeadScorer<Prospect, Activity> scorer = LeadScorer.compile(
                ScoringModel.builder()
                        .name("m")
                        .addGroups(RuleGroup.of(
                                        "web",
                                        visit(10).withCap(25),
                                        ScoringRule.onEvent(
                                                "download", field("kind").is("download"), 20))
                                .withCap(40))
                        .build(),
                PROSPECT,
                ACTIVITY);
        LeadScore score = scorer.score(
                LEAD,
                engagement(daysAgo("visit", 1), daysAgo("visit", 2), daysAgo("visit", 3), daysAgo("download", 1)),
                NOW);
        assertThat(score.points()).isEqualTo(new BigDecimal("40"));
        assertThat(score.contributions())
                .extracting(
                        each -> each.rule().orElse("-"),
                        each -> each.limit().map(Limit::name).orElse("-"),
                        each -> each.points().intValueExact())
                .containsExactly(
                        tuple("visit", "-", 30),
                        tuple("visit", "CAP", -5),
                        tuple("download", "-", 20),
                        tuple("-", "CAP", -5));
    }

    // HubSpot's legacy points never expired.
    @Test
    void eventsExpireByEachKindOfDecay() {
        assertPoints(visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))), visits(0), "8");
        assertPoints(visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))), visits(30), "4");
        assertPoints(visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))), visits(90), "1");
        assertPoints(visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))), visits(45), "2.828"); // 8 / 2^1.5
        assertPoints(visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))), visits(900), "0");
        assertPoints(visit(9).withDecay(Decay.linear(Duration.ofDays(90))), visits(30), "6");
        assertPoints(visit(9).withDecay(Decay.linear(Duration.ofDays(90))), visits(90), "0");
        assertPoints(visit(9).withDecay(Decay.window(Duration.ofDays(14))), visits(13), "9");
        assertPoints(visit(9).withDecay(Decay.window(Duration.ofDays(14))), visits(14), "0");
        Decay steps = Decay.steps(
                Decay.DecayStep.of(Duration.ofDays(7), "0.5"), Decay.DecayStep.of(Duration.ofDays(30), "0"));
        assertPoints(visit(9).withDecay(steps), visits(6), "9");
        assertPoints(visit(9).withDecay(steps), visits(7), "4.5");
        assertPoints(visit(9).withDecay(steps), visits(30), "0");
    }

    @Test
    void eventsMayGivePointsByAFieldOfTheirOwn() {
        ScoringRule rule =
                ScoringRule.onEvent("webinar", field("kind").is("webinar"), Points.perUnit("minutes", "0.25"));
        assertPoints(rule, engagement(daysAgo("webinar", 1), daysAgo("webinar", 2)), "5");
    }

    @Test
    void negativeRulesMirrorPositiveOnes() {
        ScoringRule rule = ScoringRule.onEvent("unsubscribed", field("kind").is("unsubscribe"), -7)
                .withDecay(Decay.halfLife(Duration.ofDays(11)))
                .withFloor(-9);
        ScoringRule mirror = ScoringRule.onEvent("unsubscribed", field("kind").is("unsubscribe"), 7)
                .withDecay(Decay.halfLife(Duration.ofDays(11)))
                .withCap(9);
        Engagement<Activity> engagement = engagement(daysAgo("unsubscribe", 3), daysAgo("unsubscribe", 5));
        assertThat(scorer(rule).score(LEAD, engagement, NOW).points())
                .isEqualTo(scorer(mirror).score(LEAD, engagement, NOW).points().negate())
                .isEqualTo(new BigDecimal("-9"));
    }

    @Test
    void whatIsInTheFutureOrUndatedDoesNotCountAndIsNamed() {
        Engagement<Activity> engagement = engagement(
                daysAgo("visit", -1),
                daysAgo("visit", 0),
                daysAgo("visit", -400_000),
                new Activity("L-1", "visit", 1, null));
        LeadScore score = scorer(visit(10)).score(LEAD, engagement, NOW);
        assertThat(score.points()).isEqualTo(new BigDecimal("10"));
        assertThat(score.reasons().stream().map(reason -> reason.text(Locale.ENGLISH)))
                .containsExactly(
                        "No grade with 10 points.",
                        "Rule visit (engagement) gives 10 points; events counted: 1, the newest of "
                                + "2026-03-01T12:00:00Z.",
                        "Events after the moment of scoring, not counted: 2.",
                        "Events without a date, not counted: 1.");
        JsonLine.assertRoundTrip(score, LeadScore.class);
    }

    @Test
    void infiniteAndMissingValuesGiveNoPoints() {
        LeadScorer<Prospect, Activity> scorer = scorer(
                ScoringRule.byField("size", Points.byRange("employees", PointRange.from(0, 5))),
                ScoringRule.byField("more", Points.perUnit("employees", "0.01")));
        LeadScore missing = scorer.score(new Prospect("L", "x", Double.NaN), NOW);
        assertThat(missing.points()).isEqualTo(BigDecimal.ZERO);
        assertThat(missing.ignored()).isEmpty();
        for (double value : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            LeadScore infinite = scorer.score(new Prospect("L", "x", value), NOW);
            assertThat(infinite.points()).isEqualTo(BigDecimal.ZERO);
            assertThat(infinite.ignored())
                    .extracting(IgnoredInput::cause, each -> each.rule().orElse(""))
                    .containsExactly(
                            tuple(IgnoredInput.Cause.NOT_FINITE, "size"), tuple(IgnoredInput.Cause.NOT_FINITE, "more"));
        }
        assertThat(scorer.points(new Prospect("L", "x", -0.0), NOW)).isEqualTo(5);
        assertThat(scorer.points(new Prospect("L", "x", 1e300), NOW)).isEqualTo(100_005);
    }

    @Test
    void aGridGradesByFitAndEngagement() {
        ScoringModel model = ScoringModel.builder()
                .name("grid")
                .addGroups(
                        RuleGroup.of(
                                "fit",
                                ScoringRule.of("industry", field("industry").is("Software"), 40)),
                        RuleGroup.of("engagement", visit(10).withRepeats(Repeats.atMost(3))))
                .grid(GradeGrid.of(
                        GradeAxis.of("fit", Grade.of("A", 30), Grade.of("B", 0)),
                        GradeAxis.of("engagement", Grade.of("1", 30), Grade.of("2", 10))))
                .build();
        LeadScorer<Prospect, Activity> scorer = LeadScorer.compile(model, PROSPECT, ACTIVITY);
        LeadScore best = scorer.score(LEAD, visits(1, 2, 3), NOW);
        assertThat(best.grade()).contains("A1");
        assertThat(best.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("Grade A1 with 70 points: A for 40, 1 for 30.");
        assertThat(scorer.score(new Prospect("L", "x", 1), visits(1), NOW).grade())
                .contains("B2");
        assertThat(scorer.score(LEAD, NOW).grade()).isEmpty();
        assertThat(model.gradeNames()).containsExactly("A1", "A2", "B1", "B2");
        ScoringModel named = model.withGrid(
                model.grid().orElseThrow().withLabels(List.of(List.of("hot", "warm"), List.of("warm", "cold"))));
        assertThat(LeadScorer.compile(named, PROSPECT, ACTIVITY)
                        .score(LEAD, visits(1), NOW)
                        .grade())
                .contains("warm");
        assertThat(named.gradeNames()).containsExactly("hot", "warm", "cold");
        JsonLine.assertRoundTrip(best, LeadScore.class);
        JsonLine.assertRoundTrip(named, ScoringModel.class);
    }

    @Test
    void whatChangedSinceIsToldRuleByRule() {
        LeadScorer<Prospect, Activity> scorer = scorer(
                visit(8).withDecay(Decay.halfLife(Duration.ofDays(30))),
                ScoringRule.onEvent("download", field("kind").is("download"), 20)
                        .withDecay(Decay.window(Duration.ofDays(20))),
                ScoringRule.of("software", field("industry").is("Software"), 15));
        Engagement<Activity> engagement =
                engagement(daysAgo("visit", 60), daysAgo("download", 35), daysAgo("visit", 10));
        Prospect then = new Prospect("L-1", "Retail", 240);
        ScoreChange change = scorer.changes(then, LEAD, engagement, NOW.minus(Duration.ofDays(30)), NOW);
        assertThat(change.before()).isEqualTo(new BigDecimal("24"));
        assertThat(change.changes())
                .extracting(each -> each.rule().orElse("-"), RuleChange::cause, RuleChange::points)
                .containsExactly(
                        tuple("visit", ChangeCause.NEW_EVENTS, new BigDecimal("6.35")),
                        tuple("visit", ChangeCause.DECAYED, new BigDecimal("-2")),
                        tuple("download", ChangeCause.EXPIRED, new BigDecimal("-20")),
                        tuple("software", ChangeCause.MATCHED, new BigDecimal("15")));
        assertThat(change.reasons().stream().map(reason -> reason.text(Locale.ENGLISH)))
                .startsWith(
                        "From 24 to 23.35 points; grade -, now -.",
                        "Events of rule download (engagement) expired: -20 points.");
        GoldenFile.assertReads(EngagementScoringTest.class, "score-change-v1.json", change, ScoreChange.class);
        assertThatThrownBy(() -> scorer.changes(LEAD, engagement, NOW.plusSeconds(1), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("since is 2026-03-01T12:00:01Z");
    }

    @Test
    void modelsAreComparedOnTheSameLeads() {
        ScoringModel first = ScoringModel.builder()
                .name("2025")
                .addGroups(RuleGroup.of(
                        "g", ScoringRule.of("software", field("industry").is("Software"), 30)))
                .addGrades(Grade.of("A", 30), Grade.of("B", 0))
                .build();
        ScoringModel second = first.withName("2026").withGroups(RuleGroup.of("g", visit(10)));
        LeadScorer<Prospect, Activity> old = LeadScorer.compile(first, PROSPECT, ACTIVITY);
        LeadScorer<Prospect, Activity> newer = LeadScorer.compile(second, PROSPECT, ACTIVITY);
        List<Prospect> leads = List.of(LEAD, new Prospect("L-2", "Retail", 1), new Prospect("L-3", "Software", 1));
        Map<String, Engagement<Activity>> byLead = Engagement.byLead(
                List.of(
                        daysAgo("visit", 1),
                        new Activity("L-2", "visit", 1, NOW),
                        new Activity("L-2", "visit", 1, NOW),
                        new Activity("L-2", "visit", 1, NOW)),
                Activity::lead,
                Activity::at);
        ModelComparison comparison =
                old.compareWith(newer, leads, lead -> byLead.getOrDefault(lead.id(), Engagement.none()), NOW);
        assertThat(comparison.movements())
                .containsExactly(
                        new GradeMovement(Optional.of("A"), Optional.of("B"), 2),
                        new GradeMovement(Optional.of("B"), Optional.of("A"), 1));
        assertThat(comparison.regraded()).isEqualTo(3);
        assertThat(comparison.firstPoints().orElseThrow().median()).isEqualTo(new BigDecimal("30"));
        assertThat(comparison.firstPoints().orElseThrow().mean()).isEqualTo(new BigDecimal("20"));
        assertThat(comparison.secondPoints().orElseThrow().mean()).isEqualTo(new BigDecimal("13.333"));
        assertThat(comparison.largest()).extracting(LeadMovement::lead).containsExactly("L-2", "L-3", "L-1");
        GoldenFile.assertReads(
                EngagementScoringTest.class, "model-comparison-v1.json", comparison, ModelComparison.class);
        ModelComparison failing = old.compareWith(
                newer,
                leads,
                lead -> {
                    throw new IllegalStateException("no connection");
                },
                NOW);
        assertThat(failing.failed()).isEqualTo(3);
        assertThat(failing.failures()).contains("L-1: no connection");
        assertThat(failing.reasons()).extracting(Reason::code).containsExactly("core.scoring.compared");
    }

    @Test
    void everyPartOfAModelRoundTrips() {
        ScoringModel model = ScoringModel.builder()
                .name("all")
                .addGroups(
                        RuleGroup.of(
                                "fit",
                                ScoringRule.byField(
                                        "size",
                                        Points.byRange(
                                                "employees",
                                                PointRange.below(50, -5),
                                                PointRange.between(50, 200, 5),
                                                PointRange.from(200, 15))),
                                ScoringRule.of(
                                                "per head",
                                                field("industry").is("Software"),
                                                Points.perUnit("employees", "0.05"))
                                        .withFloor(1)
                                        .withCap(20)),
                        RuleGroup.of(
                                "engagement",
                                ScoringRule.onEvent("visit", field("kind").is("visit"), Points.fixed("2.5"))
                                        .withRepeats(Repeats.diminishing("0.5").andAtMost(4))
                                        .withDecay(Decay.halfLife(Duration.ofDays(30))),
                                ScoringRule.onEvent("download", field("kind").is("download"), 5)
                                        .withDecay(Decay.linear(Duration.ofDays(90))),
                                ScoringRule.onEvent("demo", field("kind").is("demo"), 20)
                                        .withDecay(Decay.window(Duration.ofHours(36))),
                                ScoringRule.onEvent("call", field("kind").is("call"), 5)
                                        .withDecay(Decay.steps(
                                                Decay.DecayStep.of(Duration.ofDays(7), "0.5"),
                                                Decay.DecayStep.of(Duration.ofDays(30), "0")))))
                .grid(GradeGrid.of(
                        GradeAxis.of("fit", Grade.of("A", 10), Grade.of("B", -5)),
                        GradeAxis.of("engagement", Grade.of("1", 20), Grade.of("2", 0))))
                .build();
        GoldenFile.assertReads(EngagementScoringTest.class, "engagement-model-v1.json", model, ScoringModel.class);
        assertThat(LeadScorer.compile(model, PROSPECT, ACTIVITY).points(LEAD, visits(0, 30), NOW))
                .isEqualTo(15 + 12 + 2.5 + 0.625);
    }

    @Test
    void tenThousandEventsAreNoBurden() {
        int[] days = new int[10_000];
        for (int i = 0; i < days.length; i++) {
            days[i] = i % 400;
        }
        assertPoints(visit(10).withRepeats(Repeats.diminishing("0.9")).withCap(50), visits(days), "50");
        assertPoints(visit(10).withDecay(Decay.window(Duration.ofDays(1))), visits(days), "250");
    }

    @Test
    void engagementGrowsAndKeepsItsOrder() {
        Engagement<Activity> engagement = visits(3, 1).plus(daysAgo("visit", 2), NOW.minus(Duration.ofDays(2)));
        assertThat(engagement.events())
                .extracting(Activity::at)
                .containsExactly(
                        NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)));
        Activity ancient = new Activity("L-1", "visit", 1, Instant.MIN);
        assertPoints(visit(10), engagement(ancient), "10");
        assertPoints(visit(10).withDecay(Decay.halfLife(Duration.ofDays(1))), engagement(ancient), "0");
        assertThat(scorer(visit(10)).points(LEAD, engagement(new Activity("L-1", "visit", 1, Instant.MAX)), NOW))
                .isZero();
    }
}
