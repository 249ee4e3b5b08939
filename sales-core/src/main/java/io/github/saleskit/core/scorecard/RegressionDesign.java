package io.github.saleskit.core.scorecard;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a regression knows of each column's codes: indicators of groups of codes, and for ordered columns their means,
 * plain or as signed logarithms, standardised.
 *
 * <p>Coefficient 0 is the intercept.
 */
final class RegressionDesign {

    /** Which features the ordered columns have; nominal ones always have an indicator for each value. */
    enum Form {
        /** The value. */
        LINEAR(1, true, false),
        /** The signed logarithm of the value. */
        SIGNED_LOGARITHM(1, false, true),
        /** Ten ranges of about equal size, the value and its signed logarithm. */
        BINNED(10, true, true);

        private final int ranges;
        private final boolean value;
        private final boolean logarithm;

        Form(int ranges, boolean value, boolean logarithm) {
            this.ranges = ranges;
            this.value = value;
            this.logarithm = logarithm;
        }
    }

    private static final char NONE = Character.MAX_VALUE;

    final int size;
    private final char[][] groups;
    private final double[][][] curves;
    private final int[] groupStart;
    private final int[] curveStart;

    RegressionDesign(CodedTable table, Form form, boolean others) {
        int columns = table.columns.size();
        groups = new char[columns][];
        curves = new double[columns][][];
        groupStart = new int[columns];
        curveStart = new int[columns];
        int next = 1;
        for (int c = 0; c < columns; c++) {
            Column column = table.columns.get(c);
            int[] counts = table.counts(c);
            groups[c] = new char[column.size];
            groupStart[c] = next;
            next += column.ordered() ? ranges(counts, form.ranges, groups[c]) : values(groups[c], others);
            curves[c] = column.means == null ? new double[0][] : curves(column.means, counts, form);
            curveStart[c] = next;
            next += curves[c].length;
        }
        size = next;
    }

    private static int values(char[] groups, boolean others) {
        for (int code = 0; code < groups.length; code++) {
            groups[code] = (char) code;
        }
        groups[groups.length - 1] = others ? groups[groups.length - 1] : NONE;
        return groups.length;
    }

    private static int ranges(int[] counts, int ranges, char[] groups) {
        if (ranges == 1) {
            Arrays.fill(groups, 1, groups.length, NONE);
            return 1;
        }
        int[] order = IntStream.range(1, groups.length).toArray();
        int found = CodeGroups.spread(order, counts, ranges, groups);
        for (int code : order) {
            groups[code]++;
        }
        return found + 1;
    }

    private static double[][] curves(double[] means, int[] counts, Form form) {
        double[] logarithms = Arrays.stream(means)
                .map(mean -> Math.signum(mean) * StrictMath.log1p(Math.abs(mean)))
                .toArray();
        if (!form.value) {
            return new double[][] {standardised(logarithms, counts)};
        }
        double[] values = standardised(means, counts);
        return form.logarithm ? new double[][] {values, standardised(logarithms, counts)} : new double[][] {values};
    }

    /** With mean 0 and variance 1 over the rows that have a value; 0 where absent. */
    private static double[] standardised(double[] figures, int[] counts) {
        double rows = 0;
        double sum = 0;
        for (int code = 1; code < figures.length; code++) {
            rows += counts[code];
            sum += counts[code] * figures[code];
        }
        double mean = sum / Math.max(1, rows);
        double squares = 0;
        for (int code = 1; code < figures.length; code++) {
            squares += counts[code] * (figures[code] - mean) * (figures[code] - mean);
        }
        double deviation = StrictMath.sqrt(squares / Math.max(1, rows));
        double[] standardised = new double[figures.length];
        for (int code = 1; code < figures.length && deviation > 1e-12 * (1 + Math.abs(mean)); code++) {
            standardised[code] = (figures[seen(code, counts)] - mean) / deviation;
        }
        return standardised;
    }

    /** The code itself, or the outermost one that has rows where it lies beyond: nothing is extrapolated. */
    private static int seen(int code, int[] counts) {
        int first = 1;
        while (first < counts.length - 1 && counts[first] == 0) {
            first++;
        }
        int last = counts.length - 1;
        while (last > first && counts[last] == 0) {
            last--;
        }
        return Math.max(first, Math.min(last, code));
    }

    /** The figure of each column's codes under some coefficients. */
    void fill(double[] coefficients, double[][] tables) {
        for (int c = 0; c < tables.length; c++) {
            for (int code = 0; code < tables[c].length; code++) {
                double figure = groups[c][code] == NONE ? 0 : coefficients[groupStart[c] + groups[c][code]];
                for (int k = 0; k < curves[c].length; k++) {
                    figure += coefficients[curveStart[c] + k] * curves[c][k][code];
                }
                tables[c][code] = figure;
            }
        }
    }

    /** Adds what the gradient of each column's codes means for the coefficients. */
    void gather(double[][] byCode, double[] gradient) {
        for (int c = 0; c < groups.length; c++) {
            gather(c, byCode[c], gradient);
        }
    }

    private void gather(int c, double[] byCode, double[] gradient) {
        for (int code = 0; code < groups[c].length; code++) {
            if (groups[c][code] != NONE) {
                gradient[groupStart[c] + groups[c][code]] += byCode[code];
            }
            for (int k = 0; k < curves[c].length; k++) {
                gradient[curveStart[c] + k] += byCode[code] * curves[c][k][code];
            }
        }
    }

    /** The features of a row that are not zero; gives how many. */
    int row(CodedTable table, int row, int[] features, double[] values) {
        features[0] = 0;
        values[0] = 1;
        int n = 1;
        for (int c = 0; c < groups.length; c++) {
            int code = table.codes[c][row];
            if (groups[c][code] != NONE) {
                features[n] = groupStart[c] + groups[c][code];
                values[n++] = 1;
            }
            for (int k = 0; k < curves[c].length; k++) {
                features[n] = curveStart[c] + k;
                values[n++] = curves[c][k][code];
            }
        }
        return n;
    }

    /** The most features of a row that are not zero. */
    int mostInARow() {
        return 1 + 3 * groups.length;
    }
}
