package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/** Where each unit is at home: the territory where most of its accounts were before. */
final class Residents {

    /**
     * The territory that a unit leaves least in, or {@link Instance#FREE} when none of its accounts was in any of
     * today's.
     */
    final int[] home;
    /** The moves of a unit that stays at home: those of its accounts that were elsewhere. */
    final double[] least;
    /** How many moves more a unit costs when it is anywhere but at home, at least. */
    final double[] extra;

    Residents(Instance instance, Origin origin) {
        home = new int[instance.n];
        least = new double[instance.n];
        extra = new double[instance.n];
        for (int u = 0; u < instance.n; u++) {
            settle(u, instance.units.members[u], origin);
        }
    }

    /** The units at home in each territory, ascending. */
    int[][] byTerritory(int territories) {
        int[] count = new int[territories];
        Arrays.stream(home).filter(t -> t != Instance.FREE).forEach(t -> count[t]++);
        int[][] at = new int[territories][];
        Arrays.setAll(at, t -> new int[count[t]]);
        for (int u = home.length - 1; u >= 0; u--) {
            if (home[u] != Instance.FREE) {
                at[home[u]][--count[home[u]]] = u;
            }
        }
        return at;
    }

    private void settle(int u, int[] members, Origin origin) {
        home[u] = Instance.FREE;
        least[u] = Arrays.stream(members).mapToDouble(a -> origin.weight[a]).sum();
        double second = least[u];
        int[] territories = Arrays.stream(members)
                .map(a -> origin.territory[a])
                .filter(t -> t != Instance.FREE)
                .distinct()
                .sorted()
                .toArray();
        for (int t : territories) {
            double moved = origin.moved(members, t);
            if (home[u] == Instance.FREE || moved < least[u]) {
                second = home[u] == Instance.FREE ? second : least[u];
                least[u] = moved;
                home[u] = t;
            } else {
                second = Math.min(second, moved);
            }
        }
        extra[u] = second - least[u];
    }
}
