package io.github.saleskit.examples.tour;

import io.github.saleskit.core.calendar.FiscalCalendar;
import io.github.saleskit.core.calendar.FiscalPeriod;
import io.github.saleskit.core.calendar.FiscalUnit;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageEntry;
import io.github.saleskit.core.opportunity.StageType;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.BarRow;
import io.github.saleskit.examples.tour.chart.BarRows;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import io.github.saleskit.forecast.pipeline.DealHistory;
import io.github.saleskit.forecast.pipeline.DealOutlook;
import io.github.saleskit.forecast.pipeline.PipelineDeal;
import io.github.saleskit.forecast.pipeline.PipelineForecaster;
import io.github.saleskit.forecast.pipeline.PipelineModel;
import io.github.saleskit.forecast.pipeline.PipelineTrainer;
import io.github.saleskit.forecast.pipeline.PipelineTraining;
import io.github.saleskit.forecast.pipeline.QuarterForecast;
import io.github.saleskit.forecast.pipeline.StageOutlook;
import io.github.saleskit.forecast.series.DateRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Forecasts the quarter from the pipeline, by what became of earlier opportunities in the same stages. */
final class QuarterStep implements TourStep {

    private static final double PRIOR_DEALS = 20;
    private static final int LISTED = 10;

    @Override
    public String name() {
        return "Quarter";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.OPPORTUNITIES);
    }

    @Override
    public List<InputFile> uses() {
        return List.of(InputFile.PROCESS);
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        Optional<CurrencyUnit> currency = mainCurrency(data.opportunities());
        if (currency.isEmpty()) {
            return nothing();
        }
        List<Opportunity> own = data.opportunities().stream()
                .filter(deal -> deal.amount().isEmpty()
                        || deal.amount().get().getCurrencyUnit().equals(currency.get()))
                .toList();
        Money typical = typicalAmount(own, data.process(), currency.get());
        progress.onProgress("learning from the pipeline", 0, 2);
        PipelineTraining training = PipelineTrainer.compile(assumed(data.process(), currency.get()), PRIOR_DEALS)
                .train(own.stream().map(deal -> history(deal, data.process())).toList(), data.asOf());
        progress.onProgress("forecasting the quarter", 1, 2);
        QuarterForecast forecast = PipelineForecaster.compile(training.model())
                .forecast(
                        own.stream()
                                .map(deal -> deal(deal, data.process(), typical))
                                .toList(),
                        quarter(data),
                        data.asOf());
        progress.onProgress("forecasting the quarter", 2, 2);
        return new StepResult(lines(data, own, typical, forecast), section(data, own, typical, training, forecast));
    }

    private static StepResult nothing() {
        String finding = "no opportunity has an amount";
        return new StepResult(
                List.of(finding),
                new Section("quarter", "The quarter", "–", "no amounts", finding + ".", List.of(), List.of()));
    }

    /** The currency of most opportunities. */
    private static Optional<CurrencyUnit> mainCurrency(List<Opportunity> opportunities) {
        Map<CurrencyUnit, Long> counts = opportunities.stream()
                .flatMap(deal -> deal.amount().stream())
                .collect(Collectors.groupingBy(Money::getCurrencyUnit, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** The mean of what was won, which stands in for amounts that nobody has stated. */
    private static Money typicalAmount(List<Opportunity> opportunities, SalesProcess process, CurrencyUnit currency) {
        List<Money> won = opportunities.stream()
                .filter(deal -> type(deal, process) == StageType.WON)
                .flatMap(deal -> deal.amount().stream())
                .toList();
        return won.isEmpty() ? Money.zero(currency) : Money.total(won).dividedBy(won.size(), RoundingMode.HALF_EVEN);
    }

    private static StageType type(Opportunity deal, SalesProcess process) {
        return process.stage(deal.stage()).map(Stage::type).orElse(StageType.OPEN);
    }

    private static PipelineModel assumed(SalesProcess process, CurrencyUnit currency) {
        List<StageOutlook> stages = process.stages().stream()
                .map(stage -> StageOutlook.builder()
                        .stage(stage.id())
                        .type(stage.type())
                        .winProbability(stage.probability().doubleValue())
                        .build())
                .toList();
        return PipelineModel.builder()
                .name(process.name())
                .currency(currency)
                .addAllStages(stages)
                .build();
    }

    private static DealHistory history(Opportunity deal, SalesProcess process) {
        Map<String, LocalDate> entered = new LinkedHashMap<>();
        for (StageEntry entry : deal.history().entries()) {
            boolean open = process.stage(entry.stage())
                    .map(stage -> !stage.type().closed())
                    .orElse(false);
            if (open) {
                entered.putIfAbsent(entry.stage(), day(entry));
            }
        }
        Optional<LocalDate> end = Optional.of(day(deal.history().last()));
        StageType type = type(deal, process);
        return DealHistory.builder()
                .id(deal.id())
                .putAllEntered(entered)
                .won(type == StageType.WON ? end : Optional.empty())
                .lost(type == StageType.LOST ? end : Optional.empty())
                .build();
    }

    private static LocalDate day(StageEntry entry) {
        return LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
    }

    private static PipelineDeal deal(Opportunity deal, SalesProcess process, Money typical) {
        LocalDate entered = day(deal.history().last());
        boolean closed = type(deal, process).closed();
        return PipelineDeal.builder()
                .id(deal.id())
                .stage(deal.stage())
                .amount(deal.amount().orElse(typical))
                .closeDate(closed ? Optional.of(entered) : deal.expectedClose())
                .enteredStage(entered)
                .owner(deal.owner())
                .build();
    }

    /** The quarter of the fiscal year in which the next day lies: on its last day a quarter is over. */
    static DateRange quarter(TourData data) {
        Month start = Month.of(data.settings().fiscalYearStart().orElse(1));
        FiscalPeriod quarter = FiscalCalendar.startingIn(start)
                .at(FiscalUnit.QUARTER, data.asOf().plusDays(1));
        return new DateRange(quarter.first(), quarter.last());
    }

    private static long withoutAmount(List<Opportunity> own, SalesProcess process) {
        return own.stream()
                .filter(deal -> deal.amount().isEmpty() && !type(deal, process).closed())
                .count();
    }

    private static List<String> lines(TourData data, List<Opportunity> own, Money typical, QuarterForecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add(finding(forecast));
        quota(data, forecast).ifPresent(lines::add);
        assumption(data, own, typical).ifPresent(lines::add);
        return lines;
    }

    private static String finding(QuarterForecast forecast) {
        return "%s: won %s so far, expected %s in the end (80 %% chance: %s to %s)"
                .formatted(
                        forecast.period(),
                        compact(forecast.closedWon()),
                        compact(forecast.expected()),
                        compact(forecast.p10()),
                        compact(forecast.p90()));
    }

    private static Optional<String> quota(TourData data, QuarterForecast forecast) {
        return data.settings()
                .quota()
                .filter(quota ->
                        quota.getCurrencyUnit().equals(forecast.expected().getCurrencyUnit()))
                .map(quota -> "chance of the quota of %s: %s"
                        .formatted(compact(quota), Amounts.percent(forecast.chanceOf(quota))));
    }

    private static Optional<String> assumption(TourData data, List<Opportunity> own, Money typical) {
        long count = withoutAmount(own, data.process());
        return count == 0
                ? Optional.empty()
                : Optional.of("%d open opportunities have no amount and count with the mean of the won, %s"
                        .formatted(count, typical));
    }

    private static String compact(Money money) {
        return money.getCurrencyUnit() + " " + Amounts.compact(money.getAmount().doubleValue());
    }

    private static Section section(
            TourData data, List<Opportunity> own, Money typical, PipelineTraining training, QuarterForecast forecast) {
        String more = Stream.of(quota(data, forecast), assumption(data, own, typical))
                .flatMap(Optional::stream)
                .map(text -> " " + text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1) + ".")
                .collect(Collectors.joining());
        return new Section(
                "quarter",
                "The quarter",
                compact(forecast.expected()),
                "expected in the quarter",
                finding(forecast) + "." + more,
                List.of(chart(data, forecast)),
                List.of(
                        dealTable(own, forecast),
                        Table.ofReasons("What each stage is worth", training.reasons()),
                        Table.ofReasons("What the forecast is made of", forecast.reasons())));
    }

    private static BarRows chart(TourData data, QuarterForecast forecast) {
        List<BarRow> rows = new ArrayList<>();
        rows.add(bar("Won so far", forecast.closedWon(), "bar good"));
        rows.add(bar("Cautious (90 % chance of more)", forecast.p10(), "bar pale"));
        rows.add(bar("Expected", forecast.expected(), "bar"));
        rows.add(bar("Hopeful (10 % chance of more)", forecast.p90(), "bar pale"));
        data.settings()
                .quota()
                .filter(quota ->
                        quota.getCurrencyUnit().equals(forecast.expected().getCurrencyUnit()))
                .ifPresent(quota -> rows.add(bar("Quota", quota, "bar bad")));
        return new BarRows("What the quarter brings", finding(forecast) + ".", rows);
    }

    private static BarRow bar(String label, Money amount, String cssClass) {
        return new BarRow(label, 0, amount.getAmount().doubleValue(), compact(amount), "", cssClass);
    }

    private static Table dealTable(List<Opportunity> own, QuarterForecast forecast) {
        Map<String, Opportunity> byId = new LinkedHashMap<>();
        own.forEach(deal -> byId.put(deal.id(), deal));
        List<List<String>> rows = forecast.deals().stream()
                .filter(deal -> deal.chance() > 0 && deal.chance() < 1)
                .sorted(Comparator.comparing(QuarterStep::contribution).reversed())
                .limit(LISTED)
                .map(deal -> List.of(
                        Optional.ofNullable(byId.get(deal.id()))
                                .flatMap(Opportunity::name)
                                .orElse(deal.id()),
                        deal.stage(),
                        compact(deal.amount()),
                        Amounts.percent(deal.chance())))
                .toList();
        return new Table(
                "Open opportunities that weigh most",
                List.of("Opportunity", "Stage", "Amount", "Chance in the quarter"),
                rows,
                Set.of(2, 3));
    }

    private static BigDecimal contribution(DealOutlook deal) {
        return deal.amount().getAmount().multiply(BigDecimal.valueOf(deal.chance()));
    }
}
