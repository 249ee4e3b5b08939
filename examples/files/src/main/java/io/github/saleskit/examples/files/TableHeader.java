package io.github.saleskit.examples.files;

import io.github.saleskit.examples.files.CsvRecord.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where our columns are found in the records of one file, and what a mapping makes of their texts. */
final class TableHeader {

    private final String file;
    private final TableMapping mapping;
    private final DateForm dates;
    private final Map<String, Integer> columns;
    private final List<String> unused;
    private final Map<String, Map<String, Long>> seen = new HashMap<>();

    TableHeader(String file, TableMapping mapping, Map<String, Integer> columns, List<String> unused) {
        this.file = file;
        this.mapping = mapping;
        this.dates = mapping.dates();
        this.columns = columns;
        this.unused = unused;
    }

    String file() {
        return file;
    }

    TableMapping mapping() {
        return mapping;
    }

    DateForm dates() {
        return dates;
    }

    List<String> unused() {
        return unused;
    }

    String text(String column, CsvRecord record) {
        Integer index = columns.get(column);
        String text = index == null ? "" : record.fields().get(index).text().strip();
        if (text.isEmpty()) {
            String constant = mapping.constants().get(column);
            text = constant != null ? constant : mapping.defaults().getOrDefault(column, "");
        }
        Map<String, String> translation = mapping.values().get(column);
        return translation == null ? text : translation.getOrDefault(text, text);
    }

    Field place(String column, CsvRecord record) {
        Integer index = columns.get(column);
        return record.fields().get(index == null ? 0 : index);
    }

    /** The line that had this id before, or null; then this line has it. */
    @Nullable
    Long firstLineOf(String column, String id, long line) {
        return seen.computeIfAbsent(column, key -> new HashMap<>()).putIfAbsent(id, line);
    }
}
