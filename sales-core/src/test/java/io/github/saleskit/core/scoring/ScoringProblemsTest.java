package io.github.saleskit.core.scoring;

import static io.github.saleskit.core.criteria.Criterion.field;
import static io.github.saleskit.core.criteria.Criterion.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that cannot be meant as they are written. */
class ScoringProblemsTest {

    private record Row(String name, long number, double size, boolean flag) {}

    private static final FieldSet<Row> FIELDS = FieldSet.of(Row.class)
            .text("name", Row::name)
            .whole("number", Row::number)
            .number("size", Row::size)
            .flag("flag", Row::flag)
            .build();

    private static ScoringModel model(ScoringRule... rules) {
        return ScoringModel.builder()
                .name("m")
                .addGroups(RuleGroup.of("g", rules))
                .build();
    }

    private static List<Problem> problems(ScoringModel model) {
        return catchThrowableOfType(DefinitionException.class, () -> LeadScorer.compile(model, FIELDS, FIELDS))
                .problems();
    }

    private static void assertProblems(ScoringModel model, Tuple... expected) {
        assertThat(problems(model)).extracting(Problem::pointer, Problem::code).containsExactly(expected);
    }

    private static ScoringRule named(int points) {
        return ScoringRule.of("r", field("name").is("x"), points);
    }

    @Test
    void overlappingAndEmptyRanges() {
        assertProblems(
                model(ScoringRule.byField(
                        "r",
                        Points.byRange(
                                "number",
                                PointRange.from(100, 3),
                                PointRange.between(0, 101, 1),
                                PointRange.between(5, 5, 1),
                                PointRange.between(9, 2, 1)))),
                tuple("/groups/0/rules/0/points/ranges/2", "scoring.emptyRange"),
                tuple("/groups/0/rules/0/points/ranges/3", "scoring.emptyRange"),
                tuple("/groups/0/rules/0/points/ranges/0", "scoring.overlap"));
        assertProblems(
                model(ScoringRule.byField("r", Points.byRange("number"))),
                tuple("/groups/0/rules/0/points/ranges", "scoring.noRanges"));
    }

    @Test
    void pointsBeyondTheirLimits() {
        assertProblems(
                model(
                        ScoringRule.of("a", field("name").is("a"), Points.fixed("0.0001")),
                        ScoringRule.of("b", field("name").is("b"), Points.fixed("1e9999999")),
                        ScoringRule.byField("c", Points.perUnit("number", "0")),
                        ScoringRule.byField("d", Points.perUnit("number", "1e-10")),
                        ScoringRule.byField("e", Points.perUnit("name", "1")),
                        ScoringRule.byField("f", Points.perUnit("nubmer", "1"))),
                tuple("/groups/0/rules/0/points", "scoring.pointsPlaces"),
                tuple("/groups/0/rules/1/points", "scoring.pointsRange"),
                tuple("/groups/0/rules/2/points/perUnit", "scoring.noPoints"),
                tuple("/groups/0/rules/3/points/perUnit", "scoring.perUnitRange"),
                tuple("/groups/0/rules/4/points/field", "scoring.fieldNotNumeric"),
                tuple("/groups/0/rules/5/points/field", "field.unknown"));
    }

    @Test
    void contradictoryLimits() {
        ScoringModel model = ScoringModel.builder()
                .name("m")
                .addGroups(
                        RuleGroup.of("a", named(30).withCap(20)).withCap(50),
                        RuleGroup.of("b", named(-30).withId("s").withFloor(-20)),
                        RuleGroup.of("c", named(30).withId("t").withFloor(60)).withCap(50),
                        RuleGroup.of("d", named(30).withId("u").withFloor(60).withCap(59)),
                        RuleGroup.of("e", named(30).withId("v")).withFloor(10).withCap(10),
                        RuleGroup.of(
                                "f",
                                ScoringRule.onEvent("w", field("name").is("x"), 5)
                                        .withCap(0)))
                .build();
        assertProblems(
                model,
                tuple("/groups/0/rules/0/cap", "scoring.capBelowPoints"),
                tuple("/groups/1/rules/0/floor", "scoring.floorAbovePoints"),
                tuple("/groups/2/rules/0/floor", "scoring.floorAboveGroupCap"),
                tuple("/groups/3/rules/0/floor", "scoring.floorAboveCap"),
                tuple("/groups/4/cap", "scoring.groupFixed"),
                tuple("/groups/5/rules/0/cap", "scoring.capBelowPoints"));
    }

    @Test
    void gradesNobodyCanEarn() {
        ScoringModel model =
                model(named(30), ScoringRule.of("s", field("number").is(1), -10));
        assertProblems(
                model.withGrades(Grade.of("A", 31), Grade.of("B", 30), Grade.of("C", -10), Grade.of("D", -11)),
                tuple("/grades/0/from", "scoring.gradeUnreachable"),
                tuple("/grades/3/from", "scoring.gradeUnreachable"));
        ScoringRule visits =
                ScoringRule.onEvent("v", field("name").is("x"), 10).withRepeats(Repeats.diminishing("0.5"));
        assertProblems(
                model(visits).withGrades(Grade.of("A", 21), Grade.of("B", 20), Grade.of("C", 0)),
                tuple("/grades/0/from", "scoring.gradeUnreachable"));
    }

    @Test
    void gradesThatFractionsOfPointsJustReach() {
        // as doubles 0.7, 0.2 and 0.1 add up to less than 1
        ScoringModel model = model(
                        ScoringRule.of("r", field("name").is("x"), Points.fixed("0.7")),
                        ScoringRule.of("s", field("number").is(1), Points.fixed("0.2")),
                        ScoringRule.of("t", field("flag").is(true), Points.fixed("0.1")))
                .withGrades(Grade.of("A", 1));
        assertThat(LeadScorer.compile(model, FIELDS)
                        .score(new Row("x", 1, 0, true), Instant.EPOCH)
                        .grade())
                .contains("A");
    }

    @Test
    void gridsThatDoNotFit() {
        ScoringModel model = model(named(30))
                .withGrades(Grade.of("A", 30))
                .withGrid(GradeGrid.of(
                                new GradeAxis(List.of("gg", "g", "g"), List.of(Grade.of("A", 31), Grade.of("A", 0))),
                                new GradeAxis(List.of(), List.of()))
                        .withLabels(List.of(List.of(" "))));
        assertProblems(
                model,
                tuple("/grid", "scoring.gradesAndGrid"),
                tuple("/grid/rows/groups/0", "scoring.unknownGroup"),
                tuple("/grid/rows/groups/2", "scoring.duplicateId"),
                tuple("/grid/rows/bands/0/from", "scoring.gradeUnreachable"),
                tuple("/grid/rows/bands/1/name", "scoring.duplicateId"),
                tuple("/grid/columns/groups", "scoring.noGroups"),
                tuple("/grid/columns/bands", "scoring.noBands"),
                tuple("/grid/labels", "scoring.labelCount"),
                tuple("/grid/labels/0", "scoring.labelCount"),
                tuple("/grid/labels/0/0", "scoring.idBlank"));
    }

    @Test
    void decayAndRepeatsOutOfRange() {
        ScoringRule rule = ScoringRule.onEvent("a", field("name").is("x"), 5);
        assertProblems(
                model(
                        rule.withDecay(Decay.halfLife(Duration.ZERO)).withRepeats(Repeats.diminishing("1.5")),
                        rule.withId("b")
                                .withDecay(Decay.linear(Duration.ofDays(-1)))
                                .withRepeats(Repeats.atMost(0)),
                        rule.withId("c").withDecay(Decay.window(Duration.ofDays(40_000))),
                        rule.withId("d").withDecay(Decay.steps()),
                        rule.withId("e")
                                .withDecay(Decay.steps(
                                        Decay.DecayStep.of(Duration.ofDays(2), "0.5"),
                                        Decay.DecayStep.of(Duration.ofDays(1), "0.6")))),
                tuple("/groups/0/rules/0/repeats/factor", "scoring.factorRange"),
                tuple("/groups/0/rules/0/decay/halfLife", "scoring.durationRange"),
                tuple("/groups/0/rules/1/repeats/atMost", "scoring.atMostRange"),
                tuple("/groups/0/rules/1/decay/until", "scoring.durationRange"),
                tuple("/groups/0/rules/2/decay/length", "scoring.durationRange"),
                tuple("/groups/0/rules/3/decay/steps", "scoring.noSteps"),
                tuple("/groups/0/rules/4/decay/steps/1/after", "scoring.stepOrder"),
                tuple("/groups/0/rules/4/decay/steps/1/factor", "scoring.stepOrder"));
    }

    @Test
    void eventsWhereThereAreNone() {
        assertProblems(
                model(named(5).withDecay(Decay.window(Duration.ofDays(1))).withRepeats(Repeats.once())),
                tuple("/groups/0/rules/0/repeats", "scoring.noEvent"),
                tuple("/groups/0/rules/0/decay", "scoring.noEvent"));
        ScoringModel model = model(ScoringRule.onEvent("a", field("name").is("x"), 5));
        assertThat(catchThrowableOfType(DefinitionException.class, () -> LeadScorer.compile(model, FIELDS))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("scoring.noEventFields");
    }

    @Test
    void rulesForEverybodyRepeatedRulesAndRulesThatCancelOut() {
        assertProblems(
                model(
                        ScoringRule.byField("a", Points.fixed(5)),
                        named(5),
                        named(7).withId("s"),
                        named(-5).withId("t")),
                tuple("/groups/0/rules/0", "scoring.noCondition"),
                tuple("/groups/0/rules/2", "scoring.repeatedRule"),
                tuple("/groups/0/rules/3", "scoring.cancelsOut"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = \"a\" and name = \"b\"",
                "name in (\"a\", \"b\") and name in (\"c\", \"d\")",
                "name in (\"a\", \"b\") and name != \"a\" and name != \"b\"",
                "name is absent and name = \"a\"",
                "name is present and name is absent",
                "number >= 200 and number < 200",
                "number > 5 and (number = 3 or number between 1 and 2)",
                "10 < number and number in (1, 2, 10)",
                "size between 5 and 3",
                "flag = true and flag = false"
            })
    void conditionsThatNeverHold(String text) {
        assertProblems(
                model(ScoringRule.of("r", parse(text), 5)), tuple("/groups/0/rules/0/when", "scoring.neverMatches"));
        assertProblems(
                model(ScoringRule.onEvent("r", parse(text), 5)),
                tuple("/groups/0/rules/0/event", "scoring.neverMatches"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = \"a\" and name in (\"a\", \"b\")",
                "number >= 200 and number <= 200",
                "number > 5 and (number = 3 or number = 6)",
                "not name = \"a\" and name = \"a b\"",
                "name is absent and number = 1",
                "name != \"a\" and number != 1 and size > 0.1 and size < 0.2",
                "not (name = \"a\" and name = \"b\")"
            })
    void conditionsThatMayHoldAreLeftAlone(String text) {
        assertThat(LeadScorer.compile(model(ScoringRule.of("r", parse(text), 5)), FIELDS)
                        .model()
                        .groups())
                .hasSize(1);
    }

    @Test
    void tooManyRules() {
        List<ScoringRule> rules = new ArrayList<>();
        for (int i = 0; i <= ScoringModel.MOST_RULES; i++) {
            rules.add(ScoringRule.of("r" + i, field("number").is(i), 1));
        }
        ScoringModel large = ScoringModel.builder()
                .name("m")
                .addGroups(new RuleGroup("g", Optional.empty(), Optional.empty(), rules))
                .build();
        assertProblems(large, tuple("/groups", "scoring.tooManyRules"));
        LeadScorer<Row, Void> most = LeadScorer.compile(
                large.withGroups(new RuleGroup("g", Optional.empty(), Optional.empty(), rules.subList(1, 10_001))),
                FIELDS);
        assertThat(most.points(new Row("x", 77, 1, true), Instant.EPOCH)).isEqualTo(1);
    }

    @Test
    void jsonThatIsNoModel() {
        for (JsonLine line : JsonLine.values()) {
            assertThatThrownBy(() -> line.read("{\"field\": \"a\"}", Points.class))
                    .hasMessageContaining("either ranges or perUnit");
            assertThatThrownBy(() -> line.read("{\"field\": \"a\", \"perUnit\": 1, \"ranges\": []}", Points.class))
                    .hasMessageContaining("either ranges or perUnit");
            assertThatThrownBy(() -> line.read("{\"perUnit\": 1}", Points.class))
                    .hasMessageContaining("field");
            assertThatThrownBy(() -> line.read("1e400", Points.class)).hasMessageContaining("finite");
            assertThatThrownBy(() -> line.read("{\"type\": \"halfLive\"}", Decay.class))
                    .hasMessageContaining("halfLive");
            assertThatThrownBy(() -> line.read("{\"id\": \"r\", \"points\": 1, \"whn\": {}}", ScoringRule.class))
                    .hasMessageContaining("Maybe \"when\"?");
            assertThat(line.read("12.5", Points.class)).isEqualTo(new Points.Fixed(new BigDecimal("12.5")));
            assertThat(line.read("100000", Points.class)).isEqualTo(Points.fixed(100_000));
        }
        assertThatThrownBy(() -> Points.fixed("NaN")).hasMessageContaining("must be a decimal number");
    }
}
