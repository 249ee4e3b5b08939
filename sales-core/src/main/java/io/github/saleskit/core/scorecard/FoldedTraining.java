package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns from examples whose order means nothing.
 *
 * <p>For each of a few folds two regressions and a boosted model learn from the other folds and predict this one; the
 * mix that predicts best is what all the models' means are mixed by. So the learned model is a mean of models each of
 * which has left out some examples, which steadies it. Source for the mix: D. H. Wolpert, "Stacked generalization",
 * Neural Networks 5 (1992), 241-259.
 */
final class FoldedTraining {

    private static final int MANY_ROWS = 15_000;
    private static final double LINEAR_PENALTY = 1;
    private static final double BINNED_PENALTY = 10;
    private static final double WORTH_IT = .01;

    private final CodedTable table;
    private final WorkMeter meter;
    private final List<Fold> folds = new ArrayList<>();

    /** The table's rows are in an order that chance made. */
    FoldedTraining(CodedTable table, WorkMeter meter) {
        this.table = table;
        this.meter = meter;
    }

    /** One part of the examples and what was learned from the others. */
    private final class Fold {
        private final int[] rows;
        private final CodedTable others;
        private final CodedTable own;
        private final AdditiveModel linear;
        private final AdditiveModel binned;
        private AdditiveModel boosted;

        Fold(int[] foldOfRow, int number) {
            rows = IntStream.range(0, table.rows)
                    .filter(row -> foldOfRow[row] == number)
                    .toArray();
            own = table.take(rows);
            others = table.take(IntStream.range(0, table.rows)
                    .filter(row -> foldOfRow[row] != number)
                    .toArray());
            linear = new Regression(others, RegressionDesign.Form.LINEAR, true, null).fit(LINEAR_PENALTY, meter);
            binned = new Regression(others, RegressionDesign.Form.BINNED, true, null).fit(BINNED_PENALTY, meter);
            boosted = binned;
            boost(List.of());
        }

        void boost(List<PairTable> pairs) {
            boosted = new Boosting(others, own, boosted, null).run(pairs, Logistic::meanLoss, meter);
        }
    }

    Learned learn() {
        int count = table.rows > MANY_ROWS ? 3 : 5;
        int[] foldOfRow = foldOfRow(count);
        meter.phase("learning", Long.MAX_VALUE);
        for (int number = 0; number < count; number++) {
            folds.add(new Fold(foldOfRow, number));
        }
        List<PairTable> pairs = new PairSearch(table, mean(fold -> fold.boosted), unseen(fold -> fold.boosted)).find();
        if (!pairs.isEmpty()) {
            folds.forEach(fold -> fold.boost(pairs));
        }
        return mix();
    }

    /** Won and lost examples by turns, so that every fold has its share of both. */
    private int[] foldOfRow(int count) {
        int[] next = new int[2];
        int[] foldOfRow = new int[table.rows];
        for (int row = 0; row < foldOfRow.length; row++) {
            foldOfRow[row] = next[table.won[row]]++ % count;
        }
        return foldOfRow;
    }

    /** One of the kinds of model of a fold. */
    @FunctionalInterface
    private interface Kind {
        AdditiveModel of(Fold fold);
    }

    private AdditiveModel mean(Kind kind) {
        return AdditiveModel.mean(folds.stream().map(kind::of).toList(), table.columns);
    }

    private double[] unseen(Kind kind) {
        double[] logOdds = new double[table.rows];
        for (Fold fold : folds) {
            double[] own = kind.of(fold).logOdds(fold.own);
            for (int i = 0; i < own.length; i++) {
                logOdds[fold.rows[i]] = own[i];
            }
        }
        return logOdds;
    }

    private Learned mix() {
        List<Kind> kinds = List.of(fold -> fold.linear, fold -> fold.binned, fold -> fold.boosted);
        double[][] logOdds = kinds.stream().map(this::unseen).toArray(double[][]::new);
        Mix mix = Mix.fit(logOdds, table.won);
        AdditiveModel model = AdditiveModel.constant(mix.intercept(), table.columns);
        for (int k = 0; k < kinds.size(); k++) {
            if (mix.weight(k) > 0) {
                model.add(mean(kinds.get(k)), mix.weight(k));
            }
        }
        return new Learned(
                model,
                IntStream.range(0, table.rows).toArray(),
                mix.apply(logOdds),
                ValidationMethod.FOLDS,
                mix.weight(2) > WORTH_IT);
    }
}
