package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.pipeline.Funnel;
import io.github.saleskit.core.pipeline.FunnelStep;
import io.github.saleskit.core.pipeline.PipelineAnalyzer;
import io.github.saleskit.core.pipeline.PipelineSnapshot;
import io.github.saleskit.core.pipeline.StageTotal;
import io.github.saleskit.core.pipeline.WinRate;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.BarRow;
import io.github.saleskit.examples.tour.chart.BarRows;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Looks at the pipeline: how far opportunities come, and what is in each stage now. */
final class PipelineStep implements TourStep {

    @Override
    public String name() {
        return "Pipeline";
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
        PipelineAnalyzer analyzer = PipelineAnalyzer.compile(data.process());
        Funnel funnel = analyzer.funnel(data.opportunities(), data.now());
        PipelineSnapshot snapshot = analyzer.snapshot(data.opportunities(), data.now());
        int open = snapshot.stages().stream()
                .filter(stage -> isOpen(data, stage))
                .mapToInt(StageTotal::count)
                .sum();
        String finding = "%d open opportunities; %s".formatted(open, won(funnel.winRate()));
        return new StepResult(List.of(finding), section(funnel, snapshot, open, finding));
    }

    private static boolean isOpen(TourData data, StageTotal total) {
        return !data.process().stage(total.stage()).orElseThrow().type().closed();
    }

    private static String won(WinRate rate) {
        if (rate.closed() == 0) {
            return "none is closed yet";
        }
        WinRate.Interval interval = rate.interval();
        return "%d of %d closed were won, %s (95 %% sure: %s to %s)"
                .formatted(
                        rate.won(),
                        rate.closed(),
                        Amounts.percent(rate.value().orElse(0)),
                        Amounts.percent(interval.low()),
                        Amounts.percent(interval.high()));
    }

    private static Section section(Funnel funnel, PipelineSnapshot snapshot, int open, String finding) {
        return new Section(
                "pipeline",
                "Pipeline",
                Integer.toString(open),
                "open opportunities",
                finding + ".",
                List.of(chart(funnel)),
                List.of(stages(snapshot), Table.ofReasons("What was counted", funnel.reasons())));
    }

    private static BarRows chart(Funnel funnel) {
        List<BarRow> rows = new ArrayList<>();
        for (FunnelStep step : funnel.steps()) {
            String conversion = step.conversion()
                    .map(share -> Amounts.percent(share) + " of the stage before")
                    .orElse("all that were ever created");
            rows.add(new BarRow(step.name(), 0, step.reached(), Amounts.grouped(step.reached()), conversion, "bar"));
        }
        String description = funnel.steps().stream()
                .map(step -> step.name() + " " + step.reached())
                .collect(Collectors.joining(", ", "Opportunities that came this far: ", "."));
        return new BarRows("Funnel: how many opportunities came how far", description, rows);
    }

    private static Table stages(PipelineSnapshot snapshot) {
        List<List<String>> rows = snapshot.stages().stream()
                .map(stage -> List.of(
                        stage.name(), Amounts.grouped(stage.count()), sums(stage.amounts()), sums(stage.weighted())))
                .toList();
        return new Table(
                "What is in each stage now", List.of("Stage", "Count", "Amount", "Weighted"), rows, Set.of(1, 2, 3));
    }

    static String sums(List<Money> amounts) {
        return amounts.isEmpty()
                ? "–"
                : amounts.stream()
                        .map(money -> money.getCurrencyUnit() + " "
                                + Amounts.compact(money.getAmount().doubleValue()))
                        .collect(Collectors.joining(", "));
    }
}
