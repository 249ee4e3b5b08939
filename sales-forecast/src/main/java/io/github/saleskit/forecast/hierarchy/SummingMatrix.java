package io.github.saleskit.forecast.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Of which bottom series each node is the sum: nodes by position, those that are sums first, then the bottom series.
 * Sparse; a product costs as much as there are pairs of a sum and a series below it.
 */
final class SummingMatrix {

    /** What one sum is made of. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sum(int[] series, double[] weights) {

        double of(double[] bottom) {
            double sum = 0;
            for (int i = 0; i < series.length; i++) {
                sum += weights[i] * bottom[series[i]];
            }
            return sum;
        }
    }

    /** The sums above one bottom series. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Above(int[] sums, double[] weights) {}

    private final List<Sum> sums;
    private final int bottom;
    private final List<Above> above;

    SummingMatrix(List<Sum> sums, int bottom) {
        this.sums = List.copyOf(sums);
        this.bottom = bottom;
        above = above();
    }

    private List<Above> above() {
        int[] counts = new int[bottom];
        sums.forEach(sum -> Arrays.stream(sum.series).forEach(j -> counts[j]++));
        List<Above> columns = new ArrayList<>(bottom);
        for (int count : counts) {
            columns.add(new Above(new int[count], new double[count]));
        }
        for (int i = sums.size() - 1; i >= 0; i--) {
            Sum sum = sums.get(i);
            for (int k = 0; k < sum.series.length; k++) {
                int j = sum.series[k];
                counts[j]--;
                columns.get(j).sums[counts[j]] = i;
                columns.get(j).weights[counts[j]] = sum.weights[k];
            }
        }
        return columns;
    }

    /** The sums above a bottom series, ascending. */
    Above above(int series) {
        return above.get(series);
    }

    int sums() {
        return sums.size();
    }

    int bottom() {
        return bottom;
    }

    int nodes() {
        return sums.size() + bottom;
    }

    /** What a node is made of; a bottom series of itself. */
    Sum sum(int node) {
        return node < sums.size() ? sums.get(node) : new Sum(new int[] {node - sums.size()}, new double[] {1});
    }

    boolean isPlain() {
        return sums.stream().flatMapToDouble(sum -> Arrays.stream(sum.weights)).allMatch(weight -> weight == 1);
    }

    /** The values of all nodes from those of the bottom series. */
    double[] values(double[] bottomValues) {
        double[] values = new double[nodes()];
        for (int i = 0; i < sums(); i++) {
            values[i] = sums.get(i).of(bottomValues);
        }
        System.arraycopy(bottomValues, 0, values, sums(), bottom);
        return values;
    }

    /** The values of the bottom series among those of all nodes. */
    double[] bottomOf(double[] values) {
        double[] part = new double[bottom];
        System.arraycopy(values, sums(), part, 0, bottom);
        return part;
    }

    /** By how much each sum differs from what it is the sum of. */
    double[] differences(double[] values) {
        double[] bottomValues = bottomOf(values);
        double[] differences = new double[sums()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - sums.get(i).of(bottomValues);
        }
        return differences;
    }

    /** For each bottom series what the sums above it add up to. */
    double[] transposed(double[] bySum) {
        double[] result = new double[bottom];
        for (int i = 0; i < bySum.length; i++) {
            Sum sum = sums.get(i);
            for (int j = 0; j < sum.series.length; j++) {
                result[sum.series[j]] += sum.weights[j] * bySum[i];
            }
        }
        return result;
    }

    /** The largest difference between a sum and what it is the sum of; NaN are left out. */
    double incoherence(double[] values) {
        double worst = 0;
        for (double difference : differences(values)) {
            worst = Math.abs(difference) > worst ? Math.abs(difference) : worst;
        }
        return worst;
    }
}
