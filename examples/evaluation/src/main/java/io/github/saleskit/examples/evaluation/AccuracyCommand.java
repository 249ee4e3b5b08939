package io.github.saleskit.examples.evaluation;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.forecast.accuracy.Accuracy;
import io.github.saleskit.forecast.accuracy.AccuracyEvaluator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how good forecasts were. */
@Command(
        name = "accuracy",
        sortOptions = false,
        description = {
            "Says how good forecasts were. Reads the series with their futures, as the command forecast does, and",
            "what it wrote. Last line: series, missing (without a forecast), unscaled (history never changes), smape,",
            "mase, owa (against Naive2 with the season m of the file), coverage, msis: means over the series of the",
            "means over their steps; pooled_smape, pooled_mase, pooled_coverage, pooled_msis: means over all "
                    + "steps; seconds.",
            "Intervals are taken as those at 95 %%.",
            ""
        })
final class AccuracyCommand implements EvaluationCommand {

    private static final int MOST_STEPS = 10_000;

    private static final TableForm FORM = TableForm.of("forecasts")
            .required("id", "of the series")
            .required("step", "from 1 on")
            .required("mean", "number")
            .required("lower", "number")
            .required("upper", "number");

    @Option(names = "--series", required = true, paramLabel = "F.csv", description = "The series with their futures.")
    private Path series = Path.of("");

    @Option(
            names = "--forecast",
            required = true,
            paramLabel = "out.csv",
            description = "id, step, mean, lower, upper.")
    private Path forecast = Path.of("");

    @Option(
            names = "--mase-period",
            required = true,
            paramLabel = "M",
            description = "Season of the scale: 1 yearly, weekly, daily; 4; 12; 24.")
    private int period;

    /** One row. */
    private record Step(String id, int step, double mean, double lower, double upper) {}

    @Override
    public void run(Run run) {
        if (period < 1) {
            throw new IllegalArgumentException("--mase-period is " + period + ", but must be at least 1");
        }
        Map<String, SeriesFile.Entry> entries = SeriesFile.read(series);
        Map<String, double[][]> forecasts = forecasts(entries);
        AccuracyEvaluator evaluator = new AccuracyEvaluator(period);
        int missing = run.measure(() -> {
            int without = 0;
            for (SeriesFile.Entry entry : entries.values()) {
                double[][] f = forecasts.get(entry.id());
                if (f == null) {
                    without++;
                } else {
                    evaluator.add(entry.history(), f[0], f[1], f[2], entry.future());
                }
            }
            return without;
        });
        answer(run, evaluator.toAccuracy(), missing);
    }

    private static void answer(Run run, Accuracy accuracy, int missing) {
        run.answer("series", accuracy.series());
        run.answer("missing", missing);
        run.answer("unscaled", accuracy.unscaled());
        run.answer("smape", accuracy.smape());
        accuracy.mase().ifPresent(value -> run.answer("mase", value));
        accuracy.owa().ifPresent(value -> run.answer("owa", value));
        run.answer("coverage", accuracy.coverage());
        accuracy.msis().ifPresent(value -> run.answer("msis", value));
        run.answer("pooled_smape", accuracy.pooled().smape());
        accuracy.pooled().mase().ifPresent(value -> run.answer("pooled_mase", value));
        run.answer("pooled_coverage", accuracy.pooled().coverage());
        accuracy.pooled().msis().ifPresent(value -> run.answer("pooled_msis", value));
    }

    private Map<String, double[][]> forecasts(Map<String, SeriesFile.Entry> entries) {
        FileProblems problems = new FileProblems();
        Map<String, double[][]> forecasts = new LinkedHashMap<>();
        Map<String, BitSet> given = new LinkedHashMap<>();
        for (Step step : new TableReader(forecast, FORM, problems).rows(AccuracyCommand::step)) {
            SeriesFile.Entry entry = entries.get(step.id());
            if (entry == null || step.step() < 1 || step.step() > entry.horizon()) {
                continue;
            }
            BitSet steps = given.computeIfAbsent(step.id(), id -> new BitSet());
            if (steps.get(step.step())) {
                throw new IllegalArgumentException(
                        "the forecast of " + step.id() + " has the step " + step.step() + " twice");
            }
            steps.set(step.step());
            double[][] f = forecasts.computeIfAbsent(step.id(), id -> new double[3][entry.horizon()]);
            f[0][step.step() - 1] = step.mean();
            f[1][step.step() - 1] = step.lower();
            f[2][step.step() - 1] = step.upper();
        }
        problems.throwIfAny();
        given.forEach((id, steps) -> requireComplete(requireNonNull(entries.get(id)), steps.cardinality()));
        return forecasts;
    }

    private static void requireComplete(SeriesFile.Entry entry, int count) {
        if (count != entry.horizon()) {
            throw new IllegalArgumentException(
                    "the forecast of " + entry.id() + " has " + count + " steps, but h is " + entry.horizon());
        }
        if (entry.future().length != entry.horizon()) {
            throw new IllegalArgumentException("the series " + entry.id() + " has no future to compare with");
        }
        if (Arrays.stream(entry.future()).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("the series " + entry.id() + " has a missing value in its future");
        }
    }

    private static Step step(Row row) {
        return new Step(
                row.text("id"),
                (int) row.whole("step", 1, MOST_STEPS),
                ForecastFile.number(row, "mean"),
                ForecastFile.number(row, "lower"),
                ForecastFile.number(row, "upper"));
    }
}
