package io.github.saleskit.territory.realign;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what a policy or an earlier plan says about a problem that does not fit it. */
final class RealignmentCheck {

    private RealignmentCheck() {}

    static void requireSound(TerritoryProblem problem, RealignmentPolicy policy) {
        Problems problems = new Problems();
        policy.weight().ifPresent(measure -> {
            Set<String> known = new TreeSet<>();
            problem.accounts()
                    .forEach(account -> known.addAll(account.activity().keySet()));
            if (!known.contains(measure)) {
                String message = "no account has the measure \"" + measure + "\"";
                problems.at("weight").report("measure.unknown", measure, message, Problems.suggest(measure, known));
            }
        });
        problem.count()
                .ifPresent(count -> problems.at("count")
                        .report(
                                "count.notChosen",
                                null,
                                "a realignment fills every territory of the problem",
                                "Leave the count out, and list the territories of today."));
        problems.throwIfAny("realignment");
    }

    static void requireSuccessors(TerritoryProblem problem, EarlierPlan earlier) {
        Set<String> known =
                problem.territories().stream().map(Territory::id).collect(Collectors.toCollection(TreeSet::new));
        Problems problems = new Problems();
        earlier.successors().forEach((before, now) -> {
            if (!known.contains(now)) {
                String message = "there is no territory \"" + now + "\"";
                problems.at("successors", before)
                        .report("territory.unknown", now, message, Problems.suggest(now, known));
            }
        });
        problems.throwIfAny("earlier plan");
    }
}
