package io.github.saleskit.core.scoring;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with the parts of a scoring model, each looked at by itself. */
final class ModelCheck {

    private final Set<String> groups = new HashSet<>();
    private final Set<String> rules = new HashSet<>();

    private ModelCheck() {}

    /** Whether the model is small enough to be looked at further. */
    static boolean check(ScoringModel model, Problems problems) {
        int count =
                model.groups().stream().mapToInt(group -> group.rules().size()).sum();
        if (count == 0) {
            problems.at("groups").report("scoring.noRules", null, "there is no rule");
        }
        boolean small = limited(count, "rules", "scoring.tooManyRules", problems)
                && limited(model.groups().size(), "groups", "scoring.tooManyGroups", problems);
        if (small) {
            ModelCheck check = new ModelCheck();
            for (int i = 0; i < model.groups().size(); i++) {
                check.group(model.groups().get(i), problems.at("groups", i));
            }
            GradeCheck.check(model, problems);
        }
        return small;
    }

    private static boolean limited(int count, String what, String code, Problems problems) {
        if (count <= ScoringModel.MOST_RULES) {
            return true;
        }
        problems.at("groups")
                .report(code, String.valueOf(count), "a model has at most " + ScoringModel.MOST_RULES + " " + what);
        return false;
    }

    private void group(RuleGroup group, Problems at) {
        id(group.id(), groups, at.at("id"));
        limits(group.floor(), group.cap(), ScoringModel.MOST_POINTS, at);
        if (group.floor().isPresent() && group.floor().equals(group.cap())) {
            at.at("cap")
                    .report(
                            "scoring.groupFixed",
                            group.cap().get().toString(),
                            "floor and cap are equal, so that the rules of the group change nothing");
        }
        for (int i = 0; i < group.rules().size(); i++) {
            rule(group.rules().get(i), group, at.at("rules", i));
        }
    }

    private static void limits(Optional<Integer> floor, Optional<Integer> cap, long most, Problems at) {
        floor.ifPresent(limit -> limit(limit, most, at.at("floor")));
        cap.ifPresent(limit -> limit(limit, most, at.at("cap")));
        if (floor.isPresent() && cap.isPresent() && floor.get() > cap.get()) {
            at.at("floor")
                    .report(
                            "scoring.floorAboveCap",
                            floor.get().toString(),
                            "the floor is above the cap of " + cap.get());
        }
    }

    private static void limit(int limit, long most, Problems at) {
        if (Math.abs((long) limit) > most) {
            at.report("scoring.pointsRange", String.valueOf(limit), "points are from -" + most + " to " + most);
        }
    }

    private void rule(ScoringRule rule, RuleGroup group, Problems at) {
        id(rule.id(), rules, at.at("id"));
        PointsCheck.check(rule.points(), at.at("points"));
        limits(rule.floor(), rule.cap(), ScoringModel.MOST_POINTS_OF_A_RULE, at);
        if (rule.floor().isPresent()
                && group.cap().isPresent()
                && rule.floor().get() > group.cap().get()) {
            at.at("floor")
                    .report(
                            "scoring.floorAboveGroupCap",
                            rule.floor().get().toString(),
                            "the floor is above the cap of the group, "
                                    + group.cap().get());
        }
        if (rule.points() instanceof Points.Fixed fixed) {
            beyondLimits(rule, fixed.points(), at);
            if (rule.when().isEmpty() && rule.event().isEmpty()) {
                at.report(
                        "scoring.noCondition",
                        rule.id(),
                        "the rule gives its points to every lead",
                        "Maybe \"when\" is missing? For all leads on purpose: {\"all\": []}.");
            }
        }
        ofEvents(rule, at);
    }

    /** Whether the limits of a rule never let its points through: those of a lead, or those of any number of events. */
    private static void beyondLimits(ScoringRule rule, BigDecimal points, Problems at) {
        BigDecimal least = rule.event().isEmpty() ? points : BigDecimal.ZERO;
        if (points.signum() > 0
                && rule.cap().isPresent()
                && isBelow(rule, rule.cap().get(), least)) {
            at.at("cap")
                    .report(
                            "scoring.capBelowPoints",
                            rule.cap().get().toString(),
                            "the rule never gives the points it states, because of its cap");
        }
        if (points.signum() < 0
                && rule.floor().isPresent()
                && isBelow(rule, -rule.floor().get(), least.negate())) {
            at.at("floor")
                    .report(
                            "scoring.floorAbovePoints",
                            rule.floor().get().toString(),
                            "the rule never takes the points it states, because of its floor");
        }
    }

    private static boolean isBelow(ScoringRule rule, int limit, BigDecimal least) {
        int compared = BigDecimal.valueOf(limit).compareTo(least);
        return compared < 0 || (compared == 0 && rule.event().isPresent());
    }

    private static void ofEvents(ScoringRule rule, Problems at) {
        if (rule.event().isEmpty()) {
            rule.repeats()
                    .ifPresent(repeats -> at.at("repeats")
                            .report(
                                    "scoring.noEvent",
                                    rule.id(),
                                    "only events repeat",
                                    "Maybe \"event\" in place of \"when\"?"));
            rule.decay()
                    .ifPresent(decay -> at.at("decay")
                            .report(
                                    "scoring.noEvent",
                                    rule.id(),
                                    "only points for events decay",
                                    "Maybe \"event\" in place of \"when\"?"));
        }
        rule.repeats().ifPresent(repeats -> repeats(repeats, at.at("repeats")));
        rule.decay().ifPresent(decay -> decay(decay, at.at("decay")));
    }

    private static void repeats(Repeats repeats, Problems at) {
        repeats.factor().ifPresent(factor -> part(factor, at.at("factor")));
        repeats.atMost()
                .filter(most -> most < 1)
                .ifPresent(most -> at.at("atMost")
                        .report("scoring.atMostRange", most.toString(), "at least one event has to count"));
    }

    private static void part(BigDecimal factor, Problems at) {
        if (factor.signum() < 0 || factor.compareTo(BigDecimal.ONE) > 0) {
            at.report(
                    "scoring.factorRange",
                    factor.toString(),
                    "a factor is from 0 to 1",
                    "Maybe it is written in percent?");
        }
    }

    static void decay(Decay decay, Problems at) {
        if (decay instanceof Decay.HalfLife halfLife) {
            duration(halfLife.halfLife(), at.at("halfLife"));
        } else if (decay instanceof Decay.Linear linear) {
            duration(linear.until(), at.at("until"));
        } else if (decay instanceof Decay.Window window) {
            duration(window.length(), at.at("length"));
        } else if (decay instanceof Decay.Steps steps) {
            steps(steps.steps(), at.at("steps"));
        }
    }

    static void duration(Duration duration, Problems at) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(Decay.LONGEST) > 0) {
            at.report(
                    "scoring.durationRange",
                    duration.toString(),
                    "a duration is more than 0 and at most " + Decay.LONGEST.toDays() + " days");
        }
    }

    private static void steps(List<Decay.DecayStep> steps, Problems at) {
        if (steps.isEmpty()) {
            at.report("scoring.noSteps", null, "there is no step");
        } else if (steps.size() > ScoringModel.MOST_RULES) {
            at.report("scoring.tooManySteps", String.valueOf(steps.size()), "there are too many steps");
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            Decay.DecayStep step = steps.get(i);
            duration(step.after(), at.at(i, "after"));
            part(step.factor(), at.at(i, "factor"));
            if (i > 0 && step.after().compareTo(steps.get(i - 1).after()) <= 0) {
                at.at(i, "after")
                        .report(
                                "scoring.stepOrder",
                                step.after().toString(),
                                "steps go from the earliest to the latest");
            }
            if (i > 0 && step.factor().compareTo(steps.get(i - 1).factor()) >= 0) {
                at.at(i, "factor")
                        .report("scoring.stepOrder", step.factor().toString(), "factors go down from step to step");
            }
        }
    }

    static void id(String id, Set<String> before, Problems at) {
        if (id.isBlank()) {
            at.report("scoring.idBlank", id, "an id must not be blank");
        } else if (!before.add(id)) {
            at.report("scoring.duplicateId", id, "the id \"" + id + "\" was given before");
        }
    }
}
