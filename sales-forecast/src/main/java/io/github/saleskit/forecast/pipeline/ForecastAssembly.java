package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.series.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up the outlooks of all deals to one forecast. */
final class ForecastAssembly {

    private final Map<String, StageOutlook> stages;
    private final List<DealOutlook> deals;
    private final CurrencyUnit currency;
    private final Map<ForecastBasis, Tally> byBasis = new EnumMap<>(ForecastBasis.class);
    private final Map<ForecastCategory, Money> byCategory = new EnumMap<>(ForecastCategory.class);
    private final Map<String, Tally> byStage = new LinkedHashMap<>();

    ForecastAssembly(PipelineModel model, Map<String, StageOutlook> stages, List<DealOutlook> deals) {
        this.stages = stages;
        this.deals = deals;
        currency = model.currency();
        model.stages().forEach(stage -> byStage.put(stage.stage(), new Tally()));
        deals.forEach(this::add);
    }

    /** How many deals, what they amount to, and that weighted by their chances. */
    private final class Tally {
        private int count;
        private Money amount = Money.zero(currency);
        private BigDecimal weighted = BigDecimal.ZERO;

        void add(DealOutlook deal) {
            count++;
            amount = amount.plus(deal.amount());
            weighted = weighted.add(deal.amount().getAmount().multiply(BigDecimal.valueOf(deal.chance())));
        }

        Money expected() {
            return round(weighted);
        }
    }

    private void add(DealOutlook deal) {
        byBasis.computeIfAbsent(deal.basis(), basis -> new Tally()).add(deal);
        StageOutlook stage = stages.get(deal.stage());
        if (stage != null && isOpenAndCounts(deal)) {
            byCategory.merge(stage.category().orElse(ForecastCategory.PIPELINE), deal.amount(), Money::plus);
            byStage.getOrDefault(deal.stage(), new Tally()).add(deal);
        }
    }

    private static boolean isOpenAndCounts(DealOutlook deal) {
        return deal.basis() == ForecastBasis.CLOSE_DATE || deal.basis() == ForecastBasis.PACE;
    }

    QuarterForecast assemble(DateRange period, LocalDate asOf) {
        Money won = tally(ForecastBasis.WON).amount;
        Money commit = won.plus(category(ForecastCategory.COMMIT));
        Money bestCase = commit.plus(category(ForecastCategory.BEST_CASE));
        Money pipeline = bestCase.plus(category(ForecastCategory.PIPELINE));
        DealSum sum = sum();
        List<OutcomeStep> outcomes = sum.outcomes().stream()
                .map(outcome -> new OutcomeStep(fromUnits(outcome.amount()), outcome.chance()))
                .toList();
        QuarterForecast bare = new QuarterForecast(
                1,
                period,
                asOf,
                won,
                commit,
                bestCase,
                pipeline,
                expected(),
                fromUnits(StrictMath.sqrt(sum.variance())),
                outcomes,
                deals,
                List.of());
        return withReasons(bare);
    }

    private static QuarterForecast withReasons(QuarterForecast f, List<Reason> reasons) {
        return new QuarterForecast(
                f.version(),
                f.period(),
                f.asOf(),
                f.closedWon(),
                f.commit(),
                f.bestCase(),
                f.pipeline(),
                f.expected(),
                f.standardDeviation(),
                f.outcomes(),
                f.deals(),
                reasons);
    }

    private DealSum sum() {
        DealSum sum = new DealSum();
        for (DealOutlook deal : deals) {
            sum.add(deal.amount().getAmount().unscaledValue(), deal.chance());
        }
        return sum;
    }

    private Tally tally(ForecastBasis basis) {
        return byBasis.getOrDefault(basis, new Tally());
    }

    private Money category(ForecastCategory category) {
        return byCategory.getOrDefault(category, Money.zero(currency));
    }

    private Money expected() {
        BigDecimal total = BigDecimal.ZERO;
        for (Tally tally : byBasis.values()) {
            total = total.add(tally.weighted);
        }
        return round(total);
    }

    private Money round(BigDecimal amount) {
        return Money.of(currency, amount, RoundingMode.HALF_EVEN);
    }

    /** From the smallest units of the currency. */
    private Money fromUnits(double units) {
        return round(new BigDecimal(units).movePointLeft(currency.getDecimalPlaces()));
    }

    private QuarterForecast withReasons(QuarterForecast forecast) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "forecast.pipeline.range",
                "period",
                forecast.period(),
                "expected",
                forecast.expected(),
                "low",
                forecast.p10(),
                "high",
                forecast.p90()));
        addIfAny(reasons, ForecastBasis.WON, "forecast.pipeline.closedWon");
        addOpen(reasons);
        addIfAny(reasons, ForecastBasis.PACE, "forecast.pipeline.pace");
        swing().ifPresent(reasons::add);
        addIfAny(reasons, ForecastBasis.OUTSIDE, "forecast.pipeline.outside");
        addIfAny(reasons, ForecastBasis.OMITTED, "forecast.pipeline.omitted");
        addIfAny(reasons, ForecastBasis.UNDATED, "forecast.pipeline.undated");
        addIfAny(reasons, ForecastBasis.UNKNOWN_STAGE, "forecast.pipeline.unknownStage");
        return withReasons(forecast, reasons);
    }

    private void addIfAny(List<Reason> reasons, ForecastBasis basis, String code) {
        Tally tally = byBasis.get(basis);
        if (tally != null) {
            reasons.add(Reason.of(code, "count", tally.count, "amount", tally.amount, "expected", tally.expected()));
        }
    }

    private void addOpen(List<Reason> reasons) {
        Tally open = new Tally();
        deals.stream().filter(ForecastAssembly::isOpenAndCounts).forEach(open::add);
        List<Reason> details = new ArrayList<>();
        byStage.forEach((stage, tally) -> {
            if (tally.count > 0) {
                details.add(Reason.of(
                        "forecast.pipeline.stage",
                        "stage",
                        stage,
                        "count",
                        tally.count,
                        "amount",
                        tally.amount,
                        "expected",
                        tally.expected()));
            }
        });
        reasons.add(Reason.of(
                        "forecast.pipeline.open",
                        "count",
                        open.count,
                        "amount",
                        open.amount,
                        "expected",
                        open.expected())
                .withDetails(details));
    }

    /** The deal on which the outcome depends most. */
    private Optional<Reason> swing() {
        return deals.stream()
                .filter(deal -> variance(deal) > 0)
                .max(Comparator.comparingDouble(ForecastAssembly::variance))
                .map(deal -> Reason.of("forecast.pipeline.swing", "deal", deal.id(), "amount", deal.amount()));
    }

    private static double variance(DealOutlook deal) {
        double amount = deal.amount().getAmount().doubleValue();
        return deal.chance() * (1 - deal.chance()) * amount * amount;
    }
}
