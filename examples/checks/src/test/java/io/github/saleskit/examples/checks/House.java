package io.github.saleskit.examples.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes and sources of the four published modules. */
final class House {

    static final List<String> MODULES = List.of("core", "cpq", "territory", "forecast");

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MODULES.stream().map(House::packageOf).toArray(String[]::new));

    private House() {}

    static String packageOf(String module) {
        return "io.github.saleskit." + module;
    }

    static Path root() {
        return Path.of(System.getProperty("saleskit.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    static Path sources(String module) {
        return root().resolve("sales-" + module).resolve("src/main/java");
    }

    static Path resources(String module) {
        return root().resolve("sales-" + module).resolve("src/main/resources");
    }

    /** Files below a folder whose name ends so, sorted; none when there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
