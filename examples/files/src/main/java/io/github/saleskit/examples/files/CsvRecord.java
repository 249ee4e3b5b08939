package io.github.saleskit.examples.files;

import java.util.List;

/** One line of a table as it stands in the file; quoted fields may make it span several lines. */
record CsvRecord(List<Field> fields) {

    /** The text of one field without its quotes, and where it starts. */
    record Field(String text, long line, int column) {}

    long line() {
        return fields.get(0).line();
    }
}
