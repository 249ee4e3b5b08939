package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs of columns that say more together than each of them alone.
 *
 * <p>What a model of single columns leaves unexplained is summed in the cells of each pair; were there nothing between
 * the two, the sum of the squares over the second derivatives would be distributed as chi-square. Members of sets are
 * in no pair, nor is any but the first 60 columns. A pass over the rows for each pair. Source: the FAST method of Y.
 * Lou, R. Caruana, J. Gehrke and G. Hooker, "Accurate intelligible models with pairwise interactions", KDD 2013.
 */
final class PairSearch {

    /** How many groups of codes a column has in a pair at most. */
    static final int MOST_GROUPS = 16;

    private static final int MOST_PAIRS = 20;
    private static final int MOST_COLUMNS = 60;
    private static final double SHRINKAGE = 20;
    private static final double LEAST_SURPRISE = 2.5;

    private final CodedTable table;
    private final double[] first;
    private final double[] second;
    private final List<Grouped> columns = new ArrayList<>();

    private record Found(Grouped first, Grouped second, double gain) {}

    /** A column in groups of its codes. */
    private static final class Grouped {
        private final int column;
        private final char[] groups;
        private final int count;
        private final byte[] ofRow;

        Grouped(int column, CodedTable table, double[] figure) {
            this.column = column;
            groups = new char[figure.length];
            int[] counts = table.counts(column);
            count = table.columns.get(column).ordered()
                    ? CodeGroups.spread(IntStream.range(0, counts.length).toArray(), counts, MOST_GROUPS, groups)
                    : CodeGroups.apart(counts, figure, MOST_GROUPS, groups);
            ofRow = new byte[table.rows];
            for (int i = 0; i < ofRow.length; i++) {
                ofRow[i] = (byte) groups[table.codes[column][i]];
            }
        }
    }

    /**
     * A search.
     *
     * @param model by whose figures the values of nominal columns are put in order
     * @param logOdds of the rows, best by models that have not seen them
     */
    PairSearch(CodedTable table, AdditiveModel model, double[] logOdds) {
        this.table = table;
        first = new double[table.rows];
        second = new double[table.rows];
        for (int i = 0; i < first.length; i++) {
            double probability = Logistic.probability(logOdds[i]);
            first[i] = probability - table.won[i];
            second[i] = Math.max(probability * (1 - probability), 1e-6);
        }
        for (int c = 0; c < table.columns.size() && columns.size() < MOST_COLUMNS; c++) {
            if (table.columns.get(c).part != FieldPart.MEMBER) {
                columns.add(new Grouped(c, table, model.tables[c]));
            }
        }
    }

    /** The pairs that surprise most, the most surprising first, with log-odds of 0. */
    List<PairTable> find() {
        List<Found> found = new ArrayList<>();
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                double gain = gain(columns.get(a), columns.get(b));
                if (gain > 0) {
                    found.add(new Found(columns.get(a), columns.get(b), gain));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble((Found pair) -> -pair.gain))
                .limit(MOST_PAIRS)
                .map(PairSearch::empty)
                .toList();
    }

    private static PairTable empty(Found pair) {
        Grouped a = pair.first;
        Grouped b = pair.second;
        return new PairTable(a.column, b.column, a.groups, b.groups, b.count, new double[a.count * b.count]);
    }

    /** How much more than chance would give, 0 where it may be chance. */
    private double gain(Grouped a, Grouped b) {
        boolean sameField = table.columns.get(a.column).field.equals(table.columns.get(b.column).field);
        if (sameField || a.count < 2 || b.count < 2) {
            return 0;
        }
        int width = b.count;
        double[] firsts = new double[a.count * width];
        double[] seconds = new double[firsts.length];
        for (int i = 0; i < first.length; i++) {
            int cell = a.ofRow[i] * width + b.ofRow[i];
            firsts[cell] += first[i];
            seconds[cell] += second[i];
        }
        double gain = 0;
        double freedom = 0;
        for (int cell = 0; cell < firsts.length; cell++) {
            double shrunk = seconds[cell] / (seconds[cell] + SHRINKAGE);
            gain += shrunk == 0 ? 0 : shrunk * (firsts[cell] * firsts[cell] / seconds[cell] - 1);
            freedom += shrunk * shrunk;
        }
        return gain > LEAST_SURPRISE * StrictMath.sqrt(2 * freedom) ? gain : 0;
    }
}
