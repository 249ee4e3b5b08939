package io.github.saleskit.examples.evaluation;

import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.PlanePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Balances very many synthetic accounts. */
@Command(
        name = "territory-bench",
        sortOptions = false,
        description = {
            "Balances synthetic accounts: on a square of side 1000, evenly or in towns, each with 1 to 9 visits;",
            "every territory gets the mean of visits, 5 % more or less.",
            "Last line: accounts, territories, cost, worstDeviation, feasible, heapMiB, seconds.",
            ""
        })
final class TerritoryBenchCommand implements EvaluationCommand {

    private static final String VISITS = "visits";
    private static final double SIDE = 1000;

    @Option(names = "--accounts", required = true, paramLabel = "N", description = "How many accounts.")
    private int accounts;

    @Option(names = "--territories", required = true, paramLabel = "K", description = "How many territories.")
    private int territories;

    @Option(names = "--clustered", description = "Put nine accounts in ten into towns.")
    private boolean clustered;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "Largest deviation from the mean; .05 when absent.")
    private double tolerance;

    @Mixin
    private PlanRun planRun = new PlanRun();

    @Override
    public void run(Run run) {
        if (accounts < 1 || territories < 1) {
            throw new IllegalArgumentException("--accounts and --territories must be at least 1");
        }
        TerritoryProblem problem = TerritoryProblem.builder()
                .addAllAccounts(accounts())
                .addAllTerritories(Territory.numbered(territories))
                .addLimits(ActivityLimit.withinShareOfMean(VISITS, tolerance))
                .build();
        TerritoryPlan plan = planRun.plan(problem, run);
        run.answer("accounts", plan.assignment().size());
        run.answer("territories", plan.territories().size());
        run.answer("cost", TerritoryCommand.exact(plan.totalDistance()));
        run.answer("worstDeviation", plan.worstDeviation(VISITS));
        run.answer("feasible", plan.feasible());
        run.answer("heapMiB", HeapPeak.mebibytes());
    }

    private List<TerritoryAccount> accounts() {
        SplittableRandom random = new SplittableRandom(planRun.seed());
        double[][] towns = new double[Math.max(1, accounts / 5_000)][];
        for (int town = 0; town < towns.length; town++) {
            towns[town] =
                    new double[] {random.nextDouble() * SIDE, random.nextDouble() * SIDE, 2 + random.nextDouble() * 18};
        }
        List<TerritoryAccount> list = new ArrayList<>(accounts);
        for (int i = 0; i < accounts; i++) {
            PlanePoint place = clustered && random.nextInt(10) > 0
                    ? inTown(towns[random.nextInt(towns.length)], random)
                    : PlanePoint.of(random.nextDouble() * SIDE, random.nextDouble() * SIDE);
            list.add(TerritoryAccount.of(MedianInstance.id(i), place, VISITS, 1 + random.nextInt(9)));
        }
        return list;
    }

    /** A point at a distance from the middle that is evenly distributed, in any direction. */
    private static PlanePoint inTown(double[] town, SplittableRandom random) {
        double angle = random.nextDouble() * 2 * Math.PI;
        double way = random.nextDouble() * town[2];
        return PlanePoint.of(town[0] + way * StrictMath.cos(angle), town[1] + way * StrictMath.sin(angle));
    }
}
