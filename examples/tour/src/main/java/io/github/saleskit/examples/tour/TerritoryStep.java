package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.examples.tour.TourTables.AccountRow;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.MapChart;
import io.github.saleskit.examples.tour.chart.MapChart.Panel;
import io.github.saleskit.examples.tour.chart.MapChart.Spot;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shares out the accounts of each region among its reps: equal potential, short ways. */
final class TerritoryStep implements TourStep {

    private static final String POTENTIAL = "potential";
    private static final double TOLERANCE = 0.1;
    private static final long UNITS_AN_ACCOUNT = 200;
    private static final long SEED = 7;
    private static final int MOST_PANELS = 6;
    private static final int MOST_SPOTS = 2_000;

    @Override
    public String name() {
        return "Territories";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.ACCOUNTS);
    }

    /** One region and its plan. */
    private record Region(String name, List<AccountRow> accounts, List<SalesRep> reps, TerritoryPlan plan) {}

    @Override
    public List<InputFile> uses() {
        return List.of(InputFile.REPS);
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        Map<String, List<AccountRow>> byRegion = data.accounts().stream()
                .collect(Collectors.groupingBy(AccountRow::region, LinkedHashMap::new, Collectors.toList()));
        List<Region> regions = new ArrayList<>();
        List<String> without = new ArrayList<>();
        byRegion.forEach((name, accounts) -> {
            List<SalesRep> reps = repsOf(name, data.reps(), byRegion.size() == 1);
            if (reps.isEmpty()) {
                without.add(name);
            } else {
                List<SalesRep> busy = reps.subList(0, Math.min(reps.size(), accounts.size()));
                regions.add(new Region(name, accounts, busy, plan(name, accounts, busy, progress)));
            }
        });
        return new StepResult(lines(regions, without), section(regions, without));
    }

    /** Those who sell in the region; everybody where there is but one region and nobody says so. */
    private static List<SalesRep> repsOf(String region, List<SalesRep> reps, boolean onlyRegion) {
        List<SalesRep> own =
                reps.stream().filter(rep -> rep.territories().contains(region)).toList();
        return own.isEmpty() && onlyRegion ? reps : own;
    }

    private static TerritoryPlan plan(
            String region, List<AccountRow> accounts, List<SalesRep> reps, ProgressListener progress) {
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAllAccounts(accounts.stream()
                        .map(a -> TerritoryAccount.of(a.id(), a.place(), POTENTIAL, a.potential()))
                        .toList())
                .addAllTerritories(
                        reps.stream().map(rep -> Territory.of(rep.id())).toList())
                .addLimits(ActivityLimit.withinShareOfMean(POTENTIAL, TOLERANCE))
                .build();
        WorkBudget budget = WorkBudget.ofUnits(UNITS_AN_ACCOUNT * accounts.size());
        ProgressListener named =
                (phase, done, total) -> progress.onProgress("territories " + region + ": " + phase, done, total);
        return TerritoryPlanner.compile(problem).plan(budget, SEED, StopSignal.never(), named);
    }

    private static List<String> lines(List<Region> regions, List<String> without) {
        List<String> lines = new ArrayList<>();
        lines.add(finding(regions));
        for (Region region : regions) {
            lines.add("%s: %s of potential, %s from the mean at most, %s km from centre on average"
                    .formatted(
                            region.name(),
                            Amounts.compact(potential(region)),
                            Amounts.percent(region.plan().worstDeviation(POTENTIAL)),
                            Amounts.grouped(meanDistance(region))));
        }
        without.forEach(name -> lines.add("nobody sells in the region " + name));
        return lines;
    }

    private static double potential(Region region) {
        return region.accounts().stream().mapToDouble(AccountRow::potential).sum();
    }

    private static double meanDistance(Region region) {
        return region.plan().totalDistance() / region.accounts().size();
    }

    private static String finding(List<Region> regions) {
        int accounts = regions.stream().mapToInt(r -> r.accounts().size()).sum();
        int territories =
                regions.stream().mapToInt(r -> r.plan().territories().size()).sum();
        return "%d accounts in %d territories, the most uneven %s from its region's mean"
                .formatted(accounts, territories, Amounts.percent(worst(regions)));
    }

    private static double worst(List<Region> regions) {
        return regions.stream()
                .mapToDouble(region -> region.plan().worstDeviation(POTENTIAL))
                .max()
                .orElse(0);
    }

    private static Section section(List<Region> regions, List<String> without) {
        String missing = without.isEmpty() ? "" : " Nobody sells in " + String.join(", ", without) + ".";
        return new Section(
                "territories",
                "Territories",
                Amounts.percent(worst(regions)),
                "most uneven territory, from the mean",
                ("Each region's accounts are shared among its reps so that potential is within %.0f %% of the mean"
                                + " and ways are short: %s.%s")
                        .formatted(100 * TOLERANCE, finding(regions), missing),
                List.of(map(regions)),
                List.of(territoryTable(regions), reasonTable(regions)));
    }

    private static MapChart map(List<Region> regions) {
        int[] colour = {0};
        List<Panel> panels = regions.stream()
                .limit(MOST_PANELS)
                .map(region -> panel(region, colour))
                .toList();
        return new MapChart(
                "Territory map",
                "Accounts by place; a circle's area is its potential, its colour the territory. " + finding(regions),
                panels);
    }

    private static Panel panel(Region region, int[] colour) {
        Map<String, SalesRep> reps = byId(region.reps());
        Map<String, Integer> colours = new LinkedHashMap<>();
        region.plan().territories().forEach(territory -> colours.put(territory.id(), colour[0]++));
        List<Spot> spots = region.accounts().stream()
                .limit(MOST_SPOTS)
                .map(account -> {
                    String territory = region.plan().territoryOf(account.id());
                    return new Spot(
                            account.name(),
                            account.place().latitude(),
                            account.place().longitude(),
                            account.potential(),
                            reps.getOrDefault(territory, region.reps().get(0)).name(),
                            colours.getOrDefault(territory, 0));
                })
                .toList();
        return new Panel(region.name(), spots);
    }

    private static Map<String, SalesRep> byId(List<SalesRep> reps) {
        return reps.stream()
                .collect(Collectors.toMap(SalesRep::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private static Table territoryTable(List<Region> regions) {
        List<List<String>> rows = new ArrayList<>();
        for (Region region : regions) {
            Map<String, SalesRep> reps = byId(region.reps());
            double mean = potential(region) / region.plan().territories().size();
            for (PlannedTerritory territory : region.plan().territories()) {
                double load = territory.load(POTENTIAL);
                rows.add(List.of(
                        reps.getOrDefault(territory.id(), region.reps().get(0)).name(),
                        region.name(),
                        Integer.toString(territory.accounts()),
                        Amounts.compact(load),
                        String.format(Locale.ROOT, "%+.1f %%", mean == 0 ? 0 : 100 * (load / mean - 1)),
                        Amounts.grouped(territory.distance() / territory.accounts()) + " km"));
            }
        }
        return new Table(
                "Territories",
                List.of("Rep", "Region", "Accounts", "Potential", "From mean", "Mean distance"),
                rows,
                Set.of(2, 3, 4, 5));
    }

    private static Table reasonTable(List<Region> regions) {
        List<List<String>> rows = new ArrayList<>();
        for (Region region : regions) {
            for (Reason reason : region.plan().reasons()) {
                rows.add(List.of(region.name(), reason.text(Locale.ENGLISH)));
            }
        }
        return new Table("What the planner says", List.of("Region", "Reason"), rows, Set.of());
    }
}
