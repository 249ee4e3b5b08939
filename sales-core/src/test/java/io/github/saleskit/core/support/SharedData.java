package io.github.saleskit.core.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Public data sets that some tests measure on: they lie beside the checkout in {@code ../shared/data}, or where the
 * environment variable {@code SALESKIT_DATA} says, and not in the repository. A test that needs one is skipped, and
 * says so, where it is absent.
 */
public final class SharedData {

    private SharedData() {}

    /** The file, or the calling test is skipped. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        Assumptions.assumeTrue(
                Files.isRegularFile(file), () -> "skipped: the data set " + name + " is not on this machine");
        return file;
    }

    /** The lines of a text file, gzipped or not, or the calling test is skipped. */
    public static List<String> lines(String name) {
        Path file = file(name);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String chosen = System.getenv("SALESKIT_DATA");
        return chosen != null
                ? Path.of(chosen)
                : Path.of(System.getProperty("saleskit.root", "."), "..", "shared", "data");
    }
}
