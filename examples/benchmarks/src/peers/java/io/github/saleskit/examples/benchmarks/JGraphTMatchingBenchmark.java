package io.github.saleskit.examples.benchmarks;

import io.github.saleskit.core.assignment.IndexMatcher;
import io.github.saleskit.core.definition.WorkMeter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
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

/** The smallest of {@link MatchingBenchmark} by JGraphT's Kuhn-Munkres; twice the size takes it ten times as long. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class JGraphTMatchingBenchmark {

    /** What is matched. */
    @Param("DENSE_500")
    public MatchingInstance instance;

    private final SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
            new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final Set<Integer> leads = new HashSet<>();
    private final Set<Integer> reps = new HashSet<>();
    private double optimum;

    /** Fills in the graph. */
    @Setup
    public void fillIn() {
        optimum = (double) IndexMatcher.solve(instance.table(), instance.capacities(), WorkMeter.unlimited())
                .totalCost();
        for (int i = 0; i < instance.leads; i++) {
            leads.add(i);
            reps.add(instance.leads + i);
            graph.addVertex(i);
            graph.addVertex(instance.leads + i);
        }
        for (int lead = 0; lead < instance.leads; lead++) {
            for (int rep = 0; rep < instance.reps; rep++) {
                graph.setEdgeWeight(graph.addEdge(lead, instance.leads + rep), (double) instance.cost(lead, rep));
            }
        }
    }

    /** JGraphT. */
    @Benchmark
    public double jGraphT() {
        double total = new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(graph, leads, reps)
                .getMatching()
                .getWeight();
        if (total != optimum) {
            throw new IllegalStateException("JGraphT found " + total + " and not " + optimum);
        }
        return total;
    }
}
