package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of the README are those that {@link StrictConsumerTest} compiles and runs. */
class ReadmeTest {

    @Test
    void theExampleIsTheOneThatIsCompiledAndRun() {
        String readme = House.read(House.root().resolve("README.md"));
        String shown = between(readme, "```java\n", "```");
        Path source = House.root().resolve("examples/checks/src/test/consumers/plain/consumer/Main.java");
        String run = between(House.read(source), "    // README: begin\n", "    // README: end");
        assertThat(shown).isEqualTo(run.indent(-4));
    }

    @Test
    void theExampleOfJsonIsTheOneThatIsCompiledAndRun() {
        String readme = House.read(House.root().resolve("README.md"));
        String shown = between(readme, "with Jackson 3:\n```java\n", "```");
        Path source = House.root().resolve("examples/checks/src/test/consumers/jackson3/consumer/Main.java");
        String run = between(House.read(source), "        // README: begin\n", "        // README: end");
        assertThat(shown).isEqualTo(run.indent(-8));
    }

    @Test
    void everyLinkLeadsToAFile() {
        Matcher link = Pattern.compile("]\\(([^)#]+)\\)")
                .matcher(House.read(House.root().resolve("README.md")));
        while (link.find()) {
            assertThat(House.root().resolve(link.group(1))).exists();
        }
    }

    @Test
    void itFitsOnTwoScreens() {
        assertThat(House.read(House.root().resolve("README.md")).lines().count())
                .isLessThan(110);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
