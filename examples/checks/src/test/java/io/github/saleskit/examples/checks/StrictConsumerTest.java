package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications on the module path compile without a warning and run, with either Jackson and with none. */
class StrictConsumerTest {

    private static final Path CONSUMERS = House.root().resolve("examples/checks/src/test/consumers");

    @TempDir
    private Path target;

    @Test
    void withNothingButWhatIsNeeded() throws Exception {
        Set<Path> needed = House.MODULES.stream()
                .flatMap(module -> ModuleGraphTest.resolve(module).modules().stream())
                .flatMap(module -> module.reference().location().stream())
                .filter(location -> location.getScheme().equals("file"))
                .map(Path::of)
                .collect(Collectors.toSet());
        compileAndRun("plain", entry -> needed.contains(entry.toAbsolutePath()));
    }

    @Test
    void withJackson2() throws Exception {
        compileAndRun("jackson2", entry -> !entry.toString().contains("tools"));
    }

    @Test
    void withJackson3() throws Exception {
        compileAndRun("jackson3", entry -> true);
    }

    private void compileAndRun(String consumer, Predicate<Path> wanted) throws Exception {
        String modulePath = Arrays.stream(ModuleGraphTest.classPath(wanted))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-cp",
                "",
                "-p",
                modulePath,
                "-d",
                target.toString()));
        House.files(CONSUMERS.resolve(consumer), ".java").forEach(source -> arguments.add(source.toString()));
        assertThat(compile(arguments)).isEmpty();
        String path = modulePath + File.pathSeparator + target;
        assertThat(run("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-p", path, "-m", "consumer/consumer.Main"))
                .contains("consumer is content");
    }

    /** Compiles in this JVM, which is warm; returns what the compiler says. */
    private static String compile(List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exit = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        assertThat(exit).as(said::toString).isZero();
        return said.toString();
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
