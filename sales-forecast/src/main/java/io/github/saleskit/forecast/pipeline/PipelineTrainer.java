package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.statistics.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns what stages are worth from deals that went through them.
 *
 * <p>The win probability of a stage is the share of won among the closed deals that went through it, shrunk to what the
 * given model assumes for it, as by a beta prior worth a number of deals. Its pace counts wins and losses by the time
 * since it was entered, deals that are still open included as far as they have come; rates of an age of which little is
 * known are shrunk to the overall rates, as by a gamma prior worth one closed deal.
 *
 * <pre>{@code
 * PipelineModel model = PipelineTrainer.compile(assumed, 20).train(history, today).model();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class PipelineTrainer {

    private static final double LEVEL = 0.95;

    private final PipelineModel assumed;
    private final double priorDeals;

    private PipelineTrainer(PipelineModel assumed, double priorDeals) {
        this.assumed = assumed;
        this.priorDeals = priorDeals;
    }

    /**
     * A trainer.
     *
     * @param assumed the stages, with the probabilities that are believed without any history
     * @param priorDeals how many closed deals of a stage weigh as much as that belief; above 0
     * @throws DefinitionException with every problem of the model
     */
    public static PipelineTrainer compile(PipelineModel assumed, double priorDeals) {
        assumed.check();
        if (!(priorDeals > 0 && Double.isFinite(priorDeals))) {
            throw new IllegalArgumentException("priorDeals is " + priorDeals
                    + ", but must be above 0.\nMaybe 20, which a hundred deals outweigh?");
        }
        return new PipelineTrainer(assumed, priorDeals);
    }

    /**
     * Learns from what was known at the end of a day.
     *
     * @param history deals, closed and open; what happened after {@code asOf} is not looked at
     * @param asOf the day
     */
    public PipelineTraining train(List<DealHistory> history, LocalDate asOf) {
        List<StageOutlook> stages = new ArrayList<>();
        List<StageEvidence> evidence = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (StageOutlook stage : assumed.stages()) {
            if (stage.type().closed()) {
                stages.add(stage);
                continue;
            }
            StageRecord record = new StageRecord(stage.stage(), history, asOf);
            StageEvidence found = evidence(stage, record);
            evidence.add(found);
            reasons.add(reason(stage, found));
            Optional<ClosingPace> pace = record.pace();
            stages.add(stage.withWinProbability(found.winProbability()).withPace(pace.or(stage::pace)));
        }
        if (reasons.isEmpty()) {
            reasons.add(Reason.of("forecast.pipeline.nothingOpen"));
        }
        return new PipelineTraining(1, assumed.withStages(stages), evidence, reasons);
    }

    private StageEvidence evidence(StageOutlook stage, StageRecord record) {
        Proportion share = new Proportion(record.won(), record.won() + record.lost());
        Proportion.Bounds bounds = share.wilson(LEVEL);
        double learned = share.shrunkTo(stage.winProbability(), priorDeals);
        return new StageEvidence(
                stage.stage(), record.won(), record.lost(), record.open(), bounds.lower(), bounds.upper(), learned);
    }

    private static Reason reason(StageOutlook stage, StageEvidence found) {
        int closed = found.won() + found.lost();
        if (closed == 0) {
            return Reason.of(
                    "forecast.pipeline.noHistory", "stage", stage.stage(), "assumed", percent(stage.winProbability()));
        }
        return Reason.of(
                "forecast.pipeline.learned",
                "stage",
                stage.stage(),
                "won",
                found.won(),
                "closed",
                closed,
                "assumed",
                percent(stage.winProbability()),
                "learned",
                percent(found.winProbability()),
                "lower",
                percent(found.lower()),
                "upper",
                percent(found.upper()));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
