package io.github.saleskit.examples.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {

    private static final List<String> STRANGE = List.of("", "a,b", "a\tb", "say \"hi\"", "two\r\nlines", " 桜 ", "𠮷");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.tsv", "t.csv.gz", "t.tsv.gz"})
    void whatIsWrittenIsReadBack(String name) {
        Path file = folder.resolve(name);
        TableWriter.write(
                file,
                List.of("id", "text"),
                STRANGE.stream()
                        .map(text -> List.of(STRANGE.indexOf(text), text))
                        .toList());
        FileProblems problems = new FileProblems();
        TableForm form = TableReader.formOf(file, "t", problems);
        assertThat(form.columns().keySet()).containsExactly("id", "text");
        List<String> texts = new TableReader(file, form, problems)
                .rows(row -> row.optional("text", row::text).orElse(""));
        assertThat(texts)
                .containsExactlyElementsOf(STRANGE.stream().map(String::strip).toList());
        assertThat(problems.toList()).isEmpty();
    }

    @Test
    void aSingleEmptyFieldIsNotAnEmptyLine() throws IOException {
        TableWriter.write(folder.resolve("t.csv"), List.of("a"), List.of(List.of(""), List.of("x")));
        assertThat(folder.resolve("t.csv")).hasContent("a\n\"\"\nx\n");
    }

    @Test
    void whatIsNotCompleteIsNotThere() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "old");
        try (TableWriter writer = new TableWriter(file, "a")) {
            writer.row("x");
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void foldersThatAreNotThereAreReported() {
        assertThatThrownBy(() -> new TableWriter(folder.resolve("none").resolve("t.csv"), "a"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void rowsMustFitTheHeader() {
        assertThatThrownBy(() -> TableWriter.write(folder.resolve("t.csv"), List.of("a"), List.of(List.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }
}
