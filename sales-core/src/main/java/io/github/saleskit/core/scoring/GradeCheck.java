package io.github.saleskit.core.scoring;

import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds whatever is wrong with the grades of a model, grades that no lead can earn among it. */
final class GradeCheck {

    private final ScoringModel model;
    private final List<String> groups;

    private GradeCheck(ScoringModel model) {
        this.model = model;
        this.groups = model.groups().stream().map(RuleGroup::id).toList();
    }

    static void check(ScoringModel model, Problems problems) {
        GradeCheck check = new GradeCheck(model);
        check.bands(model.grades(), PointsBounds.of(model.groups()), problems.at("grades"));
        model.grid().ifPresent(grid -> check.grid(grid, problems.at("grid")));
    }

    private void grid(GradeGrid grid, Problems at) {
        if (!model.grades().isEmpty()) {
            at.report(
                    "scoring.gradesAndGrid",
                    null,
                    "a model has grades by the total or by a grid, not both",
                    "Maybe delete the grades?");
        }
        axis(grid.rows(), at.at("rows"));
        axis(grid.columns(), at.at("columns"));
        labels(grid, at.at("labels"));
    }

    private void axis(GradeAxis axis, Problems at) {
        if (axis.groups().isEmpty()) {
            at.at("groups").report("scoring.noGroups", null, "an axis adds up the points of at least one group");
        }
        Set<String> before = new HashSet<>();
        List<RuleGroup> added = new ArrayList<>();
        for (int i = 0; i < axis.groups().size(); i++) {
            String id = axis.groups().get(i);
            if (!groups.contains(id)) {
                at.at("groups", i)
                        .report(
                                "scoring.unknownGroup",
                                id,
                                "there is no group \"" + id + "\"",
                                Problems.suggest(id, groups));
            } else if (before.add(id)) {
                added.add(model.groups().get(groups.indexOf(id)));
            } else {
                at.at("groups", i).report("scoring.duplicateId", id, "the group \"" + id + "\" was named before");
            }
        }
        if (axis.bands().isEmpty()) {
            at.at("bands").report("scoring.noBands", null, "an axis has at least one band");
        }
        bands(axis.bands(), PointsBounds.of(added), at.at("bands"));
    }

    private static void labels(GradeGrid grid, Problems at) {
        int rows = grid.rows().bands().size();
        int columns = grid.columns().bands().size();
        if (grid.labels().isEmpty()) {
            return;
        }
        if (grid.labels().size() != rows) {
            at.report(
                    "scoring.labelCount",
                    String.valueOf(grid.labels().size()),
                    "there is a list of labels for each of the " + rows + " rows");
        }
        for (int row = 0; row < grid.labels().size(); row++) {
            List<String> labels = grid.labels().get(row);
            if (labels.size() != columns) {
                at.at(row)
                        .report(
                                "scoring.labelCount",
                                String.valueOf(labels.size()),
                                "there is a label for each of the " + columns + " columns");
            }
            for (int column = 0; column < labels.size(); column++) {
                if (labels.get(column).isBlank()) {
                    at.at(row, column).report("scoring.idBlank", labels.get(column), "a label must not be blank");
                }
            }
        }
    }

    private void bands(List<Grade> bands, PointsBounds bounds, Problems at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < bands.size(); i++) {
            Grade band = bands.get(i);
            ModelCheck.id(band.name(), names, at.at(i, "name"));
            if (i > 0 && band.from() >= bands.get(i - 1).from()) {
                at.at(i, "from")
                        .report(
                                "scoring.gradeOrder",
                                String.valueOf(band.from()),
                                "grades go from the highest down, but the one before is from "
                                        + bands.get(i - 1).from(),
                                "Maybe sort the grades?");
            } else if (Thousandths.of(band.from()) > bounds.most()) {
                long most = (long) Math.floor(bounds.most() / Thousandths.POINT);
                unreachable(band, "no lead can have more than " + most + " points", at.at(i));
            } else if (i > 0 && Thousandths.of(bands.get(i - 1).from()) <= bounds.least()) {
                unreachable(
                        band,
                        "every lead has the points for " + bands.get(i - 1).name(),
                        at.at(i));
            }
        }
    }

    private static void unreachable(Grade band, String why, Problems at) {
        at.at("from").report("scoring.gradeUnreachable", String.valueOf(band.from()), why);
    }
}
