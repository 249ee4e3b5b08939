package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.FitSummary;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One run of a reconciler. */
final class Reconciliation {

    private static final String BY_WEIGHT =
            "a projection weighs the forecasts of all nodes.\nMaybe bottom-up, which needs"
                    + " only the bottom series?";

    private final HierarchySums sums;
    private final SummingMatrix matrix;
    private final ReconciliationDefinition definition;
    private final int[] kept;
    private final BaseForecasts base;
    private final NodeEvidence evidence;
    private final ErrorSample sample;
    private final Optional<CoherentRounding> rounding;
    private final List<Reason> means = new ArrayList<>();
    private Optional<Double> shrinkage = Optional.empty();
    private final CoherentRule free;
    private final CoherentRule rule;

    Reconciliation(
            HierarchySums sums,
            ReconciliationDefinition definition,
            int[] kept,
            BaseForecasts base,
            NodeEvidence evidence) {
        this.sums = sums;
        this.matrix = sums.matrix();
        this.definition = definition;
        this.kept = kept;
        this.base = base;
        this.evidence = evidence;
        evidence.errors().keySet().forEach(sums::position);
        sample = new ErrorSample(sums.nodes(), evidence.errors());
        rounding = definition.decimals().map(decimals -> new CoherentRounding(sums, decimals));
        free = free();
        rule = aboveZero();
    }

    /** Where values below 0 may come. */
    private CoherentRule free() {
        switch (definition.method()) {
            case BOTTOM_UP -> {
                base.require(
                        sums, IntStream.range(matrix.sums(), matrix.nodes()).toArray(), "bottom-up starts from it.");
                return new BottomUp(matrix);
            }
            case TOP_DOWN, MIDDLE_OUT -> {
                return disaggregation();
            }
            default -> {
                base.require(sums, IntStream.range(0, matrix.nodes()).toArray(), BY_WEIGHT);
                return new Projection(matrix, covariance());
            }
        }
    }

    private Disaggregation disaggregation() {
        Proportions proportions = definition.proportions().orElse(Proportions.FORECAST_PROPORTIONS);
        base.require(sums, kept, "it is to be distributed.");
        if (proportions != Proportions.FORECAST_PROPORTIONS) {
            return Disaggregation.byPast(sums, kept, evidence.histories(), proportions, definition.keepsAboveZero());
        }
        base.require(
                sums,
                Disaggregation.below(sums, kept),
                "its share is to be that of the forecasts.\nMaybe take the proportions" + " of the past?");
        return Disaggregation.byForecasts(sums, kept, definition.keepsAboveZero());
    }

    private ErrorCovariance covariance() {
        ErrorCovariance covariance = switch (definition.method()) {
            case OLS -> ErrorCovariance.equal(matrix);
            case WLS_STRUCTURAL -> ErrorCovariance.structural(matrix);
            case WLS_VARIANCE -> ErrorCovariance.independent(deviations());
            case MINT -> {
                requireErrors("MINT needs them.\nMaybe WLS_STRUCTURAL, which needs none?");
                yield ErrorCovariance.correlated(deviations(), sample, definition.shrinkage());
            }
            default -> {
                requireManyErrors();
                yield ErrorCovariance.correlated(deviations(), sample, Optional.of(0.0));
            }
        };
        shrinkage = covariance.shrinkage();
        shrinkage.ifPresent(value -> means.add(
                covariance.estimated()
                        ? Reason.of(
                                "forecast.hierarchy.shrinkage",
                                "shrinkage",
                                Numbers.percent(value),
                                "errors",
                                sample.times())
                        : Reason.of(
                                "forecast.hierarchy.givenShrinkage",
                                "shrinkage",
                                Numbers.percent(value),
                                "errors",
                                sample.times())));
        return covariance;
    }

    private void requireErrors(String why) {
        if (sample.known() == 0) {
            throw new IllegalArgumentException(
                    "there are no errors of the past, at least " + ErrorSample.FEWEST + " of a node, but " + why);
        }
    }

    private void requireManyErrors() {
        if (sample.fewest() <= matrix.nodes()) {
            throw new IllegalArgumentException("a node has " + sample.fewest()
                    + " errors of the past, but MINT_SAMPLE needs more than the " + matrix.nodes()
                    + " nodes.\nMaybe MINT, which needs fewer?");
        }
    }

    /** Of the errors, or, where a node has too few, of its first interval. */
    private double[] deviations() {
        double[] deviations = base.firstDeviations();
        int unknown = 0;
        for (int i = 0; i < deviations.length; i++) {
            if (sample.isKnown(i)) {
                deviations[i] = sample.deviation(i);
            } else {
                unknown++;
            }
        }
        if (unknown > 0) {
            means.add(Reason.of("forecast.hierarchy.variancesOfIntervals", "nodes", unknown));
        }
        requireVariances(deviations);
        return deviations;
    }

    private void requireVariances(double[] deviations) {
        if (sample.known() == 0 && Arrays.stream(deviations).allMatch(deviation -> deviation == 0)) {
            throw new IllegalArgumentException(
                    "neither errors of the past nor intervals say how sure each forecast is, but " + definition.method()
                            + " weighs by it.\nMaybe WLS_STRUCTURAL, which does not?");
        }
    }

    private CoherentRule aboveZero() {
        if (!definition.keepsAboveZero() || definition.method().distributes()) {
            return free;
        }
        return free instanceof Projection projection ? projection.aboveZero() : new RaisedRule(free);
    }

    ReconciledForecast run() {
        double[][] coherent = coherent();
        CoherentWidths widths = widths(coherent);
        Map<String, Forecast> forecasts = new LinkedHashMap<>();
        for (int i = 0; i < matrix.nodes(); i++) {
            forecasts.put(sums.nodes().get(i), forecast(i, coherent[i], widths.quantiles(i, coherent[i])));
        }
        double before = 0;
        double after = 0;
        for (int h = 0; h < base.horizon(); h++) {
            before = Math.max(before, matrix.incoherence(base.step(h)));
            after = Math.max(after, matrix.incoherence(step(coherent, h)));
        }
        List<Reason> reasons =
                new CoherenceReasons(sums, definition, base, coherent).all(means, before, widths.areJoint());
        return new ReconciledForecast(1, forecasts, shrinkage, before, after, reasons);
    }

    private static double[] step(double[][] byNode, int step) {
        double[] values = new double[byNode.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = byNode[i][step];
        }
        return values;
    }

    /** By node and step. */
    private double[][] coherent() {
        double[][] coherent = new double[matrix.nodes()][base.horizon()];
        for (int h = 0; h < base.horizon(); h++) {
            double[] values = matrix.values(rule.bottom(base.step(h)));
            double[] rounded = rounding.isPresent() ? rounding.get().rounded(values) : values;
            for (int i = 0; i < rounded.length; i++) {
                coherent[i][h] = rounded[i];
            }
        }
        return coherent;
    }

    private CoherentWidths widths(double[][] coherent) {
        if (free instanceof LinearRule linear && sample.known() > 0) {
            return CoherentWidths.joint(matrix, base, linear, sample);
        }
        int[] above = kept.length == 0 ? new int[0] : Disaggregation.keptAbove(sums, kept);
        return CoherentWidths.own(matrix, base, above, coherent);
    }

    private Forecast forecast(int node, double[] mean, double[][] quantiles) {
        Forecast own = base.forecast(node);
        FitSummary fit = own == null
                ? new FitSummary(0, Collections.emptyMap(), 0, 0, Optional.empty(), Optional.empty())
                : own.fit();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(CoherenceReasons.move(sums.nodes().get(node), own, mean));
        reasons.addAll(own == null ? List.of() : own.reasons());
        rounding.ifPresent(rule -> Arrays.stream(quantiles).forEach(rule::round));
        return Forecast.of(
                own == null ? "sum" : own.model(), base.start(), mean, quantiles, staysAboveZero(node), fit, reasons);
    }

    private boolean staysAboveZero(int node) {
        return definition.keepsAboveZero()
                && Arrays.stream(matrix.sum(node).weights()).allMatch(weight -> weight > 0);
    }

    CoherentPaths paths(int draws, long seed) {
        requireErrors("draws are made from them.");
        if (draws < 1 || draws > CoherentPaths.MOST_DRAWS) {
            throw new IllegalArgumentException(
                    "draws is " + draws + ", but must be from 1 to " + CoherentPaths.MOST_DRAWS + ".");
        }
        base.require(
                sums, IntStream.range(0, matrix.nodes()).toArray(), "draws stray from the forecasts of all nodes.");
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "forecast.hierarchy.drawn", "draws", draws, "errors", sample.times(), "method", definition.method()));
        reasons.addAll(means);
        return new CoherentPaths(sums, new PathDraws(sums, base, sample).draw(rule, draws, seed), reasons);
    }
}
