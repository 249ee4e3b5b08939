package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.examples.files.CsvRecord.Field;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Streams the rows of one table file: comma, semicolon or tab separated (told by the first line), gzipped or not,
 * UTF-8.
 *
 * <pre>{@code
 * List<Lead> leads = new TableReader(file, LEADS, problems)
 *         .rows(row -> new Lead(row.id("id"), row.date("created_on")));
 * problems.throwIfAny();
 * }</pre>
 *
 * <p>The first line names the columns. A required column that is missing is a problem, and so is an unknown one whose
 * name is close to one that is missing; other columns are left alone and listed by {@link #unused()}.
 *
 * <p>For one thread and one pass.
 */
public final class TableReader {

    private final Path path;
    private final TableForm form;
    private final TableMapping mapping;
    private final FileProblems problems;
    private ProgressListener progress = ProgressListener.none();
    private List<String> unused = List.of();

    /** A reader of a file that is in our own form. */
    public TableReader(Path path, TableForm form, FileProblems problems) {
        this(path, form, TableMapping.none(form.name()), problems);
    }

    /** A reader of somebody else's file. */
    public TableReader(Path path, TableForm form, TableMapping mapping, FileProblems problems) {
        this.path = path;
        this.form = form;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** This reader, which from now on tells how many bytes of the file it has read. */
    public TableReader reporting(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * A form with the columns that a file has, all optional, for a program that takes any table.
     *
     * @return a form without columns when the file has none, which is reported
     */
    public static TableForm formOf(Path path, String name, FileProblems problems) {
        TableForm[] form = {TableForm.of(name)};
        TableReader reader = new TableReader(path, form[0], problems);
        reader.first(first -> {
            for (Field field : first.fields()) {
                String column = field.text().strip();
                if (form[0].columns().containsKey(column)) {
                    String message = "there are two columns \"" + column + "\"";
                    problems.report(
                            path.toString(), field.line(), field.column(), "column.duplicate", column, message, null);
                } else if (!column.isEmpty()) {
                    form[0] = form[0].optional(column, "");
                }
            }
        });
        return form[0];
    }

    /** All rows as values; rows with problems are reported and left out. */
    public <T> List<T> rows(Function<Row, T> value) {
        List<T> values = new ArrayList<>();
        forEach(row -> {
            int before = problems.count();
            T read = read(row, value);
            if (read != null && problems.count() == before) {
                values.add(read);
            }
        });
        return values;
    }

    /** What the value's own constructor refuses is a problem of the row, unless it is a consequence of another. */
    private <T> @Nullable T read(Row row, Function<Row, T> value) {
        int before = problems.count();
        try {
            return value.apply(row);
        } catch (IllegalArgumentException e) {
            if (problems.count() == before) {
                String message = Optional.ofNullable(e.getMessage()).orElse(e.toString());
                problems.report(path.toString(), row.line(), 1, "row.invalid", null, message.replace('\n', ' '), null);
            }
            return null;
        }
    }

    /** Hands over each row as it is read; stops when the problems are full. */
    public void forEach(Consumer<Row> consumer) {
        open(in -> forEach(in, consumer));
    }

    private void first(Consumer<CsvRecord> consumer) {
        open(in -> {
            CsvRecord first = new CsvTokenizer(path.toString(), in, Delimiter.guess(in), problems).next();
            if (first != null) {
                consumer.accept(first);
            } else if (problems.count() == 0) {
                problems.report(path.toString(), 1, 1, "file.empty", null, "the file is empty", null);
            }
        });
    }

    /** Reads what is open. */
    @FunctionalInterface
    private interface Reading {
        void read(Reader in) throws IOException;
    }

    private void open(Reading reading) {
        try (Reader in = InputText.open(path, progress)) {
            reading.read(in);
        } catch (BadInputException e) {
            e.problems().forEach(problems::add);
        } catch (EOFException | ZipException e) {
            String message = "the gzip file is damaged: " + e.getMessage();
            problems.report(path.toString(), 0, 0, "file.gzip", null, message, null);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    private void forEach(Reader in, Consumer<Row> consumer) throws IOException {
        CsvTokenizer tokens = new CsvTokenizer(path.toString(), in, Delimiter.guess(in), problems);
        CsvRecord first = tokens.next();
        if (first == null) {
            if (problems.count() == 0) {
                String expected = String.join(", ", form.columns().keySet());
                problems.report(
                        path.toString(),
                        1,
                        1,
                        "file.empty",
                        null,
                        "the file is empty, expected a first line that names the columns: " + expected,
                        null);
            }
            return;
        }
        TableHeader header = new HeaderCheck(path.toString(), form, mapping, problems).check(first);
        if (header == null) {
            return;
        }
        unused = header.unused();
        CsvRecord record;
        while (!problems.full() && (record = tokens.next()) != null) {
            if (fits(record, first)) {
                consumer.accept(new Row(header, record, problems));
            }
        }
    }

    private boolean fits(CsvRecord record, CsvRecord header) {
        int fields = record.fields().size();
        int expected = header.fields().size();
        if (fields == expected) {
            return true;
        }
        Field place = record.fields().get(Math.min(fields, expected + 1) - 1);
        problems.report(
                path.toString(),
                place.line(),
                place.column(),
                "row.fields",
                null,
                "the line has " + fields + " fields, expected " + expected + " as in the first line",
                fields > expected ? "Maybe a field with a comma in it needs quotes around it?" : null);
        return false;
    }

    /** The columns that the form does not know and that were left alone. */
    public List<String> unused() {
        return unused;
    }
}
