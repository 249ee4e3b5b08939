package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.design.ActivityLimit;
import io.github.saleskit.territory.design.ForbiddenAssignment;
import io.github.saleskit.territory.design.Territory;
import io.github.saleskit.territory.design.TerritoryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every territory has to keep, all as bands of loads: limited measures; "not in this territory" as a load of which
 * the territory may have nothing; "apart" as a load of which each territory may have one.
 */
final class Demands {

    private static final double ROUNDING = 1e-9;

    /** Names of the limited measures; these demands come first. */
    final List<String> limited;
    /** Number of demands. */
    final int count;
    /** Activity of unit i in demand q at i * count + q. */
    final double[] activity;
    /** Mean load of a territory in each demand. */
    final double[] mean;
    /** The least load of territory t in demand q at t * count + q. */
    final double[] least;
    /** The most load, likewise. */
    final double[] most;
    /** The share of the total that each territory should have, likewise. */
    final double[] target;
    /** What is small enough to be a rounding error, in each demand. */
    final double[] slack;
    /** Whether accounts are kept out of each territory by name. */
    final boolean[] forbids;

    private final TerritoryProblem problem;
    private final Units units;
    private final int k;

    Demands(TerritoryProblem problem, Units units) {
        this.problem = problem;
        this.units = units;
        this.k = problem.territories().size();
        this.limited = limited(problem);
        Map<String, Integer> territoryNumbers = territoryNumbers(problem.territories());
        List<String> closed = problem.forbidden().stream()
                .map(ForbiddenAssignment::territory)
                .distinct()
                .toList();
        count = limited.size() + closed.size() + problem.apart().size();
        activity = new double[units.count() * count];
        mean = new double[count];
        least = new double[k * count];
        most = new double[k * count];
        target = new double[k * count];
        slack = new double[count];
        forbids = new boolean[k];
        for (int q = 0; q < limited.size(); q++) {
            measure(q);
        }
        boolean named = count > limited.size();
        Map<String, Integer> accountNumbers = named ? Units.numbers(units.accounts) : Map.of();
        for (int c = 0; c < closed.size(); c++) {
            close(limited.size() + c, closed.get(c), territoryNumbers.getOrDefault(closed.get(c), 0), accountNumbers);
        }
        for (int g = 0; g < problem.apart().size(); g++) {
            separate(limited.size() + closed.size() + g, problem.apart().get(g), accountNumbers);
        }
    }

    static Map<String, Integer> territoryNumbers(List<Territory> territories) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int t = 0; t < territories.size(); t++) {
            numbers.put(territories.get(t).id(), t);
        }
        return numbers;
    }

    private static List<String> limited(TerritoryProblem problem) {
        Set<String> names = new LinkedHashSet<>();
        problem.limits().forEach(limit -> names.add(limit.measure()));
        problem.territories().forEach(t -> t.limits().forEach(limit -> names.add(limit.measure())));
        return new ArrayList<>(names);
    }

    private void measure(int q) {
        String measure = limited.get(q);
        double total = 0;
        for (int u = 0; u < units.count(); u++) {
            for (int a : units.members[u]) {
                activity[u * count + q] += units.accounts.get(a).activity(measure);
            }
            total += activity[u * count + q];
        }
        mean[q] = total / k;
        slack[q] = mean[q] * ROUNDING;
        double weights =
                problem.territories().stream().mapToDouble(Demands::weight).sum();
        for (int t = 0; t < k; t++) {
            Territory territory = problem.territories().get(t);
            double share = total * weight(territory) / weights;
            Optional<ActivityLimit> limit = limit(territory, measure);
            target[t * count + q] = share;
            least[t * count + q] = limit.map(l -> least(l, share)).orElse(0.0);
            most[t * count + q] = limit.map(l -> most(l, share)).orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** The least a territory must have when its target is as given. */
    static double least(ActivityLimit limit, double target) {
        double band = limit.tolerance().map(share -> target * (1 - share)).orElse(0.0);
        return Math.max(0, Math.max(band, limit.minimum().orElse(0.0)));
    }

    /** The most a territory may have when its target is as given. */
    static double most(ActivityLimit limit, double target) {
        double band = limit.tolerance().map(share -> target * (1 + share)).orElse(Double.POSITIVE_INFINITY);
        return Math.min(band, limit.maximum().orElse(Double.POSITIVE_INFINITY));
    }

    static double weight(Territory territory) {
        return territory.weight().orElse(1.0);
    }

    private Optional<ActivityLimit> limit(Territory territory, String measure) {
        return territory.limits().stream()
                .filter(limit -> limit.measure().equals(measure))
                .findFirst()
                .or(() -> problem.limits().stream()
                        .filter(limit -> limit.measure().equals(measure))
                        .findFirst());
    }

    private void close(int q, String id, int territory, Map<String, Integer> accountNumbers) {
        forbids[territory] = true;
        for (int t = 0; t < k; t++) {
            most[t * count + q] = t == territory ? 0 : Double.POSITIVE_INFINITY;
        }
        problem.forbidden().stream()
                .filter(forbidden -> forbidden.territory().equals(id))
                .forEach(forbidden -> mark(q, forbidden.account(), accountNumbers));
    }

    private void separate(int q, AccountGroup group, Map<String, Integer> accountNumbers) {
        for (int t = 0; t < k; t++) {
            most[t * count + q] = 1;
        }
        group.accounts().forEach(account -> mark(q, account, accountNumbers));
    }

    private void mark(int q, String account, Map<String, Integer> accountNumbers) {
        activity[units.unitOf[accountNumbers.getOrDefault(account, 0)] * count + q] = 1;
        slack[q] = ROUNDING;
    }

    private Demands(Demands other, double deviation) {
        this.problem = other.problem;
        this.units = other.units;
        this.k = other.k;
        this.limited = other.limited;
        this.count = other.count;
        this.activity = other.activity;
        this.mean = other.mean;
        this.target = other.target;
        this.slack = other.slack;
        this.forbids = other.forbids;
        this.least = other.least.clone();
        this.most = other.most.clone();
        for (int t = 0; t < k; t++) {
            for (int q = 0; q < limited.size(); q++) {
                narrow(t * count + q, deviation);
            }
        }
    }

    private void narrow(int at, double deviation) {
        double from = Math.max(least[at], target[at] * (1 - deviation));
        double to = Math.min(most[at], target[at] * (1 + deviation));
        if (from <= to) {
            least[at] = from;
            most[at] = to;
        }
    }

    /** The same demands, and besides that no load deviates more than so much from its target, as a share of it. */
    Demands within(double deviation) {
        return new Demands(this, deviation);
    }

    /** How far a load is from its target, as a share of it. */
    double deviation(int territory, int q, double load) {
        double wanted = target[territory * count + q];
        return wanted > 0 ? Math.abs(load / wanted - 1) : 0;
    }

    /** By how much a load breaks a demand, as a share of the mean; 0 when it keeps it. */
    double violation(int territory, int q, double load) {
        double over = load - most[territory * count + q];
        if (over > slack[q]) {
            return over / scale(q);
        }
        double under = least[territory * count + q] - load;
        return under > slack[q] ? under / scale(q) : 0;
    }

    boolean keeps(int territory, int q, double load) {
        return load <= most[territory * count + q] + slack[q] && load >= least[territory * count + q] - slack[q];
    }

    double scale(int q) {
        return mean[q] > 0 ? mean[q] : 1;
    }

    /** The largest load that any territory may have in a demand. */
    double mostOfAll(int q) {
        double largest = 0;
        for (int t = 0; t < k; t++) {
            largest = Math.max(largest, most[t * count + q]);
        }
        return largest;
    }
}
