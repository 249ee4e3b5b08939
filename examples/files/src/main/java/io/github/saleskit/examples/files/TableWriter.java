package io.github.saleskit.examples.files;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a table with a header: comma separated, tab separated where the file is named {@code .tsv}, gzipped where it
 * ends in {@code .gz}; UTF-8, LF.
 *
 * <p>The file appears under its name only when {@link #close()} has written all of it after {@link #complete()}; else
 * nothing is left behind.
 */
public final class TableWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path draft;
    private final char delimiter;
    private final int columns;
    private final Writer out;
    private boolean complete;

    /** A writer that has written the header. */
    public TableWriter(Path target, String... header) {
        this.target = target.toAbsolutePath();
        this.draft = this.target.resolveSibling(this.target.getFileName() + ".part");
        String name = target.getFileName().toString();
        this.delimiter = name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? '\t' : ',';
        this.columns = header.length;
        try {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER);
            OutputStream bytes = name.endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file;
            this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), BUFFER);
        } catch (IOException e) {
            throw BadInputException.ofFile(target.toString(), "file.unwritable", "the file cannot be written");
        }
        row((Object[]) header);
    }

    /** Writes one row; fields are written as their {@code toString} and quoted where needed. */
    public void row(Object... fields) {
        if (fields.length != columns) {
            throw new IllegalArgumentException(
                    "the row has " + fields.length + " fields, but the header " + columns + ".");
        }
        String line = Stream.of(fields)
                .map(field -> quoted(field.toString()))
                .collect(Collectors.joining(String.valueOf(delimiter), "", "\n"));
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + target, e);
        }
    }

    private String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return plain && !(columns == 1 && text.isEmpty()) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Says that all rows are written. */
    public void complete() {
        complete = true;
    }

    @Override
    public void close() {
        try {
            out.close();
            if (complete) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + target, e);
        }
    }

    /** Writes a whole table. */
    public static void write(Path target, List<String> header, List<? extends List<?>> rows) {
        try (TableWriter writer = new TableWriter(target, header.toArray(String[]::new))) {
            rows.forEach(row -> writer.row(row.toArray()));
            writer.complete();
        }
    }
}
