package io.github.saleskit.forecast.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How models and their combination would have forecast from many earlier origins, with the parameters that are estimated from
 * the whole history.
 */
final class Backtest {

    private static final int MOST_ORIGINS = 60;

    private final List<Member> members;
    private final Combination combination;
    private final double[] actual;
    private final ErrorSize size;
    private final int horizon;
    private final double[] memberErrors;
    private final double[] squares;
    private final int[] counts;
    private double nextErrors;
    private double nextSquares;
    private double errors;
    private int steps;
    private int origins;

    /**
     * Looks back.
     *
     * @param members at least one
     * @param actual the history, NaN where nothing is known
     */
    Backtest(List<Member> members, Combination combination, double[] actual, int seasonLength, int horizon) {
        this.members = members;
        this.combination = combination;
        this.actual = actual;
        this.horizon = horizon;
        size = new ErrorSize(actual);
        memberErrors = new double[members.size()];
        squares = new double[horizon];
        counts = new int[horizon];
        int n = actual.length;
        int first = Math.max(firstOrigin(), (int) Math.min(n / 3, 2L * seasonLength));
        int step = Math.max(1, (n - first) / MOST_ORIGINS);
        for (int origin = n - 1; origin >= first; origin -= step) {
            look(origin);
        }
    }

    private int firstOrigin() {
        return members.stream()
                .mapToInt(member -> member.course().firstOrigin())
                .max()
                .orElse(1);
    }

    private void look(int origin) {
        int ahead = Math.min(horizon, actual.length - origin);
        double[][] paths = new double[members.size()][];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = members.get(i).mean(origin, ahead);
        }
        double[] combined = combination.combine(paths);
        if (!Arrays.stream(combined).allMatch(Double::isFinite)) {
            return;
        }
        origins++;
        for (int h = 0; h < ahead; h++) {
            double value = actual[origin + h];
            if (!Double.isNaN(value)) {
                add(h, value, combined[h], paths);
            }
        }
    }

    private void add(int h, double value, double combined, double[][] paths) {
        double error = value - combined;
        double relative = error / size.at(combined);
        squares[h] += relative * relative;
        nextErrors += h == 0 ? Math.abs(error) : 0;
        nextSquares += h == 0 ? error * error : 0;
        counts[h]++;
        errors += Math.abs(error);
        steps++;
        for (int i = 0; i < paths.length; i++) {
            memberErrors[i] += Math.abs(value - paths[i][h]);
        }
    }

    /**
     * Errors of the combination one step ahead, a period each, the newest last; NaN where nothing is known.
     *
     * @param behind periods without knowledge after the history
     */
    double[] nextErrors(int behind) {
        double[] all = new double[actual.length + behind];
        Arrays.fill(all, Double.NaN);
        for (int t = firstOrigin(); t < actual.length; t++) {
            double[][] paths = new double[members.size()][];
            for (int i = 0; i < paths.length; i++) {
                paths[i] = members.get(i).mean(t, 1);
            }
            double error = actual[t] - combination.combine(paths)[0];
            all[t] = Double.isFinite(error) ? error : Double.NaN;
        }
        return all;
    }

    /** The members without those whose errors were more than so many times those of the best; null when all may stay. */
    @Nullable
    List<Member> without(double factor) {
        double least = Arrays.stream(memberErrors).min().orElse(0);
        List<Member> kept = new ArrayList<>();
        for (int i = 0; i < memberErrors.length; i++) {
            if (memberErrors[i] <= factor * least || least == 0) {
                kept.add(members.get(i));
            }
        }
        return kept.isEmpty() || kept.size() == members.size() ? null : kept;
    }

    /** Mean size of the errors of a member, all steps together; 0 without an origin. */
    double meanError(int member) {
        return steps == 0 ? 0 : memberErrors[member] / steps;
    }

    /** Mean size of the errors of the combination, all steps together; 0 without an origin. */
    double meanError() {
        return steps == 0 ? 0 : errors / steps;
    }

    int origins() {
        return origins;
    }

    /** Mean size of the errors of the combination one step ahead; 0 without an origin. */
    double nextError() {
        return counts[0] == 0 ? 0 : nextErrors / counts[0];
    }

    /** Root mean squared error of the combination one step ahead; 0 without an origin. */
    double nextDeviation() {
        return counts[0] == 0 ? 0 : StrictMath.sqrt(nextSquares / counts[0]);
    }

    /** How large errors are at a level; what {@link #meanSquare} is relative to. */
    ErrorSize size() {
        return size;
    }

    /** Mean squared error relative to the size so many steps ahead, the first being 0; 0 where it was never seen. */
    double meanSquare(int h) {
        return counts[h] == 0 ? 0 : squares[h] / counts[h];
    }

    int count(int h) {
        return counts[h];
    }
}
