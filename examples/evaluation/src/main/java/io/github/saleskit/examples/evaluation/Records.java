package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.evaluation.RulesFile.Kind;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Any table as records with typed fields. */
final class Records {

    private final Path path;
    private final TableForm form;
    private final List<Column> columns;
    private final Map<String, Double> limits;
    private final FileProblems problems;

    private Records(
            Path path, TableForm form, List<Column> columns, Map<String, Double> limits, FileProblems problems) {
        this.path = path;
        this.form = form;
        this.columns = columns;
        this.limits = limits;
        this.problems = problems;
    }

    /** One line of the table: a value or null for each column. */
    static final class TableRecord {
        private final @Nullable Object[] values;

        private TableRecord(@Nullable Object[] values) {
            this.values = values;
        }
    }

    private record Column(String name, Kind kind) {}

    /**
     * Looks at a file.
     *
     * @param stated kinds that are known; the others are the narrowest that all values of the column have
     * @throws io.github.saleskit.examples.files.BadInputException when it cannot be read
     */
    static Records of(Path path, Map<String, Kind> stated) {
        return of(path, stated, Map.of());
    }

    /**
     * Looks at a file.
     *
     * @param stated kinds that are known; the others are the narrowest that all values of the column have
     * @param limits of the size of numbers, by the names of columns that are stated as numbers
     * @throws io.github.saleskit.examples.files.BadInputException when it cannot be read
     */
    static Records of(Path path, Map<String, Kind> stated, Map<String, Double> limits) {
        FileProblems problems = new FileProblems();
        TableForm form = TableReader.formOf(path, "records", problems);
        problems.throwIfAny();
        requireKnown(path, stated, form, problems);
        Map<String, Set<Kind>> possible = new LinkedHashMap<>();
        form.columns().keySet().stream()
                .filter(column -> !stated.containsKey(column))
                .forEach(column ->
                        possible.put(column, EnumSet.of(Kind.WHOLE, Kind.DECIMAL, Kind.FLAG, Kind.DATE, Kind.INSTANT)));
        if (!possible.isEmpty()) {
            new TableReader(path, form, problems)
                    .forEach(row -> possible.forEach((column, left) -> narrow(row, column, left)));
        }
        problems.throwIfAny();
        List<Column> columns = new ArrayList<>();
        for (String name : form.columns().keySet()) {
            Set<Kind> left = possible.getOrDefault(name, Set.of());
            Kind narrowest = left.isEmpty() ? Kind.TEXT : left.iterator().next();
            columns.add(new Column(name, stated.getOrDefault(name, narrowest)));
        }
        return new Records(path, form, columns, limits, problems);
    }

    private static void requireKnown(Path path, Map<String, Kind> stated, TableForm form, FileProblems problems) {
        for (String name : stated.keySet()) {
            if (!form.columns().containsKey(name)) {
                String message = "the rules state the kind of the column \"" + name + "\", which is missing";
                String advice = Problems.suggest(name, form.columns().keySet());
                problems.report(path.toString(), 1, 1, "column.missing", name, message, advice);
            }
        }
        problems.throwIfAny();
    }

    private static void narrow(Row row, String column, Set<Kind> left) {
        if (!left.isEmpty() && row.has(column)) {
            String text = row.text(column);
            left.removeIf(kind -> !fits(kind, text));
        }
    }

    private static boolean fits(Kind kind, String text) {
        return switch (kind) {
            case WHOLE -> text.length() <= 18 && text.matches("-?(0|[1-9]\\d*)");
            case DECIMAL -> text.length() <= 30 && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?");
            case FLAG -> text.equals("true") || text.equals("false");
            case DATE -> text.length() == 10 && parses(text, LocalDate::parse);
            default -> parses(text, Instant::parse);
        };
    }

    private static boolean parses(String text, Consumer<String> parser) {
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The columns as fields, for criteria. */
    FieldSet<TableRecord> fields() {
        FieldSet.Builder<TableRecord> fields = FieldSet.of(TableRecord.class);
        for (int i = 0; i < columns.size(); i++) {
            add(fields, columns.get(i), i);
        }
        return fields.build();
    }

    /** The columns as fields, of which a text column is the id, to which more may be added. */
    FieldSet.Builder<TableRecord> fields(String idColumn) {
        FieldSet.Builder<TableRecord> fields = FieldSet.of(TableRecord.class);
        for (int i = 0; i < columns.size(); i++) {
            add(fields, columns.get(i), i);
            if (columns.get(i).name().equals(idColumn)) {
                int id = i;
                fields.id(r -> String.valueOf(r.values[id]));
            }
        }
        return fields;
    }

    /** The numbers of a column, which has to be there and stated as a number. */
    ToDoubleFunction<TableRecord> numbers(String column) {
        int place = columns.stream().map(Column::name).toList().indexOf(column);
        return record -> record.values[place] instanceof Double value ? value : Double.NaN;
    }

    @SuppressWarnings("unchecked") // values are made by value(), kind by kind
    private static void add(FieldSet.Builder<TableRecord> fields, Column column, int i) {
        String name = column.name();
        switch (column.kind()) {
            case TEXT -> fields.text(name, r -> (String) r.values[i]);
            case WHOLE -> fields.whole(name, r -> r.values[i] instanceof Long value ? value : Field.ABSENT);
            case NUMBER -> fields.number(name, r -> r.values[i] instanceof Double value ? value : Double.NaN);
            case DECIMAL -> fields.decimal(name, r -> (BigDecimal) r.values[i]);
            case MONEY -> fields.money(name, r -> (BigMoney) r.values[i]);
            case FLAG -> fields.optionalFlag(name, r -> (Boolean) r.values[i]);
            case DATE -> fields.date(name, r -> (LocalDate) r.values[i]);
            case INSTANT -> fields.instant(name, r -> (Instant) r.values[i]);
            case SET -> fields.set(name, r -> (Collection<String>) r.values[i]);
        }
    }

    /**
     * Hands over the records in portions, so that files larger than the memory can be read.
     *
     * @throws io.github.saleskit.examples.files.BadInputException when there were problems, after as many records as
     *     were right
     */
    void forEach(int portion, Consumer<List<TableRecord>> consumer) {
        List<TableRecord> records = new ArrayList<>(portion);
        new TableReader(path, form, problems).forEach(row -> {
            records.add(new TableRecord(
                    columns.stream().map(column -> value(row, column)).toArray()));
            if (records.size() == portion) {
                consumer.accept(records);
                records.clear();
            }
        });
        problems.throwIfAny();
        if (!records.isEmpty()) {
            consumer.accept(records);
        }
    }

    private @Nullable Object value(Row row, Column column) {
        String name = column.name();
        if (!row.has(name)) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> row.text(name);
            case WHOLE -> row.whole(name, -Long.MAX_VALUE, Long.MAX_VALUE);
            case NUMBER -> number(row, name);
            case DECIMAL -> row.number(name);
            case MONEY -> parsed(row, name, BigMoney::parse, "an amount such as EUR 10.50");
            case FLAG -> row.flag(name);
            case DATE -> row.date(name);
            case INSTANT -> parsed(row, name, Instant::parse, "an instant such as 2026-11-23T09:00:00Z");
            case SET -> new ArrayList<>(row.list(name));
        };
    }

    private @Nullable Double number(Row row, String name) {
        double limit = limits.getOrDefault(name, Double.MAX_VALUE);
        double number = row.number(name, -limit, limit);
        return Math.abs(number) <= limit ? number : null;
    }

    private static @Nullable Object parsed(Row row, String name, Function<String, Object> parser, String expected) {
        String text = row.text(name);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            row.report(name, "value.invalid", text, name + " is \"" + text + "\", expected " + expected, null);
            return null;
        }
    }

    /** The columns with their kinds, for people. */
    @Override
    public String toString() {
        return Arrays.toString(columns.toArray());
    }
}
