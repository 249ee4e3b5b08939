package io.github.saleskit.examples.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every reason can be read in English and in Japanese, and no template is left over. */
class ReasonTextsTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    @Test
    void everyCodeHasATemplateInBothLanguages() {
        for (String module : House.MODULES) {
            assertThat(codesInSources(module)).as(module).isEqualTo(codesInTemplates(module, "reasons.properties"));
            assertThat(codesInSources(module)).as(module).isEqualTo(codesInTemplates(module, "reasons_ja.properties"));
        }
    }

    @Test
    void bothLanguagesSpeakOfTheSameParameters() {
        List<String> differences = new ArrayList<>();
        for (String module : House.MODULES) {
            for (Path english : House.files(House.resources(module), "/reasons.properties")) {
                Properties en = load(english);
                Properties ja = load(english.resolveSibling("reasons_ja.properties"));
                for (String key : en.stringPropertyNames()) {
                    if (!parameters(en.getProperty(key)).equals(parameters(ja.getProperty(key, "")))) {
                        differences.add(english.getParent().getFileName() + "." + key);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static Set<String> codesInSources(String module) {
        Pattern code = Pattern.compile("\"(" + module + "(?:\\.[a-z]+)+\\.[a-z][a-zA-Z]*)\"");
        Set<String> codes = new TreeSet<>();
        for (Path source : House.files(House.sources(module), ".java")) {
            Matcher matcher = code.matcher(withoutComments(House.read(source)));
            while (matcher.find()) {
                codes.add(matcher.group(1));
            }
        }
        return codes;
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static Set<String> codesInTemplates(String module, String fileName) {
        Path folder = House.resources(module).resolve("io/github/saleskit/" + module);
        Set<String> codes = new TreeSet<>();
        for (Path file : House.files(folder, "/" + fileName)) {
            String area = folder.relativize(file.getParent())
                    .toString()
                    .replace('\\', '/')
                    .replace('/', '.');
            load(file).stringPropertyNames().forEach(name -> codes.add(module + "." + area + "." + name));
        }
        return codes;
    }

    private static Set<String> parameters(String template) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
