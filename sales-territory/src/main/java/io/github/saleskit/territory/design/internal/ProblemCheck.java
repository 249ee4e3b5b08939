package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.CentrePlacement;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds everything that makes a problem meaningless, as opposed to impossible. */
final class ProblemCheck {

    private final TerritoryProblem problem;
    private final Problems problems = new Problems();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> territories = new HashSet<>();

    private ProblemCheck(TerritoryProblem problem) {
        this.problem = problem;
    }

    /**
     * Throws with everything that is meaningless.
     *
     * @param table whether the host has distances of its own
     */
    static void requireSound(TerritoryProblem problem, boolean table) {
        ProblemCheck check = new ProblemCheck(problem);
        check.checkCentres(table);
        check.checkAccounts();
        check.checkTerritories();
        check.checkLimits();
        check.checkFixed();
        new DemandCheck(problem, check.accounts, check.territories, check.problems).check();
        check.checkCounts();
        check.problems.throwIfAny("territory problem");
    }

    private void checkAccounts() {
        List<TerritoryAccount> list = problem.accounts();
        if (list.isEmpty()) {
            problems.at("accounts").report("accounts.none", null, "there are no accounts");
        }
        for (int i = 0; i < list.size(); i++) {
            TerritoryAccount account = list.get(i);
            if (!accounts.add(account.id())) {
                problems.at("accounts", i, "id")
                        .report(
                                "account.duplicate",
                                account.id(),
                                "the account \"" + account.id() + "\" is there twice");
            }
            if (account.place().getClass() != list.get(0).place().getClass()) {
                problems.at("accounts", i, "place")
                        .report(
                                "account.otherKindOfPlace",
                                account.place().toString(),
                                "the place is of another kind than that of the first account",
                                "Give all accounts latitude and longitude, or all x and y.");
            }
        }
    }

    private void checkTerritories() {
        for (int t = 0; t < problem.territories().size(); t++) {
            String id = problem.territories().get(t).id();
            if (!territories.add(id)) {
                problems.at("territories", t, "id")
                        .report("territory.duplicate", id, "the territory \"" + id + "\" is there twice");
            }
        }
    }

    private void checkLimits() {
        Set<String> known = new TreeSet<>();
        problem.accounts().forEach(account -> known.addAll(account.activity().keySet()));
        checkLimits(problems, problem.limits(), known, this::checkMeasured);
        for (int t = 0; t < problem.territories().size(); t++) {
            checkLimits(
                    problems.at("territories", t), problem.territories().get(t).limits(), known, sound -> {});
        }
    }

    private static void checkLimits(
            Problems at, List<ActivityLimit> limits, Set<String> known, Consumer<String> sound) {
        Set<String> seen = new HashSet<>();
        for (int l = 0; l < limits.size(); l++) {
            String measure = limits.get(l).measure();
            Problems here = at.at("limits", l, "measure");
            if (!seen.add(measure)) {
                here.report("limit.duplicate", measure, "the measure \"" + measure + "\" is limited twice");
            } else if (!known.contains(measure)) {
                String message = "no account has the measure \"" + measure + "\"";
                here.report("measure.unknown", measure, message, Problems.suggest(measure, known));
            } else {
                sound.accept(measure);
            }
        }
    }

    private void checkMeasured(String measure) {
        for (int i = 0; i < problem.accounts().size(); i++) {
            if (!problem.accounts().get(i).activity().containsKey(measure)) {
                problems.at("accounts", i, "activity")
                        .report(
                                "activity.missing",
                                null,
                                "the account \"" + problem.accounts().get(i).id() + "\" has no \"" + measure
                                        + "\", which is limited",
                                "State 0 if it brings none.");
            }
        }
    }

    private void checkFixed() {
        Map<String, String> seen = new HashMap<>();
        for (int f = 0; f < problem.fixed().size(); f++) {
            FixedAssignment fixed = problem.fixed().get(f);
            if (!accounts.contains(fixed.account())) {
                problems.at("fixed", f, "account")
                        .report("account.unknown", fixed.account(), "there is no account \"" + fixed.account() + "\"");
            }
            if (!territories.contains(fixed.territory())) {
                problems.at("fixed", f, "territory")
                        .report(
                                "territory.unknown",
                                fixed.territory(),
                                "there is no territory \"" + fixed.territory() + "\"",
                                Problems.suggest(fixed.territory(), territories));
            }
            String before = seen.putIfAbsent(fixed.account(), fixed.territory());
            if (before != null && !before.equals(fixed.territory())) {
                problems.at("fixed", f)
                        .report(
                                "fixed.contradictory",
                                fixed.territory(),
                                "the account \"" + fixed.account() + "\" is fixed to \"" + before + "\" already");
            }
        }
    }

    private void checkCentres(boolean table) {
        if (table && problem.centres().orElse(CentrePlacement.ON_ACCOUNTS) == CentrePlacement.ANYWHERE) {
            problems.at("centres")
                    .report(
                            "centres.noDistances",
                            "ANYWHERE",
                            "the given distances do not tell how far accounts are from other places",
                            "Leave the centres at accounts, or give the territories homes that the distances know.");
        }
    }

    private void checkCounts() {
        int wanted = Counts.fewest(problem);
        Problems at = problems.at("territories");
        if (problem.territories().isEmpty()) {
            at.report("territories.none", null, "there are no territories");
        } else if (wanted > problem.territories().size()) {
            problems.at("count", "fewest")
                    .report(
                            "count.tooMany",
                            Integer.toString(wanted),
                            "the fewest are " + wanted + ", but there are only "
                                    + problem.territories().size() + " territories");
        } else if (wanted > problem.accounts().size()) {
            at.report(
                    "territories.tooMany",
                    Integer.toString(wanted),
                    wanted + " territories cannot each have one of "
                            + problem.accounts().size() + " accounts");
        } else if (problems.isEmpty()) {
            checkFilled(at, wanted);
            checkFixedFirst(wanted);
        }
    }

    private void checkFilled(Problems at, int wanted) {
        int filled = Counts.filledByFixed(problem);
        int free = Counts.free(problem);
        if (filled + free < wanted) {
            String single = problem.together().isEmpty() ? " accounts" : " accounts and groups";
            String left = free + single + " for " + (wanted - filled) + " territories without any";
            at.report(
                    "territories.leftEmpty",
                    Integer.toString(wanted),
                    filled > 0 ? "the fixed assignments leave " + left : "there are only " + left);
        }
    }

    /** Territories that may stay empty can have no fixed accounts. */
    private void checkFixedFirst(int fewest) {
        Set<String> optional = new HashSet<>();
        problem.territories().stream().skip(fewest).map(Territory::id).forEach(optional::add);
        for (int f = 0; f < problem.fixed().size(); f++) {
            String territory = problem.fixed().get(f).territory();
            if (optional.contains(territory)) {
                problems.at("fixed", f, "territory")
                        .report(
                                "fixed.maybeEmpty",
                                territory,
                                "the territory \"" + territory + "\" is not among the first " + fewest
                                        + ", which are filled in any case",
                                "Put it further to the front.");
            }
        }
    }
}
