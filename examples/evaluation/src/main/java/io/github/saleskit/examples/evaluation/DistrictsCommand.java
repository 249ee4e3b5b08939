package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.Contiguity;
import io.github.saleskit.territory.design.PlanObjective;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.geo.PlanePoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Designs connected districts of equal population. */
@Command(
        name = "districts",
        sortOptions = false,
        description = {
            "Designs connected districts of equal population with few or short borders between them.",
            "Units are id,geoid,population,x,y; adjacency is a,b,shared_border. Writes id and district, counted "
                    + "from 0.",
            "cut-edges counts the borders between districts, compactness sums their length.",
            "Last line: cutEdges, cutLength, worstDeviation (as a share of the mean), contiguous, feasible, seconds.",
            ""
        })
final class DistrictsCommand implements EvaluationCommand {

    private static final String POPULATION = "population";

    private static final TableForm UNITS = TableForm.of("units")
            .required("id", "unique")
            .optional("geoid", "the name elsewhere")
            .required(POPULATION, "at least 0")
            .required("x", "longitude, or any coordinate")
            .required("y", "latitude, or any coordinate");

    private static final TableForm ADJACENCY = TableForm.of("adjacency")
            .required("a", "id of a unit")
            .required("b", "id of another")
            .optional("shared_border", "length of the border");

    @Option(names = "--units", required = true, paramLabel = "U.csv", description = "The units.")
    private Path units = Path.of("");

    @Option(names = "--adjacency", required = true, paramLabel = "A.csv", description = "Who is whose neighbour.")
    private Path adjacency = Path.of("");

    @Option(names = "--k", required = true, paramLabel = "K", description = "How many districts.")
    private int k;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            defaultValue = "0.005",
            description = "Largest deviation from the mean population; .005 when absent.")
    private double tolerance;

    @Option(
            names = "--objective",
            paramLabel = "cut-edges|compactness",
            defaultValue = "cut-edges",
            description = "What is made small; cut-edges when absent.")
    private String objective = "cut-edges";

    @Option(names = "--out", required = true, paramLabel = "plan.csv", description = "The plan: id, district.")
    private Path out = Path.of("");

    @Mixin
    private PlanRun planRun = new PlanRun();

    @Override
    public void run(Run run) {
        PlanObjective goal = goal();
        if (k < 1) {
            throw new IllegalArgumentException("--k is " + k + ", but must be at least 1");
        }
        FileProblems problems = new FileProblems();
        List<TerritoryAccount> accounts = new TableReader(units, UNITS, problems).rows(DistrictsCommand::unit);
        List<Border> borders = new TableReader(adjacency, ADJACENCY, problems).rows(DistrictsCommand::border);
        problems.throwIfAny();
        TerritoryPlan plan = planRun.plan(problem(accounts, borders, goal), run);
        write(accounts, plan);
        Contiguity lie = plan.contiguity().orElse(new Contiguity(k == accounts.size(), 0, 0));
        run.answer("cutEdges", lie.cutBorders());
        run.answer("cutLength", lie.cutLength());
        run.answer("worstDeviation", plan.worstDeviation(POPULATION));
        run.answer("contiguous", lie.contiguous());
        run.answer("feasible", plan.feasible() && lie.contiguous());
    }

    private PlanObjective goal() {
        return switch (objective) {
            case "cut-edges" -> PlanObjective.CUT_BORDERS;
            case "compactness" -> PlanObjective.CUT_LENGTH;
            default ->
                throw new IllegalArgumentException(
                        "--objective is " + objective + ", but must be cut-edges or compactness");
        };
    }

    private TerritoryProblem problem(List<TerritoryAccount> accounts, List<Border> borders, PlanObjective goal) {
        return TerritoryProblem.builder()
                .addAllAccounts(accounts)
                .addAllTerritories(Territory.numbered(k))
                .addLimits(ActivityLimit.withinShareOfMean(POPULATION, tolerance))
                .addAllBorders(borders)
                .objective(goal)
                .build();
    }

    private static TerritoryAccount unit(Row row) {
        PlanePoint place = PlanePoint.of(row.number("x", -1e100, 1e100), row.number("y", -1e100, 1e100));
        return TerritoryAccount.of(row.id("id"), place, POPULATION, row.number(POPULATION, 0, 1e100));
    }

    private static Border border(Row row) {
        return row.optional("shared_border", column -> row.number(column, 0, 1e100))
                .map(length -> Border.of(row.text("a"), row.text("b"), length))
                .orElseGet(() -> Border.of(row.text("a"), row.text("b")));
    }

    private void write(List<TerritoryAccount> accounts, TerritoryPlan plan) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int t = 0; t < plan.territories().size(); t++) {
            numbers.put(plan.territories().get(t).id(), t);
        }
        List<List<Object>> rows = accounts.stream()
                .map(account -> List.<Object>of(account.id(), numbers.getOrDefault(plan.territoryOf(account.id()), 0)))
                .toList();
        TableWriter.write(out, List.of("id", "district"), rows);
    }
}
