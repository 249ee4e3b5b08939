package io.github.saleskit.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.scorecard.Samples.Prospect;
import io.github.saleskit.core.support.JsonLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class ScorecardPropertyTest {

    private static final double UNITS = 1 << 20;
    private static final List<String> INDUSTRIES = List.of("Energy", "Finance", "Retail", "Software");
    private static final List<String> TAGS = List.of("hot", "partner", "cold");

    /** Against counting the cuts that are not above the number. */
    @Property(tries = 300)
    void theTableOfCutsFindsTheSameRangeAsCounting(@ForAll Random random) {
        double[] cuts = DoubleStream.generate(() -> number(random))
                .filter(Double::isFinite)
                .limit(random.nextInt(60))
                .map(cut -> cut + 0.0)
                .distinct()
                .sorted()
                .toArray();
        CutTable table = CutTable.of(cuts);
        for (int i = 0; i < 200; i++) {
            double asked = i < cuts.length ? nudged(cuts[i], random) : number(random);
            long notAbove = Arrays.stream(cuts).filter(cut -> cut <= asked).count();
            int expected = Double.isNaN(asked) ? Column.ABSENT : (int) notAbove + 1;
            assertThat(table.rangeOf(asked)).as("%s among %s", asked, cuts).isEqualTo(expected);
            assertThat(Coder.rangeOf(cuts, asked)).isEqualTo(expected);
        }
    }

    private static double nudged(double cut, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Math.nextUp(cut);
            case 1 -> Math.nextDown(cut);
            default -> cut;
        };
    }

    /** Of any size and sign, whole ones, extremes. */
    private static double number(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(20) - 5;
            case 1 -> Math.exp(random.nextGaussian() * 20);
            case 2 -> -Math.exp(random.nextGaussian() * 20);
            case 3 -> random.nextDouble();
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> random.nextBoolean() ? Double.MAX_VALUE : -Double.MAX_VALUE;
            case 6 -> random.nextBoolean() ? Double.MIN_VALUE : -0.0;
            default -> random.nextGaussian() * 1_000;
        };
    }

    @Tag("long")
    @Property(tries = 100)
    void manyScoresAreTheExactSumsOfTheirContributionsAndRoundTrip(@ForAll Random random) {
        everyScoreIsTheExactSumOfItsContributionsAndRoundTrips(random);
    }

    @Property(tries = 25)
    void everyScoreIsTheExactSumOfItsContributionsAndRoundTrips(@ForAll Random random) {
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card(random), Samples.FIELDS);
        for (int i = 0; i < 5; i++) {
            Prospect prospect = prospect(random);
            LearnedScore score = scorer.score(prospect);
            double sum = score.intercept();
            for (FieldContribution contribution : score.contributions()) {
                sum += contribution.logOdds();
            }
            assertThat(score.logOdds()).isEqualTo(sum).isEqualTo(scorer.logOdds(prospect));
            assertThat(score.probability()).isEqualTo(scorer.probability(prospect));
            assertThat(score.points()).isEqualTo(scorer.points(prospect));
            List<Double> byField = new ArrayList<>(score.byField().values());
            assertThat(score.intercept() + byField.stream().mapToDouble(x -> x).sum())
                    .isEqualTo(score.logOdds());
            JsonLine.assertRoundTrip(score, LearnedScore.class);
        }
    }

    /** A score keeps what was said when it was made. */
    @Property(tries = 20)
    void aScoreDoesNotChangeWithTheLead(@ForAll Random random) {
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card(random), Samples.FIELDS);
        List<String> tags = new ArrayList<>(List.of("hot"));
        Prospect prospect = new Prospect("p", "Retail", 3, true, tags, null, null);
        LearnedScore score = scorer.score(prospect);
        String before = score.toString();
        tags.clear();
        scorer.score(prospect(random));
        assertThat(score.toString()).isEqualTo(before);
    }

    /** Points add up, so the better of two leads has the more points but for rounding of half a point a term. */
    @Property(tries = 100)
    void pointsFollowTheLogOdds(@ForAll Random random) {
        Scorecard card = card(random).toPoints(PointsScale.base(0).doubling(20));
        ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card, Samples.FIELDS);
        Prospect prospect = prospect(random);
        double exact = scorer.logOdds(prospect) * 20 / Math.log(2);
        assertThat((double) scorer.points(prospect)).isCloseTo(exact, within(.5 * 9));
    }

    private static Scorecard card(Random random) {
        double[] cuts = random.doubles(1 + random.nextInt(5), 0, 10).sorted().toArray();
        PairSide visits = new PairSide("visits", FieldPart.VALUE, List.of(5.0), List.of());
        PairSide industry = new PairSide("industry", FieldPart.VALUE, List.of(), List.of(INDUSTRIES.subList(0, 2)));
        return Scorecard.builder()
                .name("drawn")
                .won(1)
                .lost(1)
                .intercept(figure(random))
                .addNumbers(new NumberTerm(
                        "visits",
                        FieldPart.VALUE,
                        Arrays.stream(cuts).boxed().toList(),
                        figures(random, cuts.length + 1),
                        figure(random),
                        Collections.nCopies(cuts.length + 2, 1)))
                .addCategories(new CategoryTerm(
                        "industry",
                        FieldPart.VALUE,
                        INDUSTRIES.subList(1, 4),
                        figures(random, 3),
                        figure(random),
                        figure(random),
                        Collections.nCopies(5, 1)))
                .addSets(new SetTerm(
                        "tags",
                        TAGS.subList(0, 2),
                        figures(random, 2),
                        figure(random),
                        figure(random),
                        Collections.nCopies(3, 1)))
                .addPairs(new PairTerm(
                        visits,
                        industry,
                        IntStream.range(0, visits.groups())
                                .mapToObj(i -> figures(random, industry.groups()))
                                .toList()))
                .build();
    }

    private static double figure(Random random) {
        return Math.rint(random.nextGaussian() * UNITS) / UNITS;
    }

    private static List<Double> figures(Random random, int count) {
        return random.doubles(count, -3, 3)
                .map(figure -> Math.rint(figure * UNITS) / UNITS)
                .boxed()
                .toList();
    }

    private static Prospect prospect(Random random) {
        int industry = random.nextInt(INDUSTRIES.size() + 1);
        List<String> tags = TAGS.stream().filter(tag -> random.nextBoolean()).toList();
        double visits = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(12);
        return new Prospect(
                "p", industry == INDUSTRIES.size() ? null : INDUSTRIES.get(industry), visits, true, tags, null, null);
    }
}
