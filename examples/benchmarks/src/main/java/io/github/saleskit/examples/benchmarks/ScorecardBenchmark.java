package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.scorecard.CategoryTerm;
import io.github.saleskit.core.scorecard.FieldPart;
import io.github.saleskit.core.scorecard.LearnedScore;
import io.github.saleskit.core.scorecard.NumberTerm;
import io.github.saleskit.core.scorecard.PairSide;
import io.github.saleskit.core.scorecard.PairTerm;
import io.github.saleskit.core.scorecard.Scorecard;
import io.github.saleskit.core.scorecard.ScorecardScorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One lead of nine numbers and ten texts by a scorecard, with and without twenty pairs: the points alone and the
 * explained score; beside 200 trees of depth 4 over numbers in an array, as gradient boosting scores, and a map of
 * coefficients by {@code "field=value"}, as a logistic regression is often written. The peers are given their numbers
 * ready-made and give no reasons.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScorecardBenchmark {

    private static final int LEADS = 200;
    private static final int NUMBERS = 9;
    private static final int TEXTS = 10;
    private static final int CUTS = 40;
    private static final int VALUES = 8;
    private static final int GROUPS = 8;
    private static final int TREES = 200;
    private static final int DEPTH = 4;
    private static final double UNITS = 1 << 20;

    /** How many pairs of fields the scorecard has. */
    @Param({"0", "20"})
    public int pairs;

    /** What is scored. */
    static final class Lead {
        final double[] numbers = new double[NUMBERS];
        final String[] texts = new String[TEXTS];
    }

    private final Random random = new Random(7);
    private final List<Lead> leads = new ArrayList<>();
    private final Map<String, Double> coefficients = new HashMap<>();
    private final int[] features = new int[TREES << DEPTH];
    private final double[] thresholds = new double[TREES << DEPTH];
    private final double[] leaves = new double[TREES << DEPTH];
    private final List<double[]> rows = new ArrayList<>();
    private ScorecardScorer<Lead> scorer;

    @Setup
    public void setUp() {
        for (int i = 0; i < LEADS; i++) {
            leads.add(lead());
        }
        scorer = ScorecardScorer.compile(card(), fields());
        for (int f = 0; f < TEXTS; f++) {
            for (int v = 0; v < VALUES; v++) {
                coefficients.put("text" + f + "=value" + v, figure());
            }
        }
        for (int k = 0; k < features.length; k++) {
            features[k] = random.nextInt(NUMBERS + TEXTS);
            thresholds[k] = features[k] < NUMBERS ? random.nextInt(100) : random.nextInt(VALUES);
            leaves[k] = figure();
        }
    }

    /** Its texts are objects of their own, as they come from a database. */
    private Lead lead() {
        Lead lead = new Lead();
        double[] row = new double[NUMBERS + TEXTS];
        for (int f = 0; f < NUMBERS; f++) {
            lead.numbers[f] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(100);
            row[f] = lead.numbers[f];
        }
        for (int f = 0; f < TEXTS; f++) {
            int value = random.nextInt(VALUES);
            lead.texts[f] = "value" + value;
            row[NUMBERS + f] = value;
        }
        rows.add(row);
        return lead;
    }

    private static FieldSet<Lead> fields() {
        FieldSet.Builder<Lead> fields = FieldSet.of(Lead.class).id(lead -> "lead");
        for (int f = 0; f < NUMBERS; f++) {
            int column = f;
            fields.number("number" + f, lead -> lead.numbers[column]);
        }
        for (int f = 0; f < TEXTS; f++) {
            int column = f;
            fields.text("text" + f, lead -> lead.texts[column]);
        }
        return fields.build();
    }

    private double figure() {
        return Math.rint(random.nextGaussian() * .3 * UNITS) / UNITS;
    }

    private List<Double> figures(int count) {
        return IntStream.range(0, count).mapToObj(i -> figure()).toList();
    }

    private List<Double> cuts(int count) {
        return random.ints(0, 100)
                .distinct()
                .limit(count)
                .sorted()
                .mapToObj(cut -> cut + .5)
                .toList();
    }

    private Scorecard card() {
        Scorecard.Builder card =
                Scorecard.builder().name("drawn").won(1).lost(1).intercept(figure());
        for (int f = 0; f < NUMBERS; f++) {
            card.addNumbers(new NumberTerm(
                    "number" + f,
                    FieldPart.VALUE,
                    cuts(CUTS),
                    figures(CUTS + 1),
                    figure(),
                    Collections.nCopies(CUTS + 2, 1)));
        }
        List<String> values =
                IntStream.range(0, VALUES).mapToObj(v -> "value" + v).toList();
        for (int f = 0; f < TEXTS; f++) {
            card.addCategories(new CategoryTerm(
                    "text" + f,
                    FieldPart.VALUE,
                    values,
                    figures(VALUES),
                    figure(),
                    figure(),
                    Collections.nCopies(VALUES + 2, 1)));
        }
        for (int p = 0; p < pairs; p++) {
            PairSide number = new PairSide("number" + p % NUMBERS, FieldPart.VALUE, cuts(GROUPS - 2), List.of());
            PairSide text = new PairSide(
                    "text" + p % TEXTS,
                    FieldPart.VALUE,
                    List.of(),
                    values.stream().limit(GROUPS - 2).map(List::of).toList());
            card.addPairs(new PairTerm(
                    number,
                    text,
                    IntStream.range(0, GROUPS).mapToObj(g -> figures(GROUPS)).toList()));
        }
        return card.build();
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public long points() {
        long sum = 0;
        for (int i = 0; i < LEADS; i++) {
            sum += scorer.points(leads.get(i));
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public long explained() {
        long sum = 0;
        for (int i = 0; i < LEADS; i++) {
            LearnedScore score = scorer.score(leads.get(i));
            sum += score.points() + score.contributions().size();
        }
        return sum;
    }

    /** Two hundred trees of depth four. */
    @Benchmark
    @OperationsPerInvocation(LEADS)
    public double trees() {
        double sum = 0;
        for (int i = 0; i < LEADS; i++) {
            double[] row = rows.get(i);
            for (int tree = 0; tree < TREES; tree++) {
                int node = 1;
                for (int level = 0; level < DEPTH; level++) {
                    int at = (tree << DEPTH) + node;
                    node = 2 * node + (row[features[at]] < thresholds[at] ? 0 : 1);
                }
                sum += leaves[(tree << DEPTH) + node - (1 << DEPTH)];
            }
        }
        return sum;
    }

    /** One-hot coefficients in a map. */
    @Benchmark
    @OperationsPerInvocation(LEADS)
    public double map() {
        double sum = 0;
        for (int i = 0; i < LEADS; i++) {
            Lead lead = leads.get(i);
            for (int f = 0; f < TEXTS; f++) {
                sum += coefficients.getOrDefault("text" + f + "=" + lead.texts[f], 0.0);
            }
            for (int f = 0; f < NUMBERS; f++) {
                sum += Double.isNaN(lead.numbers[f]) ? 0 : lead.numbers[f] * thresholds[f];
            }
        }
        return sum;
    }
}
