package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.Contiguity;
import io.github.saleskit.territory.design.PlanStatus;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.GeoPoint;
import io.github.saleskit.territory.geo.Place;
import io.github.saleskit.territory.geo.PlanePoint;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a layout into a plan: names, figures and reasons. */
final class PlanReport {

    private static final int LISTED = 20;

    private final Instance instance;
    private final Layout layout;
    private final List<Reason> impossible;
    private final List<Reason> broken = new ArrayList<>();

    private PlanReport(Layout layout, List<Reason> impossible) {
        this.layout = named(layout).plain();
        this.instance = this.layout.instance;
        this.impossible = impossible;
    }

    static TerritoryPlan of(Layout layout, List<Reason> impossible, Optional<Double> lowerBound, long workUnits) {
        return new PlanReport(layout, impossible).plan(lowerBound, workUnits);
    }

    /** Gives interchangeable territories their names from west to east, so that names do not depend on chance. */
    private static Layout named(Layout layout) {
        Instance instance = layout.instance;
        boolean[] named = instance.named();
        int[] free = IntStream.range(0, instance.k).filter(t -> !named[t]).toArray();
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
        Optional<Contiguity> contiguity = contiguity();
        TerritoryPlan figures = new TerritoryPlan(
                1, status(), Map.of(), territories, layout.totalCost(), lowerBound, contiguity, workUnits, List.of());
        return new TerritoryPlan(
                1,
                figures.status(),
                assignment(),
                territories,
                figures.totalDistance(),
                lowerBound,
                contiguity,
                workUnits,
                reasons(figures));
    }

    /** How the territories lie on the borders; a territory in pieces is a broken demand. */
    private Optional<Contiguity> contiguity() {
        if (instance.problem.borders().isEmpty()) {
            return Optional.empty();
        }
        BorderGraph graph = new BorderGraph(instance, true);
        boolean contiguous = true;
        for (int t = 0; t < instance.k; t++) {
            int pieces = graph.piecesOf(t, layout.owner);
            contiguous &= pieces <= 1;
            if (pieces > 1) {
                broken.add(Reason.of(
                        "territory.design.inPieces",
                        "territory",
                        instance.territories.get(t).id(),
                        "pieces",
                        pieces));
            }
        }
        return Optional.of(cuts(contiguous));
    }

    private Contiguity cuts(boolean contiguous) {
        Map<String, Integer> numbers = Units.numbers(instance.accounts);
        int borders = 0;
        double length = 0;
        for (Border border : instance.problem.borders()) {
            int from = numbers.getOrDefault(border.from(), 0);
            int to = numbers.getOrDefault(border.to(), 0);
            if (layout.owner[from] != layout.owner[to]) {
                borders++;
                length += border.length().orElse(1.0);
            }
        }
        return new Contiguity(contiguous, borders, length);
    }

    private PlanStatus status() {
        if (broken.isEmpty()) {
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
        Territory territory = instance.territories.get(t);
        boolean atHome = instance.home[t] != Instance.FREE;
        return new PlannedTerritory(
                territory.id(),
                atHome
                        ? territory.id()
                        : instance.accounts.get(layout.centre[t]).id(),
                place(territory, layout.centre[t]),
                members.length,
                layout.cost[t],
                loads);
    }

    private Place place(Territory territory, int centre) {
        return centre < instance.n
                ? instance.accounts.get(centre).place()
                : territory.home().orElseGet(() -> instance.positions.place(centre));
    }

    private void findBroken() {
        for (int t = 0; t < instance.k; t++) {
            for (int q = 0; q < instance.m; q++) {
                double load = layout.load(t, q);
                if (instance.demands.violation(t, q, load) > 0) {
                    broken.add(broken(t, q, load));
                }
            }
        }
    }

    private Reason broken(int t, int q, double load) {
        String territory = instance.territories.get(t).id();
        if (q < instance.demands.limited.size()) {
            double most = instance.demands.most[t * instance.m + q];
            return load > most
                    ? outside("territory.design.loadOverLimit", t, q, load, most)
                    : outside(
                            "territory.design.loadUnderLimit", t, q, load, instance.demands.least[t * instance.m + q]);
        }
        String accounts = IntStream.range(0, instance.n)
                .filter(i -> layout.owner[i] == t && instance.activity[i * instance.m + q] > 0)
                .limit(LISTED)
                .mapToObj(i -> instance.accounts.get(i).id())
                .collect(Collectors.joining(", "));
        return instance.demands.most[t * instance.m + q] == 0
                ? Reason.of("territory.design.forbiddenThere", "territory", territory, "accounts", accounts)
                : Reason.of("territory.design.notApart", "territory", territory, "accounts", accounts);
    }

    private Reason outside(String code, int t, int q, double load, double limit) {
        return Reason.of(
                code,
                "territory",
                instance.territories.get(t).id(),
                "measure",
                instance.demands.limited.get(q),
                "load",
                Figures.plain(load),
                "limit",
                Figures.plain(limit));
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
        plan.contiguity()
                .ifPresent(lie -> reasons.add(Reason.of(
                        "territory.design.cutBorders",
                        "borders",
                        lie.cutBorders(),
                        "length",
                        Figures.plain(lie.cutLength()))));
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
