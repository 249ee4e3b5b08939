package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.assignment.BatchMatcher;
import io.github.saleskit.core.assignment.CostTable;
import io.github.saleskit.core.assignment.IndexMatcher;
import io.github.saleskit.core.assignment.IndexMatching;
import io.github.saleskit.core.assignment.Matching;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Batch matching at the least total cost, the proof included, the generation of the costs not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
public class MatchingBenchmark {

    /** What is matched. */
    @Param({"DENSE_500", "DENSE_5000", "CAPACITY_55", "ELIGIBLE_20", "CROWDED_55"})
    public MatchingInstance instance;

    private CostTable table;
    private int[] capacities;
    private List<Integer> leads;
    private List<Integer> reps;
    private BatchMatcher<Integer, Integer> matcher;

    /** Generates the costs. */
    @Setup
    public void generate() {
        table = instance.table();
        capacities = instance.capacities();
        leads = IntStream.range(0, instance.leads).boxed().toList();
        reps = IntStream.range(0, instance.reps).boxed().toList();
        matcher = BatchMatcher.<Integer, Integer>minimizing(
                        lead -> "L" + lead,
                        rep -> "R" + rep,
                        (lead, rep) -> table.cost(lead, rep).orElseThrow())
                .withCapacity(rep -> instance.capacity)
                .withEligibility((lead, rep) -> table.cost(lead, rep).isPresent());
    }

    /** This library, over plain arrays. */
    @Benchmark
    public long saleskit() {
        IndexMatching matching = IndexMatcher.solve(table, capacities, WorkMeter.unlimited());
        if (matching.totalCost() != matching.dualBound()) {
            throw new IllegalStateException("not proven: " + matching.totalCost());
        }
        return matching.totalCost();
    }

    /** This library, over the host's objects, asking each pair for its cost, with a reason for each lead. */
    @Benchmark
    public Matching saleskitWithReasons() {
        return matcher.match(leads, reps);
    }
}
