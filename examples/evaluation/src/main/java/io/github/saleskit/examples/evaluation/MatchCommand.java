package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.assignment.CostTable;
import io.github.saleskit.core.assignment.IndexMatcher;
import io.github.saleskit.core.assignment.IndexMatching;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Matches leads with reps at the least total cost. */
@Command(
        name = "match",
        sortOptions = false,
        description = {
            "Matches leads with reps at the least total cost, as many leads as possible, and proves it.",
            "Costs are generated, or read from --costs: lead, rep, cost, a line for each pair that is allowed;",
            "costs are decimals, every rep takes --capacity leads.",
            "Generated: mix(z) { z += 0x9E3779B97F4A7C15; z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;",
            "  z = (z ^ (z >>> 27)) * 0x94D049BB133111EB; return z ^ (z >>> 31); },",
            "  cost(i, j) = (mix(S + i * K + j) >>> 1) %% 1,000,000; with --eligible E, lead i may go to the E "
                    + "reps with",
            "  the smallest unsigned mix(S + 7919 + i * K + j). --dense N is N leads, N reps, one each.",
            "Last line: optimum, the least total; dualBound, the bound computed from the prices of the reps "
                    + "alone, equal",
            "when the optimum is proven; matched, leads; complete, false when --seconds ended the work; seconds, the",
            "median of --repeat solutions after one to warm up.",
            ""
        })
final class MatchCommand implements EvaluationCommand {

    @Option(names = "--dense", paramLabel = "N", description = "N leads and N reps, one lead each.")
    private @Nullable Integer dense;

    @Option(names = "--leads", paramLabel = "N", description = "How many leads.")
    private @Nullable Integer leads;

    @Option(names = "--reps", paramLabel = "K", description = "How many reps.")
    private @Nullable Integer reps;

    @Option(names = "--capacity", paramLabel = "C", description = "How many leads each rep takes.")
    private @Nullable Integer capacity;

    @Option(names = "--eligible", paramLabel = "E", description = "How many reps may take a lead; all when not given.")
    private @Nullable Integer eligible;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the generated costs; 0 when not given.")
    private long seed;

    @Option(names = "--costs", paramLabel = "F.csv", description = "Costs to read: lead, rep, cost.")
    private @Nullable Path costs;

    @Option(
            names = "--repeat",
            paramLabel = "R",
            defaultValue = "5",
            description = "Solutions measured; 5 when not given.")
    private int repeat = 5;

    @Override
    public void run(Run run) {
        OptionCheck.atLeast(1, "--repeat", repeat);
        MatchCosts problem = costs == null ? generated() : read(costs);
        int[] capacities = new int[problem.table().reps()];
        Arrays.fill(capacities, dense == null ? OptionCheck.required("--capacity", capacity) : 1);
        StopSignal stop = run.stop();
        IndexMatching matching = solve(run, problem.table(), capacities, stop);
        double[] seconds = new double[repeat];
        for (int i = 0; i < repeat; i++) {
            long start = System.nanoTime();
            matching = solve(run, problem.table(), capacities, stop);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        run.answer("optimum", problem.number(matching.totalCost()));
        run.answer("dualBound", problem.number(matching.dualBound()));
        run.answer("matched", matching.matched());
        run.answer("complete", matching.complete());
        run.answer("seconds", median(seconds));
    }

    private static IndexMatching solve(Run run, CostTable table, int[] capacities, StopSignal stop) {
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), stop, run.progress());
        return IndexMatcher.solve(table, capacities, meter);
    }

    private static BigDecimal median(double[] seconds) {
        Arrays.sort(seconds);
        int middle = seconds.length / 2;
        double median = seconds.length % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
        return BigDecimal.valueOf(median).setScale(6, RoundingMode.HALF_UP);
    }

    private MatchCosts generated() {
        if (dense != null) {
            if (leads != null || reps != null || capacity != null || eligible != null) {
                throw new IllegalArgumentException(
                        "--dense stands for leads, reps and capacity together; leave those out");
            }
            int n = OptionCheck.atLeast(1, "--dense", dense);
            return MatchCosts.generated(n, n, n, seed);
        }
        if (leads == null) {
            throw new IllegalArgumentException("one of --dense, --leads or --costs is needed");
        }
        int n = OptionCheck.atLeast(1, "--leads", leads);
        int k = OptionCheck.atLeast(1, "--reps", OptionCheck.required("--reps", reps));
        OptionCheck.atLeast(0, "--capacity", OptionCheck.required("--capacity", capacity));
        int e = eligible == null ? k : OptionCheck.atLeast(0, "--eligible", eligible);
        return MatchCosts.generated(n, k, Math.min(e, k), seed);
    }

    private MatchCosts read(Path file) {
        if (dense != null || leads != null || reps != null || eligible != null) {
            throw new IllegalArgumentException("--costs says itself who the leads and reps are; leave out the others");
        }
        OptionCheck.atLeast(0, "--capacity", OptionCheck.required("--capacity", capacity));
        return MatchCosts.read(file);
    }
}
