package io.github.saleskit.territory.design.internal;

/** The account of a group from which the others are nearest in sum. */
final class Median {

    /** Up to this size every member is tried; that many members are tried in larger groups. */
    private static final int TRIED = 256;

    private Median() {}

    /**
     * The median of a group, exact for up to 256 members; in larger groups the 256 members nearest to the mean are
     * tried. O(256 times size) at most.
     *
     * @param members accounts; the first {@code size} are the group
     * @param start a member to begin with, which stays when none is better
     */
    static int of(Positions positions, int[] members, int size, int start) {
        int best = start;
        double least = sum(positions, members, size, start, Double.POSITIVE_INFINITY);
        int[] tried = size <= TRIED ? members : nearestToMean(positions, members, size);
        for (int c = 0; c < Math.min(size, TRIED); c++) {
            double sum = sum(positions, members, size, tried[c], least);
            if (sum < least) {
                least = sum;
                best = tried[c];
            }
        }
        return best;
    }

    /** The sum of distances, or something above the limit once it is passed. */
    private static double sum(Positions positions, int[] members, int size, int centre, double limit) {
        double sum = 0;
        for (int i = 0; i < size && sum <= limit; i++) {
            sum += positions.distance(members[i], centre);
        }
        return sum;
    }

    private static int[] nearestToMean(Positions positions, int[] members, int size) {
        double[] mean = new double[positions.dimensions()];
        for (int dimension = 0; dimension < mean.length; dimension++) {
            for (int i = 0; i < size; i++) {
                mean[dimension] += positions.coordinate(dimension, members[i]) / size;
            }
        }
        return Nearest.of(TRIED, size, i -> squared(positions, members[i], mean), members);
    }

    private static double squared(Positions positions, int account, double[] point) {
        double sum = 0;
        for (int dimension = 0; dimension < point.length; dimension++) {
            double difference = positions.coordinate(dimension, account) - point[dimension];
            sum += difference * difference;
        }
        return sum;
    }
}
