package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.PlanObjective;
import io.github.saleskit.territory.design.PlanStatus;
import io.github.saleskit.territory.design.TerritoryCount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plan costs with the price of its territories, and why it has so many of them. */
final class CountReport {

    /** What a plan breaks, unlike the proofs that none with as many territories can do better. */
    private static final Set<String> BROKEN = Set.of(
            "territory.design.loadOverLimit",
            "territory.design.loadUnderLimit",
            "territory.design.forbiddenThere",
            "territory.design.notApart",
            "territory.design.inPieces");

    private final TerritoryProblem problem;
    private final TerritoryCount count;
    private final NavigableMap<Integer, TerritoryPlan> tried;

    CountReport(TerritoryProblem problem, TerritoryCount count, NavigableMap<Integer, TerritoryPlan> tried) {
        this.problem = problem;
        this.count = count;
        this.tried = tried;
    }

    /** The objective and the price of all territories. */
    double cost(TerritoryPlan plan) {
        return goal(plan) + count.price().orElse(0.0) * plan.territories().size();
    }

    private double goal(TerritoryPlan plan) {
        return switch (problem.objective().orElse(PlanObjective.DISTANCE)) {
            case DISTANCE -> plan.totalDistance();
            case CUT_BORDERS ->
                plan.contiguity().map(lie -> (double) lie.cutBorders()).orElse(0.0);
            case CUT_LENGTH -> plan.contiguity().map(lie -> lie.cutLength()).orElse(0.0);
        };
    }

    /** The plan with all the work that was spent, and the reason for the number of its territories. */
    TerritoryPlan of(TerritoryPlan plan, int most, long spent) {
        boolean open = plan.status() == PlanStatus.IMPOSSIBLE && !provenForAll(most);
        PlanStatus status = open ? PlanStatus.NOT_FOUND : plan.status();
        List<Reason> reasons = new ArrayList<>();
        for (Reason reason : plan.reasons()) {
            reasons.add(ofAllNumbers(reason, status, plan.territories().size(), spent));
        }
        reasons.add(reason(plan, most));
        return new TerritoryPlan(
                1,
                status,
                plan.assignment(),
                plan.territories(),
                plan.totalDistance(),
                plan.lowerBound(),
                plan.contiguity(),
                spent,
                reasons);
    }

    /** Whether it is proven of each number that no plan can keep every limit. */
    private boolean provenForAll(int most) {
        return tried.size() == most - count.fewest() + 1
                && tried.values().stream().allMatch(plan -> plan.status() == PlanStatus.IMPOSSIBLE);
    }

    /** What holds of one number of territories is not said of all. */
    private static Reason ofAllNumbers(Reason reason, PlanStatus status, int territories, long spent) {
        Map<String, String> told = reason.parameters();
        return switch (reason.code()) {
            case "territory.design.notFound", "territory.design.impossible" ->
                status == PlanStatus.IMPOSSIBLE
                        ? reason
                        : Reason.of(
                                        "territory.design.notFound",
                                        "units",
                                        spent,
                                        "broken",
                                        told.getOrDefault("broken", ""))
                                .withDetails(reason.details().stream()
                                        .filter(detail -> BROKEN.contains(detail.code()))
                                        .toList());
            case "territory.design.provenGap" ->
                Reason.of(
                        "territory.design.provenGapOfNumber",
                        "territories",
                        territories,
                        "gap",
                        told.getOrDefault("gap", ""),
                        "bound",
                        told.getOrDefault("bound", ""));
            default -> reason;
        };
    }

    private Reason reason(TerritoryPlan plan, int most) {
        int chosen = plan.territories().size();
        if (!plan.feasible()) {
            return Reason.of("territory.design.countNone", "fewest", count.fewest(), "most", most)
                    .withDetails(tried.values().stream()
                            .map(CountReport::broken)
                            .flatMap(Optional::stream)
                            .toList());
        }
        if (count.price().isEmpty()) {
            Reason fewest = Reason.of(
                    "territory.design.countFewest", "fewest", count.fewest(), "most", most, "territories", chosen);
            return fewest.withDetails(
                    below(chosen).flatMap(CountReport::broken).stream().toList());
        }
        Reason cheapest = Reason.of(
                "territory.design.countCheapest",
                "fewest",
                count.fewest(),
                "most",
                most,
                "territories",
                chosen,
                "total",
                Figures.plain(cost(plan)),
                "price",
                Figures.plain(count.price().orElse(0.0)));
        return cheapest.withDetails(Stream.of(below(chosen), entry(tried.higherKey(chosen)))
                .flatMap(Optional::stream)
                .map(this::other)
                .toList());
    }

    private Optional<TerritoryPlan> below(int chosen) {
        return entry(tried.lowerKey(chosen));
    }

    private Optional<TerritoryPlan> entry(@Nullable Integer number) {
        return number == null ? Optional.empty() : Optional.ofNullable(tried.get(number));
    }

    private static Optional<Reason> broken(TerritoryPlan plan) {
        int territories = plan.territories().size();
        return switch (plan.status()) {
            case FEASIBLE -> Optional.empty();
            case NOT_FOUND -> Optional.of(Reason.of("territory.design.countNotFound", "territories", territories));
            case IMPOSSIBLE -> Optional.of(Reason.of("territory.design.countImpossible", "territories", territories));
        };
    }

    private Reason other(TerritoryPlan plan) {
        return broken(plan)
                .orElseGet(() -> Reason.of(
                        "territory.design.countOther",
                        "territories",
                        plan.territories().size(),
                        "total",
                        Figures.plain(cost(plan))));
    }
}
