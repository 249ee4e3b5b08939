package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.territory.design.PacedStop;
import io.github.saleskit.territory.design.PlannedTerritory;
import io.github.saleskit.territory.realign.AccountMove;
import io.github.saleskit.territory.realign.RealignedPlan;
import io.github.saleskit.territory.realign.Realignment;
import io.github.saleskit.territory.realign.RealignmentPolicy;
import io.github.saleskit.territory.realign.TerritoryRealigner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes a plan of an instance of the capacitated p-median problem as little as new demands ask for. */
@Command(
        name = "realign",
        sortOptions = false,
        description = {
            "Changes a plan as little as new demands, centres that leave, join or are merged ask for.",
            "Reads an instance and a plan as territory reads and writes them, and point,demand: points that are "
                    + "not named",
            "keep their demand. Writes point and centre. Centres stay where they are, unless that keeps no "
                    + "capacities or",
            "--free-centres is given; then a territory is still the same one, and only points that come to another",
            "territory count as moves.",
            "The plan written is the one with the fewest moves, or the shortest one within --max-moves or at "
                    + "--move-price.",
            "Last line: moves, movesLowerBound (proven), cost, costBefore, feasible, front (how many plans), seconds.",
            ""
        })
final class RealignCommand implements EvaluationCommand {

    @Option(names = "--instance", required = true, paramLabel = "F.dat", description = "The instance.")
    private Path instance = Path.of("");

    @Option(names = "--plan", required = true, paramLabel = "plan.csv", description = "The plan before: point, centre.")
    private Path plan = Path.of("");

    @Option(names = "--demand", paramLabel = "D.csv", description = "Today's demands: point, demand.")
    private @Nullable Path demand;

    @Option(names = "--leave", split = ",", paramLabel = "CENTRE", description = "Centres that are closed.")
    private List<Integer> leave = List.of();

    @Option(names = "--join", split = ",", paramLabel = "POINT", description = "Points that become centres.")
    private List<Integer> join = List.of();

    @Option(
            names = "--merge",
            split = ",",
            paramLabel = "CENTRE=CENTRE",
            description = "Centres that are closed, each with the one that takes its points over; those are no moves.")
    private Map<Integer, Integer> mergers = Map.of();

    @Option(names = "--free-centres", description = "Let other points become the centres of territories.")
    private boolean freeCentres;

    @Option(names = "--move-price", paramLabel = "P", description = "What a move has to save in distance.")
    private @Nullable Double movePrice;

    @Option(names = "--max-moves", paramLabel = "N", description = "The most moves.")
    private @Nullable Integer maxMoves;

    @Option(names = "--out", required = true, paramLabel = "plan.csv", description = "The plan: point, centre.")
    private Path out = Path.of("");

    @Option(
            names = "--front",
            paramLabel = "front.csv",
            description = "All plans to choose from: moves, cost, worstLoad, imbalance, feasible, chosen.")
    private @Nullable Path front;

    @Option(
            names = "--reasons",
            paramLabel = "reasons.csv",
            description = "The moves of the plan: point, from, to, reason.")
    private @Nullable Path reasons;

    @Mixin
    private PlanRun planRun = new PlanRun();

    @Override
    public void run(Run run) {
        checkOptions();
        RealignInput input = RealignInput.read(instance, plan, demand);
        Realignment realignment = realign(input, run);
        RealignedPlan chosen = choose(realignment, run);
        tellWhyInfeasible(realignment, run);
        write(input, chosen);
        writeFront(realignment, chosen);
        writeReasons(chosen);
        run.answer("moves", chosen.moves().size());
        run.answer("movesLowerBound", Math.round(realignment.movesLowerBound()));
        run.answer("cost", TerritoryCommand.exact(chosen.distance()));
        run.answer("costBefore", TerritoryCommand.exact(input.costBefore()));
        run.answer("feasible", chosen.feasible());
        run.answer("front", realignment.front().size());
    }

    private void checkOptions() {
        if (movePrice != null && maxMoves != null) {
            throw new IllegalArgumentException("--move-price and --max-moves are both given, but one has to do");
        }
        if (movePrice != null && !(movePrice >= 0 && movePrice <= 1e100)) {
            throw new IllegalArgumentException("--move-price is " + movePrice + ", but must be from 0 to 1e100");
        }
        if (maxMoves != null && maxMoves < 0) {
            throw new IllegalArgumentException("--max-moves is " + maxMoves + ", but must be at least 0");
        }
    }

    /** With the centres where they are, or, when that keeps no capacities, with others. */
    private Realignment realign(RealignInput input, Run run) {
        Realignment realignment = realign(compile(input, freeCentres), input, run, run.pacedStop());
        if (realignment.feasible() || freeCentres) {
            return realignment;
        }
        run.tell("No plan within the capacities was found with these centres; other points may become centres now.");
        PacedStop whole = run.pacedStop();
        PacedStop rest = whole.between(whole.shareOver(), 1);
        Realignment other = realign(compile(input, true), input, run, rest);
        return other.feasible() ? other : realignment;
    }

    private Realignment realign(TerritoryRealigner realigner, RealignInput input, Run run, PacedStop stop) {
        WorkBudget budget = planRun.budget(run, input.points().points());
        return run.measure(
                () -> realigner.realign(input.earlier(mergers), budget, planRun.seed(), stop, run.progress()));
    }

    private TerritoryRealigner compile(RealignInput input, boolean free) {
        RealignmentPolicy.Builder policy = RealignmentPolicy.builder();
        if (movePrice != null) {
            policy.addPrices(movePrice);
        }
        try {
            return TerritoryRealigner.compile(input.problem(leave, join, mergers, free), policy.build());
        } catch (DefinitionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private RealignedPlan choose(Realignment realignment, Run run) {
        if (movePrice != null) {
            return realignment.atPrice(movePrice);
        }
        if (maxMoves == null) {
            return realignment.fewestMoves();
        }
        return realignment.withAtMost(maxMoves).orElseGet(() -> {
            run.tell("No plan has as few moves as " + maxMoves + "; this is the one with the fewest.");
            return realignment.fewestMoves();
        });
    }

    private static void tellWhyInfeasible(Realignment realignment, Run run) {
        if (!realignment.feasible()) {
            for (Reason reason : realignment.reasons()) {
                run.tell(reason.fullText(Locale.ENGLISH));
            }
        }
    }

    private void write(RealignInput input, RealignedPlan chosen) {
        Map<String, Integer> centres = new HashMap<>();
        for (PlannedTerritory territory : chosen.plan().territories()) {
            centres.put(territory.id(), Integer.parseInt(territory.centre()));
        }
        try (TableWriter writer = new TableWriter(out, "point", "centre")) {
            for (int point = 0; point < input.points().points(); point++) {
                writer.row(point, centres.getOrDefault(chosen.plan().territoryOf(MedianInstance.id(point)), 0));
            }
            writer.complete();
        }
    }

    private void writeFront(Realignment realignment, RealignedPlan chosen) {
        if (front == null) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (RealignedPlan option : realignment.front()) {
            rows.add(List.of(
                    option.moves().size(),
                    TerritoryCommand.exact(option.distance()),
                    TerritoryCommand.exact(worstLoad(option)),
                    TerritoryCommand.exact(option.imbalance()),
                    option.feasible(),
                    option.equals(chosen)));
        }
        TableWriter.write(front, List.of("moves", "cost", "worstLoad", "imbalance", "feasible", "chosen"), rows);
    }

    private static double worstLoad(RealignedPlan option) {
        return option.plan().territories().stream()
                .mapToDouble(territory -> territory.load(MedianInstance.DEMAND))
                .max()
                .orElse(0);
    }

    private void writeReasons(RealignedPlan chosen) {
        if (reasons == null) {
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (AccountMove move : chosen.moves()) {
            rows.add(List.of(
                    Integer.parseInt(move.account()),
                    move.from(),
                    move.to(),
                    move.reason().text(Locale.ENGLISH)));
        }
        TableWriter.write(reasons, List.of("point", "from", "to", "reason"), rows);
    }
}
