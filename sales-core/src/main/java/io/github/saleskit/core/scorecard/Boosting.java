package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Improves an additive model by small steps, one column or pair of columns after the other, until other rows say that
 * it gets no better.
 *
 * <p>A step for an ordered column cuts its codes into at most three ranges, one for a nominal column shrinks a Newton
 * step for each value, one for a pair cuts one column and then each side by the other. Within a cycle the first
 * derivatives follow the second ones, which costs no exponential. Source: Y. Lou, R. Caruana, J. Gehrke and G. Hooker,
 * "Accurate intelligible models with pairwise interactions", KDD 2013; the derivatives as in T. Chen and C. Guestrin,
 * "XGBoost", KDD 2016.
 */
final class Boosting {

    private static final double RATE = .2;
    private static final double PAIR_RATE = .15;
    private static final double SHRINKAGE = 5;
    private static final double NOMINAL_SHRINKAGE = 10;
    private static final double PAIR_SHRINKAGE = 10;
    private static final double LEAST_GAIN = 1;
    private static final double LEAST_PAIR_GAIN = 3;
    private static final int MOST_CYCLES = 200;
    private static final int PATIENCE = 12;
    private static final double LEAST_PROGRESS = 1e-6;

    private final CodedTable table;
    private final CodedTable other;
    private final double[] logOdds;
    private final double[] otherLogOdds;
    private final double[] first;
    private final double[] second;
    private final Cuts cuts;
    private final double @Nullable [] weights;
    private final AdditiveModel model;
    private int bestCycles;

    /**
     * Boosting of a model.
     *
     * @param table the rows to learn from
     * @param other the rows that say when to stop; of the same columns
     * @param start the model to begin with; not changed
     * @param weights of the rows to learn from, or null when all weigh 1
     */
    Boosting(CodedTable table, CodedTable other, AdditiveModel start, double @Nullable [] weights) {
        this.weights = weights;
        this.table = table;
        this.other = other;
        this.model = start.copy();
        this.logOdds = model.logOdds(table);
        this.otherLogOdds = model.logOdds(other);
        this.first = new double[table.rows];
        this.second = new double[table.rows];
        this.cuts = new Cuts(Math.max(table.widest(), PairSearch.MOST_GROUPS * PairSearch.MOST_GROUPS));
    }

    /**
     * Boosts single columns, and pairs where there are any, until it does not help any more; gives the best model
     * found.
     */
    AdditiveModel run(List<PairTable> pairs, ToDoubleBiFunction<double[], byte[]> loss, WorkMeter meter) {
        pairs.forEach(pair -> model.pairs.add(pair.copy()));
        AdditiveModel best = model.copy();
        double least = loss.applyAsDouble(otherLogOdds, other.won);
        for (int cycle = 1; cycle <= MOST_CYCLES && cycle - bestCycles <= PATIENCE && meter.spend(1); cycle++) {
            boolean moved = cycle();
            double now = loss.applyAsDouble(otherLogOdds, other.won);
            if (now < least - LEAST_PROGRESS) {
                least = now;
                best = model.copy();
                bestCycles = cycle;
            }
            if (!moved) {
                break;
            }
        }
        return best;
    }

    /** After how many cycles the best model was found. */
    int bestCycles() {
        return bestCycles;
    }

    /** Boosts so many cycles. */
    AdditiveModel runFor(int cycles, List<PairTable> pairs, WorkMeter meter) {
        pairs.forEach(pair -> model.pairs.add(pair.copy()));
        int left = cycles;
        while (left > 0 && meter.spend(1) && cycle()) {
            left--;
        }
        return model;
    }

    private boolean cycle() {
        derive();
        boolean moved = false;
        for (int c = 0; c < table.columns.size(); c++) {
            moved |= boost(c);
        }
        for (PairTable pair : model.pairs) {
            moved |= boost(pair);
        }
        return moved;
    }

    private void derive() {
        for (int i = 0; i < first.length; i++) {
            double weight = weights == null ? 1 : weights[i];
            double probability = Logistic.probability(logOdds[i]);
            first[i] = weight * (probability - table.won[i]);
            second[i] = weight * Math.max(probability * (1 - probability), 1e-6);
        }
    }

    private boolean boost(int c) {
        Column column = table.columns.get(c);
        char[] codes = table.codes[c];
        cuts.clear(column.size);
        for (int i = 0; i < first.length; i++) {
            cuts.firsts[codes[i]] += first[i];
            cuts.seconds[codes[i]] += second[i];
        }
        boolean moved = column.ordered()
                ? cuts.intoRanges(column.size, SHRINKAGE, LEAST_GAIN, RATE)
                : cuts.intoValues(column.size, NOMINAL_SHRINKAGE, RATE);
        if (moved) {
            apply(codes, cuts.steps);
            AdditiveModel.add(other.codes[c], cuts.steps, otherLogOdds);
            add(model.tables[c]);
        }
        return moved;
    }

    private void apply(char[] codes, double[] steps) {
        for (int i = 0; i < first.length; i++) {
            double step = steps[codes[i]];
            logOdds[i] += step;
            first[i] += second[i] * step;
        }
    }

    private void add(double[] figures) {
        for (int k = 0; k < figures.length; k++) {
            figures[k] += cuts.steps[k];
        }
    }

    private boolean boost(PairTable pair) {
        char[] a = table.codes[pair.first];
        char[] b = table.codes[pair.second];
        char[] groupsOfA = pair.firstGroups;
        char[] groupsOfB = pair.secondGroups;
        int width = pair.width;
        cuts.clear(pair.logOdds.length);
        for (int i = 0; i < first.length; i++) {
            int cell = groupsOfA[a[i]] * width + groupsOfB[b[i]];
            cuts.firsts[cell] += first[i];
            cuts.seconds[cell] += second[i];
        }
        if (!cuts.intoQuarters(pair.logOdds.length / width, width, PAIR_SHRINKAGE, LEAST_PAIR_GAIN, PAIR_RATE)) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            double step = cuts.steps[groupsOfA[a[i]] * width + groupsOfB[b[i]]];
            logOdds[i] += step;
            first[i] += second[i] * step;
        }
        pair.addTo(other, otherLogOdds, cuts.steps);
        add(pair.logOdds);
        return true;
    }
}
