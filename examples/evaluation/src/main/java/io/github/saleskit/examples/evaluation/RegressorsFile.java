package io.github.saleskit.examples.evaluation;

import io.github.saleskit.forecast.model.Regressors;
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
        SeriesFile.forEachLine(path, "regressor.invalid", text -> file.add(SeriesFile.cells(text), entries));
        return file;
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
