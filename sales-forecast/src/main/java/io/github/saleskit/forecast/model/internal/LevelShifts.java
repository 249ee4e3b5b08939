package io.github.saleskit.forecast.model.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lasting jumps of a level without a season: where the lines through what lies before and after do not meet. */
public final class LevelShifts {

    private static final int MEDIAN_OF = 5;
    private static final int MOST_SHIFTS = 3;
    private static final int LEAST_WIDTH = 6;
    private static final int MOST_WIDTH = 24;
    /** In standard errors of the jump; the values of one series are looked at many times. */
    private static final double SURE = 8;
    /** In usual distances of values from the line. */
    private static final double LEAST_JUMP = 4;

    private LevelShifts() {}

    /**
     * A jump.
     *
     * @param at zero-based position of the first value after it
     * @param size what is to be added to the values before it
     */
    public record Shift(int at, double size) {}

    /** The surest jumps, at most three, by position; O(n w) for windows of w values. */
    public static List<Shift> of(double[] level) {
        double[] z = level.clone();
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < MOST_SHIFTS; i++) {
            Shift shift = surest(z);
            if (shift == null) {
                break;
            }
            for (int t = 0; t < shift.at(); t++) {
                z[t] += shift.size();
            }
            shifts.add(shift);
        }
        shifts.sort(Comparator.comparingInt(Shift::at));
        return shifts;
    }

    private static @Nullable Shift surest(double[] level) {
        int width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, level.length / 4));
        double[] z = medians(level, MEDIAN_OF);
        double usual = usualDistance(level, mediansOfOthers(level, MEDIAN_OF));
        Shift best = null;
        double most = SURE;
        for (int t = width; t <= z.length - width; t++) {
            double[] before = line(z, t - width, width);
            double[] after = line(z, t, width);
            double jump = after[0] - after[1] / 2 - (before[0] + before[1] * (width - 0.5));
            double error = StrictMath.sqrt((before[2] + after[2]) * 4 / width) + usual / width;
            double sure = Math.abs(jump) / Math.max(error, Double.MIN_NORMAL);
            if (sure > most && Math.abs(jump) > LEAST_JUMP * usual && Math.abs(jump) > 0) {
                most = sure;
                best = new Shift(t, jump);
            }
        }
        return best;
    }

    private static double usualDistance(double[] level, double[] medians) {
        double[] distances = new double[level.length];
        for (int t = 0; t < level.length; t++) {
            distances[t] = Math.abs(level[t] - medians[t]);
        }
        Arrays.sort(distances);
        return 1.4826 * distances[distances.length / 2];
    }

    /** Value at the first position, slope, and the mean square of what is left of the least-squares line. */
    private static double[] line(double[] z, int from, int count) {
        double middle = (count - 1) / 2.0;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += z[from + i] / count;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < count; i++) {
            product += (i - middle) * (z[from + i] - mean);
            square += (i - middle) * (i - middle);
        }
        double slope = product / square;
        double left = 0;
        for (int i = 0; i < count; i++) {
            double error = z[from + i] - mean - slope * (i - middle);
            left += error * error / (count - 2);
        }
        return new double[] {mean - slope * middle, slope, left};
    }

    /** The median of each value and its neighbours, fewer at the ends. */
    public static double[] medians(double[] z, int width) {
        return medians(z, width, false);
    }

    /** The median of the neighbours of each value, without it. */
    public static double[] mediansOfOthers(double[] z, int width) {
        return medians(z, width, true);
    }

    private static double[] medians(double[] z, int width, boolean others) {
        double[] medians = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            int from = Math.max(0, Math.min(t - width / 2, z.length - width));
            int to = Math.min(z.length, from + width);
            int count = 0;
            double[] window = new double[to - from];
            for (int i = from; i < to; i++) {
                if (i != t || !others) {
                    window[count++] = z[i];
                }
            }
            Arrays.sort(window, 0, count);
            medians[t] = (window[(count - 1) / 2] + window[count / 2]) / 2;
        }
        return medians;
    }
}
