package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.PlanObjective;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.Border;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a problem demands by name: forbidden assignments, groups, homes and borders. */
final class DemandCheck {

    private final TerritoryProblem problem;
    private final Set<String> accounts;
    private final Set<String> territories;
    private final Problems problems;
    private final Map<String, String> fixed = new HashMap<>();

    DemandCheck(TerritoryProblem problem, Set<String> accounts, Set<String> territories, Problems problems) {
        this.problem = problem;
        this.accounts = accounts;
        this.territories = territories;
        this.problems = problems;
        problem.fixed().forEach(fix -> fixed.put(fix.account(), fix.territory()));
    }

    void check() {
        checkForbidden();
        checkTogether();
        checkApart();
        checkHomes();
        checkBorders();
    }

    private void checkForbidden() {
        Map<String, Set<String>> closed = new HashMap<>();
        for (int f = 0; f < problem.forbidden().size(); f++) {
            ForbiddenAssignment forbidden = problem.forbidden().get(f);
            requireAccount(problems.at("forbidden", f, "account"), forbidden.account());
            if (!territories.contains(forbidden.territory())) {
                String advice = Problems.suggest(forbidden.territory(), territories);
                String message = "there is no territory \"" + forbidden.territory() + "\"";
                problems.at("forbidden", f, "territory")
                        .report("territory.unknown", forbidden.territory(), message, advice);
            }
            Set<String> all = closed.computeIfAbsent(forbidden.account(), account -> new HashSet<>());
            all.add(forbidden.territory());
            if (forbidden.territory().equals(fixed.get(forbidden.account()))) {
                String message = "the account \"" + forbidden.account() + "\" is fixed to it";
                problems.at("forbidden", f).report("forbidden.fixed", forbidden.territory(), message);
            } else if (all.size() == territories.size() && all.containsAll(territories)) {
                String message = "the account \"" + forbidden.account() + "\" may be in no territory";
                problems.at("forbidden", f).report("forbidden.everywhere", forbidden.account(), message);
            }
        }
    }

    private void requireAccount(Problems at, String id) {
        if (!accounts.contains(id)) {
            at.report("account.unknown", id, "there is no account \"" + id + "\"");
        }
    }

    private void checkTogether() {
        for (int g = 0; g < problem.together().size(); g++) {
            List<String> ids = problem.together().get(g).accounts();
            @Nullable String first = null;
            for (int a = 0; a < ids.size(); a++) {
                requireAccount(problems.at("together", g, "accounts", a), ids.get(a));
                String territory = fixed.get(ids.get(a));
                if (territory != null && first != null && !first.equals(territory)) {
                    String message =
                            "accounts of the group are fixed to \"" + first + "\" and to \"" + territory + "\"";
                    problems.at("together", g).report("together.contradictory", ids.get(a), message);
                }
                first = first == null ? territory : first;
            }
        }
    }

    private void checkApart() {
        if (problem.apart().isEmpty() || !problems.isEmpty()) {
            return;
        }
        Units units = Units.of(problem, true);
        Map<String, Integer> numbers = Units.numbers(units.accounts);
        for (int g = 0; g < problem.apart().size(); g++) {
            List<String> ids = problem.apart().get(g).accounts();
            Set<Integer> seen = new HashSet<>();
            Set<String> taken = new HashSet<>();
            for (int a = 0; a < ids.size(); a++) {
                Integer number = numbers.get(ids.get(a));
                if (number == null) {
                    requireAccount(problems.at("apart", g, "accounts", a), ids.get(a));
                } else if (!seen.add(units.unitOf[number])) {
                    String message =
                            "the account \"" + ids.get(a) + "\" must also stay together with another of the group";
                    problems.at("apart", g, "accounts", a).report("apart.contradictory", ids.get(a), message);
                }
                String territory = fixed.get(ids.get(a));
                if (territory != null && !taken.add(territory)) {
                    String message = "another account of the group is fixed to \"" + territory + "\" too";
                    problems.at("apart", g, "accounts", a).report("apart.fixed", ids.get(a), message);
                }
            }
        }
    }

    private void checkHomes() {
        for (int t = 0; t < problem.territories().size(); t++) {
            Problems at = problems.at("territories", t, "home");
            problem.territories().get(t).home().ifPresent(home -> {
                boolean same = problem.accounts().isEmpty()
                        || home.getClass() == problem.accounts().get(0).place().getClass();
                if (!same) {
                    String message = "the home is of another kind of place than the first account";
                    at.report("home.otherKindOfPlace", home.toString(), message);
                }
            });
        }
    }

    private void checkBorders() {
        for (int b = 0; b < problem.borders().size(); b++) {
            Border border = problem.borders().get(b);
            requireAccount(problems.at("borders", b, "from"), border.from());
            requireAccount(problems.at("borders", b, "to"), border.to());
            if (border.from().equals(border.to())) {
                problems.at("borders", b)
                        .report("border.toItself", border.from(), "an account is no neighbour of itself");
            }
        }
        if (problem.borders().isEmpty() && goal(problem) != PlanObjective.DISTANCE) {
            problems.at("objective")
                    .report("borders.none", goal(problem).name(), "there are no borders that could be cut");
        }
    }

    private static PlanObjective goal(TerritoryProblem problem) {
        return problem.objective().orElse(PlanObjective.DISTANCE);
    }
}
