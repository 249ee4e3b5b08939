package io.github.saleskit.examples.tour;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.examples.tour.TourTables.MonthlySales;
import io.github.saleskit.examples.tour.chart.Amounts;
import io.github.saleskit.examples.tour.chart.FanChart;
import io.github.saleskit.examples.tour.chart.FanChart.Band;
import io.github.saleskit.examples.tour.report.Section;
import io.github.saleskit.examples.tour.report.Table;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.monitoring.AccuracyHistory;
import io.github.saleskit.forecast.monitoring.ForecastMonitor;
import io.github.saleskit.forecast.monitoring.MonitorDefinition;
import io.github.saleskit.forecast.monitoring.MonitorReport;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Forecasts the next twelve months from the monthly sales. */
final class SalesStep implements TourStep {

    private static final int MONTHS = 12;
    private static final double[] LEVELS = {0.95, 0.8, 0.5};

    @Override
    public String name() {
        return "Next year";
    }

    @Override
    public List<InputFile> needs() {
        return List.of(InputFile.SALES);
    }

    @Override
    public List<InputFile> uses() {
        return List.of();
    }

    @Override
    public StepResult run(TourData data, ProgressListener progress) {
        if (data.sales().isEmpty()) {
            return nothing();
        }
        double[] history = history(data.sales());
        String unit = data.sales().get(0).amount().getCurrencyUnit().getCode();
        YearMonth first = data.sales().get(0).month();
        TimeSeries series = TimeSeries.of(TimePeriod.month(first.getYear(), first.getMonthValue()), history);
        progress.onProgress("forecasting", 0, 2);
        Forecast forecast = AutoForecaster.standard().forecast(series, MONTHS);
        progress.onProgress("forecasting", 1, 2);
        List<Table> tables =
                new ArrayList<>(List.of(monthTable(forecast), Table.ofReasons("Why this model", forecast.reasons())));
        lookBack(series).ifPresent(tables::add);
        progress.onProgress("forecasting", 2, 2);
        String finding = finding(history, forecast, unit);
        List<String> lines = List.of(finding, "by " + forecast.model() + ", from " + history.length + " months");
        return new StepResult(lines, section(data.sales(), history, forecast, unit, finding, tables));
    }

    private static StepResult nothing() {
        String finding = "there are no months in the sales";
        return new StepResult(
                List.of(finding),
                new Section("sales", "The next twelve months", "–", "no sales", finding + ".", List.of(), List.of()));
    }

    /** A value a month from the first to the last; what is not there is not a number. */
    private static double[] history(List<MonthlySales> sales) {
        YearMonth first = sales.get(0).month();
        int months = (int) ChronoUnit.MONTHS.between(
                        first, sales.get(sales.size() - 1).month())
                + 1;
        double[] values = new double[months];
        Arrays.fill(values, Double.NaN);
        for (MonthlySales month : sales) {
            values[(int) ChronoUnit.MONTHS.between(first, month.month())] =
                    month.amount().getAmount().doubleValue();
        }
        return values;
    }

    /** What a monitor would have said of the last year, had it been forecast a year ago; of two years at least. */
    private static Optional<Table> lookBack(TimeSeries series) {
        int before = series.length() - MONTHS;
        if (before < MONTHS || series.slice(0, before).observed() == 0) {
            return Optional.empty();
        }
        ForecastMonitor monitor = ForecastMonitor.compile(MonitorDefinition.standard());
        Forecast forecast = AutoForecaster.standard().forecast(series.slice(0, before), MONTHS);
        AccuracyHistory history = monitor.withForecast(AccuracyHistory.none(), forecast);
        List<Reason> reasons = new ArrayList<>();
        for (int t = before; t < series.length(); t++) {
            if (!series.isMissing(t)) {
                MonitorReport report = monitor.observe(history, series.period(t), series.value(t));
                history = report.nextHistory();
                reasons.addAll(report.reasons());
            }
        }
        return Optional.of(Table.ofReasons("Last year, had it been forecast a year ago", reasons));
    }

    private static String finding(double[] history, Forecast forecast, String unit) {
        double next = Arrays.stream(forecast.mean()).sum();
        String text = "%s %s in the next twelve months".formatted(unit, Amounts.compact(next));
        double before = Arrays.stream(history, Math.max(0, history.length - MONTHS), history.length)
                .sum();
        return history.length >= MONTHS && before > 0
                ? text
                        + String.format(
                                Locale.ROOT,
                                ", %+.1f %% on the last twelve (%s)",
                                100 * (next / before - 1),
                                Amounts.compact(before))
                : text;
    }

    private static Section section(
            List<MonthlySales> sales,
            double[] history,
            Forecast forecast,
            String unit,
            String finding,
            List<Table> tables) {
        return new Section(
                "sales",
                "The next twelve months",
                unit + " " + Amounts.compact(Arrays.stream(forecast.mean()).sum()),
                "sales forecast, next 12 months",
                finding + ". The bands are where each month lies with the stated chance.",
                List.of(chart(sales, history, forecast, unit, finding)),
                tables);
    }

    private static FanChart chart(
            List<MonthlySales> sales, double[] history, Forecast forecast, String unit, String finding) {
        List<Band> bands = new ArrayList<>();
        for (double level : LEVELS) {
            bands.add(new Band(
                    Math.round(100 * level) + " % chance", list(forecast.lower(level)), list(forecast.upper(level))));
        }
        return new FanChart(
                "Monthly sales and forecast",
                finding + ".",
                list(history),
                sales.get(sales.size() - 1).month(),
                list(forecast.mean()),
                bands,
                unit);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Table monthTable(Forecast forecast) {
        List<List<String>> rows = new ArrayList<>();
        double[] mean = forecast.mean();
        double[] lower = forecast.lower(0.8);
        double[] upper = forecast.upper(0.8);
        for (int i = 0; i < mean.length; i++) {
            rows.add(List.of(
                    forecast.period(i).toString(),
                    Amounts.grouped(mean[i]),
                    Amounts.grouped(lower[i]),
                    Amounts.grouped(upper[i])));
        }
        return new Table(
                "Forecast by month", List.of("Month", "Forecast", "80 % chance from", "to"), rows, Set.of(1, 2, 3));
    }
}
