package io.github.saleskit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.support.SharedData;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on which at least three of four independent engines agree. */
class RecurrenceVectorsTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    @ParameterizedTest
    @CsvSource({"recurrence_vectors.tsv, 129", "recurrence_generated.tsv.gz, 1394"})
    void everyVectorGivesItsDates(String file, int size) {
        List<String> lines = SharedData.lines("calendar/" + file);
        List<String> wrong = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String dates = dates(cells[1], cells[2]);
            if (!dates.equals(cells[3])) {
                wrong.add(cells[0] + " " + cells[1] + " gave " + dates + ", not " + cells[3]);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(lines).hasSize(size + 1);
    }

    private static String dates(String rule, String start) {
        return Recurrence.parse(rule)
                .occurrences(LocalDateTime.parse(start, TIME))
                .map(TIME::format)
                .collect(Collectors.joining(","));
    }
}
