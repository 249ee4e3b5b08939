package io.github.saleskit.examples.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a user does, with files in a folder of the test, and keeps what the last one printed. */
abstract class CommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs one command; returns its exit code. */
    final int run(Object... args) {
        out.reset();
        err.reset();
        return new Evaluation(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(Stream.of(args).map(Object::toString).toArray(String[]::new));
    }

    /** The same for words between blanks. */
    final int runWords(String line) {
        return run((Object[]) line.split(" ", -1));
    }

    final String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    final JsonNode lastLine() {
        List<String> lines = out().lines().toList();
        return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
    }

    final Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
