package io.github.saleskit.forecast.hierarchy;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why coherent forecasts are what they are. */
final class CoherenceReasons {

    private static final int MOST_MOVES = 5;

    private final HierarchySums sums;
    private final ReconciliationDefinition definition;
    private final BaseForecasts base;
    private final double[][] coherent;

    CoherenceReasons(HierarchySums sums, ReconciliationDefinition definition, BaseForecasts base, double[][] coherent) {
        this.sums = sums;
        this.definition = definition;
        this.base = base;
        this.coherent = coherent;
    }

    /** All reasons of the whole. */
    List<Reason> all(List<Reason> means, double before, boolean joint) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                        "forecast.hierarchy.reconciled",
                        "method",
                        definition.method(),
                        "sums",
                        sums.matrix().sums(),
                        "series",
                        sums.matrix().bottom(),
                        "difference",
                        Numbers.text(before))
                .withDetails(moves()));
        reasons.addAll(means);
        if (definition.keepsAboveZero()) {
            reasons.add(Reason.of("forecast.hierarchy.aboveZero", "series", atZero()));
        }
        definition
                .decimals()
                .ifPresent(decimals -> reasons.add(Reason.of("forecast.hierarchy.rounded", "decimals", decimals)));
        reasons.add(joint ? Reason.of("forecast.hierarchy.jointWidths") : Reason.of("forecast.hierarchy.ownWidths"));
        return reasons;
    }

    private List<Reason> moves() {
        return IntStream.range(0, coherent.length)
                .filter(node -> base.forecast(node) != null && moved(node) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(node -> -moved(node))
                        .thenComparing(sums.nodes()::get))
                .limit(MOST_MOVES)
                .map(node -> move(sums.nodes().get(node), base.forecast(node), coherent[node]))
                .toList();
    }

    /** How far a node moved beside how wide its first interval is, so that large and small nodes compare. */
    private double moved(int node) {
        double move = 0;
        for (int h = 0; h < base.horizon(); h++) {
            move += Math.abs(coherent[node][h] - base.mean(node)[h]);
        }
        double width = base.deviation(node, 0);
        return width > 0 ? move / width : move;
    }

    /** What became of the forecast of one node, as means over the horizon. */
    static Reason move(String node, @Nullable Forecast forecast, double[] coherent) {
        double to = mean(coherent);
        if (forecast == null) {
            return Reason.of("forecast.hierarchy.derived", "node", node, "to", Numbers.text(to));
        }
        double from = mean(forecast.mean());
        if (Arrays.equals(forecast.mean(), coherent)) {
            return Reason.of("forecast.hierarchy.kept", "node", node, "to", Numbers.text(to));
        }
        return Reason.of(
                "forecast.hierarchy.moved",
                "node",
                node,
                "from",
                Numbers.text(from),
                "to",
                Numbers.text(to),
                "change",
                Numbers.text(to - from));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private long atZero() {
        return IntStream.range(sums.matrix().sums(), coherent.length)
                .filter(node -> Arrays.stream(coherent[node]).anyMatch(value -> value == 0))
                .count();
    }
}
