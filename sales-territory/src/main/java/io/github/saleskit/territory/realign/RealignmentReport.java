package io.github.saleskit.territory.realign;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.design.internal.RealignOutcome;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns what a search found into the answer, with its reasons. */
final class RealignmentReport {

    private RealignmentReport() {}

    static Realignment of(TerritoryProblem problem, EarlierPlan earlier, RealignOutcome outcome) {
        List<RealignedPlan> front =
                outcome.options().stream().map(RealignmentReport::option).toList();
        return Realignment.builder()
                .addAllFront(front)
                .movesLowerBound(outcome.fewest())
                .distanceBefore(outcome.distanceBefore())
                .workUnits(outcome.workUnits())
                .addAllReasons(reasons(problem, earlier, outcome, front))
                .build();
    }

    private static RealignedPlan option(RealignOutcome.Option option) {
        List<AccountMove> moves = option.moves().stream()
                .map(move -> new AccountMove(move.account(), move.from(), move.to(), move.weight(), move.reason()))
                .toList();
        return new RealignedPlan(option.plan(), moves, option.weight(), option.imbalance());
    }

    private static List<Reason> reasons(
            TerritoryProblem problem, EarlierPlan earlier, RealignOutcome outcome, List<RealignedPlan> front) {
        RealignedPlan first = front.get(0);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(verdict(problem, first));
        reasons.add(Reason.of(
                "territory.realign.provenMoves",
                "bound",
                Figures.plain(outcome.fewest()),
                "moved",
                Figures.plain(first.moved())));
        if (front.size() > 1) {
            reasons.add(Reason.of("territory.realign.choice", "plans", front.size()));
        }
        if (outcome.placed() > 0) {
            reasons.add(Reason.of("territory.realign.accountsPlaced", "accounts", outcome.placed()));
        }
        long gone = gone(problem, earlier);
        if (gone > 0) {
            reasons.add(Reason.of("territory.realign.accountsGone", "accounts", gone));
        }
        return reasons;
    }

    private static Reason verdict(TerritoryProblem problem, RealignedPlan first) {
        return first.feasible()
                ? Reason.of(
                        "territory.realign.limitsKept",
                        "moves",
                        first.moves().size(),
                        "accounts",
                        problem.accounts().size())
                : Reason.of(
                                "territory.realign.limitsBroken",
                                "moves",
                                first.moves().size())
                        .withDetails(first.plan().reasons());
    }

    private static long gone(TerritoryProblem problem, EarlierPlan earlier) {
        Set<String> today = new HashSet<>();
        for (TerritoryAccount account : problem.accounts()) {
            today.add(account.id());
        }
        return earlier.assignment().keySet().stream()
                .filter(id -> !today.contains(id))
                .count();
    }
}
