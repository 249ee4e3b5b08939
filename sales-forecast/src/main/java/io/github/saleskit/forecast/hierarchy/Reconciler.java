package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.forecast.model.Forecast;
import java.util.Map;

/**
 * Makes the forecasts of the nodes of a hierarchy add up.
 *
 * <pre>{@code
 * Reconciler reconciler = Reconciler.compile(hierarchy, ReconciliationDefinition.of(ReconciliationMethod.MINT));
 * ReconciledForecast coherent = reconciler.reconcile(forecasts, NodeEvidence.ofErrors(errors));
 * coherent.forecast("North").mean();      // the sum of the means of North's reps
 * coherent.forecast("North").upper(0.95);
 * coherent.reasons();               // which shrinkage, which nodes moved most
 * }</pre>
 *
 * <p>Of the forecasts each method needs those it starts from: {@link ReconciliationMethod#BOTTOM_UP} the bottom series,
 * those that distribute the nodes whose forecasts stay (and those below, for proportions of forecasts), projections
 * every node. Others may be missing. Covariances of errors are taken to grow with the horizon for all nodes alike, so
 * that every step is reconciled in the same way.
 *
 * <p>The order of nodes has no meaning, and there is no chance in it. With k sums, m nodes, T errors and horizon H, a
 * projection takes O(k³ + k² T) once and O(k² + m T) a step; intervals O(m k²) beside. 10,000 bottom series below 500
 * sums take seconds.
 *
 * <p>Immutable and thread-safe.
 */
public final class Reconciler {

    private final HierarchySums sums;
    private final ReconciliationDefinition definition;
    private final int[] kept;

    private Reconciler(HierarchySums sums, ReconciliationDefinition definition, int[] kept) {
        this.sums = sums;
        this.definition = definition;
        this.kept = kept;
    }

    /**
     * A reconciler for a hierarchy.
     *
     * @throws DefinitionException with every problem of the hierarchy, or, where it has none, of the reconciliation
     */
    public static Reconciler compile(Hierarchy hierarchy, ReconciliationDefinition definition) {
        return compile(HierarchySums.of(hierarchy), definition);
    }

    /**
     * A reconciler for a checked hierarchy.
     *
     * @throws DefinitionException with every problem of the reconciliation
     */
    public static Reconciler compile(HierarchySums sums, ReconciliationDefinition definition) {
        requireNonNull(definition, "definition");
        Problems problems = new Problems();
        int[] kept = new ReconciliationCheck(sums, definition, problems).keptNodes();
        problems.throwIfAny("reconciliation");
        return new Reconciler(sums, definition, kept);
    }

    /** The checked hierarchy. */
    public HierarchySums sums() {
        return sums;
    }

    /**
     * Makes forecasts add up, with nothing known of the past.
     *
     * @param forecasts by node
     * @throws IllegalArgumentException as {@link #reconcile(Map, NodeEvidence)} does
     */
    public ReconciledForecast reconcile(Map<String, Forecast> forecasts) {
        return reconcile(forecasts, NodeEvidence.none());
    }

    /**
     * Makes forecasts add up.
     *
     * @param forecasts by node, all of the same periods
     * @param evidence errors of the past, which {@link ReconciliationMethod#MINT} needs and which make intervals of
     *     every linear method sharper; histories, which proportions of the past need
     * @throws IllegalArgumentException when a forecast that the method starts from is missing, one is of an unknown
     *     node or of other periods than the rest, or evidence is missing that the method needs
     */
    public ReconciledForecast reconcile(Map<String, Forecast> forecasts, NodeEvidence evidence) {
        return new Reconciliation(sums, definition, kept, new BaseForecasts(sums, forecasts), evidence).run();
    }

    /**
     * Possible futures of which every single one adds up.
     *
     * <p>Each draws errors of past periods for all nodes at once, so that nodes err together as they did, and sizes
     * them by the intervals of the forecasts. As these widen with the horizon, errors carry over from step to step;
     * where they do not widen, steps are independent. The draws are then reconciled one by one.
     *
     * @param forecasts as for {@link #reconcile(Map, NodeEvidence)}
     * @param evidence with errors of the past
     * @param draws how many, from 1 to {@value CoherentPaths#MOST_DRAWS}; a draw takes 8 bytes a bottom series and step
     * @param seed of the draws
     * @throws IllegalArgumentException as {@link #reconcile(Map, NodeEvidence)}, and when there are no errors or draws
     *     is another
     */
    public CoherentPaths paths(Map<String, Forecast> forecasts, NodeEvidence evidence, int draws, long seed) {
        return new Reconciliation(sums, definition, kept, new BaseForecasts(sums, forecasts), evidence)
                .paths(draws, seed);
    }
}
