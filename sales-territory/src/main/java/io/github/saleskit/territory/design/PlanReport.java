package io.github.saleskit.territory.design;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns a layout into a plan: names, figures and reasons. */
final class PlanReport {

    private static final int LISTED = 20;

    private final Instance instance;
    private final Layout layout;
    private final List<Reason> impossible;
    private final List<Reason> broken = new ArrayList<>();

    private PlanReport(Layout layout, List<Reason> impossible) {
        this.layout = named(layout);
        this.instance = layout.instance;
        this.impossible = impossible;
    }

    static TerritoryPlan of(Layout layout, List<Reason> impossible, Optional<Double> lowerBound, long workUnits) {
        return new PlanReport(layout, impossible).plan(lowerBound, workUnits);
    }

    /** Gives territories without fixed accounts their names from west to east, so that names do not depend on chance. */
    private static Layout named(Layout layout) {
        Instance instance = layout.instance;
        boolean[] fixed = new boolean[instance.k];
        for (int i = 0; i < instance.n; i++) {
            if (instance.fixed[i] != Instance.FREE) {
                fixed[instance.fixed[i]] = true;
            }
        }
        int[] free = IntStream.range(0, instance.k).filter(t -> !fixed[t]).toArray();
        List<Integer> westToEast = IntStream.of(free)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> eastward(instance, layout.centre[t]))
                        .thenComparingInt(t -> layout.centre[t]))
                .toList();
        int[] name = IntStream.range(0, instance.k).toArray();
        for (int at = 0; at < free.length; at++) {
            name[westToEast.get(at)] = free[at];
        }
        return renamed(layout, name);
    }

    private static double eastward(Instance instance, int account) {
        Place place = instance.accounts.get(account).place();
        if (place instanceof GeoPoint point) {
            return point.longitude();
        }
        return ((PlanePoint) place).x();
    }

    private static Layout renamed(Layout layout, int[] name) {
        int[] owner = IntStream.of(layout.owner).map(t -> name[t]).toArray();
        int[] centre = new int[name.length];
        for (int t = 0; t < name.length; t++) {
            centre[name[t]] = layout.centre[t];
        }
        return Layout.of(layout.instance, owner, centre);
    }

    private TerritoryPlan plan(Optional<Double> lowerBound, long workUnits) {
        List<PlannedTerritory> territories =
                IntStream.range(0, instance.k).mapToObj(this::territory).toList();
        findBroken();
        TerritoryPlan.Builder builder = TerritoryPlan.builder();
        builder.status(status())
                .putAllAssignment(assignment())
                .addAllTerritories(territories)
                .totalDistance(layout.totalCost())
                .lowerBound(lowerBound)
                .workUnits(workUnits);
        return builder.addAllReasons(reasons(builder.build())).build();
    }

    private PlanStatus status() {
        if (layout.totalViolation() == 0) {
            return PlanStatus.FEASIBLE;
        }
        return impossible.isEmpty() ? PlanStatus.NOT_FOUND : PlanStatus.IMPOSSIBLE;
    }

    private Map<String, String> assignment() {
        Map<String, String> assignment = new LinkedHashMap<>();
        for (int i = 0; i < instance.n; i++) {
            assignment.put(
                    instance.accounts.get(i).id(),
                    instance.territories.get(layout.owner[i]).id());
        }
        return assignment;
    }

    private PlannedTerritory territory(int t) {
        int[] members = new int[layout.size[t]];
        layout.members(t, members, 0);
        Map<String, Double> loads = new LinkedHashMap<>();
        for (String measure : instance.measures) {
            loads.put(
                    measure,
                    IntStream.of(members)
                            .mapToDouble(i -> instance.accounts.get(i).activity(measure))
                            .sum());
        }
        return new PlannedTerritory(
                instance.territories.get(t).id(),
                instance.accounts.get(layout.centre[t]).id(),
                members.length,
                layout.cost[t],
                loads);
    }

    private void findBroken() {
        for (int t = 0; t < instance.k; t++) {
            for (int q = 0; q < instance.m; q++) {
                double load = layout.load(t, q);
                if (instance.violation(q, load) > 0) {
                    broken.add(load > instance.most[q] ? above(t, q, load) : below(t, q, load));
                }
            }
        }
    }

    private Reason above(int t, int q, double load) {
        return Reason.of(
                "territory.design.loadOverLimit",
                "territory",
                instance.territories.get(t).id(),
                "measure",
                instance.limits.get(q).measure(),
                "load",
                Figures.plain(load),
                "limit",
                Figures.plain(instance.most[q]));
    }

    private Reason below(int t, int q, double load) {
        return Reason.of(
                "territory.design.loadUnderLimit",
                "territory",
                instance.territories.get(t).id(),
                "measure",
                instance.limits.get(q).measure(),
                "load",
                Figures.plain(load),
                "limit",
                Figures.plain(instance.least[q]));
    }

    private List<Reason> reasons(TerritoryPlan plan) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(verdict(plan));
        reasons.add(Reason.of(
                "territory.design.distance",
                "total",
                length(plan.totalDistance()),
                "mean",
                length(plan.totalDistance() / instance.n)));
        for (String measure : instance.measures) {
            reasons.add(loads(plan, measure));
        }
        plan.gap()
                .ifPresent(gap -> reasons.add(Reason.of(
                        "territory.design.provenGap",
                        "gap",
                        Figures.percent(gap),
                        "bound",
                        length(plan.lowerBound().orElse(0.0)))));
        return reasons;
    }

    private Reason verdict(TerritoryPlan plan) {
        List<Reason> firstBroken = broken.subList(0, Math.min(LISTED, broken.size()));
        return switch (plan.status()) {
            case FEASIBLE ->
                Reason.of("territory.design.everyLimitKept", "accounts", instance.n, "territories", instance.k);
            case NOT_FOUND ->
                Reason.of("territory.design.notFound", "units", plan.workUnits(), "broken", broken.size())
                        .withDetails(firstBroken);
            case IMPOSSIBLE -> {
                List<Reason> details = new ArrayList<>(impossible);
                details.addAll(firstBroken);
                yield Reason.of("territory.design.impossible", "broken", broken.size())
                        .withDetails(details);
            }
        };
    }

    private static Reason loads(TerritoryPlan plan, String measure) {
        double[] loads = plan.territories().stream()
                .mapToDouble(territory -> territory.load(measure))
                .sorted()
                .toArray();
        return Reason.of(
                "territory.design.loads",
                "measure",
                measure,
                "least",
                Figures.plain(loads[0]),
                "most",
                Figures.plain(loads[loads.length - 1]),
                "deviation",
                Figures.percent(plan.worstDeviation(measure)));
    }

    private String length(double distance) {
        String figure = Figures.plain(distance);
        return instance.accounts.get(0).place() instanceof GeoPoint ? figure + " km" : figure;
    }
}
