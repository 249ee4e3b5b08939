package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoDefinition;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.selection.IntervalCalibration;
import io.github.saleskit.forecast.series.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Forecasts series. */
@Command(
        name = "forecast",
        sortOptions = false,
        description = {
            "Forecasts series. Reads lines without a header: id,m,n,h,start year,start period,x1..xn[,y1..yh];",
            "the y are ignored, an empty x is missing. Writes id, step, mean, lower, upper and a column for each",
            "of the quantiles, such as q0.9; step from 1 to h. A series that cannot be forecast gets its last value",
            "and counts as a failure, with the reason on stderr. By auto the latest values of up to 250 series, "
                    + "held back",
            "and forecast, say first how wide the intervals of all have to be.",
            "Last line: series, failures, seconds.",
            ""
        })
final class ForecastCommand implements EvaluationCommand {

    private static final long SEED = 1;

    @Option(names = "--series", required = true, paramLabel = "F.csv", description = "The series.")
    private Path series = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "out.csv", description = "The forecasts.")
    private Path out = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = {
                "auto (when not given), or a model: naive2, ses, ets, theta, dotm, ces, stl, arima, ...;",
                "for rare demand croston, sba, tsb, adida, imapa, zero, intermittent."
            })
    private String model = "auto";

    @Option(names = "--level", paramLabel = "95", defaultValue = "95", description = "Of the intervals, in per cent.")
    private double level;

    @Option(names = "--quantiles", split = ",", paramLabel = "P", description = "Such as .5,.9,.99.")
    private List<Double> quantiles = new ArrayList<>();

    @Option(names = "--season", paramLabel = "M", description = "Overrides m of all series.")
    private @Nullable Integer season;

    @Option(names = "--cleaned", description = "Take outliers and shifts out first; not with auto.")
    private boolean cleaned;

    @Option(
            names = "--regressors",
            paramLabel = "R.csv",
            description = {
                "What is known beside the series, one column a line without a header: id,name,v1..v(n+h), for history",
                "and horizon; the id * stands for all series. Not with auto."
            })
    private @Nullable Path regressors;

    @Option(names = "--non-negative", description = "Raise what lies below 0 to 0.")
    private boolean nonNegative;

    @Override
    public void run(Run run) {
        check();
        Map<String, SeriesFile.Entry> entries = SeriesFile.read(series);
        Map<String, String> failures = new LinkedHashMap<>();
        List<List<Object>> rows = new ArrayList<>();
        run.measure(() -> {
            Function<SeriesFile.Entry, Forecast> forecaster = forecaster(entries, run);
            ProgressListener progress = run.progress();
            StopSignal stop = run.stop();
            int done = 0;
            for (SeriesFile.Entry entry : entries.values()) {
                rows.addAll(rows(entry, forecaster, stop, failures));
                progress.onProgress("forecasting", ++done, entries.size());
            }
            return done;
        });
        failures.forEach((id, message) -> run.progress().onProgress(id + ": " + message, 0, Long.MAX_VALUE));
        TableWriter.write(out, header(), rows);
        run.answer("series", entries.size());
        run.answer("failures", failures.size());
    }

    private void check() {
        if (model.equals("auto") && (cleaned || regressors != null)) {
            throw new IllegalArgumentException((cleaned ? "--cleaned" : "--regressors")
                    + " goes with a model by name, not with auto; maybe --model ets?");
        }
        if (!(level > 0 && level < 100)) {
            throw new IllegalArgumentException("--level is " + level + ", but must be above 0 and below 100");
        }
        quantiles.stream().filter(p -> !(p > 0 && p < 1)).findFirst().ifPresent(p -> {
            throw new IllegalArgumentException("--quantiles has " + p + ", but must be above 0 and below 1");
        });
        if (season != null && season < 1) {
            throw new IllegalArgumentException("--season is " + season + ", but must be at least 1");
        }
    }

    private Function<SeriesFile.Entry, Forecast> forecaster(Map<String, SeriesFile.Entry> entries, Run run) {
        if (model.equals("auto")) {
            AutoDefinition definition =
                    AutoDefinition.builder().nonNegative(nonNegative).build();
            AutoForecaster auto =
                    AutoForecaster.compile(definition.withCalibration(calibration(entries.values(), definition, run)));
            return entry -> auto.forecast(history(entry), entry.horizon());
        }
        Forecaster one = Forecaster.compile(
                ForecastDefinition.of(model).withNonNegative(nonNegative).withCleaned(cleaned));
        if (regressors == null) {
            return entry -> one.forecast(history(entry), entry.horizon());
        }
        RegressorsFile known = RegressorsFile.read(regressors, entries);
        return entry -> one.forecast(history(entry), known.of(entry.id()), entry.horizon(), SEED);
    }

    /** What the latest values of all series, held back for the usual horizon, say of the width of intervals. */
    private IntervalCalibration calibration(Collection<SeriesFile.Entry> entries, AutoDefinition definition, Run run) {
        List<TimeSeries> histories = entries.stream().map(this::history).toList();
        int[] horizons =
                entries.stream().mapToInt(SeriesFile.Entry::horizon).sorted().toArray();
        int horizon = horizons[horizons.length / 2];
        WorkMeter meter = new WorkMeter(WorkBudget.unlimited(), run.stop(), ProgressListener.none());
        return AutoForecaster.compile(definition).calibrate(histories, horizon, meter);
    }

    private TimeSeries history(SeriesFile.Entry entry) {
        return season == null ? entry.history() : entry.history().withSeasonLength(season);
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(List.of("id", "step", "mean", "lower", "upper"));
        quantiles.forEach(p -> header.add("q" + p));
        return header;
    }

    private List<List<Object>> rows(
            SeriesFile.Entry entry,
            Function<SeriesFile.Entry, Forecast> forecaster,
            StopSignal stop,
            Map<String, String> failures) {
        try {
            if (stop.stopRequested()) {
                throw new IllegalStateException("no time was left");
            }
            return rows(entry.id(), forecaster.apply(entry));
        } catch (RuntimeException e) {
            failures.put(entry.id(), String.valueOf(e.getMessage()).replace('\n', ' '));
            return rows(entry.id(), fallback(history(entry), entry.horizon()));
        }
    }

    private static Forecast fallback(TimeSeries history, int horizon) {
        TimeSeries known = history.observed() > 0 ? history : history.withValues(0);
        return Forecaster.compile(ForecastDefinition.of("naive")).forecast(known, horizon);
    }

    private List<List<Object>> rows(String id, Forecast forecast) {
        List<double[]> columns = new ArrayList<>();
        columns.add(forecast.mean());
        columns.add(forecast.lower(level / 100));
        columns.add(forecast.upper(level / 100));
        quantiles.forEach(p -> columns.add(forecast.quantile(p)));
        List<List<Object>> rows = new ArrayList<>();
        for (int h = 0; h < forecast.horizon(); h++) {
            List<Object> row = new ArrayList<>(List.of(id, h + 1));
            for (double[] column : columns) {
                row.add(column[h]);
            }
            rows.add(row);
        }
        return rows;
    }
}
