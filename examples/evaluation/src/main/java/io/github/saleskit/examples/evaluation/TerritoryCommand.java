package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.territory.design.CentrePlacement;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryCount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Solves an instance of the capacitated p-median problem. */
@Command(
        name = "territory",
        sortOptions = false,
        description = {
            "Designs territories for an instance of the capacitated p-median problem.",
            "Reads a first line n p, then a line x y capacity demand for each point. Writes point and centre, both",
            "counted from 0: every point once, and every centre serves itself. Distances are Euclidean, not rounded.",
            "--fewest and --most let it choose how many centres there are: as few as the capacities allow, or, with",
            "--centre-price, as many as save so much distance each. With --anywhere centres need not be points; "
                    + "then the",
            "columns are point, territory, x, y, the place of the centre.",
            "With --seconds the search paces itself to end in time; with --units-of-work it repeats exactly.",
            "Last line: cost, lowerBound (null when none is proven), feasible, centres, heapMiB, seconds.",
            ""
        })
final class TerritoryCommand implements EvaluationCommand {

    @Option(names = "--instance", required = true, paramLabel = "F.dat", description = "The instance.")
    private Path instance = Path.of("");

    @Option(
            names = "--fewest",
            paramLabel = "N",
            description = "The fewest centres; those of the instance when absent.")
    private @Nullable Integer fewest;

    @Option(names = "--most", paramLabel = "N", description = "The most centres; those of the instance when absent.")
    private @Nullable Integer most;

    @Option(names = "--centre-price", paramLabel = "P", description = "What one more centre has to save in distance.")
    private @Nullable Double price;

    @Option(names = "--anywhere", description = "Centres may be where no point is.")
    private boolean anywhere;

    @Option(names = "--out", required = true, paramLabel = "plan.csv", description = "The plan: point, centre.")
    private Path out = Path.of("");

    @Mixin
    private PlanRun planRun = new PlanRun();

    @Override
    public void run(Run run) {
        MedianInstance points = MedianInstance.read(instance);
        TerritoryPlan plan = planRun.plan(problem(points), run);
        if (anywhere) {
            writePlaces(points, plan);
        } else {
            write(points, plan);
        }
        run.answer("cost", exact(plan.totalDistance()));
        run.answer("lowerBound", plan.lowerBound().map(TerritoryCommand::exact).orElse(null));
        run.answer("feasible", plan.feasible());
        run.answer("centres", plan.territories().size());
        run.answer("heapMiB", HeapPeak.mebibytes());
    }

    private TerritoryProblem problem(MedianInstance points) {
        TerritoryProblem problem = points.problem();
        if (fewest != null || most != null || price != null) {
            int least = fewest == null ? Math.min(points.territories(), most(points)) : fewest;
            if (least < 1 || least > most(points)) {
                throw new IllegalArgumentException(
                        "--fewest is " + least + ", but must be from 1 to the most centres, " + most(points));
            }
            TerritoryCount count = TerritoryCount.atLeast(least);
            problem = problem.withTerritories(Territory.numbered(most(points)))
                    .withCount(price == null ? count : count.withPrice(price));
        }
        return anywhere ? problem.withCentres(CentrePlacement.ANYWHERE) : problem;
    }

    private int most(MedianInstance points) {
        int number = most == null ? points.territories() : most;
        if (number < 1 || number > points.points()) {
            throw new IllegalArgumentException(
                    "--most is " + number + ", but must be from 1 to " + points.points() + ", the number of points");
        }
        return number;
    }

    static BigDecimal exact(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    }

    private void write(MedianInstance points, TerritoryPlan plan) {
        Map<String, Integer> centres = new HashMap<>();
        for (PlannedTerritory territory : plan.territories()) {
            centres.put(territory.id(), Integer.parseInt(territory.centre()));
        }
        try (TableWriter writer = new TableWriter(out, "point", "centre")) {
            for (int point = 0; point < points.points(); point++) {
                writer.row(point, centres.getOrDefault(plan.territoryOf(MedianInstance.id(point)), 0));
            }
            writer.complete();
        }
    }

    private void writePlaces(MedianInstance points, TerritoryPlan plan) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int t = 0; t < plan.territories().size(); t++) {
            numbers.put(plan.territories().get(t).id(), t);
        }
        try (TableWriter writer = new TableWriter(out, "point", "territory", "x", "y")) {
            for (int point = 0; point < points.points(); point++) {
                int t = numbers.getOrDefault(plan.territoryOf(MedianInstance.id(point)), 0);
                PlanePoint place = (PlanePoint) plan.territories().get(t).place();
                writer.row(point, t, place.x(), place.y());
            }
            writer.complete();
        }
    }
}
