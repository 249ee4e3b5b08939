package io.github.saleskit.core.scoring;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grades of a model, prepared. */
final class Grading {

    private final ScoringModel model;
    private final @Nullable Axis rows;
    private final @Nullable Axis columns;

    Grading(ScoringModel model) {
        this.model = model;
        rows = model.grid().map(grid -> new Axis(grid.rows(), model)).orElse(null);
        columns = model.grid().map(grid -> new Axis(grid.columns(), model)).orElse(null);
    }

    private static final class Axis {
        private final List<Grade> bands;
        private final int[] groups;

        Axis(GradeAxis axis, ScoringModel model) {
            List<String> ids = model.groups().stream().map(RuleGroup::id).toList();
            bands = axis.bands();
            groups = axis.groups().stream().mapToInt(ids::indexOf).toArray();
        }

        long points(ScoreSheet sheet) {
            long points = 0;
            for (int group : groups) {
                points += sheet.groupLimited[group];
            }
            return points;
        }

        Optional<String> band(long points) {
            int band = Grading.band(bands, points);
            return band < 0 ? Optional.empty() : Optional.of(bands.get(band).name());
        }
    }

    /** Position of the first band that the points reach, or -1. */
    private static int band(List<Grade> bands, long points) {
        for (int i = 0; i < bands.size(); i++) {
            if (points >= Thousandths.of(bands.get(i).from())) {
                return i;
            }
        }
        return -1;
    }

    Optional<String> grade(ScoreSheet sheet) {
        if (rows == null || columns == null) {
            int grade = band(model.grades(), sheet.total);
            return grade < 0
                    ? Optional.empty()
                    : Optional.of(model.grades().get(grade).name());
        }
        int row = band(rows.bands, rows.points(sheet));
        int column = band(columns.bands, columns.points(sheet));
        return row < 0 || column < 0 ? Optional.empty() : model.grid().map(grid -> grid.label(row, column));
    }

    Optional<GridCell> cell(ScoreSheet sheet) {
        if (rows == null || columns == null) {
            return Optional.empty();
        }
        long row = rows.points(sheet);
        long column = columns.points(sheet);
        return Optional.of(new GridCell(
                rows.band(row), Thousandths.toPoints(row), columns.band(column), Thousandths.toPoints(column)));
    }
}
