package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.FittedForecast;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.selection.AutoForecaster;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts all nodes of a hierarchy from the histories of its bottom series, each node by itself, and makes the
 * forecasts add up.
 *
 * <pre>{@code
 * HierarchyForecaster forecaster = HierarchyForecaster.compile(hierarchy,
 *         ReconciliationDefinition.of(ReconciliationMethod.MINT), AutoForecaster.standard());
 * ReconciledForecast coherent = forecaster.forecast(salesOfReps, 12, WorkMeter.unlimited());
 * coherent.forecast("Total").upper(0.95);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class HierarchyForecaster {

    private final Reconciler reconciler;
    private final SingleForecaster single;

    /** Forecasts one node. */
    private interface SingleForecaster {
        FittedForecast forecast(TimeSeries history, int horizon, WorkMeter meter);
    }

    /**
     * Forecasts of the nodes before they add up, and what is known of their past.
     *
     * @param forecasts by node
     * @param evidence errors at the size they have today, and histories
     */
    public record NodeForecasts(Map<String, Forecast> forecasts, NodeEvidence evidence) implements Decision {

        public NodeForecasts {
            forecasts = Collections.unmodifiableMap(new LinkedHashMap<>(forecasts));
            requireNonNull(evidence, "evidence");
        }

        /** That each node was forecast by itself; why, its forecast says. */
        @Override
        public List<Reason> reasons() {
            return List.of(Reason.of("forecast.hierarchy.byThemselves", "nodes", forecasts.size()));
        }
    }

    private HierarchyForecaster(Reconciler reconciler, SingleForecaster single) {
        this.reconciler = reconciler;
        this.single = single;
    }

    /**
     * A forecaster that chooses models for each node.
     *
     * @throws DefinitionException as {@link Reconciler#compile} does
     */
    public static HierarchyForecaster compile(
            Hierarchy hierarchy, ReconciliationDefinition definition, AutoForecaster forecaster) {
        return new HierarchyForecaster(Reconciler.compile(hierarchy, definition), forecaster::forecastWithErrors);
    }

    /**
     * A forecaster with one model for all nodes; simulated quantiles are those of the seed 1.
     *
     * @throws DefinitionException as {@link Reconciler#compile} does
     */
    public static HierarchyForecaster compile(
            Hierarchy hierarchy, ReconciliationDefinition definition, Forecaster forecaster) {
        return new HierarchyForecaster(
                Reconciler.compile(hierarchy, definition),
                (history, horizon, meter) -> forecaster.forecastWithErrors(history, horizon, 1));
    }

    /** What makes the forecasts add up. */
    public Reconciler reconciler() {
        return reconciler;
    }

    /**
     * Forecasts that add up.
     *
     * @param histories by bottom series, those of other names are left out; see {@link HierarchySums#aggregate} for
     *     those of the other nodes
     * @param horizon how many periods
     * @param meter spends as {@link AutoForecaster#forecast(TimeSeries, int, WorkMeter)} does for each node; not asked
     *     where all nodes have one model
     * @throws IllegalArgumentException when histories do not fit together or a node cannot be forecast
     */
    public ReconciledForecast forecast(Map<String, TimeSeries> histories, int horizon, WorkMeter meter) {
        NodeForecasts nodes = forecastNodes(histories, horizon, meter);
        return reconciler.reconcile(nodes.forecasts(), nodes.evidence());
    }

    /**
     * Forecasts of each node by itself, which do not add up yet; for whoever has a better one of some node, such as
     * that of a new product by analogy:
     *
     * <pre>{@code
     * NodeForecasts nodes = forecaster.forecastNodes(histories, 12, WorkMeter.unlimited());
     * Map<String, Forecast> forecasts = new LinkedHashMap<>(nodes.forecasts());
     * forecasts.put("new product", byAnalogy);
     * ReconciledForecast coherent = forecaster.reconciler().reconcile(forecasts, nodes.evidence());
     * }</pre>
     *
     * @throws IllegalArgumentException as {@link #forecast} does
     */
    public NodeForecasts forecastNodes(Map<String, TimeSeries> histories, int horizon, WorkMeter meter) {
        Map<String, TimeSeries> all = reconciler.sums().aggregate(histories);
        Map<String, Forecast> forecasts = new LinkedHashMap<>();
        Map<String, double[]> errors = new LinkedHashMap<>();
        all.forEach((id, history) -> {
            FittedForecast fitted = forecast(id, history, horizon, meter);
            forecasts.put(id, fitted.forecast());
            errors.put(id, fitted.errors());
        });
        NodeEvidence evidence = NodeEvidence.ofHistories(all).withErrors(errors).atPresentSize();
        return new NodeForecasts(forecasts, evidence);
    }

    private FittedForecast forecast(String id, TimeSeries history, int horizon, WorkMeter meter) {
        try {
            return single.forecast(history, horizon, meter);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + id + "\": " + e.getMessage(), e);
        }
    }
}
