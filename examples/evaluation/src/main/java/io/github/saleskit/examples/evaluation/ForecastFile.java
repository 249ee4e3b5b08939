package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.statistics.StandardNormal;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.forecast.model.FitSummary;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.series.TimePeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Forecasts as {@code forecast} writes them: {@code id,step,mean[,lower,upper][,q0.5,..]}. Between the quantiles that
 * are there lie straight lines over normal scores; without any the forecasts are taken as certain.
 */
final class ForecastFile {

    private static final int MOST_STEPS = 10_000;
    private static final double LARGEST = 1e100;

    private final List<String> columns;
    private final Map<String, Double> levels = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Map<String, Double>>> rows = new LinkedHashMap<>();

    /**
     * Reads a file.
     *
     * @param level of lower and upper, such as 0.95
     */
    ForecastFile(Path path, double level) {
        FileProblems problems = new FileProblems();
        TableForm found = TableReader.formOf(path, "forecasts", problems);
        problems.throwIfAny();
        columns = found.columns().keySet().stream()
                .filter(name -> !name.equals("id") && !name.equals("step"))
                .filter(name -> name.equals("mean") || isQuantile(name, level))
                .toList();
        if (levels.containsKey("lower") != levels.containsKey("upper")) {
            throw new IllegalArgumentException(path + " must have both or none of the columns lower and upper");
        }
        TableForm form = TableForm.of("forecasts")
                .required("id", "of the node")
                .required("step", "from 1 on")
                .required("mean", "number");
        for (String name : levels.keySet()) {
            form = form.required(name, "number");
        }
        new TableReader(path, form, problems).forEach(row -> add(row));
        problems.throwIfAny();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(path + " has no forecast");
        }
    }

    private boolean isQuantile(String name, double level) {
        if (name.equals("lower") || name.equals("upper")) {
            levels.put(name, (name.equals("lower") ? 1 - level : 1 + level) / 2);
        } else if (name.matches("q(0?\\.\\d+)")) {
            levels.put(name, Double.valueOf(name.substring(1)));
        }
        return levels.containsKey(name);
    }

    private void add(Row row) {
        int step = (int) row.whole("step", 1, MOST_STEPS);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("mean", number(row, "mean"));
        levels.keySet().forEach(name -> values.put(name, number(row, name)));
        if (rows.computeIfAbsent(row.text("id"), id -> new TreeMap<>()).put(step, values) != null) {
            row.report("step", "step.duplicate", String.valueOf(step), "the step " + step + " is there twice", null);
        }
    }

    /** Doubles as they are written, however small. */
    static double number(Row row, String column) {
        String text = row.text(column);
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        if (!text.isEmpty()) {
            row.report(
                    column,
                    "number.invalid",
                    text,
                    column + " is \"" + text + "\", expected a number up to 1e100",
                    null);
        }
        return 0;
    }

    /** The columns after id and step, in the order of the file. */
    List<String> columns() {
        return columns;
    }

    /** The value of a column for each step of a forecast. */
    double[] values(Forecast forecast, String column) {
        Double level = levels.get(column);
        return level == null ? forecast.mean() : forecast.quantile(level);
    }

    /**
     * The forecasts by id.
     *
     * @param start the first period that is forecast
     * @throws IllegalArgumentException when steps are missing
     */
    Map<String, Forecast> forecasts(TimePeriod start) {
        Map<String, Forecast> forecasts = new LinkedHashMap<>();
        rows.forEach((id, steps) -> {
            if (steps.lastKey() != steps.size()) {
                throw new IllegalArgumentException("the forecast of " + id + " has " + steps.size()
                        + " steps, but the last one is step " + steps.lastKey());
            }
            forecasts.put(id, forecast(start, List.copyOf(steps.values())));
        });
        return forecasts;
    }

    private Forecast forecast(TimePeriod start, List<Map<String, Double>> steps) {
        double[] grid = Forecast.levels();
        double[] mean = new double[steps.size()];
        double[][] quantiles = new double[grid.length][mean.length];
        for (int h = 0; h < mean.length; h++) {
            Map<String, Double> values = steps.get(h);
            mean[h] = values.getOrDefault("mean", 0.0);
            NavigableMap<Double, Double> known = known(values);
            for (int p = 0; p < grid.length; p++) {
                quantiles[p][h] = at(known, score(grid[p]));
            }
        }
        return Forecast.of(
                "given",
                start,
                mean,
                quantiles,
                false,
                new FitSummary(0, Collections.emptyMap(), 0, 0, Optional.empty(), Optional.empty()),
                List.of());
    }

    private static double score(double level) {
        return level == 0.5 ? 0 : StandardNormal.quantile(level);
    }

    /** Values by normal score, made ascending; the mean is the median where nothing else is. */
    private NavigableMap<Double, Double> known(Map<String, Double> values) {
        NavigableMap<Double, Double> known = new TreeMap<>();
        known.put(0.0, values.getOrDefault("mean", 0.0));
        List<Double> sorted = new ArrayList<>();
        levels.forEach((name, level) -> known.put(score(level), values.getOrDefault(name, 0.0)));
        known.values().stream().sorted().forEach(sorted::add);
        int i = 0;
        for (Map.Entry<Double, Double> entry : known.entrySet()) {
            entry.setValue(sorted.get(i++));
        }
        return known;
    }

    private static double at(NavigableMap<Double, Double> known, double score) {
        if (known.size() == 1) {
            return known.firstEntry().getValue();
        }
        Map.Entry<Double, Double> low = known.floorEntry(score);
        Map.Entry<Double, Double> high = known.higherEntry(score);
        if (low == null) {
            low = known.firstEntry();
            high = known.higherEntry(low.getKey());
        } else if (high == null) {
            high = known.lastEntry();
            low = known.lowerEntry(high.getKey());
        }
        double share = (score - low.getKey()) / (high.getKey() - low.getKey());
        return low.getValue() + share * (high.getValue() - low.getValue());
    }
}
