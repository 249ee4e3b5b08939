package io.github.saleskit.core.scorecard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examples as codes, column by column, with their outcomes. */
final class CodedTable {

    final List<Column> columns;
    final char[][] codes;

    /** 1 where won, else 0. */
    final byte[] won;

    final int rows;

    private @Nullable JointColumns joint;

    CodedTable(List<Column> columns, char[][] codes, byte[] won) {
        this.columns = columns;
        this.codes = codes;
        this.won = won;
        this.rows = won.length;
    }

    /** Some of the rows in the given order. */
    CodedTable take(int[] chosen) {
        char[][] taken = new char[codes.length][chosen.length];
        byte[] outcomes = new byte[chosen.length];
        for (int c = 0; c < codes.length; c++) {
            char[] from = codes[c];
            char[] to = taken[c];
            for (int i = 0; i < chosen.length; i++) {
                to[i] = from[chosen[i]];
            }
        }
        for (int i = 0; i < chosen.length; i++) {
            outcomes[i] = won[chosen[i]];
        }
        return new CodedTable(columns, taken, outcomes);
    }

    /** The columns put together; made when first asked for, and for one thread. */
    JointColumns joint() {
        JointColumns made = joint == null ? new JointColumns(this) : joint;
        joint = made;
        return made;
    }

    int wins() {
        int wins = 0;
        for (byte outcome : won) {
            wins += outcome;
        }
        return wins;
    }

    int[] counts(int column) {
        int[] counts = new int[columns.get(column).size];
        for (char code : codes[column]) {
            counts[code]++;
        }
        return counts;
    }

    /** The longest column, for buffers. */
    int widest() {
        return columns.stream().mapToInt(column -> column.size).max().orElse(0);
    }
}
