package io.github.saleskit.core.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ratio of two sums over stretches of a run, corrected by what controls of mean zero explain.
 *
 * <p>Ratio and coefficients of the controls are found together, so that the residuals add up to zero and none of them
 * goes along with a control. Where the controls explain the passing of time as well, as they nearly do while a queue
 * never gets empty, the run says little about the ratio, and the standard error says so.
 */
final class ControlledRatio {

    /** Of a control that others explain but for this share, nothing but rounding is left. */
    private static final double DEPENDENT = 1e-9;

    private final double[][] sums;
    private final int count;
    private final List<double[]> directions = new ArrayList<>();
    private final double[] time;
    private final double timeInAll;

    /** What controls do not explain of a one for each stretch. */
    private final double[] ones;

    ControlledRatio(double[][] sums, int count) {
        this.sums = sums;
        this.count = count;
        for (int k = 0; k < ControlBasis.SIZE; k++) {
            addDirection(column(QueueFigures.CONTROLS + k));
        }
        time = unexplained(column(QueueFigures.TIME));
        timeInAll = sum(time);
        double[] all = new double[count];
        Arrays.fill(all, 1);
        ones = unexplained(all);
    }

    private double[] column(int k) {
        double[] column = new double[count];
        for (int i = 0; i < count; i++) {
            column[i] = sums[i][k];
        }
        return column;
    }

    private void addDirection(double[] control) {
        double before = norm(control);
        double[] rest = unexplained(control);
        double left = norm(rest);
        if (left > DEPENDENT * before) {
            for (int i = 0; i < count; i++) {
                rest[i] /= left;
            }
            directions.add(rest);
        }
    }

    /** What is left of a column without its parts along the controls; taken out twice, for the sake of rounding. */
    private double[] unexplained(double[] column) {
        double[] rest = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : directions) {
                double along = 0;
                for (int i = 0; i < count; i++) {
                    along += direction[i] * rest[i];
                }
                for (int i = 0; i < count; i++) {
                    rest[i] -= along * direction[i];
                }
            }
        }
        return rest;
    }

    private static double norm(double[] column) {
        double squares = 0;
        for (double figure : column) {
            squares += figure * figure;
        }
        return Math.sqrt(squares);
    }

    private static double sum(double[] column) {
        double sum = 0;
        for (double figure : column) {
            sum += figure;
        }
        return sum;
    }

    /** The ratio of a figure to time. */
    Estimate estimate(int figure) {
        double[] residuals = unexplained(column(figure));
        double ratio = sum(residuals) / timeInAll;
        for (int i = 0; i < count; i++) {
            residuals[i] -= ratio * time[i];
        }
        double deviation = norm(residuals) / Math.sqrt(count - directions.size() - 1.0);
        return new Estimate(ratio, deviation * norm(ones) / Math.abs(timeInAll));
    }
}
