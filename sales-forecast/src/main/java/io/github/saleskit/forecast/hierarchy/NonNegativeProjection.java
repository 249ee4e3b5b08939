package io.github.saleskit.forecast.hierarchy;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The nearest coherent forecasts, measured as a {@link Projection} does, of which no bottom series is below 0: a convex
 * quadratic programme, solved by exchanging sets of series that are held at 0 until every one of these would go below 0
 * and no other does.
 *
 * <p>When three exchanges of all wrong series do not make them fewer, only the last one is exchanged, which ends after
 * finitely many steps. Most forecasts take two to five exchanges, each as costly as a {@link FacePoint}.
 *
 * <p>Source: J. J. Júdice, F. M. Pires, A block principal pivoting algorithm for large-scale strictly monotone linear
 * complementarity problems, 1994; S. L. Wickramasuriya, B. A. Turlach, R. J. Hyndman, Optimal non-negative forecast
 * reconciliation, 2020.
 *
 * <p>Remembers some faces; for one thread.
 */
final class NonNegativeProjection implements CoherentRule {

    private static final int PATIENCE = 3;
    private static final int MOST_FACES = 16;
    private static final int MOST_EXCHANGES = 1_000;
    private static final double TOLERANCE = 1e-10;

    private final SummingMatrix matrix;
    private final ErrorCovariance covariance;
    private final Projection free;
    private final Map<BitSet, FacePoint> faces = new LinkedHashMap<>(MOST_FACES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BitSet, FacePoint> eldest) {
            return size() > MOST_FACES;
        }
    };

    NonNegativeProjection(SummingMatrix matrix, ErrorCovariance covariance, Projection free) {
        this.matrix = matrix;
        this.covariance = covariance;
        this.free = free;
    }

    @Override
    public double[] bottom(double[] forecasts) {
        double[] start = free.bottom(forecasts);
        BitSet positive = new BitSet(start.length);
        for (int j = 0; j < start.length; j++) {
            positive.set(j, start[j] >= 0);
        }
        return positive.cardinality() == start.length ? start : exchanged(forecasts, positive);
    }

    private double[] exchanged(double[] forecasts, BitSet positive) {
        double size = 0;
        for (double value : forecasts) {
            size = Math.max(size, Math.abs(value));
        }
        int fewest = Integer.MAX_VALUE;
        int patience = PATIENCE;
        double[] bottom = new double[0];
        for (int i = 0; i < MOST_EXCHANGES; i++) {
            FacePoint.Solution solution = face(positive).solve(forecasts);
            bottom = solution.bottom();
            BitSet wrong = wrong(solution, positive, size);
            int count = wrong.cardinality();
            if (count == 0) {
                break;
            }
            patience = count < fewest ? PATIENCE : patience - 1;
            fewest = Math.min(fewest, count);
            if (patience > 0) {
                positive.xor(wrong);
            } else {
                positive.flip(wrong.length() - 1);
            }
        }
        for (int j = 0; j < bottom.length; j++) {
            bottom[j] = Math.max(0, bottom[j]);
        }
        return bottom;
    }

    private FacePoint face(BitSet positive) {
        BitSet key = (BitSet) positive.clone();
        return faces.computeIfAbsent(key, set -> new FacePoint(matrix, covariance, set));
    }

    /** The series that are below 0, and those held at 0 that would rise. */
    private BitSet wrong(FacePoint.Solution solution, BitSet positive, double size) {
        BitSet wrong = new BitSet();
        for (int j = 0; j < matrix.bottom(); j++) {
            double variance = covariance.diagonal()[matrix.sums() + j];
            boolean below = positive.get(j) && solution.bottom()[j] < -TOLERANCE * size;
            boolean rises = !positive.get(j) && solution.gradient()[j] * variance < -TOLERANCE * size;
            wrong.set(j, below || rises);
        }
        return wrong;
    }
}
