package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.StopSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A weight of moves that every plan within the demands needs at least.
 *
 * <p>Units without a home today move in any case. From a territory whose residents have too much of something, at least
 * so many have to leave as it takes to come down to the maximum if the best suited ones go first (a fractional knapsack
 * cover). A territory whose residents have too little needs at least so many arrivals. No unit leaves two territories
 * or arrives in two, so the leavers of all territories may be summed, and so may the arrivals; the larger of both sums
 * holds.
 *
 * <p>A unit that leaves has to find room: where there is none, others have to leave the territory that takes it. As two
 * units may use the same room, this is added for one territory only, the one where it adds most.
 *
 * <p>O(demands times units) and a sort of each territory's units, apart from looking for room, which ends after
 * {@value #MOST_LOOKS} looks or when it is to stop.
 */
final class MoveBound {

    /** What is taken off the bound for the rounding of sums, unless all of them are whole numbers. */
    static final double ROUNDING = 1e-9;

    private static final double LARGEST_EXACT = 0x1p53;
    private static final double TINY = 1e-9;
    private static final long MOST_LOOKS = 20_000_000;

    private final Instance instance;
    private final Demands demands;
    private final Residents residents;
    private final StopSignal stop;
    private final int m;
    private final int[][] at;
    /** The loads of the residents that are not fixed elsewhere. */
    private final double[] load;

    private final double[] leavers;
    /** Whether all weights are whole numbers. */
    private final boolean whole;

    /** What may leave a territory, the cheapest for its activity first, by place of the territory's demand. */
    private final Map<Integer, List<Item>> items = new HashMap<>();

    private long looks;

    private record Item(int unit, double activity, double weight) {}

    private MoveBound(Instance instance, Residents residents, StopSignal stop) {
        this.stop = stop;
        this.instance = instance;
        this.demands = instance.demands;
        this.residents = residents;
        this.m = instance.m;
        this.at = residents.byTerritory(instance.k);
        this.load = new double[instance.k * m];
        this.leavers = new double[instance.k];
        this.whole = areWhole(residents.extra);
        for (int t = 0; t < instance.k; t++) {
            for (int u : at[t]) {
                for (int q = 0; q < m && !fixedElsewhere(u); q++) {
                    load[t * m + q] += instance.activity[u * m + q];
                }
            }
        }
    }

    /**
     * The proven least weight of moves.
     *
     * @param stop ends looking for room early
     */
    static double of(Instance instance, Residents residents, StopSignal stop) {
        MoveBound bound = new MoveBound(instance, residents, stop);
        double sum = Arrays.stream(residents.least).sum() + Math.max(bound.leavers(), bound.arrivals());
        boolean exact = bound.whole && sum <= LARGEST_EXACT && areWhole(residents.least);
        return exact ? sum : sum * (1 - ROUNDING);
    }

    private static boolean areWhole(double[] weights) {
        return Arrays.stream(weights).allMatch(weight -> weight == Math.rint(weight));
    }

    private boolean fixedElsewhere(int u) {
        return instance.fixed[u] != Instance.FREE && instance.fixed[u] != residents.home[u];
    }

    private double leavers() {
        double sum = 0;
        for (int t = 0; t < instance.k; t++) {
            leavers[t] = leavers(t);
            sum += leavers[t] + forced(t);
        }
        double most = 0;
        for (int t = 0; t < instance.k; t++) {
            if (leavers[t] > 0) {
                most = Math.max(most, withRoom(t) - leavers[t]);
            }
        }
        return sum + most;
    }

    private double forced(int t) {
        return Arrays.stream(at[t])
                .filter(this::fixedElsewhere)
                .mapToDouble(u -> residents.extra[u])
                .sum();
    }

    private double leavers(int t) {
        double most = 0;
        for (int q = 0; q < m; q++) {
            double over = over(t, q, 0);
            most = over > 0 ? Math.max(most, finite(cover(items(t, q), over))) : most;
        }
        return most;
    }

    private double over(int t, int q, double more) {
        return load[t * m + q] + more - demands.most[t * m + q] - demands.slack[q];
    }

    /** What cannot be reached at all has no plan: then any bound holds. */
    private static double finite(double cover) {
        return Double.isFinite(cover) ? cover : 0;
    }

    private List<Item> items(int t, int q) {
        return items.computeIfAbsent(t * m + q, at -> sortedItems(t, q));
    }

    private List<Item> sortedItems(int t, int q) {
        List<Item> sorted = new ArrayList<>();
        for (int u : at[t]) {
            if (instance.fixed[u] == Instance.FREE && instance.activity[u * m + q] > 0) {
                sorted.add(new Item(u, instance.activity[u * m + q], residents.extra[u]));
            }
        }
        sorted.sort(Comparator.comparingDouble((Item item) -> item.weight / item.activity));
        return sorted;
    }

    /**
     * The least weight of items that together have so much activity, in fractions, rounded up where weights are whole.
     */
    private double cover(List<Item> items, double wanted) {
        double left = wanted;
        double sum = 0;
        for (int i = 0; i < items.size() && left > 0; i++) {
            Item item = items.get(i);
            sum += item.weight * Math.min(1, left / item.activity);
            left -= item.activity;
        }
        if (left > TINY * wanted) {
            return Double.POSITIVE_INFINITY;
        }
        return whole ? Math.ceil(sum - TINY * (1 + sum)) : sum * (1 - TINY);
    }

    /** The leavers of a territory and those that make room for the one of them that finds it hardest. */
    private double withRoom(int t) {
        double most = leavers[t];
        for (int q = 0; q < m; q++) {
            double over = over(t, q, 0);
            if (over > 0) {
                most = Math.max(most, withRoom(items(t, q), over));
            }
        }
        return most;
    }

    private double withRoom(List<Item> items, double over) {
        double[] room = items.stream().mapToDouble(item -> roomFor(item.unit)).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (double hardest : Arrays.stream(room).distinct().toArray()) {
            List<Item> easy = IntStream.range(0, room.length)
                    .filter(i -> room[i] <= hardest)
                    .mapToObj(items::get)
                    .toList();
            least = Math.min(least, hardest + cover(easy, over));
        }
        return finite(least);
    }

    /** What has to leave besides, so that a unit fits into some other territory. */
    private double roomFor(int u) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < instance.k && least > 0; s++) {
            if (++looks > MOST_LOOKS || stop.stopRequested()) {
                return 0;
            }
            if (s != residents.home[u]) {
                least = Math.min(least, Math.max(0, leaversFor(u, s) - leavers[s]));
            }
        }
        return least;
    }

    private double leaversFor(int u, int s) {
        double most = 0;
        for (int q = 0; q < m; q++) {
            double activity = instance.activity[u * m + q];
            double over = over(s, q, activity);
            if (activity > 0 && over > 0) {
                looks += at[s].length;
                most = Math.max(most, cover(items(s, q), over));
            }
        }
        return most;
    }

    /** The arrivals that territories with too little need, less those that nobody counts as moves. */
    private double arrivals() {
        int[][] descending = new int[m][];
        long count = 0;
        for (int t = 0; t < instance.k; t++) {
            count += arrivals(t, descending);
        }
        long homeless = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int u = 0; u < instance.n; u++) {
            if (residents.home[u] == Instance.FREE || residents.extra[u] == 0) {
                homeless++;
            } else if (instance.fixed[u] != residents.home[u]) {
                least = Math.min(least, residents.extra[u]);
            }
        }
        return count <= homeless || least == Double.POSITIVE_INFINITY ? 0 : (count - homeless) * least;
    }

    private long arrivals(int t, int[][] descending) {
        long most = Arrays.stream(at[t]).allMatch(this::fixedElsewhere) ? 1 : 0;
        for (int q = 0; q < m; q++) {
            double under = demands.least[t * m + q] - demands.slack[q] - load[t * m + q];
            if (under > 0) {
                descending[q] = descending[q] == null ? descending(q) : descending[q];
                most = Math.max(most, arrivals(t, q, under, descending[q]));
            }
        }
        return most;
    }

    private long arrivals(int t, int q, double under, int[] order) {
        long count = 0;
        double left = under;
        for (int i = 0; i < order.length && left > 0; i++) {
            if (residents.home[order[i]] != t || fixedElsewhere(order[i])) {
                left -= instance.activity[order[i] * m + q];
                count++;
            }
        }
        return count;
    }

    /** All units, the largest in a demand first. */
    private int[] descending(int q) {
        return IntStream.range(0, instance.n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer u) -> -instance.activity[u * m + q]))
                .mapToInt(u -> u)
                .toArray();
    }
}
