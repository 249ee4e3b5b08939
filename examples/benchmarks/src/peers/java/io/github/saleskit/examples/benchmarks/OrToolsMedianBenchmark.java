package io.github.saleskit.examples.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * The same as {@link MedianBenchmark} by CP-SAT of OR-Tools with one worker: a variable for each point and each of the
 * 60 centres nearest to it, one for each centre. Filling in the model is not counted.
 */
public class OrToolsMedianBenchmark extends MedianSetting {

    private static final int NEAR = 60;

    private final CpModel model = new CpModel();
    private int[][] near;
    private BoolVar[][] serves;

    /** Fills in the model. */
    @Override
    void prepare() {
        Loader.loadNativeLibraries();
        near = new int[task.points][];
        serves = new BoolVar[task.points][];
        BoolVar[] open = new BoolVar[task.points];
        Arrays.setAll(open, j -> model.newBoolVar("open" + j));
        List<LinearExprBuilder> load = new ArrayList<>();
        LinearExprBuilder cost = LinearExpr.newBuilder();
        for (int j = 0; j < task.points; j++) {
            load.add(LinearExpr.newBuilder().addTerm(open[j], -task.capacity));
        }
        for (int i = 0; i < task.points; i++) {
            int point = i;
            near[i] = IntStream.range(0, task.points)
                    .boxed()
                    .sorted((a, b) -> Double.compare(task.distance(point, a), task.distance(point, b)))
                    .limit(NEAR)
                    .mapToInt(j -> j)
                    .toArray();
            serves[i] = new BoolVar[near[i].length];
            for (int at = 0; at < near[i].length; at++) {
                int j = near[i][at];
                serves[i][at] = model.newBoolVar("serves" + i + "_" + j);
                model.addImplication(serves[i][at], open[j]);
                load.get(j).addTerm(serves[i][at], task.demand[i]);
                cost.addTerm(serves[i][at], task.rounded(i, j));
            }
            model.addExactlyOne(serves[i]);
        }
        load.forEach(sum -> model.addLessOrEqual(sum, 0));
        model.addEquality(LinearExpr.sum(open), task.centres);
        model.minimize(cost);
    }

    /** CP-SAT. */
    @Benchmark
    public double orTools(Reached reached) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(1).setRandomSeed(1);
        CpSolverStatus status = solver.solve(model);
        boolean found = status == CpSolverStatus.FEASIBLE || status == CpSolverStatus.OPTIMAL;
        reached.cost = found ? task.cost(groups(solver)) : 0;
        return reached.cost;
    }

    private int[] groups(CpSolver solver) {
        int[] centre = new int[task.points];
        for (int i = 0; i < task.points; i++) {
            for (int at = 0; at < near[i].length; at++) {
                centre[i] = solver.booleanValue(serves[i][at]) ? near[i][at] : centre[i];
            }
        }
        int[] centres = IntStream.of(centre).distinct().sorted().toArray();
        return IntStream.of(centre).map(c -> Arrays.binarySearch(centres, c)).toArray();
    }
}
