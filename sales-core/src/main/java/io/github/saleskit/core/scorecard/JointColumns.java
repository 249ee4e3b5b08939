package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a table, several short ones put together into one of the combinations of their codes, so that sums
 * over all columns of all rows take fewer passes.
 */
final class JointColumns {

    /** How many combinations at most, so that figures of a few joint columns stay near the processor. */
    private static final int MOST_COMBINATIONS = 1 << 10;

    private final CodedTable table;
    private final List<int[]> members = new ArrayList<>();
    private final char[][] codes;

    /** Of each combination of each joint column; what the last call left. */
    private final double[][] figures;

    JointColumns(CodedTable table) {
        this.table = table;
        int most = Math.max(2, Math.min(MOST_COMBINATIONS, table.rows / 4));
        for (int c = 0; c < table.columns.size(); c++) {
            join(c, most);
        }
        codes = members.stream().map(this::codes).toArray(char[][]::new);
        figures = members.stream().map(joint -> new double[size(joint)]).toArray(double[][]::new);
    }

    /** Joins a column to the first joint column that has room, or makes it one. */
    private void join(int column, int most) {
        for (int j = 0; j < members.size(); j++) {
            int[] joint = members.get(j);
            if ((long) size(joint) * size(column) <= most) {
                int[] longer = Arrays.copyOf(joint, joint.length + 1);
                longer[joint.length] = column;
                members.set(j, longer);
                return;
            }
        }
        members.add(new int[] {column});
    }

    private int size(int column) {
        return table.columns.get(column).size;
    }

    private int size(int[] joint) {
        return Arrays.stream(joint).map(this::size).reduce(1, (a, b) -> a * b);
    }

    private char[] codes(int[] joint) {
        char[] combined = table.codes[joint[0]];
        for (int m = 1; m < joint.length; m++) {
            char[] more = table.codes[joint[m]];
            char[] next = new char[combined.length];
            int size = size(joint[m]);
            for (int i = 0; i < next.length; i++) {
                next[i] = (char) (combined[i] * size + more[i]);
            }
            combined = next;
        }
        return combined;
    }

    /** Adds to each row the figures of its codes, given by column and code. */
    void addFigures(double[][] byCode, double[] sums) {
        for (int j = 0; j < codes.length; j++) {
            combine(members.get(j), byCode, figures[j]);
        }
        int j = 0;
        for (; j + 1 < codes.length; j += 2) {
            addTwo(codes[j], figures[j], codes[j + 1], figures[j + 1], sums);
        }
        if (j < codes.length) {
            AdditiveModel.add(codes[j], figures[j], sums);
        }
    }

    private void combine(int[] joint, double[][] byCode, double[] combined) {
        combined[0] = 0;
        int n = 1;
        for (int column : joint) {
            double[] own = byCode[column];
            for (int k = n - 1; k >= 0; k--) {
                double figure = combined[k];
                for (int code = own.length - 1; code >= 0; code--) {
                    combined[k * own.length + code] = figure + own[code];
                }
            }
            n *= own.length;
        }
    }

    private static void addTwo(char[] a, double[] figuresOfA, char[] b, double[] figuresOfB, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += figuresOfA[a[i]] + figuresOfB[b[i]];
        }
    }

    /** Sums the amounts of the rows by column and code. */
    void sumByCode(double[] amounts, double[][] byCode) {
        for (double[] sums : figures) {
            Arrays.fill(sums, 0);
        }
        int j = 0;
        for (; j + 1 < codes.length; j += 2) {
            sumTwo(amounts, codes[j], figures[j], codes[j + 1], figures[j + 1]);
        }
        if (j < codes.length) {
            sumOne(amounts, codes[j], figures[j]);
        }
        for (j = 0; j < codes.length; j++) {
            separate(members.get(j), figures[j], byCode);
        }
    }

    /** Two at a time, so that neither has to wait for its own last addition. */
    private static void sumTwo(double[] amounts, char[] a, double[] sumsOfA, char[] b, double[] sumsOfB) {
        for (int i = 0; i < amounts.length; i++) {
            double amount = amounts[i];
            sumsOfA[a[i]] += amount;
            sumsOfB[b[i]] += amount;
        }
    }

    private static void sumOne(double[] amounts, char[] codes, double[] sums) {
        for (int i = 0; i < amounts.length; i++) {
            sums[codes[i]] += amounts[i];
        }
    }

    private static void separate(int[] joint, double[] combined, double[][] byCode) {
        int n = combined.length;
        for (int m = joint.length - 1; m >= 0; m--) {
            double[] own = byCode[joint[m]];
            Arrays.fill(own, 0);
            n /= own.length;
            for (int k = 0; k < n; k++) {
                double sum = 0;
                for (int code = 0; code < own.length; code++) {
                    double amount = combined[k * own.length + code];
                    own[code] += amount;
                    sum += amount;
                }
                combined[k] = sum;
            }
        }
    }
}
