package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.files.TableMapping;
import io.github.saleskit.examples.tour.InputFile.Fallback;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which file is read for what: those the user names, else those in the user's folder, else, for definitions and reps,
 * the shipped ones; without any of the user's, the whole shipped sample.
 */
final class TourFiles {

    private final Map<InputFile, Path> files = new EnumMap<>(InputFile.class);
    private final Map<InputFile, Path> shipped = new EnumMap<>(InputFile.class);
    private final Map<String, TableMapping> mappings = new LinkedHashMap<>();
    private final boolean sample;

    /**
     * Finds the files.
     *
     * @param folder the user's folder, or null
     * @param named files the user named
     * @param mappingFiles the user's mappings, at most one a table
     * @throws BadInputException when a named file, the folder or a mapping cannot be used
     */
    TourFiles(@Nullable Path folder, Map<InputFile, Path> named, List<Path> mappingFiles) {
        sample = folder == null && named.isEmpty();
        Path shippedFolder = shippedFolder();
        if (folder != null) {
            addFolder(folder);
        }
        files.putAll(named);
        mappingFiles.forEach(this::addMapping);
        for (InputFile input : InputFile.values()) {
            if (!files.containsKey(input) && (sample || input.fallback() == Fallback.SHIPPED)) {
                shipped.put(input, shippedFolder.resolve(input.fileName()));
            }
        }
    }

    private void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BadInputException.ofFile(folder.toString(), "folder.missing", "there is no such folder");
        }
        for (InputFile input : InputFile.values()) {
            Stream.of(input.fileName(), input.fileName() + ".gz")
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(file -> files.put(input, file));
        }
        if (files.isEmpty()) {
            String names = String.join(
                    ", ", Stream.of(InputFile.values()).map(InputFile::fileName).toList());
            throw BadInputException.ofFile(
                    folder.toString(), "folder.empty", "the folder has none of the files " + names);
        }
    }

    private void addMapping(Path file) {
        TableMapping mapping = TableMapping.read(file);
        List<String> tables = Stream.of(InputFile.values())
                .filter(InputFile::isTable)
                .map(InputFile::table)
                .toList();
        if (!tables.contains(mapping.table())) {
            String advice = Problems.suggest(mapping.table(), tables);
            throw BadInputException.ofFile(
                    file.toString(),
                    "mapping.table",
                    "there is no table \"" + mapping.table() + "\"" + (advice == null ? "" : ". " + advice));
        }
        if (mappings.put(mapping.table(), mapping) != null) {
            throw BadInputException.ofFile(
                    file.toString(), "mapping.duplicate", "there are two mappings for the table " + mapping.table());
        }
    }

    private static Path shippedFolder() {
        URL reps = TourFiles.class.getResource("sample/reps.csv");
        if (reps == null) {
            throw new IllegalStateException("the sample is not beside " + TourFiles.class + ".");
        }
        try {
            URI uri = reps.toURI();
            return Path.of(uri).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the sample is at " + reps, e);
        }
    }

    /** Whether the whole shipped sample is used. */
    boolean sample() {
        return sample;
    }

    /** The file to read, unless there is none. */
    Optional<Path> file(InputFile input) {
        return Optional.ofNullable(files.getOrDefault(input, shipped.get(input)));
    }

    /** The shipped files that stand in for what the user did not bring. */
    Map<InputFile, Path> standIns() {
        return sample ? Map.of() : Collections.unmodifiableMap(shipped);
    }

    /** Whether the user brought this file. */
    boolean brought(InputFile input) {
        return files.containsKey(input);
    }

    /** The mapping for a table; shipped tables have none. */
    TableMapping mapping(InputFile input) {
        TableMapping none = TableMapping.none(input.table());
        return files.containsKey(input) ? mappings.getOrDefault(input.table(), none) : none;
    }
}
