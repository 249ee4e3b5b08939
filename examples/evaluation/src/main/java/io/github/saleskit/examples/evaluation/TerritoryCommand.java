package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.design.TerritoryPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
            "With --seconds the search paces itself to end in time; with --units-of-work it repeats exactly.",
            "Last line: cost, lowerBound (null when none is proven), feasible, heapMiB, seconds.",
            ""
        })
final class TerritoryCommand implements EvaluationCommand {

    @Option(names = "--instance", required = true, paramLabel = "F.dat", description = "The instance.")
    private Path instance = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "plan.csv", description = "The plan: point, centre.")
    private Path out = Path.of("");

    @Mixin
    private PlanRun planRun = new PlanRun();

    @Override
    public void run(Run run) {
        MedianInstance points = MedianInstance.read(instance);
        TerritoryPlan plan = planRun.plan(points.problem(), run);
        write(points, plan);
        run.answer("cost", exact(plan.totalDistance()));
        run.answer("lowerBound", plan.lowerBound().map(TerritoryCommand::exact).orElse(null));
        run.answer("feasible", plan.feasible());
        run.answer("heapMiB", HeapPeak.mebibytes());
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
}
