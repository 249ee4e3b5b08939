package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How well leads that a model had not seen were predicted.
 *
 * <p>Where the model was chosen among several by these same examples the figures are a little too good, by less than
 * chance makes them vary. Immutable and thread-safe.
 *
 * @param method which examples; absent when a host chose them
 * @param rows how many
 * @param won how many of them were won
 * @param auc the probability that a won one was rated above a lost one, ties counted half; 0.5 is worth nothing, 1 is
 *     perfect
 * @param logLoss the mean of -log(probability given to what happened); 0 is perfect
 * @param constantLogLoss what the base rate of these examples alone would have given
 * @param bands up to ten bands of about equally many examples, by predicted probability from the lowest up
 */
@ValueStyle
@Value.Builder
public record ScorecardValidation(
        @Nullable ValidationMethod method,
        @Required int rows,
        @Required int won,
        @Required double auc,
        @Required double logLoss,
        @Required double constantLogLoss,
        List<CalibrationBand> bands)
        implements StrictDocument {

    private static final int BANDS = 10;
    private static final double SMALLEST = 1e-15;

    public ScorecardValidation {
        bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /**
     * Holds any scorer against known outcomes, such as those of the last month.
     *
     * @throws IllegalArgumentException when there are none, or the scorer gives what is no probability
     */
    public static <T> ScorecardValidation of(ExternalScorer<? super T> scorer, List<KnownOutcome<T>> outcomes) {
        requireNonNull(scorer, "scorer");
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("outcomes is empty, but has to have at least one.");
        }
        double[] logOdds = new double[outcomes.size()];
        byte[] won = new byte[logOdds.length];
        for (int i = 0; i < logOdds.length; i++) {
            double probability = scorer.probability(outcomes.get(i).lead());
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException(
                        "the scorer gave the probability " + probability + ", but it must be from 0 to 1.");
            }
            double bounded = Math.max(SMALLEST, Math.min(1 - SMALLEST, probability));
            logOdds[i] = StrictMath.log(bounded / (1 - bounded));
            won[i] = (byte) (outcomes.get(i).won() ? 1 : 0);
        }
        return of(null, logOdds, won);
    }

    /**
     * By how much the AUC varies by chance, as a standard error; 1/2 where nothing was won or nothing lost.
     *
     * <p>Source: J. A. Hanley and B. J. McNeil, "The meaning and use of the area under a receiver operating
     * characteristic (ROC) curve", Radiology 143 (1982), 29-36.
     */
    public double aucError() {
        double lost = rows - (double) won;
        if (won == 0 || lost == 0) {
            return .5;
        }
        double square = auc * auc;
        double twoWon = auc / (2 - auc) - square;
        double twoLost = 2 * square / (1 + auc) - square;
        double variance = auc * (1 - auc) + (won - 1) * twoWon + (lost - 1) * twoLost;
        return Math.sqrt(Math.max(0, variance) / (won * lost));
    }

    /**
     * Whether the AUC is within two standard errors of 1/2, so that the fields may say nothing about outcomes at all.
     */
    public boolean mayBeChance() {
        return auc - 2 * aucError() <= .5;
    }

    static ScorecardValidation of(@Nullable ValidationMethod method, double[] logOdds, byte[] outcomes) {
        int wins = 0;
        for (byte outcome : outcomes) {
            wins += outcome;
        }
        return new Builder()
                .method(method)
                .rows(outcomes.length)
                .won(wins)
                .auc(Ranking.auc(logOdds, outcomes))
                .logLoss(Logistic.meanLoss(logOdds, outcomes))
                .constantLogLoss(constantLoss((double) wins / outcomes.length))
                .addAllBands(bands(logOdds, outcomes))
                .build();
    }

    private static double constantLoss(double share) {
        return share <= 0 || share >= 1 ? 0 : -share * StrictMath.log(share) - (1 - share) * StrictMath.log(1 - share);
    }

    private static List<CalibrationBand> bands(double[] logOdds, byte[] outcomes) {
        int[] order = IntStream.range(0, outcomes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> logOdds[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        List<CalibrationBand> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            int from = (int) ((long) order.length * band / BANDS);
            int to = (int) ((long) order.length * (band + 1) / BANDS);
            double predicted = 0;
            double actual = 0;
            for (int i = from; i < to; i++) {
                predicted += Logistic.probability(logOdds[order[i]]);
                actual += outcomes[order[i]];
            }
            if (to > from) {
                bands.add(new CalibrationBand(to - from, predicted / (to - from), actual / (to - from)));
            }
        }
        return bands;
    }

    static final class Builder extends ScorecardValidationBuilder {}
}
