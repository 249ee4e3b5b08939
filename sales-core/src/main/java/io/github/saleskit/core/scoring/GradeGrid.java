package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Grades by two sums of points, such as fit and engagement, instead of by their total.
 *
 * <pre>{@code
 * GradeGrid.of(
 *         GradeAxis.of("fit", Grade.of("A", 40), Grade.of("B", 20), Grade.of("C", -50)),
 *         GradeAxis.of("engagement", Grade.of("1", 30), Grade.of("2", 10), Grade.of("3", 0)))      // A1 to C3
 * }</pre>
 *
 * <p>A lead below the lowest band of an axis has no grade. Immutable and thread-safe.
 *
 * @param rows the first axis
 * @param columns the second axis
 * @param labels a list for each row with a grade for each column; when empty, grades are the names of row and column
 *     put together
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record GradeGrid(@Required GradeAxis rows, @Required GradeAxis columns, List<List<String>> labels)
        implements StrictDocument {

    public GradeGrid {
        requireNonNull(rows, "rows");
        requireNonNull(columns, "columns");
        labels = labels == null ? List.of() : labels.stream().map(List::copyOf).toList();
    }

    /** A grid whose grades are the names of row and column put together. */
    public static GradeGrid of(GradeAxis rows, GradeAxis columns) {
        return new GradeGrid(rows, columns, List.of());
    }

    /** The same grid with grades of its own: a list for each row. */
    public GradeGrid withLabels(List<List<String>> newLabels) {
        return new GradeGrid(rows, columns, newLabels);
    }

    /** The grades row by row. */
    List<String> gradeNames() {
        return IntStream.range(0, rows.bands().size())
                .boxed()
                .flatMap(row -> IntStream.range(0, columns.bands().size()).mapToObj(column -> label(row, column)))
                .toList();
    }

    /** The grade of a row and a column, counted from 0. */
    String label(int row, int column) {
        return labels.isEmpty()
                ? rows.bands().get(row).name() + columns.bands().get(column).name()
                : labels.get(row).get(column);
    }
}
