package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Log-odds as a sum: an intercept, a figure for each column's code, and a figure for some pairs of columns. */
final class AdditiveModel {

    double intercept;
    final double[][] tables;
    final List<PairTable> pairs = new ArrayList<>();

    AdditiveModel(double intercept, double[][] tables) {
        this.intercept = intercept;
        this.tables = tables;
    }

    static AdditiveModel constant(double intercept, List<Column> columns) {
        return new AdditiveModel(
                intercept,
                columns.stream().map(column -> new double[column.size]).toArray(double[][]::new));
    }

    AdditiveModel copy() {
        AdditiveModel copy = new AdditiveModel(
                intercept, Arrays.stream(tables).map(double[]::clone).toArray(double[][]::new));
        pairs.forEach(pair -> copy.pairs.add(pair.copy()));
        return copy;
    }

    /** Adds another model of the same columns times a factor; pairs of the same groups become one. */
    void add(AdditiveModel other, double factor) {
        intercept += factor * other.intercept;
        for (int c = 0; c < tables.length; c++) {
            add(other.tables[c], factor, tables[c]);
        }
        for (PairTable pair : other.pairs) {
            add(pair.logOdds, factor, sameAs(pair).logOdds);
        }
    }

    private static void add(double[] figures, double factor, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * figures[i];
        }
    }

    private PairTable sameAs(PairTable wanted) {
        for (PairTable pair : pairs) {
            if (pair.first == wanted.first
                    && pair.second == wanted.second
                    && Arrays.equals(pair.firstGroups, wanted.firstGroups)
                    && Arrays.equals(pair.secondGroups, wanted.secondGroups)) {
                return pair;
            }
        }
        PairTable added = wanted.empty();
        pairs.add(added);
        return added;
    }

    /** The mean of models of the same columns. */
    static AdditiveModel mean(List<AdditiveModel> models, List<Column> columns) {
        AdditiveModel mean = constant(0, columns);
        models.forEach(model -> mean.add(model, 1.0 / models.size()));
        return mean;
    }

    double[] logOdds(CodedTable table) {
        double[] sums = new double[table.rows];
        Arrays.fill(sums, intercept);
        for (int c = 0; c < tables.length; c++) {
            add(table.codes[c], tables[c], sums);
        }
        pairs.forEach(pair -> pair.addTo(table, sums, pair.logOdds));
        return sums;
    }

    static void add(char[] codes, double[] figures, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += figures[codes[i]];
        }
    }
}
