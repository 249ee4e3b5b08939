package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.CentrePlacement;
import io.github.saleskit.territory.design.DistanceTable;
import io.github.saleskit.territory.design.FixedAssignment;
import io.github.saleskit.territory.design.PlanObjective;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryAccount;
import io.github.saleskit.territory.design.TerritoryProblem;
import io.github.saleskit.territory.geo.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sound problem as arrays: units numbered from 0 in the order of their ids, territories in their own order, demands
 * as {@link Demands}.
 */
final class Instance {

    static final int FREE = -1;

    final TerritoryProblem problem;
    final Units units;
    final List<TerritoryAccount> accounts;
    final List<Territory> territories;
    /** Every measure that occurs, in alphabetical order. */
    final List<String> measures;

    final @Nullable DistanceTable table;
    final Positions positions;
    final Demands demands;
    /** Number of units. */
    final int n;
    /** Number of territories. */
    final int k;
    /** Number of demands that are counted as loads. */
    final int m;
    /** Activity of unit i in demand q at i * m + q. */
    final double[] activity;
    /** The territory a unit is fixed to, or {@link #FREE}. */
    final int[] fixed;
    /** The position that is the home of each territory, or {@link #FREE}. */
    final int[] home;
    /** What is made small. */
    final PlanObjective goal;
    /** Where accounts were before; null where moves have no price. */
    final @Nullable Origin origin;

    Instance(TerritoryProblem problem, @Nullable DistanceTable table) {
        this(problem, table, Units.of(problem, true), null);
    }

    private Instance(TerritoryProblem problem, @Nullable DistanceTable table, Units units, @Nullable Origin origin) {
        this.problem = problem;
        this.table = table;
        this.units = units;
        this.origin = origin;
        goal = problem.objective().orElse(PlanObjective.DISTANCE);
        accounts = units.accounts;
        territories = problem.territories();
        measures = measures(accounts);
        n = units.count();
        k = territories.size();
        home = new int[k];
        positions = positions();
        fixed = new int[n];
        Arrays.fill(fixed, FREE);
        demands = new Demands(problem, units);
        m = demands.count;
        activity = demands.activity;
        fix();
    }

    private Instance(Instance other, Demands demands, @Nullable Origin origin) {
        this(other, demands, origin, other.positions, other.home);
    }

    private Instance(Instance other, Demands demands, @Nullable Origin origin, Positions positions, int[] home) {
        this.problem = other.problem;
        this.table = other.table;
        this.units = other.units;
        this.goal = other.goal;
        this.origin = origin;
        this.accounts = other.accounts;
        this.territories = other.territories;
        this.measures = other.measures;
        this.n = other.n;
        this.k = other.k;
        this.home = home;
        this.positions = positions;
        this.fixed = other.fixed;
        this.demands = demands;
        this.m = other.m;
        this.activity = other.activity;
    }

    /** The same problem without groups that stay together, which bounds it from below. */
    Instance ungrouped() {
        return n == accounts.size() ? this : new Instance(problem, table, Units.of(problem, false), null);
    }

    /** The same problem without prices of moves. */
    Instance withoutOrigin() {
        return origin == null ? this : new Instance(this, demands, null);
    }

    /** The same problem with a price on every account that leaves its territory. */
    Instance withOrigin(Origin newOrigin) {
        return new Instance(this, demands, newOrigin);
    }

    /** The same problem with centres of territories, by number, as their homes; null leaves a territory as it is. */
    Instance withCentres(double[] @Nullable [] points) {
        int[] homes = home.clone();
        for (int t = 0; t < k; t++) {
            homes[t] = points[t] == null ? home[t] : positions.size() + t;
        }
        return new Instance(this, demands, origin, positions.plus(points), homes);
    }

    /** Whether centres may be where no account is. */
    boolean centresAnywhere() {
        return problem.centres().orElse(CentrePlacement.ON_ACCOUNTS) == CentrePlacement.ANYWHERE;
    }

    private static List<String> measures(List<TerritoryAccount> accounts) {
        TreeSet<String> names = new TreeSet<>();
        accounts.forEach(account -> names.addAll(account.activity().keySet()));
        return List.copyOf(names);
    }

    private Positions positions() {
        List<Place> places = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            TerritoryAccount account = accounts.get(units.representative(u));
            places.add(account.place());
            ids.add(account.id());
        }
        for (int t = 0; t < k; t++) {
            home[t] = territories.get(t).home().isPresent() ? places.size() : FREE;
            if (territories.get(t).home().isPresent()) {
                places.add(territories.get(t).home().get());
                ids.add(territories.get(t).id());
            }
        }
        int[][] groups = groups(places, ids);
        return new Positions(places, groups, table == null ? null : new Positions.Table(table, ids));
    }

    /** Adds the places of all members of groups; null where there are none. */
    private int @Nullable [][] groups(List<Place> places, List<String> ids) {
        if (n == accounts.size()) {
            return null;
        }
        int[][] groups = new int[n][];
        for (int u = 0; u < n; u++) {
            int[] members = units.members[u];
            groups[u] = new int[members.length];
            for (int at = 0; at < members.length; at++) {
                groups[u][at] = members.length == 1 ? u : places.size();
                if (members.length > 1) {
                    places.add(accounts.get(members[at]).place());
                    ids.add(accounts.get(members[at]).id());
                }
            }
        }
        return groups;
    }

    private void fix() {
        Map<String, Integer> accountNumbers = problem.fixed().isEmpty() ? Map.of() : Units.numbers(accounts);
        Map<String, Integer> territoryNumbers = Demands.territoryNumbers(territories);
        for (FixedAssignment fix : problem.fixed()) {
            Integer account = accountNumbers.get(fix.account());
            Integer territory = territoryNumbers.get(fix.territory());
            if (account != null && territory != null) {
                fixed[units.unitOf[account]] = territory;
            }
        }
    }

    /** What it costs to have a unit in a territory with that centre: the distance, and the price of moving it. */
    double cost(int unit, int territory, int centre) {
        return positions.distance(unit, centre) + moveCost(unit, territory);
    }

    /** The price of having a unit in a territory where it was not before. */
    double moveCost(int unit, int territory) {
        return origin == null ? 0 : origin.price * origin.moved(units.members[unit], territory);
    }

    boolean hasNoHome() {
        return Arrays.stream(home).allMatch(position -> position == FREE);
    }

    /** The same problem with loads nearer to their targets. */
    Instance within(double deviation) {
        return new Instance(this, demands.within(deviation), origin);
    }

    private static boolean special(Territory territory) {
        return territory.weight().isPresent()
                || territory.home().isPresent()
                || !territory.limits().isEmpty();
    }

    /** Whether each territory may not be exchanged for another one. */
    boolean[] named() {
        boolean[] named = new boolean[k];
        for (int t = 0; t < k; t++) {
            named[t] = origin != null || special(territories.get(t)) || demands.forbids[t];
        }
        for (int i = 0; i < n; i++) {
            if (fixed[i] != FREE) {
                named[fixed[i]] = true;
            }
        }
        return named;
    }
}
