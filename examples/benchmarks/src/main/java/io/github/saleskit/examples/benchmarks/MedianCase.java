package io.github.saleskit.examples.benchmarks;

/** The problems that solvers are compared by. */
public enum MedianCase {
    /** A hundred points, evenly spread. */
    EVEN_100_10(100, 10, false),
    /** Four hundred points, evenly spread. */
    EVEN_400_30(400, 30, false),
    /** Two thousand points, most of them in towns. */
    TOWNS_2000_100(2_000, 100, true);

    private final int points;
    private final int centres;
    private final boolean towns;

    MedianCase(int points, int centres, boolean towns) {
        this.points = points;
        this.centres = centres;
        this.towns = towns;
    }

    MedianTask task() {
        return new MedianTask(points, centres, towns);
    }
}
