package io.github.saleskit.examples.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.examples.files.CsvRecord.Field;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvTokenizerPropertyTest {

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field =
                Arbitraries.strings().withChars("ab\"',;\t \n\r桜").ofMaxLength(6);
        return field.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(6);
    }

    @Property
    void whatIsWrittenQuotedIsReadBack(@ForAll("tables") List<List<String>> table, @ForAll("lineEnds") String lineEnd)
            throws IOException {
        String text = table.stream()
                .map(row ->
                        row.stream().map(CsvTokenizerPropertyTest::quote).collect(Collectors.joining(",")) + lineEnd)
                .collect(Collectors.joining());
        FileProblems problems = new FileProblems();
        List<CsvRecord> records = read(text, problems);
        assertThat(problems.toList()).isEmpty();
        assertThat(records.stream()
                        .map(record -> record.fields().stream().map(Field::text).toList()))
                .isEqualTo(table);
        assertPlaces(text, records);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    /** The oracle finds a line's start by counting line ends. */
    private static void assertPlaces(String text, List<CsvRecord> records) {
        List<Integer> lineStarts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                lineStarts.add(i + 1);
            }
        }
        for (CsvRecord record : records) {
            for (Field field : record.fields()) {
                int start = lineStarts.get((int) field.line() - 1) + field.column() - 1;
                assertThat(text.substring(start)).startsWith(quote(field.text()));
            }
        }
    }

    @Property
    void noTextIsTooStrange(@ForAll String text) throws IOException {
        FileProblems problems = new FileProblems();
        read(text, problems);
        assertThat(problems.count()).isLessThanOrEqualTo(FileProblems.LIMIT);
    }

    private static List<CsvRecord> read(String text, FileProblems problems) throws IOException {
        CsvTokenizer tokens = new CsvTokenizer("t.csv", new StringReader(text), ',', problems);
        List<CsvRecord> records = new ArrayList<>();
        for (CsvRecord record = tokens.next(); record != null; record = tokens.next()) {
            records.add(record);
        }
        return records;
    }

    private static String quote(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
