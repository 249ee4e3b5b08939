package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.PacedStop;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** How short the distances of a {@link MedianTask} are after the same time for everybody, by Saleskit. */
public class MedianBenchmark extends MedianSetting {

    /** Saleskit. */
    @Benchmark
    public double saleskit(Reached reached) {
        long begin = System.nanoTime();
        PacedStop deadline = PacedStop.of(() -> (System.nanoTime() - begin) / 1e9 / seconds);
        TerritoryPlan plan = TerritoryPlanner.compile(task.problem())
                .plan(WorkBudget.unlimited(), 1, deadline, ProgressListener.none());
        reached.cost = plan.feasible() ? task.cost(groups(plan)) : 0;
        return reached.cost;
    }

    private int[] groups(TerritoryPlan plan) {
        Map<String, Integer> numbers = new HashMap<>();
        plan.territories().forEach(territory -> numbers.put(territory.id(), numbers.size()));
        int[] group = new int[task.points];
        for (int i = 0; i < task.points; i++) {
            group[i] = numbers.get(plan.territoryOf(MedianTask.id(i)));
        }
        return group;
    }
}
