package io.github.saleskit.core.scorecard;

/**
 * Finds the range of a number among ascending cuts: looks up in a table which few cuts may matter, then halves those.
 *
 * <p>The table divides the way from the first cut to the last into equal cells, measured by the numbers themselves, or
 * by the order of their bits, which is nearly that of their logarithms, whichever leaves fewer cuts in a cell.
 */
final class CutTable {

    private static final int CELLS_A_CUT = 4;
    private static final int MOST_CELLS = 1 << 12;

    private final double[] cuts;
    private final boolean byBits;
    private final double first;
    private final double cellsAUnit;

    /** By cell, how many cuts lie in the cells before it; one more at the end. */
    private final int[] before;

    private CutTable(double[] cuts, boolean byBits) {
        this.cuts = cuts;
        this.byBits = byBits;
        int cells = Math.min(MOST_CELLS, CELLS_A_CUT * cuts.length + 1);
        before = new int[cells + 1];
        first = cuts.length == 0 ? 0 : key(cuts[0]);
        double way = cuts.length == 0 ? 0 : key(cuts[cuts.length - 1]) - first;
        cellsAUnit = way > 0 ? cells / way : 0;
        for (double cut : cuts) {
            before[cell(cut) + 1]++;
        }
        for (int cell = 0; cell < cells; cell++) {
            before[cell + 1] += before[cell];
        }
    }

    static CutTable of(double... cuts) {
        CutTable byNumbers = new CutTable(cuts, false);
        CutTable byBits = new CutTable(cuts, true);
        return byNumbers.crowding() <= byBits.crowding() ? byNumbers : byBits;
    }

    private long crowding() {
        long sum = 0;
        for (int cell = 0; cell + 1 < before.length; cell++) {
            int cutsInCell = before[cell + 1] - before[cell];
            sum += (long) cutsInCell * cutsInCell;
        }
        return sum;
    }

    /** Never falls while the number rises. */
    private double key(double number) {
        if (!byBits) {
            return number;
        }
        long bits = Double.doubleToRawLongBits(number + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /**
     * Never falls while the number rises: casts saturate, and NaN, from nothing times infinity, becomes the first cell.
     */
    private int cell(double number) {
        int cell = (int) ((key(number) - first) * cellsAUnit);
        return Math.max(0, Math.min(before.length - 2, cell));
    }

    /** 1 for the lowest range; a number that equals a cut is in the range above it; 0 for NaN. */
    int rangeOf(double number) {
        if (Double.isNaN(number)) {
            return Column.ABSENT;
        }
        int cell = cell(number);
        int low = before[cell];
        int high = before[cell + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }
}
