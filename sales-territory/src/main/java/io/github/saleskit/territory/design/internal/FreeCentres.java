package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.WorkMeter;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Territories whose centres may be anywhere: by turns the centres move to the geometric medians of their territories,
 * and the accounts are shared out anew among the centres (L. Cooper, "Heuristic Methods for Location-Allocation
 * Problems", SIAM Review 6(1), 1964), from a layout with centres at accounts.
 */
final class FreeCentres {

    /** Most turns. */
    private static final int TURNS = 12;

    private FreeCentres() {}

    /** The same owners, with all centres but homes where their accounts are nearest in sum. */
    static Layout place(Layout layout) {
        Instance instance = layout.instance;
        double[] @Nullable [] points = new double[instance.k] @Nullable [];
        int[] members = new int[instance.n];
        for (int t = 0; t < instance.k; t++) {
            if (instance.problem.territories().get(t).home().isEmpty()) {
                points[t] = median(layout, t, members);
            }
        }
        return Layout.of(instance.withCentres(points), layout.owner);
    }

    private static double @Nullable [] median(Layout layout, int t, int[] members) {
        if (layout.size[t] == 0) {
            return null;
        }
        layout.members(t, members, 0);
        Positions positions = layout.instance.positions;
        int[] places = positions.placesOf(members, layout.size[t]);
        return GeometricMedian.of(positions, places, places.length, layout.centre[t]);
    }

    /**
     * Improves a layout with centres at accounts until nothing is gained or the phase is over.
     *
     * @param share shares the accounts out anew among centres that stay where they are, within a part of the phase
     */
    static Layout improve(Layout onAccounts, WorkMeter meter, Phase phase, BiFunction<Layout, Phase, Layout> share) {
        Layout best = place(onAccounts);
        for (int turn = 0; turn < TURNS && !phase.over() && !meter.stopped(); turn++) {
            Layout shared = share.apply(best, phase.part(turn, TURNS));
            if (emptied(shared, onAccounts.instance)) {
                break;
            }
            Layout next = place(Layout.of(onAccounts.instance, shared.owner));
            if (!better(next, best)) {
                break;
            }
            best = next;
        }
        return Layout.of(onAccounts.instance, best.owner);
    }

    /** Whether a territory without a home has lost its last account to others; its centre was only lent to it. */
    private static boolean emptied(Layout layout, Instance instance) {
        return IntStream.range(0, instance.k).anyMatch(t -> layout.size[t] == 0 && instance.home[t] == Instance.FREE);
    }

    private static boolean better(Layout next, Layout best) {
        return RegionalSearch.better(next.totalViolation(), next.totalCost(), best.totalViolation(), best.totalCost());
    }
}
