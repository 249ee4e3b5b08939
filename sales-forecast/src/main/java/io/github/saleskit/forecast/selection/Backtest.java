package io.github.saleskit.forecast.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How models would have forecast from many earlier origins, with the parameters that are estimated from the whole
 * history.
 */
final class Backtest {

    private static final int MOST_ORIGINS = 60;
    private static final int FEWEST_KNOWN = 4;
    private static final double WORST = 1.7;
    private static final double DOUBT = 15;

    private final List<Member> members;
    private final double[] actual;
    private final int horizon;
    private final List<Look> looks = new ArrayList<>();
    private final double[] errors;
    private int steps;

    /** What each member said at one origin. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Look(int origin, double[][] paths) {}

    /**
     * Looks back.
     *
     * @param members at least one
     * @param actual the history, NaN where nothing is known
     */
    Backtest(List<Member> members, double[] actual, int seasonLength, int horizon) {
        this.members = members;
        this.actual = actual;
        this.horizon = horizon;
        errors = new double[members.size()];
        int n = actual.length;
        int first = Math.max(firstOrigin(), (int) Math.min(n / 3, Math.max(FEWEST_KNOWN, 2L * seasonLength)));
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
        looks.add(new Look(origin, paths));
        for (int h = 0; h < ahead; h++) {
            double value = actual[origin + h];
            steps += Double.isNaN(value) ? 0 : 1;
            for (int i = 0; i < paths.length && !Double.isNaN(value); i++) {
                double error = Math.abs(value - paths[i][h]);
                errors[i] += Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
            }
        }
    }

    /**
     * The positions of the members that are not much worse than the best: by their mean errors, at most so many times
     * it; the fewer origins there are to tell, the more times. That one never missed means little at a few origins.
     */
    private List<Integer> usable() {
        double least = Arrays.stream(errors).min().orElse(0);
        double most = (WORST + DOUBT / Math.max(1, looks.size())) * least;
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] <= most || (least == 0 && looks.size() < DOUBT)) {
                kept.add(i);
            }
        }
        return kept;
    }

    /** The members that are {@linkplain #usable usable}, combined. */
    Combiner combiner(Combination combination) {
        int back = looks.isEmpty()
                ? 0
                : actual.length - looks.get(looks.size() - 1).origin();
        return new Combiner(combination, usable(), errors, (double) back / horizon);
    }

    /**
     * Errors of members combined, one step ahead: a period each, the newest last; NaN where nothing is known.
     *
     * @param behind periods without knowledge after the history
     */
    double[] nextErrors(Combiner combiner, int behind) {
        double[] all = new double[actual.length + behind];
        Arrays.fill(all, Double.NaN);
        for (int t = firstOrigin(); t < actual.length; t++) {
            int origin = t;
            double[][] paths = combiner.kept().stream()
                    .map(i -> members.get(i).mean(origin, 1))
                    .toArray(double[][]::new);
            double error = actual[t] - combiner.combine(paths)[0];
            all[t] = Double.isFinite(error) ? error : Double.NaN;
        }
        return all;
    }

    /** Mean size of the errors of a member, all steps together; 0 without an origin. */
    double meanError(int member) {
        return steps == 0 ? 0 : errors[member] / steps;
    }

    /** The errors of members combined. */
    CombinedErrors combined(Combiner combiner) {
        CombinedErrors combined = new CombinedErrors(new ErrorSize(actual), horizon);
        for (Look look : looks) {
            double[][] paths =
                    combiner.kept().stream().map(i -> look.paths()[i]).toArray(double[][]::new);
            combined.add(combiner.combine(paths), actual, look.origin());
        }
        return combined;
    }
}
