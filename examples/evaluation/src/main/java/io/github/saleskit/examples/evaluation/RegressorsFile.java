package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.InputText;
import io.github.saleskit.forecast.model.Regressors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known beside series, without a header, one column of one series a line: {@code id,name,v1..v(n+h)}; the id
 * {@code *} stands for all series.
 */
final class RegressorsFile {

    private static final String ALL = "*";

    private final Map<String, Map<String, double[]>> columns = new LinkedHashMap<>();

    private RegressorsFile() {}

    /**
     * Reads a file.
     *
     * @param entries the series, of which all ids must be
     */
    static RegressorsFile read(Path path, Map<String, SeriesFile.Entry> entries) {
        RegressorsFile file = new RegressorsFile();
        FileProblems problems = new FileProblems();
        try (BufferedReader reader = new BufferedReader(InputText.open(path))) {
            long line = 0;
            for (String text = reader.readLine(); text != null && !problems.full(); text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    file.add(path, line, text, entries, problems);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.throwIfAny();
        return file;
    }

    private void add(Path path, long line, String text, Map<String, SeriesFile.Entry> entries, FileProblems problems) {
        try {
            add(SeriesFile.cells(text), entries);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replace('\n', ' ');
            problems.report(path.toString(), line, 1, "regressor.invalid", null, message, null);
        }
    }

    private void add(String[] cells, Map<String, SeriesFile.Entry> entries) {
        if (cells.length < 3) {
            throw new IllegalArgumentException("expected id,name,v1..v(n+h)");
        }
        String id = cells[0];
        if (!id.equals(ALL) && !entries.containsKey(id)) {
            throw new IllegalArgumentException("there is no series \"" + id + "\"");
        }
        double[] values = Arrays.stream(cells, 2, cells.length)
                .mapToDouble(SeriesFile::value)
                .toArray();
        String name = cells[1].strip();
        Regressors.none().with(name, values);
        if (columns.computeIfAbsent(id, key -> new LinkedHashMap<>()).putIfAbsent(name, values) != null) {
            throw new IllegalArgumentException("\"" + name + "\" of \"" + id + "\" was given before");
        }
    }

    /** The columns of a series: those of all, and its own in their place or after them. */
    Regressors of(String id) {
        Map<String, double[]> found = new LinkedHashMap<>(columns.getOrDefault(ALL, Map.of()));
        found.putAll(columns.getOrDefault(id, Map.of()));
        Regressors regressors = Regressors.none();
        for (Map.Entry<String, double[]> column : found.entrySet()) {
            regressors = regressors.with(column.getKey(), column.getValue());
        }
        return regressors;
    }
}
