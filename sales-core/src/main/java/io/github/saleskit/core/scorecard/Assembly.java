package io.github.saleskit.core.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns an additive model over codes into a scorecard: centres its terms, rounds them and gives them names. */
final class Assembly {

    private static final double UNITS = 1 << 20;
    private static final int SWEEPS = 8;

    private final CodedTable table;
    private final AdditiveModel model;
    private final Scorecard.Builder card;

    private Assembly(CodedTable table, AdditiveModel model, Scorecard.Builder card) {
        this.table = table;
        this.model = model.copy();
        this.card = card;
    }

    /** Fills in the intercept and the terms. */
    static void assemble(CodedTable table, AdditiveModel model, Scorecard.Builder card) {
        Assembly assembly = new Assembly(table, model, card);
        assembly.centre();
        assembly.addTerms();
    }

    static double rounded(double logOdds) {
        return Math.rint(logOdds * UNITS) / UNITS + 0.0;
    }

    private void centre() {
        model.pairs.forEach(this::centre);
        for (int c = 0; c < model.tables.length; c++) {
            double[] figures = model.tables[c];
            int[] counts = table.counts(c);
            double sum = 0;
            for (int code = 0; code < figures.length; code++) {
                sum += counts[code] * figures[code];
            }
            double mean = sum / table.rows;
            for (int code = 0; code < figures.length; code++) {
                figures[code] -= mean;
            }
            model.intercept += mean;
        }
    }

    /** Moves what belongs to one of the two columns alone to its own table, by turns until hardly anything is left. */
    private void centre(PairTable pair) {
        double[] counts = new double[pair.logOdds.length];
        for (int i = 0; i < table.rows; i++) {
            counts[
                    pair.firstGroups[table.codes[pair.first][i]] * pair.width
                            + pair.secondGroups[table.codes[pair.second][i]]]++;
        }
        int height = counts.length / pair.width;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < height; i++) {
                move(
                        pair.logOdds,
                        counts,
                        i * pair.width,
                        1,
                        pair.width,
                        model.tables[pair.first],
                        pair.firstGroups,
                        i);
            }
            for (int j = 0; j < pair.width; j++) {
                move(pair.logOdds, counts, j, pair.width, height, model.tables[pair.second], pair.secondGroups, j);
            }
        }
    }

    private static void move(
            double[] cells, double[] counts, int from, int stride, int n, double[] figures, char[] groups, int group) {
        double sum = 0;
        double rows = 0;
        for (int k = 0; k < n; k++) {
            sum += counts[from + k * stride] * cells[from + k * stride];
            rows += counts[from + k * stride];
        }
        if (rows == 0) {
            return;
        }
        for (int k = 0; k < n; k++) {
            cells[from + k * stride] -= sum / rows;
        }
        for (int code = 0; code < groups.length; code++) {
            figures[code] += groups[code] == group ? sum / rows : 0;
        }
    }

    private void addTerms() {
        card.intercept(rounded(model.intercept));
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        for (int c = 0; c < model.tables.length; c++) {
            Column column = table.columns.get(c);
            if (column.part == FieldPart.MEMBER) {
                sets.computeIfAbsent(column.field, name -> new ArrayList<>()).add(c);
            } else if (Arrays.stream(model.tables[c]).anyMatch(figure -> rounded(figure) != 0)) {
                add(c, column);
            }
        }
        sets.forEach(this::addSet);
        model.pairs.forEach(this::addPair);
    }

    private void add(int c, Column column) {
        if (column.ordered()) {
            addNumber(column, model.tables[c], table.counts(c));
        } else {
            addCategory(column, model.tables[c], table.counts(c));
        }
    }

    /** Neighbouring ranges with the same figure become one. */
    private void addNumber(Column column, double[] figures, int[] counts) {
        List<Double> cuts = new ArrayList<>();
        List<Double> logOdds = new ArrayList<>(List.of(rounded(figures[1])));
        List<Integer> rows = new ArrayList<>(List.of(counts[0], counts[1]));
        for (int code = 2; code < column.size; code++) {
            double figure = rounded(figures[code]);
            int last = logOdds.size() - 1;
            if (figure == logOdds.get(last)) {
                rows.set(last + 1, rows.get(last + 1) + counts[code]);
            } else {
                cuts.add(column.cuts[code - 2]);
                logOdds.add(figure);
                rows.add(counts[code]);
            }
        }
        card.addNumbers(new NumberTerm(column.field, column.part, cuts, logOdds, rounded(figures[0]), rows));
    }

    private void addCategory(Column column, double[] figures, int[] counts) {
        List<Double> logOdds = new ArrayList<>();
        for (int code = 1; code < column.other(); code++) {
            logOdds.add(rounded(figures[code]));
        }
        card.addCategories(new CategoryTerm(
                column.field,
                column.part,
                List.of(column.values),
                logOdds,
                rounded(figures[0]),
                rounded(figures[column.other()]),
                Arrays.stream(counts).boxed().toList()));
    }

    private void addSet(String field, List<Integer> columns) {
        List<String> members = new ArrayList<>();
        List<Double> logOdds = new ArrayList<>();
        List<Integer> rows = new ArrayList<>(List.of(table.counts(columns.get(0))[0]));
        double missing = 0;
        double present = 0;
        for (int c : columns) {
            double[] figures = model.tables[c];
            members.add(table.columns.get(c).member);
            logOdds.add(rounded(figures[1]) - rounded(figures[2]));
            rows.add(table.counts(c)[1]);
            missing += rounded(figures[0]);
            present += rounded(figures[2]);
        }
        card.addSets(new SetTerm(field, members, logOdds, missing, present, rows));
    }

    private void addPair(PairTable pair) {
        Column first = table.columns.get(pair.first);
        Column second = table.columns.get(pair.second);
        int[] rowOf = groups(first, pair.firstGroups);
        int[] columnOf = groups(second, pair.secondGroups);
        List<List<Double>> logOdds = new ArrayList<>();
        for (int row : rowOf) {
            List<Double> line = new ArrayList<>();
            for (int column : columnOf) {
                line.add(rounded(pair.logOdds[row * pair.width + column]));
            }
            logOdds.add(line);
        }
        boolean anything = logOdds.stream().anyMatch(line -> line.stream().anyMatch(figure -> figure != 0));
        if (anything) {
            card.addPairs(new PairTerm(side(first, pair.firstGroups), side(second, pair.secondGroups), logOdds));
        }
    }

    /** The group of absent, then those of the others as {@link #side} lists them. */
    private static int[] groups(Column column, char[] groups) {
        List<Integer> listed = new ArrayList<>(List.of((int) groups[0]));
        if (column.ordered()) {
            for (int code = 1; code < column.size; code++) {
                if (code == 1 || groups[code] != groups[code - 1]) {
                    listed.add((int) groups[code]);
                }
            }
        } else {
            listed.addAll(valuesByGroup(column, groups).keySet());
            listed.add((int) groups[column.other()]);
        }
        return listed.stream().mapToInt(group -> group).toArray();
    }

    private static PairSide side(Column column, char[] groups) {
        List<Double> cuts = new ArrayList<>();
        for (int code = 2; column.ordered() && code < column.size; code++) {
            if (groups[code] != groups[code - 1]) {
                cuts.add(column.cuts[code - 2]);
            }
        }
        List<List<String>> values = column.ordered()
                ? List.of()
                : List.copyOf(valuesByGroup(column, groups).values());
        return new PairSide(column.field, column.part, cuts, values);
    }

    private static Map<Integer, List<String>> valuesByGroup(Column column, char[] groups) {
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        for (int code = 1; code < column.other(); code++) {
            values.computeIfAbsent((int) groups[code], group -> new ArrayList<>())
                    .add(column.values[code - 1]);
        }
        return values;
    }
}
