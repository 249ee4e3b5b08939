package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.territory.design.PacedStop;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryPlanner;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How short the distances of a {@link MedianTask} are after the same time for everybody, on one core with a cold JVM.
 * What counts is {@code cost}; 0 when no plan within the capacities was found.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class MedianBenchmark {

    /** What was reached. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Reached {
        /** The sum of the distances. */
        public double cost;

        /** Nothing is reached yet. */
        @Setup
        public void clear() {
            cost = 0;
        }
    }

    /** What is solved. */
    @Param({"EVEN_100_10", "EVEN_400_30", "TOWNS_2000_100"})
    public MedianCase instance;

    /** How long. */
    @Param("10")
    public int seconds;

    private MedianTask task;

    /** Makes the problem. */
    @Setup
    public void make() {
        task = instance.task();
    }

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
