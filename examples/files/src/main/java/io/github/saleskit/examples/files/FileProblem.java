package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.Problem;

/**
 * A problem and its place in a file, for example {@code leads.csv:17:24: created_on is "2025-02-30", expected a date
 * such as 2025-02-28 (date.invalid)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 when the problem is the file as a whole
 * @param column the character in the line, from 1; 0 together with line 0
 * @param problem what is wrong; its pointer is empty in a table
 */
public record FileProblem(String file, long line, int column, Problem problem) {

    /** File, line, column and problem in one line, as editors and terminals link it; a line break becomes a blank. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line + ":" + column) + ": "
                + problem.toString().replaceAll("\\R", " ");
    }
}
