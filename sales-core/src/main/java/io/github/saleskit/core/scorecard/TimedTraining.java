package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns from examples in the order of time.
 *
 * <p>Regressions of several forms, penalties and half-lives (the older an example, the less it weighs) learn from what
 * was before each of the last two tenths and predict it. They are averaged, each by how well it predicts; boosted terms
 * are added if they would have improved the last tenth. Rare values, taken together, say nothing here: values that are
 * new are not like those that were rare. A change of the base rate alone is nobody's fault: predictions are judged
 * after the shift that suits the tenth.
 */
final class TimedTraining {

    private static final int LEAST_OF_EACH = 10;
    private static final double[] PENALTIES = {.1, 1, 10};

    /** As a share of the examples; infinity lets all weigh the same. */
    private static final double[] HALF_LIVES = {Double.POSITIVE_INFINITY, .25};

    /** Weights are equal for so many examples, which spares logarithms. */
    private static final int STEP = 64;

    /** How many nats boosted terms must spare the later tenth, all its rows together; less may be chance. */
    private static final double WORTH_IT = 1;

    /**
     * One over twice the variance of the slopes that are believed in before anything is seen; few rows cannot say
     * otherwise.
     */
    private static final double SLOPE_BELIEF = 22;

    /** How much is believed of a difference between two losses that few rows show, and how many rows are so few. */
    private static final double CONFIDENCE = .5;

    private static final double FEW_ROWS = 400;
    private static final double DOUBT = .25;
    private static final double LEAST_SHARE = .1;

    private final CodedTable table;
    private final WorkMeter meter;
    private final List<Tenth> tenths = new ArrayList<>();

    TimedTraining(CodedTable table, WorkMeter meter) {
        this.table = table;
        this.meter = meter;
        tenths.add(new Tenth(table.rows - 2 * (table.rows / 10), table.rows - table.rows / 10));
        tenths.add(new Tenth(table.rows - table.rows / 10, table.rows));
    }

    /** A tenth of the examples and all before it. */
    private final class Tenth {
        private final CodedTable before;
        private final CodedTable own;

        Tenth(int from, int to) {
            before = table.take(IntStream.range(0, from).toArray());
            own = table.take(IntStream.range(from, to).toArray());
        }

        boolean hasBoth() {
            return hasBoth(own) && hasBoth(before);
        }

        private static boolean hasBoth(CodedTable part) {
            return part.wins() >= LEAST_OF_EACH && part.rows - part.wins() >= LEAST_OF_EACH;
        }
    }

    /**
     * One way to fit a regression, what it learned before each tenth, and how well that predicted it: the sum of two
     * mean losses.
     */
    private record Candidate(
            RegressionDesign.Form form, double halfLife, double penalty, List<AdditiveModel> models, double loss) {

        /**
         * How much it is believed in before anything is seen: less where most examples are forgotten or hardly anything
         * is shrunk.
         */
        double belief() {
            return (halfLife == Double.POSITIVE_INFINITY ? 1 : DOUBT) * (penalty == PENALTIES[0] ? DOUBT : 1);
        }
    }

    /** Whether each tenth, and what was before it, has enough of both outcomes to judge by. */
    boolean possible() {
        return tenths.stream().allMatch(Tenth::hasBoth);
    }

    Learned learn() {
        List<Candidate> candidates = candidates();
        double[] shares = shares(candidates);
        Candidate best = candidates.get(0);
        List<AdditiveModel> models = new ArrayList<>();
        for (int t = 0; t < tenths.size(); t++) {
            int tenth = t;
            models.add(mean(candidates, shares, candidate -> candidate.models.get(tenth)));
        }
        AdditiveModel model = mean(candidates, shares, candidate -> fit(table, candidate));
        boolean boosted = boost(best, models, model);
        double[][] logOdds = IntStream.range(0, 2)
                .mapToObj(i -> models.get(i).logOdds(tenths.get(i).own))
                .toArray(double[][]::new);
        double slope = slope(logOdds);
        AdditiveModel scaled = AdditiveModel.constant(0, table.columns);
        scaled.add(boosted ? models.get(2) : model, slope);
        scaled.intercept += Logistic.shift(scaled.logOdds(table), table.won, weights(table.rows, best.halfLife));
        return new Learned(scaled, unseen(), unseen(models, slope, best), ValidationMethod.TIME_ORDERED, boosted);
    }

    /** All ways, the best first. */
    private List<Candidate> candidates() {
        meter.phase("choosing", Long.MAX_VALUE);
        List<Candidate> candidates = new ArrayList<>();
        for (RegressionDesign.Form form : RegressionDesign.Form.values()) {
            for (double halfLife : HALF_LIVES) {
                judge(form, halfLife, candidates);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::loss));
        return candidates;
    }

    /** Fits for each penalty, from the greatest down, so that each fit begins where the one before ended. */
    private void judge(RegressionDesign.Form form, double halfLife, List<Candidate> candidates) {
        List<Regression> regressions = tenths.stream()
                .map(tenth -> new Regression(tenth.before, form, false, weights(tenth.before.rows, halfLife)))
                .toList();
        for (int p = PENALTIES.length - 1; p >= 0; p--) {
            List<AdditiveModel> models = new ArrayList<>();
            double loss = 0;
            for (int t = 0; t < tenths.size(); t++) {
                Tenth tenth = tenths.get(t);
                models.add(regressions.get(t).fit(PENALTIES[p], meter));
                loss += Logistic.meanLossShifted(models.get(t).logOdds(tenth.own), tenth.own.won);
            }
            candidates.add(new Candidate(form, halfLife, PENALTIES[p], models, loss));
        }
    }

    /**
     * How much each candidate counts: e to the power of minus its loss over all rows of the tenths, much as in Bayes'
     * rule. Among many examples the best stands alone; among few, where chance would choose, all have their say.
     */
    private double[] shares(List<Candidate> candidates) {
        double rows = tenths.get(0).own.rows;
        double confidence = CONFIDENCE * Math.max(1, rows / FEW_ROWS) * rows;
        double least = candidates.get(0).loss;
        double[] shares = candidates.stream()
                .mapToDouble(candidate -> candidate.belief() * StrictMath.exp(-confidence * (candidate.loss - least)))
                .toArray();
        double most = Arrays.stream(shares).max().orElse(1);
        for (int k = 0; k < shares.length; k++) {
            shares[k] = shares[k] < LEAST_SHARE * most ? 0 : shares[k];
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private AdditiveModel mean(
            List<Candidate> candidates, double[] shares, Function<Candidate, AdditiveModel> learned) {
        AdditiveModel mean = AdditiveModel.constant(0, table.columns);
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                mean.add(learned.apply(candidates.get(k)), shares[k]);
            }
        }
        return mean;
    }

    private AdditiveModel fit(CodedTable part, Candidate candidate) {
        return new Regression(part, candidate.form, false, weights(part.rows, candidate.halfLife))
                .fit(candidate.penalty, meter);
    }

    private static double @Nullable [] weights(int rows, double halfLife) {
        if (halfLife == Double.POSITIVE_INFINITY) {
            return null;
        }
        double[] weights = new double[rows];
        double fade = StrictMath.pow(2, -(double) STEP / (halfLife * rows));
        double weight = 1;
        for (int row = rows - 1; row >= 0; row--) {
            weights[row] = weight;
            weight *= (rows - row) % STEP == 0 ? fade : 1;
        }
        return weights;
    }

    /**
     * Tries boosted terms; where they are worth it the models are replaced, and the third becomes the one for all
     * examples.
     */
    private boolean boost(Candidate best, List<AdditiveModel> models, AdditiveModel model) {
        Tenth earlier = tenths.get(0);
        Tenth later = tenths.get(1);
        double[] known = models.get(0).logOdds(earlier.before);
        List<PairTable> pairs = new PairSearch(earlier.before, models.get(0), known).find();
        Boosting search =
                new Boosting(earlier.before, earlier.own, models.get(0), weights(earlier.before.rows, best.halfLife));
        AdditiveModel first = search.run(pairs, Logistic::meanLossShifted, meter);
        if (search.bestCycles() == 0) {
            return false;
        }
        AdditiveModel second = runFor(search.bestCycles(), later.before, models.get(1), pairs, best);
        double without = Logistic.meanLossShifted(models.get(1).logOdds(later.own), later.own.won);
        double with = Logistic.meanLossShifted(second.logOdds(later.own), later.own.won);
        if (with > without - WORTH_IT / later.own.rows) {
            return false;
        }
        models.set(0, first);
        models.set(1, second);
        models.add(runFor(search.bestCycles(), table, model, pairs, best));
        return true;
    }

    private AdditiveModel runFor(
            int cycles, CodedTable part, AdditiveModel start, List<PairTable> pairs, Candidate best) {
        return new Boosting(part, part.take(new int[0]), start, weights(part.rows, best.halfLife))
                .runFor(cycles, pairs, meter);
    }

    /** By how much log-odds have to be stretched for the two tenths, each shifted to its own base rate. */
    private double slope(double[][] logOdds) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 8; step <= 20; step++) {
            double slope = step / 20.0;
            double loss = 0;
            for (int i = 0; i < logOdds.length; i++) {
                loss += Logistic.meanLossShifted(scaled(logOdds[i], slope), tenths.get(i).own.won);
            }
            loss += SLOPE_BELIEF * (1 - slope) * (1 - slope) / tenths.get(0).own.rows;
            if (loss < least) {
                least = loss;
                best = slope;
            }
        }
        return best;
    }

    private static double[] scaled(double[] logOdds, double slope) {
        double[] scaled = logOdds.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= slope;
        }
        return scaled;
    }

    private int[] unseen() {
        return IntStream.range(table.rows - 2 * (table.rows / 10), table.rows).toArray();
    }

    /** What was said of the two tenths, with the intercept of what was known before each. */
    private double[] unseen(List<AdditiveModel> models, double slope, Candidate best) {
        double[] all = new double[2 * (table.rows / 10)];
        int next = 0;
        for (int i = 0; i < tenths.size(); i++) {
            CodedTable before = tenths.get(i).before;
            double[] known = scaled(models.get(i).logOdds(before), slope);
            double shift = Logistic.shift(known, before.won, weights(before.rows, best.halfLife));
            for (double logOdds : scaled(models.get(i).logOdds(tenths.get(i).own), slope)) {
                all[next++] = logOdds + shift;
            }
        }
        return all;
    }
}
