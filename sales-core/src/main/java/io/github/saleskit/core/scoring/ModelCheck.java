package io.github.saleskit.core.scoring;

import io.github.saleskit.core.definition.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds whatever is wrong with a scoring model, its criteria aside. */
final class ModelCheck {

    private final Problems root;
    private final Set<String> groups = new HashSet<>();
    private final Set<String> rules = new HashSet<>();

    private ModelCheck(Problems root) {
        this.root = root;
    }

    static void check(ScoringModel model, Problems problems) {
        ModelCheck check = new ModelCheck(problems);
        int count =
                model.groups().stream().mapToInt(group -> group.rules().size()).sum();
        if (count == 0) {
            problems.at("groups").report("scoring.noRules", null, "there is no rule");
        } else if (count > ScoringModel.MOST_RULES) {
            problems.at("groups")
                    .report(
                            "scoring.tooManyRules",
                            String.valueOf(count),
                            "a model has at most " + ScoringModel.MOST_RULES + " rules");
        }
        if (model.groups().size() > ScoringModel.MOST_RULES) {
            problems.at("groups")
                    .report(
                            "scoring.tooManyGroups",
                            String.valueOf(model.groups().size()),
                            "a model has at most " + ScoringModel.MOST_RULES + " groups");
        }
        for (int i = 0; i < model.groups().size(); i++) {
            check.group(model.groups().get(i), problems.at("groups", i));
        }
        check.grades(model.grades());
    }

    private void group(RuleGroup group, Problems at) {
        id(group.id(), groups, at.at("id"));
        group.floor().ifPresent(floor -> points(floor, at.at("floor")));
        group.cap().ifPresent(cap -> points(cap, at.at("cap")));
        Optional<Integer> floor = group.floor();
        if (floor.isPresent()
                && group.cap().isPresent()
                && floor.get() > group.cap().get()) {
            at.at("floor")
                    .report(
                            "scoring.floorAboveCap",
                            floor.get().toString(),
                            "the floor is above the cap of " + group.cap().get());
        }
        for (int i = 0; i < group.rules().size(); i++) {
            rule(group.rules().get(i), at.at("rules", i));
        }
    }

    private void rule(ScoringRule rule, Problems at) {
        id(rule.id(), rules, at.at("id"));
        points(rule.points(), at.at("points"));
        if (rule.points() == 0) {
            at.at("points")
                    .report("scoring.noPoints", "0", "a rule of 0 points changes nothing", "Maybe delete the rule?");
        }
    }

    private static void id(String id, Set<String> before, Problems at) {
        if (id.isBlank()) {
            at.report("scoring.idBlank", id, "an id must not be blank");
        } else if (!before.add(id)) {
            at.report("scoring.duplicateId", id, "the id \"" + id + "\" was given before");
        }
    }

    private static void points(int points, Problems at) {
        if (Math.abs((long) points) > ScoringModel.MOST_POINTS) {
            at.report(
                    "scoring.pointsRange",
                    String.valueOf(points),
                    "points are from -" + ScoringModel.MOST_POINTS + " to " + ScoringModel.MOST_POINTS);
        }
    }

    private void grades(List<Grade> grades) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < grades.size(); i++) {
            Grade grade = grades.get(i);
            id(grade.name(), names, root.at("grades", i, "name"));
            if (i > 0 && grade.from() >= grades.get(i - 1).from()) {
                root.at("grades", i, "from")
                        .report(
                                "scoring.gradeOrder",
                                String.valueOf(grade.from()),
                                "grades go from the highest down, but the one before is from "
                                        + grades.get(i - 1).from(),
                                "Maybe sort the grades?");
            }
        }
    }
}
