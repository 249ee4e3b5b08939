package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.examples.files.TableWriter;
import io.github.saleskit.forecast.hierarchy.HierarchySums;
import io.github.saleskit.forecast.hierarchy.NodeEvidence;
import io.github.saleskit.forecast.hierarchy.Proportions;
import io.github.saleskit.forecast.hierarchy.ReconciledForecast;
import io.github.saleskit.forecast.hierarchy.Reconciler;
import io.github.saleskit.forecast.hierarchy.ReconciliationDefinition;
import io.github.saleskit.forecast.hierarchy.ReconciliationMethod;
import io.github.saleskit.forecast.model.Forecast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the forecasts of a hierarchy add up. */
@Command(
        name = "reconcile",
        sortOptions = false,
        description = {
            "Makes the forecasts of a hierarchy add up.",
            "The nodes are rows node,parent[,weight]: a node has a row for each of its parents, several where "
                    + "groupings",
            "cross; a parent is empty, or has no row of its own, at the top. A node is the sum of the bottom "
                    + "series below it,",
            "each counted once. Or they are a summing matrix: node, then a column a bottom series with 1 or 0.",
            "Forecasts are what the command forecast writes: id,step,mean,lower,upper[,q0.5,..]. The same columns are",
            "written for all nodes.",
            "  bottom-up          needs the forecasts of the bottom series only",
            "  top-down, middle-out   distribute forecasts of nodes that stay, see --proportions",
            "  ols, wls-structural, wls, mint, mint-sample   need the forecasts of all nodes",
            "mint needs errors of the past: --residuals, or --series, from which they are computed with --model. With",
            "--series forecasts that --forecast does not have are made with that model, too.",
            "Last line: nodes, bottom, method, shrinkage (null where there is none), worstIncoherenceBefore,",
            "worstIncoherenceAfter, nonNegative, seconds.",
            ""
        })
final class ReconcileCommand implements EvaluationCommand {

    private static final TableForm RESIDUALS = TableForm.of("residuals")
            .required("id", "of the node")
            .required("period", "whole number that grows with time, the same for all nodes")
            .required("residual", "what came less what was forecast one step ahead; empty where missing");

    private static final long FARTHEST_PERIOD = 1_000_000_000;

    @Option(names = "--nodes", required = true, paramLabel = "S.csv", description = "The hierarchy.")
    private Path nodes = Path.of("");

    @Option(names = "--forecast", paramLabel = "F.csv", description = "The forecasts of the nodes.")
    private @Nullable Path forecast;

    @Option(
            names = "--method",
            required = true,
            paramLabel = "NAME",
            description = "bottom-up, top-down, middle-out, ols, wls-structural, wls, mint or mint-sample.")
    private String method = "";

    @Option(
            names = "--series",
            paramLabel = "H.csv",
            description =
                    "Histories as for the command forecast, of the bottom series at least: residuals come from them.")
    private @Nullable Path series;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            defaultValue = "auto",
            description = "With --series; auto when not given.")
    private String model = "auto";

    @Option(names = "--residuals", paramLabel = "R.csv", description = "Errors one step ahead: id,period,residual.")
    private @Nullable Path residuals;

    @Option(names = "--history", paramLabel = "H.csv", description = "Histories only for --proportions of the past.")
    private @Nullable Path history;

    @Option(
            names = "--proportions",
            paramLabel = "KIND",
            description = "forecasts (when not given), average (of past proportions) or of-averages (of the past).")
    private @Nullable String proportions;

    @Option(names = "--middle", paramLabel = "NODE", description = "A node of middle-out that stays; repeat it.")
    private List<String> middle = new ArrayList<>();

    @Option(names = "--shrinkage", paramLabel = "0..1", description = "Of mint; estimated when not given.")
    private @Nullable Double shrinkage;

    @Option(names = "--non-negative", description = "No bottom series below 0.")
    private boolean nonNegative;

    @Option(names = "--decimals", paramLabel = "N", description = "Round so that all still adds up; 2 for cents.")
    private @Nullable Integer decimals;

    @Option(
            names = "--level",
            paramLabel = "95",
            defaultValue = "95",
            description = "Of lower and upper, in per cent; 95 when not given.")
    private double level;

    @Option(names = "--out", required = true, paramLabel = "out.csv", description = "The forecasts that add up.")
    private Path out = Path.of("");

    @Override
    public void run(Run run) {
        if (!(level > 0 && level < 100)) {
            throw new IllegalArgumentException("--level is " + level + ", but must be above 0 and below 100");
        }
        ReconciliationDefinition definition = definition();
        requireErrors(definition.method());
        HierarchySums sums = HierarchySums.of(HierarchyFile.read(nodes));
        Reconciler reconciler = Reconciler.compile(sums, definition);
        NodeHistories histories = NodeHistories.read(series != null ? series : history, sums);
        Optional<ForecastFile> given = Optional.ofNullable(forecast).map(path -> new ForecastFile(path, level / 100));
        Map<String, Forecast> forecasts = given.map(file -> known(sums, file.forecasts(histories.end()), run))
                .orElseGet(LinkedHashMap::new);
        NodeEvidence evidence =
                residuals == null ? histories.evidence() : histories.evidence().withErrors(errors(sums, residuals));
        ReconciledForecast result = run.measure(() -> {
            NodeEvidence all =
                    series == null ? evidence : histories.fitted(model, forecasts, residuals == null, run, evidence);
            return reconciler.reconcile(forecasts, all);
        });
        write(result, given);
        answer(run, sums, definition, result);
    }

    private ReconciliationDefinition definition() {
        ReconciliationDefinition.Builder builder = ReconciliationDefinition.builder()
                .method(choice(
                        "--method",
                        method.equals("wls") ? "wls-variance" : method,
                        ReconciliationMethod.class,
                        "bottom-up, top-down, middle-out, ols, wls-structural, wls, mint, mint-sample"))
                .addAllMiddle(middle)
                .nonNegative(nonNegative)
                .shrinkage(Optional.ofNullable(shrinkage))
                .decimals(Optional.ofNullable(decimals));
        Optional.ofNullable(proportions).map(ReconcileCommand::proportions).ifPresent(builder::proportions);
        return builder.build();
    }

    private static <E extends Enum<E>> E choice(String option, String text, Class<E> type, String known) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw new IllegalArgumentException(option + " is \"" + text + "\", expected one of " + known);
    }

    private static Proportions proportions(String text) {
        return switch (text) {
            case "forecasts" -> Proportions.FORECAST_PROPORTIONS;
            case "average" -> Proportions.AVERAGE_OF_PROPORTIONS;
            case "of-averages" -> Proportions.PROPORTIONS_OF_AVERAGES;
            default ->
                throw new IllegalArgumentException(
                        "--proportions is \"" + text + "\", expected one of forecasts, average, of-averages");
        };
    }

    private void requireErrors(ReconciliationMethod chosen) {
        boolean needed = chosen == ReconciliationMethod.MINT || chosen == ReconciliationMethod.MINT_SAMPLE;
        if (needed && residuals == null && series == null) {
            throw new IllegalArgumentException(
                    "--method " + method + " needs the errors of the past: --residuals R.csv with"
                            + " id,period,residual, or --series H.csv with the histories, from which they are "
                            + "computed with --model");
        }
        if (forecast == null && series == null) {
            throw new IllegalArgumentException(
                    "--forecast F.csv is missing; or --series H.csv to forecast the nodes, too");
        }
    }

    /** Forecasts of nodes; those of others are told and left out. */
    private static Map<String, Forecast> known(HierarchySums sums, Map<String, Forecast> forecasts, Run run) {
        Map<String, Forecast> known = new LinkedHashMap<>();
        forecasts.forEach((id, each) -> {
            if (sums.contains(id)) {
                known.put(id, each);
            } else {
                String advice = Problems.suggest(id, sums.nodes());
                run.tell("the forecast of \"" + id + "\" is left out: there is no such node"
                        + (advice == null ? "" : ". " + advice));
            }
        });
        return known;
    }

    /** Errors by node, aligned by their periods. */
    private static Map<String, double[]> errors(HierarchySums sums, Path path) {
        FileProblems problems = new FileProblems();
        Map<String, TreeMap<Long, Double>> byNode = new LinkedHashMap<>();
        TreeSet<Long> periods = new TreeSet<>();
        new TableReader(path, RESIDUALS, problems).forEach(row -> {
            String id = row.oneOf("id", sums.nodes());
            long period = row.whole("period", -FARTHEST_PERIOD, FARTHEST_PERIOD);
            boolean missing = !row.has("residual") || row.text("residual").matches("NA|NaN");
            double value = missing ? Double.NaN : ForecastFile.number(row, "residual");
            periods.add(period);
            if (byNode.computeIfAbsent(id, key -> new TreeMap<>()).put(period, value) != null) {
                row.report(
                        "period",
                        "period.duplicate",
                        String.valueOf(period),
                        "\"" + id + "\" has the period " + period + " twice",
                        null);
            }
        });
        problems.throwIfAny();
        Map<String, double[]> errors = new LinkedHashMap<>();
        byNode.forEach((id, values) -> errors.put(
                id,
                periods.stream()
                        .mapToDouble(period -> values.getOrDefault(period, Double.NaN))
                        .toArray()));
        return errors;
    }

    private void write(ReconciledForecast result, Optional<ForecastFile> given) {
        List<String> header = new ArrayList<>(List.of("id", "step"));
        List<String> columns = given.map(ForecastFile::columns).orElse(List.of("mean", "lower", "upper"));
        header.addAll(columns);
        List<List<Object>> rows = new ArrayList<>();
        result.forecasts().forEach((id, each) -> {
            List<double[]> values = columns.stream()
                    .map(column -> given.isPresent() ? given.get().values(each, column) : values(each, column))
                    .toList();
            for (int h = 0; h < each.horizon(); h++) {
                List<Object> row = new ArrayList<>(List.of(id, h + 1));
                for (double[] column : values) {
                    row.add(column[h]);
                }
                rows.add(row);
            }
        });
        TableWriter.write(out, header, rows);
    }

    private double[] values(Forecast each, String column) {
        return switch (column) {
            case "mean" -> each.mean();
            case "lower" -> each.lower(level / 100);
            default -> each.upper(level / 100);
        };
    }

    private void answer(Run run, HierarchySums sums, ReconciliationDefinition definition, ReconciledForecast result) {
        result.reasons().forEach(reason -> run.tell(reason.fullText(Locale.ENGLISH)));
        run.answer("nodes", sums.nodes().size());
        run.answer("bottom", sums.series().size());
        run.answer("method", method);
        run.answer("shrinkage", result.shrinkage().orElse(null));
        run.answer("worstIncoherenceBefore", result.incoherenceBefore());
        run.answer("worstIncoherenceAfter", result.incoherenceAfter());
        run.answer("nonNegative", Boolean.TRUE.equals(definition.nonNegative()));
    }
}
