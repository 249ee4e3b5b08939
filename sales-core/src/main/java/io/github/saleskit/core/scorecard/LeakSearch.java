package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for fields that know the outcome too well. */
final class LeakSearch {

    private static final double SUSPICIOUS = .95;
    private static final double OFTEN = .5;
    private static final double HARDLY_EVER = .01;

    private LeakSearch() {}

    /** One suspicion a field at most, in the order of the fields; the table's rows are in an order that chance made. */
    static List<LeakSuspicion> find(CodedTable table) {
        Map<String, LeakSuspicion> found = new LinkedHashMap<>();
        for (int c = 0; c < table.columns.size(); c++) {
            String field = table.columns.get(c).field;
            double present = presence(table, c);
            double values = values(table, c);
            if (present > 0) {
                found.putIfAbsent(field, new LeakSuspicion(field, LeakSuspicion.Kind.PRESENCE, present));
            } else if (values > SUSPICIOUS) {
                found.putIfAbsent(field, new LeakSuspicion(field, LeakSuspicion.Kind.VALUES, values));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The AUC of being present, where that is suspicious; else 0. */
    private static double presence(CodedTable table, int c) {
        double[] present = new double[2];
        for (int i = 0; i < table.rows; i++) {
            present[table.won[i]] += table.codes[c][i] == Column.ABSENT ? 0 : 1;
        }
        double amongWon = present[1] / table.wins();
        double amongLost = present[0] / (table.rows - table.wins());
        boolean suspicious = Math.max(amongWon, amongLost) >= OFTEN && Math.min(amongWon, amongLost) <= HARDLY_EVER;
        return suspicious ? .5 + Math.abs(amongWon - amongLost) / 2 : 0;
    }

    /** The AUC of the shares of won by code, each half of the rows judged by the shares of the other half. */
    private static double values(CodedTable table, int c) {
        int size = table.columns.get(c).size;
        double[][] won = new double[2][size];
        double[][] all = new double[2][size];
        for (int i = 0; i < table.rows; i++) {
            won[i & 1][table.codes[c][i]] += table.won[i];
            all[i & 1][table.codes[c][i]]++;
        }
        double base = (double) table.wins() / table.rows;
        double[] figures = new double[table.rows];
        for (int i = 0; i < table.rows; i++) {
            int other = 1 - (i & 1);
            int code = table.codes[c][i];
            figures[i] = (won[other][code] + base) / (all[other][code] + 1);
        }
        return Ranking.auc(figures, table.won);
    }
}
