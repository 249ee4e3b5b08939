package io.github.saleskit.examples.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import io.github.saleskit.core.assignment.IndexMatcher;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

/** The same as {@link MatchingBenchmark} by OR-Tools: only {@code solve()} is measured, not filling in its model. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class OrToolsMatchingBenchmark {

    /** What is matched. */
    @Param({"DENSE_500", "DENSE_5000", "CAPACITY_55", "ELIGIBLE_20", "CROWDED_55"})
    public MatchingInstance instance;

    private LongSupplier solver;
    private long optimum;

    /** Fills in the model. */
    @Setup
    public void fillIn() {
        Loader.loadNativeLibraries();
        solver = instance.capacity == 1 ? assignment() : flow();
        optimum = IndexMatcher.solve(instance.table(), instance.capacities(), WorkMeter.unlimited())
                .totalCost();
    }

    private LongSupplier assignment() {
        LinearSumAssignment model = new LinearSumAssignment();
        for (int lead = 0; lead < instance.leads; lead++) {
            for (int rep : instance.repsOf(lead)) {
                model.addArcWithCost(lead, rep, instance.cost(lead, rep));
            }
        }
        return () -> model.solve() == LinearSumAssignment.Status.OPTIMAL ? model.getOptimalCost() : -1;
    }

    private LongSupplier flow() {
        MinCostFlow model = new MinCostFlow();
        int sink = instance.leads + instance.reps;
        for (int lead = 0; lead < instance.leads; lead++) {
            model.setNodeSupply(lead, 1);
            for (int rep : instance.repsOf(lead)) {
                model.addArcWithCapacityAndUnitCost(lead, instance.leads + rep, 1, instance.cost(lead, rep));
            }
        }
        for (int rep = 0; rep < instance.reps; rep++) {
            model.addArcWithCapacityAndUnitCost(instance.leads + rep, sink, instance.capacity, 0);
        }
        model.setNodeSupply(sink, -instance.leads);
        return () -> model.solve() == MinCostFlowBase.Status.OPTIMAL ? model.getOptimalCost() : -1;
    }

    /** OR-Tools: {@code LinearSumAssignment} where every rep takes one lead, else {@code MinCostFlow}. */
    @Benchmark
    public long orTools() {
        long total = solver.getAsLong();
        if (total != optimum) {
            throw new IllegalStateException("OR-Tools found " + total + " and not " + optimum);
        }
        return total;
    }
}
