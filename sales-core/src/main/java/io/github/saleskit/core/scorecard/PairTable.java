package io.github.saleskit.core.scorecard;

/** What two columns add together: log-odds for each pair of groups of their codes. */
final class PairTable {

    final int first;
    final int second;
    final char[] firstGroups;
    final char[] secondGroups;

    /** How many groups the second column has. */
    final int width;

    /** By first group times {@link #width} plus second group. */
    final double[] logOdds;

    PairTable(int first, int second, char[] firstGroups, char[] secondGroups, int width, double[] logOdds) {
        this.first = first;
        this.second = second;
        this.firstGroups = firstGroups;
        this.secondGroups = secondGroups;
        this.width = width;
        this.logOdds = logOdds;
    }

    PairTable copy() {
        return new PairTable(first, second, firstGroups, secondGroups, width, logOdds.clone());
    }

    /** The same pair without any log-odds. */
    PairTable empty() {
        return new PairTable(first, second, firstGroups, secondGroups, width, new double[logOdds.length]);
    }

    void addTo(CodedTable table, double[] sums, double[] cells) {
        char[] a = table.codes[first];
        char[] b = table.codes[second];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += cells[firstGroups[a[i]] * width + secondGroups[b[i]]];
        }
    }
}
