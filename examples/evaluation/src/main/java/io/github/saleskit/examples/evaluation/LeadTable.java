package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of leads with their outcomes, for {@link ScoreCommand}. */
final class LeadTable {

    private static final Set<String> NO_NUMBERS = Set.of("nan", "na", "n/a", "null", "none", "?");
    private static final Map<String, Double> INFINITE =
            Map.of("inf", Double.POSITIVE_INFINITY, "+inf", Double.POSITIVE_INFINITY, "-inf", Double.NEGATIVE_INFINITY);
    private static final Map<String, Boolean> OUTCOMES = Map.of(
            "1", true, "1.0", true, "true", true, "yes", true, "y", true, "won", true, "0", false, "0.0", false,
            "false", false);

    private final Path path;
    private final LeadSchema schema;
    private final FileProblems problems = new FileProblems();

    /** One lead as the table has it. */
    static final class Lead {
        final String row;
        final boolean won;
        final String fold;
        private final double[] numbers;
        private final @Nullable String[] texts;
        private final String order;

        private Lead(String row, boolean won, String fold, String order, double[] numbers, @Nullable String[] texts) {
            this.row = row;
            this.won = won;
            this.fold = fold;
            this.order = order;
            this.numbers = numbers;
            this.texts = texts;
        }
    }

    LeadTable(Path path, LeadSchema schema) {
        this.path = path;
        this.schema = schema;
    }

    /**
     * The leads in the order of the file, or sorted stably by a column: by number where all its values are numbers,
     * else by text.
     *
     * @param folds whether leads are predicted fold by fold, so that each has to say its own
     * @param order the column, or null for the order of the file
     * @throws io.github.saleskit.examples.files.BadInputException when the file cannot be used
     */
    List<Lead> read(boolean folds, @Nullable String order) {
        TableForm form = TableReader.formOf(path, "leads", problems);
        problems.throwIfAny();
        schema.features().forEach(column -> require(column, form));
        require(schema.target(), form);
        if (folds) {
            require("fold", form);
        }
        if (order != null) {
            require(order, form);
        }
        problems.throwIfAny();
        List<Lead> leads = new ArrayList<>();
        new TableReader(path, form, problems).forEach(row -> leads.add(lead(row, form, leads.size(), order)));
        problems.throwIfAny();
        if (order != null) {
            leads.sort(byOrder(leads));
        }
        return leads;
    }

    private void require(String column, TableForm form) {
        if (!form.columns().containsKey(column)) {
            String message = "there is no column \"" + column + "\"";
            String advice = Problems.suggest(column, form.columns().keySet());
            problems.report(path.toString(), 1, 1, "column.missing", column, message, advice);
        }
    }

    private Lead lead(Row row, TableForm form, int position, @Nullable String order) {
        double[] numbers = schema.numeric().stream()
                .mapToDouble(column -> number(row, column))
                .toArray();
        @Nullable
        String[] texts =
                schema.categorical().stream().map(column -> text(row, column)).toArray(String[]::new);
        String name = form.columns().containsKey("row") && row.has("row") ? row.text("row") : "" + position;
        String fold = form.columns().containsKey("fold") && row.has("fold") ? row.text("fold") : "";
        return new Lead(name, won(row), fold, order != null && row.has(order) ? row.text(order) : "", numbers, texts);
    }

    private static @Nullable String text(Row row, String column) {
        return row.has(column) ? row.text(column) : null;
    }

    /** What is absent, and says so by one of the customary words, is NaN. */
    private static double number(Row row, String column) {
        if (!row.has(column)) {
            return Double.NaN;
        }
        String text = row.text(column).toLowerCase(Locale.ROOT);
        if (NO_NUMBERS.contains(text)) {
            return Double.NaN;
        }
        Double number = INFINITE.containsKey(text) ? INFINITE.get(text) : parsed(text);
        if (number == null) {
            String message = column + " is \"" + text + "\", expected a number such as 1234.5";
            row.report(column, "number.invalid", text, message, "Maybe the schema should list it as categorical?");
            return Double.NaN;
        }
        return number;
    }

    private static @Nullable Double parsed(String text) {
        try {
            return text.endsWith("d") || text.endsWith("f") ? null : Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean won(Row row) {
        String text = row.text(schema.target());
        String known = text.toLowerCase(Locale.ROOT);
        if (OUTCOMES.containsKey(known)) {
            return OUTCOMES.get(known);
        }
        if (Set.of("no", "n", "lost").contains(known) || text.isEmpty()) {
            return false;
        }
        String message = schema.target() + " is \"" + text + "\", expected 1 or 0";
        row.report(schema.target(), "outcome.invalid", text, message, null);
        return false;
    }

    private static Comparator<Lead> byOrder(List<Lead> leads) {
        boolean numeric = leads.stream().allMatch(lead -> lead.order.isEmpty() || parsed(lead.order) != null);
        return numeric
                ? Comparator.comparingDouble(
                        lead -> lead.order.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(lead.order))
                : Comparator.comparing(lead -> lead.order);
    }

    /** The features as fields. */
    FieldSet<Lead> fields() {
        FieldSet.Builder<Lead> fields = FieldSet.of(Lead.class).id(lead -> lead.row);
        for (int i = 0; i < schema.numeric().size(); i++) {
            int column = i;
            fields.number(schema.numeric().get(i), lead -> lead.numbers[column]);
        }
        for (int i = 0; i < schema.categorical().size(); i++) {
            int column = i;
            fields.text(schema.categorical().get(i), lead -> lead.texts[column]);
        }
        return fields.build();
    }
}
