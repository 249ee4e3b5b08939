package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.opportunity.StageType;
import io.github.saleskit.forecast.series.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts what the deals of a pipeline will bring within a period.
 *
 * <pre>{@code
 * PipelineForecaster forecaster = PipelineForecaster.compile(model);
 * QuarterForecast quarter = forecaster.forecast(deals, TimePeriod.quarter(2026, 4).days(), today);
 * quarter.expected();  quarter.p10();  quarter.chanceOf(quota);
 * }</pre>
 *
 * <p>An open deal with a close date to come counts in the period in which that date lies, with the probability of its
 * stage. One whose date is unknown or has passed counts with the chance that the pace of its stage gives for what is
 * left of the period, by its age; without a pace, one whose date has passed within the period still counts there, and
 * any other does not count. A deal of an unknown stage does not count either; the reasons say so.
 *
 * <p>Immutable and thread-safe.
 */
public final class PipelineForecaster {

    private final PipelineModel model;
    private final Map<String, StageOutlook> stages;

    private PipelineForecaster(PipelineModel model) {
        this.model = model;
        Map<String, StageOutlook> byName = new LinkedHashMap<>();
        model.stages().forEach(stage -> byName.put(stage.stage(), stage));
        stages = Collections.unmodifiableMap(byName);
    }

    /**
     * A forecaster for a model.
     *
     * @throws DefinitionException with every problem of the model
     */
    public static PipelineForecaster compile(PipelineModel model) {
        model.check();
        return new PipelineForecaster(model);
    }

    /**
     * Forecasts a period.
     *
     * @param deals open and closed ones; those that were closed outside of the period change nothing
     * @param period the days that count
     * @param asOf the day at whose end the deals are as they are given; may lie before, within or after the period
     * @throws DefinitionException with every deal that is in another currency than the model, or whose id comes twice
     */
    public QuarterForecast forecast(List<PipelineDeal> deals, DateRange period, LocalDate asOf) {
        check(deals);
        List<DealOutlook> outlooks = new ArrayList<>(deals.size());
        for (PipelineDeal deal : deals) {
            outlooks.add(outlook(deal, stages.get(deal.stage()), period, asOf));
        }
        return new ForecastAssembly(model, stages, outlooks).assemble(period, asOf);
    }

    private void check(List<PipelineDeal> deals) {
        Problems problems = new Problems();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < deals.size(); i++) {
            PipelineDeal deal = deals.get(i);
            if (!deal.amount().getCurrencyUnit().equals(model.currency())) {
                problems.at("deals", i, "amount")
                        .report(
                                "deal.currency",
                                deal.amount().toString(),
                                "the deal \"" + deal.id() + "\" is not in " + model.currency(),
                                "Maybe convert it first?");
            }
            if (places.putIfAbsent(deal.id(), i) != null) {
                problems.at("deals", i, "id")
                        .report("deal.duplicate", deal.id(), "the deal \"" + deal.id() + "\" comes twice");
            }
        }
        problems.throwIfAny("list of deals");
    }

    private static DealOutlook outlook(
            PipelineDeal deal, @Nullable StageOutlook stage, DateRange period, LocalDate asOf) {
        ForecastBasis basis = basis(deal, stage, period, asOf);
        double chance = switch (basis) {
            case WON -> 1;
            case CLOSE_DATE -> stage == null ? 0 : stage.winProbability();
            case PACE -> stage == null ? 0 : paceChance(deal, stage, period, asOf);
            default -> 0;
        };
        return new DealOutlook(deal.id(), deal.stage(), deal.owner(), deal.amount(), basis, chance);
    }

    private static ForecastBasis basis(
            PipelineDeal deal, @Nullable StageOutlook stage, DateRange period, LocalDate asOf) {
        if (stage == null) {
            return ForecastBasis.UNKNOWN_STAGE;
        }
        if (stage.type().closed()) {
            return closedBasis(deal, stage, period);
        }
        if (stage.category().equals(Optional.of(ForecastCategory.OMITTED))) {
            return ForecastBasis.OMITTED;
        }
        if (asOf.isAfter(period.last()) || asOf.equals(period.last())) {
            return ForecastBasis.OUTSIDE;
        }
        return openBasis(deal, stage, period, asOf);
    }

    private static ForecastBasis closedBasis(PipelineDeal deal, StageOutlook stage, DateRange period) {
        if (stage.type() == StageType.LOST) {
            return ForecastBasis.OUTSIDE;
        }
        return deal.closeDate()
                .map(day -> period.contains(day) ? ForecastBasis.WON : ForecastBasis.OUTSIDE)
                .orElse(ForecastBasis.UNDATED);
    }

    private static ForecastBasis openBasis(PipelineDeal deal, StageOutlook stage, DateRange period, LocalDate asOf) {
        Optional<LocalDate> close = deal.closeDate();
        boolean inPeriod = close.isPresent() && period.contains(close.get());
        if (close.isPresent() && !close.get().isBefore(asOf)) {
            return inPeriod ? ForecastBasis.CLOSE_DATE : ForecastBasis.OUTSIDE;
        }
        if (stage.pace().isPresent() && deal.enteredStage().isPresent()) {
            return ForecastBasis.PACE;
        }
        return inPeriod ? ForecastBasis.CLOSE_DATE : ForecastBasis.UNDATED;
    }

    /** That a deal, open at the end of {@code asOf}, is won on one of the days that are left of the period. */
    private static double paceChance(PipelineDeal deal, StageOutlook stage, DateRange period, LocalDate asOf) {
        LocalDate entered = deal.enteredStage().orElseThrow();
        ClosingPace pace = stage.pace().orElseThrow();
        int now = Math.max(0, days(entered, asOf));
        int begin = Math.max(now, days(entered, period.first()) - 1);
        int end = Math.max(begin, days(entered, period.last()));
        return pace.chanceOfWin(now, end) - (begin > now ? pace.chanceOfWin(now, begin) : 0);
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }
}
