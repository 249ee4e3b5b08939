package io.github.saleskit.territory.design.internal;

/**
 * The place from which some accounts are nearest in sum, anywhere on the plane or on the Earth (E. Weiszfeld, "Sur le
 * point pour lequel la somme des distances de n points donnés est minimum", 1937, with the step out of data points by
 * Y. Vardi, C.-H. Zhang, "The multivariate L1-median and associated data depth", 2000). On the Earth each step is made
 * on the plane that touches it, with great circles as straight lines.
 */
final class GeometricMedian {

    private static final int STEPS = 200;
    /** Steps shorter than this share of the mean distance are the last. */
    private static final double FINE = 1e-7;

    private static final double TINY = 1e-12;

    private final Positions positions;
    private final int[] places;
    private final int size;
    private final boolean sphere;
    private final double[] point;
    private final double[] toward;
    private final double[] pull = new double[3];
    private double sum;

    private GeometricMedian(Positions positions, int[] places, int size, int start) {
        this.positions = positions;
        this.places = places;
        this.size = size;
        this.sphere = positions.dimensions() == 3;
        this.point = positions.point(start);
        this.toward = new double[3];
    }

    /**
     * The coordinates of the median, never farther in sum than the place to start from. O(200 times size).
     *
     * @param places positions; the first {@code size} are the accounts
     */
    static double[] of(Positions positions, int[] places, int size, int start) {
        GeometricMedian median = new GeometricMedian(positions, places, size, start);
        median.walk();
        return median.point;
    }

    private void walk() {
        double[] best = point.clone();
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double length = pull();
            if (sum < least) {
                least = sum;
                System.arraycopy(point, 0, best, 0, 3);
            }
            if (length <= FINE * sum / size) {
                break;
            }
            go();
        }
        System.arraycopy(best, 0, point, 0, 3);
    }

    /** Sums the distances, and works out the next step; returns its length. */
    private double pull() {
        double weights = 0;
        int here = 0;
        sum = 0;
        pull[0] = pull[1] = pull[2] = 0;
        for (int at = 0; at < size; at++) {
            double distance = look(places[at]);
            sum += distance;
            if (distance <= TINY) {
                here++;
            } else {
                weights += 1 / distance;
                add(1 / distance);
            }
        }
        double force = length(pull);
        double out = here == 0 ? 1 : Math.max(0, 1 - here / Math.max(force, TINY));
        double scale = weights == 0 ? 0 : out / weights;
        for (int d = 0; d < 3; d++) {
            pull[d] *= scale;
        }
        return force * scale;
    }

    private void add(double weight) {
        for (int d = 0; d < 3; d++) {
            pull[d] += weight * toward[d];
        }
    }

    /** The distance to a place, in radii of the Earth there; leaves the way to it on the plane. */
    private double look(int place) {
        double along = 0;
        for (int d = 0; d < 3; d++) {
            toward[d] = positions.coordinate(d, place) - (sphere ? 0 : point[d]);
            along += sphere ? toward[d] * point[d] : 0;
        }
        if (!sphere) {
            return length(toward);
        }
        for (int d = 0; d < 3; d++) {
            toward[d] -= along * point[d];
        }
        double sine = length(toward);
        double angle = StrictMath.atan2(sine, along);
        for (int d = 0; d < 3 && sine > 0; d++) {
            toward[d] *= angle / sine;
        }
        return angle;
    }

    private void go() {
        for (int d = 0; d < 3; d++) {
            toward[d] = point[d];
        }
        double angle = sphere ? length(pull) : 0;
        double keep = sphere ? StrictMath.cos(angle) : 1;
        double turn = sphere && angle > 0 ? StrictMath.sin(angle) / angle : 1;
        for (int d = 0; d < 3; d++) {
            point[d] = keep * toward[d] + turn * pull[d];
        }
        double norm = sphere ? length(point) : 1;
        for (int d = 0; d < 3; d++) {
            point[d] /= norm;
        }
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
