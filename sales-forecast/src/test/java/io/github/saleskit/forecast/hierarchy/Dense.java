package io.github.saleskit.forecast.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Reconciliation by the textbook's dense formulas, and random cases for it. */
final class Dense {

    private Dense() {}

    /** S as a matrix. */
    static double[][] summing(HierarchySums sums) {
        int n = sums.series().size();
        double[][] s = new double[sums.nodes().size()][n];
        for (int i = 0; i < s.length; i++) {
            double[] row = s[i];
            sums.seriesOf(sums.nodes().get(i))
                    .forEach((id, weight) -> row[sums.series().indexOf(id)] = weight);
        }
        return s;
    }

    /** S (S' W⁻¹ S)⁻¹ S' W⁻¹ y. */
    static double[] reconciled(double[][] s, double[][] w, double[] y) {
        double[][] st = transposed(s);
        double[] b = solve(times(st, solve(w, s)), times(st, solve(w, y)));
        return times(s, b);
    }

    static double[][] diagonal(double... values) {
        double[][] matrix = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        return matrix;
    }

    /**
     * Covariances of errors, by node and time, with correlations shrunk as R's hts does; the shrinkage estimated where
     * null.
     */
    static double[][] shrunk(double[][] errors, double[] shrinkage) {
        int m = errors.length;
        int t = errors[0].length;
        double[][] covariance = scaled(times(errors, transposed(errors)), 1.0 / t);
        double[][] x = new double[m][t];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < t; j++) {
                x[i][j] = errors[i][j] / Math.sqrt(covariance[i][i]);
            }
        }
        if (Double.isNaN(shrinkage[0])) {
            double v = 0;
            double d = 0;
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    double squares = 0;
                    double products = 0;
                    for (int k = 0; k < t; k++) {
                        squares += x[i][k] * x[i][k] * x[j][k] * x[j][k];
                        products += x[i][k] * x[j][k];
                    }
                    v += i == j ? 0 : (squares - products * products / t) / (t * (t - 1.0));
                    d += i == j ? 0 : products * products / t / t;
                }
            }
            shrinkage[0] = Math.max(0, Math.min(1, v / d));
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                covariance[i][j] *= i == j ? 1 : 1 - shrinkage[0];
            }
        }
        return covariance;
    }

    static double[][] transposed(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    static double[][] scaled(double[][] a, double factor) {
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return a;
    }

    static double[][] times(double[][] a, double[][] b) {
        double[][] bt = transposed(b);
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            c[i] = times(bt, a[i]);
        }
        return c;
    }

    static double[] times(double[][] a, double[] x) {
        double[] y = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }

    static double[][] solve(double[][] a, double[][] b) {
        double[][] bt = transposed(b);
        double[][] xt = new double[bt.length][];
        for (int i = 0; i < bt.length; i++) {
            xt[i] = solve(a, bt[i]);
        }
        return transposed(xt);
    }

    /** Gaussian elimination with pivots. */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = Arrays.copyOf(matrix[i], n + 1);
            a[i][n] = right[i];
        }
        for (int c = 0; c < n; c++) {
            int best = c;
            for (int r = c + 1; r < n; r++) {
                best = Math.abs(a[r][c]) > Math.abs(a[best][c]) ? r : best;
            }
            double[] swap = a[c];
            a[c] = a[best];
            a[best] = swap;
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : a[r][c] / a[c][c];
                for (int k = c; k <= n; k++) {
                    a[r][k] -= factor * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n] / a[i][i];
        }
        return x;
    }

    /** A random hierarchy with up to three levels or two crossing groupings. */
    static Hierarchy hierarchy(Random random) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        int n = 2 + random.nextInt(8);
        boolean crossed = random.nextBoolean();
        int groups = 1 + random.nextInt(3);
        for (int j = 0; j < n; j++) {
            List<String> above = new ArrayList<>();
            above.add("g" + random.nextInt(groups));
            if (crossed) {
                above.add("k" + random.nextInt(2));
            }
            parents.put("b" + j, above);
        }
        Set<String> used = new LinkedHashSet<>();
        parents.values().forEach(used::addAll);
        used.forEach(group -> parents.put(group, List.of("all")));
        return Hierarchy.ofParents(parents);
    }
}
