package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.scorecard.Samples.Prospect;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorecardScorerTest {

    private static final ScorecardScorer<Prospect> SCORER = ScorecardScorer.compile(Samples.card(), Samples.FIELDS);

    @Test
    void logOddsAreTheSumOfTheTerms() {
        assertThat(SCORER.logOdds(Samples.prospect("Software", 7, "hot", "partner")))
                .isEqualTo(-1 + 1.0 + .75 + (.125 + 1 + .5) + .5);
        assertThat(SCORER.logOdds(Samples.prospect("Finance", 0))).isEqualTo(-1 - .5 - .125 - .25);
    }

    @Test
    void aValueThatEqualsACutIsInTheRangeAbove() {
        assertThat(SCORER.logOdds(Samples.prospect("Finance", 1))).isEqualTo(-1 + .25 - .125 - .25);
        assertThat(SCORER.logOdds(Samples.prospect("Finance", 5))).isEqualTo(-1 + 1.0 - .125 - .25 - .25);
    }

    @Test
    void absentUnseenAndNotFiniteValuesHaveFiguresOfTheirOwn() {
        double missingVisits = -1 - .25 - .5 - .25;
        assertThat(SCORER.logOdds(Samples.prospect("Mining", Double.NaN))).isEqualTo(missingVisits);
        assertThat(SCORER.logOdds(Samples.prospect("Mining", Double.POSITIVE_INFINITY)))
                .isEqualTo(missingVisits);
        assertThat(SCORER.logOdds(Samples.prospect("Mining", Double.NEGATIVE_INFINITY)))
                .isEqualTo(missingVisits);
        assertThat(SCORER.logOdds(Samples.prospect(null, 2))).isEqualTo(-1 + .25 - .25);
        assertThat(SCORER.logOdds(Samples.prospect(null, 2, "unknown"))).isEqualTo(-1 + .25 + .125);
    }

    @Test
    void probabilityIsThatOfTheLogOdds() {
        Prospect prospect = Samples.prospect("Software", 7, "hot");
        double odds = Math.exp(SCORER.logOdds(prospect));
        assertThat(SCORER.probability(prospect)).isCloseTo(odds / (1 + odds), within(1e-15));
    }

    @Test
    void pointsAreBasePointsAndRoundedPointsOfEachTerm() {
        // 20 / ln 2 = 28.8539 points for each unit of log-odds
        int expected = 600 - 29 + 29 + 22 + (4 + 29) + 14;
        assertThat(SCORER.points(Samples.prospect("Software", 7, "hot"))).isEqualTo(expected);
        LearnedScore score = SCORER.score(Samples.prospect("Software", 7, "hot"));
        assertThat(score.points()).isEqualTo(expected);
        assertThat(571
                        + score.contributions().stream()
                                .mapToInt(FieldContribution::points)
                                .sum())
                .isEqualTo(expected);
    }

    @Test
    void pairsTellApartWhatTheTermsOfTheirFieldsDoNot() {
        Scorecard card = Scorecard.builder()
                .name("pairs")
                .won(1)
                .lost(1)
                .intercept(0)
                .addNumbers(new NumberTerm(
                        "visits", FieldPart.VALUE, List.of(2.0, 5.0), List.of(1.0, 2.0, 4.0), 0, List.of(0, 1, 1, 0)))
                .addPairs(new PairTerm(
                        new PairSide("visits", FieldPart.VALUE, List.of(1.0, 5.0), List.of()),
                        new PairSide("industry", FieldPart.VALUE, List.of(), List.of(List.of("Finance", "Software"))),
                        List.of(
                                List.of(8.0, 16.0, 24.0),
                                List.of(32.0, 40.0, 48.0),
                                List.of(56.0, 64.0, 72.0),
                                List.of(80.0, 88.0, 96.0))))
                .build();
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card, Samples.FIELDS);
        assertThat(scorer.logOdds(Samples.prospect(null, Double.NaN))).isEqualTo(0 + 8);
        assertThat(scorer.logOdds(Samples.prospect("Finance", 0))).isEqualTo(1 + 40);
        assertThat(scorer.logOdds(Samples.prospect("Software", 1))).isEqualTo(1 + 64);
        assertThat(scorer.logOdds(Samples.prospect("Mining", 2))).isEqualTo(2 + 72);
        assertThat(scorer.logOdds(Samples.prospect("Mining", 5))).isEqualTo(4 + 96);
        assertThat(scorer.logOdds(Samples.prospect(null, -1))).isEqualTo(1 + 32);
    }

    @Test
    void eachFieldIsReadOnce() {
        AtomicInteger reads = new AtomicInteger();
        FieldSet<Prospect> counting = FieldSet.of(Prospect.class)
                .text("industry", prospect -> {
                    reads.incrementAndGet();
                    return prospect.industry();
                })
                .number("visits", prospect -> {
                    reads.incrementAndGet();
                    return prospect.visits();
                })
                .set("tags", prospect -> {
                    reads.incrementAndGet();
                    return prospect.tags();
                })
                .build();
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(Samples.card(), counting);
        scorer.points(Samples.prospect("Software", 7, "hot"));
        assertThat(reads).hasValue(3);
    }

    /** Sets of the host may know members in their own way, and have them in any order. */
    @Test
    void aSetIsAskedForItsMembersTheSameWayInScoreAndExplanation() {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.reversed());
        tags.addAll(List.of("HOT", "cold"));
        FieldSet<String> fields =
                FieldSet.of(String.class).set("tags", lead -> tags).build();
        Scorecard card = Scorecard.builder()
                .name("tags")
                .won(1)
                .lost(1)
                .intercept(.25)
                .addSets(new SetTerm("tags", List.of("hot"), List.of(1.5), 0, .5, List.of(1, 1)))
                .build();
        LearnedScore score = ScorecardScorer.compile(card, fields).score("lead");
        assertThat(score.logOdds()).isEqualTo(2.25);
        assertThat(score.contributions().get(0).logOdds()).isEqualTo(2);
        assertThat(score.contributions().get(0).value()).contains("[HOT, cold]");
        JsonLine.assertRoundTrip(score, LearnedScore.class);
    }

    @Test
    void pointsDoNotOverflow() {
        List<String> tags = IntStream.range(0, 20).mapToObj(i -> "t" + i).toList();
        Scorecard card = Scorecard.builder()
                .name("huge")
                .won(1)
                .lost(1)
                .intercept(0)
                .addSets(new SetTerm("tags", tags, Collections.nCopies(20, 1_000.0), 0, 0, Collections.nCopies(21, 1)))
                .points(PointsScale.base(0).doubling(100_000))
                .build();
        LearnedScore score = ScorecardScorer.compile(card, Samples.FIELDS)
                .score(Samples.prospect(null, 0, tags.toArray(String[]::new)));
        // 20 * 1,000 * 100,000 / ln 2 is about 2.9 billion
        assertThat(score.points()).isEqualTo(Integer.MAX_VALUE);
        assertThat(score.contributions().get(0).points()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void pointsCanBeLimited() {
        Scorecard narrow =
                Samples.card().toPoints(PointsScale.base(50).doubling(100).within(0, 100));
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(narrow, Samples.FIELDS);
        assertThat(scorer.points(Samples.prospect("Software", 7, "hot", "partner")))
                .isEqualTo(100);
        assertThat(scorer.points(Samples.prospect("Finance", 0))).isZero();
    }

    @Test
    void whatTwoFieldsGiveTogetherIsHalvedBetweenThem() {
        LearnedScore score = SCORER.score(Samples.prospect("Software", 7));
        assertThat(score.byField()).containsEntry("visits", 1.25).containsEntry("industry", 1.0);
        assertThat(score.intercept()
                        + score.byField().values().stream().mapToDouble(x -> x).sum())
                .isEqualTo(score.logOdds());
    }

    @Test
    void reasonsNameTheWeightiestFirst() {
        List<String> texts = SCORER.score(Samples.prospect("Software", 7)).reasons().stream()
                .map(reason -> reason.text(Locale.ENGLISH))
                .toList();
        assertThat(texts)
                .containsExactly(
                        "The probability is 73.1 %, 629 points.",
                        "visits is 7.0: log-odds 1, points 29.",
                        "industry is Software: log-odds 0.75, points 22.",
                        "visits and industry together: log-odds 0.5, points 14.",
                        "tags is absent: log-odds -0.25, points -7.");
    }

    @Test
    void everyProblemOfAScorecardIsReported() {
        Scorecard broken = Samples.card()
                .withIntercept(.1)
                .withNumbers(new NumberTerm(
                        "visit", FieldPart.VALUE, List.of(5.0, 1.0), List.of(0.0), Double.NaN, List.of(-1, 2)))
                .withCategories(new CategoryTerm(
                        "visits", FieldPart.VALUE, List.of("a", "a"), List.of(1.0, 1.0), 0, 0, List.of(1, 2, 3, 4)));
        assertThatThrownBy(() -> ScorecardScorer.compile(broken, Samples.FIELDS))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .contains(
                                        "/intercept",
                                        "/numbers/0/field",
                                        "/numbers/0/cuts/1",
                                        "/numbers/0/logOdds",
                                        "/numbers/0/rows/0",
                                        "/numbers/0/rows",
                                        "/numbers/0/missing",
                                        "/categories/0/part",
                                        "/categories/0/values"));
    }

    @Test
    void documentsRoundTripAndStayReadable() {
        GoldenFile.assertReads(ScorecardScorerTest.class, "scorecard-v1.json", Samples.card(), Scorecard.class);
        LearnedScore score = SCORER.score(Samples.prospect("Software", 7));
        GoldenFile.assertReads(ScorecardScorerTest.class, "learned-score-v1.json", score, LearnedScore.class);
        ScorecardTraining training = new ScorecardTraining(
                1,
                200,
                600,
                Optional.of(Samples.card()),
                List.of(new LeakSuspicion("visits", LeakSuspicion.Kind.VALUES, .96875)),
                List.of(Reason.of("core.scorecard.regressionAlone")));
        GoldenFile.assertReads(
                ScorecardScorerTest.class, "scorecard-training-v1.json", training, ScorecardTraining.class);
    }

    @Test
    void theSumOfAStoredScoreIsChecked() {
        String json = JsonLine.JACKSON_3
                .write(SCORER.score(Samples.prospect("Finance", 0)))
                .replace("\"intercept\":-1.0", "\"intercept\":-2.0");
        assertThatThrownBy(() -> JsonLine.JACKSON_3.read(json, LearnedScore.class))
                .hasMessageContaining("add up to");
    }

    @Test
    void anExternalScorerIsHeldAgainstOutcomes() {
        List<KnownOutcome<Prospect>> outcomes = List.of(
                KnownOutcome.of(Samples.prospect("a", 3), true),
                KnownOutcome.of(Samples.prospect("a", 1), false),
                KnownOutcome.of(Samples.prospect("a", 2), true),
                KnownOutcome.of(Samples.prospect("a", 2), false));
        ScorecardValidation validation = ScorecardValidation.of(prospect -> prospect.visits() / 4, outcomes);
        // pairs of won and lost: 3 over 1, 3 over 2, 2 over 1, and a tie
        assertThat(validation.auc()).isEqualTo(3.5 / 4);
        double loss = -(Math.log(.75) + Math.log(.75) + Math.log(.5) + Math.log(.5)) / 4;
        assertThat(validation.logLoss()).isCloseTo(loss, within(1e-12));
        assertThat(validation.constantLogLoss()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(validation.bands()).extracting(CalibrationBand::rows).containsExactly(1, 1, 1, 1);
        assertThatThrownBy(() -> ScorecardValidation.of(prospect -> Double.NaN, outcomes))
                .hasMessageContaining("NaN");
    }

    @Test
    void aScorecardWithoutTermsGivesItsIntercept() {
        Scorecard card = Scorecard.builder()
                .name("constant")
                .won(1)
                .lost(1)
                .intercept(.5)
                .build();
        assertThat(ScorecardScorer.compile(card, FieldSet.of(String.class).build())
                        .logOdds("x"))
                .isEqualTo(.5);
    }
}
