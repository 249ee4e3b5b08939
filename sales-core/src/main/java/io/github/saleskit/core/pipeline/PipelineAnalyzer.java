package io.github.saleskit.core.pipeline;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageEntry;
import io.github.saleskit.core.opportunity.StageHistory;
import io.github.saleskit.core.opportunity.StageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what is in the pipeline of one sales process, at any instant of its history.
 *
 * <p>Opportunities in a stage that the process does not have are left out and named in the reasons, as are those
 * created later. Each method takes time linear in the number of entries of all histories and, for each opportunity, of
 * open stages. Immutable and thread-safe.
 */
public final class PipelineAnalyzer {

    private final String process;
    private final List<Stage> stages;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** The open stages, then won. */
    private final List<Stage> ladder;

    private PipelineAnalyzer(SalesProcess process) {
        this.process = process.name();
        stages = process.stages();
        for (int i = 0; i < stages.size(); i++) {
            indexes.put(stages.get(i).id(), i);
        }
        ladder = new ArrayList<>(ofType(StageType.OPEN));
        ladder.add(ofType(StageType.WON).get(0));
    }

    private List<Stage> ofType(StageType type) {
        return stages.stream().filter(stage -> stage.type() == type).toList();
    }

    /**
     * Prepares a process.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the process
     */
    public static PipelineAnalyzer compile(SalesProcess process) {
        Problems problems = new Problems();
        process.check(problems);
        problems.throwIfAny("sales process \"" + process.name() + "\"");
        return new PipelineAnalyzer(process);
    }

    /** What is in each stage at an instant; amounts are the present ones. */
    public PipelineSnapshot snapshot(Collection<Opportunity> opportunities, Instant asOf) {
        int[] counts = new int[stages.size()];
        List<Amounts> amounts = stages.stream().map(stage -> new Amounts()).toList();
        Tally tally = new Tally(indexes.keySet(), asOf);
        for (Opportunity opportunity : opportunities) {
            tally.known(opportunity).ifPresent(history -> {
                int index = index(history.last());
                counts[index]++;
                opportunity.amount().ifPresent(amounts.get(index)::add);
            });
        }
        List<StageTotal> totals = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Stage stage = stages.get(i);
            Amounts sums = amounts.get(i);
            totals.add(new StageTotal(
                    stage.id(), stage.name(), counts[i], sums.toList(), sums.times(stage.probability())));
        }
        return new PipelineSnapshot(1, process, asOf, totals, tally.reasons());
    }

    /** How many opportunities came how far up to an instant; amounts are the present ones. */
    public Funnel funnel(Collection<Opportunity> opportunities, Instant asOf) {
        int[] reached = new int[ladder.size()];
        List<Amounts> amounts = ladder.stream().map(stage -> new Amounts()).toList();
        Tally tally = new Tally(indexes.keySet(), asOf);
        List<StageType> ends = new ArrayList<>();
        for (Opportunity opportunity : opportunities) {
            tally.known(opportunity).ifPresent(history -> {
                ends.add(type(history.last()));
                for (int step = 0; step <= furthest(history); step++) {
                    reached[step]++;
                    opportunity.amount().ifPresent(amounts.get(step)::add);
                }
            });
        }
        return new Funnel(1, process, asOf, steps(reached, amounts), winRate(ends), tally.reasons());
    }

    private static WinRate winRate(List<StageType> ends) {
        return new WinRate(
                ends.stream().filter(type -> type == StageType.WON).count(),
                ends.stream().filter(type -> type == StageType.LOST).count());
    }

    private List<FunnelStep> steps(int[] reached, List<Amounts> amounts) {
        List<FunnelStep> steps = new ArrayList<>();
        for (int i = 0; i < reached.length; i++) {
            Optional<Double> conversion = i == 0 || reached[i - 1] == 0
                    ? Optional.empty()
                    : Optional.of(reached[i] / (double) reached[i - 1]);
            Stage stage = ladder.get(i);
            steps.add(new FunnelStep(
                    stage.id(),
                    stage.name(),
                    reached[i],
                    conversion,
                    amounts.get(i).toList()));
        }
        return steps;
    }

    /** The step an opportunity came to; what was won and reopened only counts as far as its open stages. */
    private int furthest(StageHistory history) {
        if (type(history.last()) == StageType.WON) {
            return ladder.size() - 1;
        }
        int furthest = 0;
        for (StageEntry entry : history.entries()) {
            int index = index(entry);
            if (index >= 0 && stages.get(index).type() == StageType.OPEN) {
                furthest = Math.max(furthest, ladder.indexOf(stages.get(index)));
            }
        }
        return furthest;
    }

    /** The place of a stage in the process; -1 for a stage it had before and no longer has. */
    private int index(StageEntry entry) {
        return indexes.getOrDefault(entry.stage(), -1);
    }

    private StageType type(StageEntry entry) {
        return stages.get(index(entry)).type();
    }
}
