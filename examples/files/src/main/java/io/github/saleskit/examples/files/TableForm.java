package io.github.saleskit.examples.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The documented form of one kind of table: its columns and what stands in them.
 *
 * <pre>{@code
 * TableForm leads = TableForm.of("leads").required("id", "unique").optional("country", "ISO code such as DE");
 * }</pre>
 *
 * <p>Immutable and thread-safe; {@code required} and {@code optional} return a new form.
 */
public final class TableForm {

    /** One column of the form. */
    public record Column(String name, boolean required, String description) {}

    private final String name;
    private final Map<String, Column> columns;

    private TableForm(String name, Map<String, Column> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** A form without columns. */
    public static TableForm of(String name) {
        return new TableForm(name, Map.of());
    }

    /** This form with a further column that every file must have. */
    public TableForm required(String column, String description) {
        return with(new Column(column, true, description));
    }

    /** This form with a further column that a file may leave out. */
    public TableForm optional(String column, String description) {
        return with(new Column(column, false, description));
    }

    private TableForm with(Column column) {
        Map<String, Column> all = new LinkedHashMap<>(columns);
        if (all.put(column.name(), column) != null) {
            throw new IllegalArgumentException("column \"" + column.name() + "\" is declared twice.");
        }
        return new TableForm(name, Collections.unmodifiableMap(all));
    }

    /** What the table is called, such as {@code leads}. */
    public String name() {
        return name;
    }

    /** The columns by name, in order of declaration. */
    public Map<String, Column> columns() {
        return columns;
    }
}
