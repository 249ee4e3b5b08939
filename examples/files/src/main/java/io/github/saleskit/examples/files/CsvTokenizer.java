package io.github.saleskit.examples.files;

import io.github.saleskit.examples.files.CsvRecord.Field;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records and fields as RFC 4180 says, and knows where each field starts.
 *
 * <p>Our own, because the readers on the shelf know no positions of fields, and either end at a broken quote or take it
 * for data. Lines end with LF, CRLF or CR; empty lines are skipped; a quote inside an unquoted field is an ordinary
 * character.
 */
final class CsvTokenizer {

    /** Beyond this a quote was forgotten. */
    static final int LONGEST_FIELD = 1_000_000;

    private static final int END = -1;
    private static final int MOST_FIELDS = 10_000;

    private final String file;
    private final Reader in;
    private final char delimiter;
    private final FileProblems problems;
    private final StringBuilder text = new StringBuilder();
    private final char[] buffer = new char[1 << 15];

    private int position;
    private int filled;
    private int current;
    private long line = 1;
    private int column = 1;
    private boolean broken;

    CsvTokenizer(String file, Reader in, char delimiter, FileProblems problems) throws IOException {
        this.file = file;
        this.in = in;
        this.delimiter = delimiter;
        this.problems = problems;
        this.current = read();
    }

    /** The next record, or null at the end; records with a broken quote are reported and left out. */
    @Nullable
    CsvRecord next() throws IOException {
        while (true) {
            skipEmptyLines();
            if (current == END) {
                return null;
            }
            broken = false;
            CsvRecord record = record();
            if (!broken) {
                return record;
            }
        }
    }

    private void skipEmptyLines() throws IOException {
        while (current == '\n' || current == '\r') {
            advance();
        }
    }

    private CsvRecord record() throws IOException {
        List<Field> fields = new ArrayList<>();
        fields.add(field());
        while (current == delimiter) {
            advance();
            fields.add(field());
            if (fields.size() > MOST_FIELDS) {
                report(line, column, "row.tooLong", "the line has more than " + MOST_FIELDS + " fields", null);
                skipLine();
            }
        }
        advance();
        return new CsvRecord(fields);
    }

    private Field field() throws IOException {
        long startLine = line;
        int startColumn = column;
        text.setLength(0);
        if (current == '"') {
            quoted(startLine, startColumn);
        } else {
            unquoted(startLine, startColumn);
        }
        return new Field(text.toString(), startLine, startColumn);
    }

    private void unquoted(long startLine, int startColumn) throws IOException {
        while (!atEndOfField()) {
            append(startLine, startColumn);
        }
    }

    private void quoted(long startLine, int startColumn) throws IOException {
        advance();
        while (current != END) {
            if (current == '"') {
                advance();
                if (current != '"') {
                    endOfQuotes();
                    return;
                }
            }
            append(startLine, startColumn);
        }
        if (!broken) {
            report(startLine, startColumn, "quote.unclosed", "the quote that opens here is never closed", null);
        }
    }

    private void endOfQuotes() throws IOException {
        if (!atEndOfField()) {
            report(
                    line,
                    column,
                    "quote.textAfter",
                    "there is text after the closing quote, expected " + name(delimiter) + " or the end of the line",
                    "A quote inside a quoted field is doubled: \"\".");
            skipLine();
        }
    }

    private void append(long startLine, int startColumn) throws IOException {
        if (current == '\uFFFD' && !broken) {
            report(
                    line,
                    column,
                    "text.encoding",
                    "this is no UTF-8 text",
                    "Maybe the file was saved as Windows-1252 or Shift_JIS? Save it as UTF-8.");
        }
        if (text.length() >= LONGEST_FIELD) {
            report(
                    startLine,
                    startColumn,
                    "field.tooLong",
                    "the field that starts here is longer than " + LONGEST_FIELD
                            + " characters; the rest of the file was not read",
                    "Maybe a closing quote is missing?");
            current = END;
            return;
        }
        text.append((char) current);
        advance();
    }

    private boolean atEndOfField() {
        return current == delimiter || current == '\n' || current == '\r' || current == END;
    }

    private void skipLine() throws IOException {
        while (current != '\n' && current != '\r' && current != END) {
            advance();
        }
    }

    private void advance() throws IOException {
        if (current == END) {
            return;
        }
        int before = current;
        current = read();
        if (before == '\n' || (before == '\r' && current != '\n')) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate((char) current)) {
            column++;
        }
    }

    private int read() throws IOException {
        if (position == filled) {
            filled = in.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return END;
            }
        }
        return buffer[position++];
    }

    private void report(long atLine, int atColumn, String code, String message, @Nullable String advice) {
        broken = true;
        problems.report(file, atLine, atColumn, code, null, message, advice);
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "a tab" : "\"" + delimiter + "\"";
    }
}
