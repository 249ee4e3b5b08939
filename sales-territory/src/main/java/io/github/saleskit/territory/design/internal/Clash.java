package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds demands that cannot all be kept and of which each is needed for that: without any one of them no contradiction
 * is proven. (U. Junker, "QuickXplain: Preferred Explanations and Relaxations for Over-Constrained Problems", 2004.)
 */
final class Clash {

    private static final int LISTED = 20;

    /** One demand: how a problem without any gets it, and how it is told. */
    private record Demand(UnaryOperator<TerritoryProblem> add, Reason reason) {}

    private final TerritoryProblem bare;

    private Clash(TerritoryProblem problem) {
        this.bare = problem.withLimits(List.of())
                .withFixed(List.of())
                .withForbidden(List.of())
                .withTogether(List.of())
                .withApart(List.of())
                .withBorders(List.of())
                .withObjective(Optional.empty())
                .withTerritories(problem.territories().stream()
                        .map(territory -> territory.withLimits(List.of()))
                        .toList());
    }

    /** The demands that clash, as one reason; empty when no contradiction is proven. */
    static Optional<Reason> of(TerritoryProblem problem) {
        if (!Contradiction.proven(problem)) {
            return Optional.empty();
        }
        Clash clash = new Clash(problem);
        List<Demand> demands = demands(problem);
        if (!clash.contradictory(demands)) {
            return Optional.empty();
        }
        List<Demand> needed = clash.needed(List.of(), false, demands);
        List<Reason> told = needed.stream().limit(LISTED).map(Demand::reason).toList();
        return Optional.of(
                Reason.of("territory.design.clash", "demands", needed.size()).withDetails(told));
    }

    private boolean contradictory(List<Demand> demands) {
        TerritoryProblem problem = bare;
        for (Demand demand : demands) {
            problem = demand.add.apply(problem);
        }
        return Contradiction.proven(problem);
    }

    private List<Demand> needed(List<Demand> given, boolean more, List<Demand> among) {
        if (more && contradictory(given)) {
            return List.of();
        }
        if (among.size() <= 1) {
            return among;
        }
        List<Demand> first = among.subList(0, among.size() / 2);
        List<Demand> second = among.subList(among.size() / 2, among.size());
        List<Demand> ofSecond = needed(plus(given, first), true, second);
        List<Demand> ofFirst = needed(plus(given, ofSecond), !ofSecond.isEmpty(), first);
        return plus(ofFirst, ofSecond);
    }

    private static <T> List<T> plus(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<Demand> demands(TerritoryProblem problem) {
        List<Demand> demands = new ArrayList<>();
        problem.limits().forEach(limit -> addBounds(demands, limit));
        for (Territory territory : problem.territories()) {
            for (ActivityLimit limit : territory.limits()) {
                demands.add(new Demand(
                        some -> withLimit(some, territory.id(), limit),
                        Reason.of(
                                "territory.design.demandedOfTerritory",
                                "territory",
                                territory.id(),
                                "measure",
                                limit.measure())));
            }
        }
        problem.fixed()
                .forEach(fix -> demands.add(new Demand(
                        some -> some.withFixed(plus(some.fixed(), List.of(fix))),
                        Reason.of(
                                "territory.design.demandedFixed",
                                "account",
                                fix.account(),
                                "territory",
                                fix.territory()))));
        problem.forbidden()
                .forEach(forbidden -> demands.add(new Demand(
                        some -> some.withForbidden(plus(some.forbidden(), List.of(forbidden))),
                        Reason.of(
                                "territory.design.demandedForbidden",
                                "account",
                                forbidden.account(),
                                "territory",
                                forbidden.territory()))));
        problem.together()
                .forEach(group -> demands.add(new Demand(
                        some -> some.withTogether(plus(some.together(), List.of(group))),
                        Reason.of("territory.design.demandedTogether", "accounts", names(group)))));
        problem.apart()
                .forEach(group -> demands.add(new Demand(
                        some -> some.withApart(plus(some.apart(), List.of(group))),
                        Reason.of("territory.design.demandedApart", "accounts", names(group)))));
        return demands;
    }

    /** The minimum, the maximum and the tolerance of a limit are demands of their own. */
    private static void addBounds(List<Demand> demands, ActivityLimit limit) {
        String measure = limit.measure();
        limit.minimum()
                .ifPresent(minimum -> demands.add(new Demand(
                        some -> withBound(
                                some, limit(measure, Optional.of(minimum), Optional.empty(), Optional.empty())),
                        Reason.of(
                                "territory.design.demandedAtLeast",
                                "measure",
                                measure,
                                "limit",
                                Figures.plain(minimum)))));
        limit.maximum()
                .ifPresent(maximum -> demands.add(new Demand(
                        some -> withBound(
                                some, limit(measure, Optional.empty(), Optional.of(maximum), Optional.empty())),
                        Reason.of(
                                "territory.design.demandedAtMost",
                                "measure",
                                measure,
                                "limit",
                                Figures.plain(maximum)))));
        limit.tolerance()
                .ifPresent(share -> demands.add(new Demand(
                        some -> withBound(some, limit(measure, Optional.empty(), Optional.empty(), Optional.of(share))),
                        Reason.of(
                                "territory.design.demandedNearMean",
                                "measure",
                                measure,
                                "tolerance",
                                Figures.percent(share)))));
    }

    private static ActivityLimit limit(
            String measure, Optional<Double> minimum, Optional<Double> maximum, Optional<Double> tolerance) {
        return new ActivityLimit(measure, minimum, maximum, tolerance);
    }

    private static TerritoryProblem withBound(TerritoryProblem problem, ActivityLimit bound) {
        List<ActivityLimit> limits = new ArrayList<>();
        ActivityLimit joined = bound;
        for (ActivityLimit limit : problem.limits()) {
            if (limit.measure().equals(bound.measure())) {
                joined = limit(
                        bound.measure(),
                        bound.minimum().or(limit::minimum),
                        bound.maximum().or(limit::maximum),
                        bound.tolerance().or(limit::tolerance));
            } else {
                limits.add(limit);
            }
        }
        limits.add(joined);
        return problem.withLimits(limits);
    }

    private static TerritoryProblem withLimit(TerritoryProblem problem, String territory, ActivityLimit limit) {
        return problem.withTerritories(problem.territories().stream()
                .map(t -> t.id().equals(territory) ? t.withLimits(plus(t.limits(), List.of(limit))) : t)
                .toList());
    }

    private static String names(AccountGroup group) {
        List<String> ids = group.accounts();
        return String.join(", ", ids.subList(0, Math.min(LISTED, ids.size()))) + (ids.size() > LISTED ? ", ..." : "");
    }
}
