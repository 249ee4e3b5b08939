package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.territory.design.AccountGroup;
import io.github.saleskit.territory.internal.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * Simple proofs that no plan can keep all demands. Each proof names an irreducible set of demands that clash: without
 * any one of them the proof, and the contradiction it shows, is gone.
 */
final class Impossibility {

    private static final int LISTED = 20;

    private final Instance instance;
    private final Demands demands;
    private final int m;
    private final List<Reason> reasons = new ArrayList<>();

    private Impossibility(Instance instance) {
        this.instance = instance;
        this.demands = instance.demands;
        this.m = instance.m;
    }

    /** The simple proofs, or, where there are none and a layout breaks demands, which of the demands clash. */
    static List<Reason> of(Layout layout, List<Reason> simple) {
        return layout.totalViolation() == 0 || !simple.isEmpty()
                ? simple
                : Clash.of(layout.instance.problem).stream().toList();
    }

    /** Why no plan can keep all demands, at most 20 reasons a kind; empty when nothing is proven. */
    static List<Reason> of(Instance instance) {
        Impossibility impossibility = new Impossibility(instance);
        for (int q = 0; q < instance.demands.limited.size(); q++) {
            impossibility.checkTotal(q);
            impossibility.checkUnits(q);
            impossibility.checkFixed(q);
        }
        impossibility.checkApart();
        return List.copyOf(impossibility.reasons);
    }

    private void checkTotal(int q) {
        double total = demands.mean[q] * instance.k;
        double most = 0;
        double least = 0;
        for (int t = 0; t < instance.k; t++) {
            most += demands.most[t * m + q] + demands.slack[q];
            least += Math.max(0, demands.least[t * m + q] - demands.slack[q]);
        }
        if (total > most) {
            reasons.add(total("territory.design.totalOverLimits", q, total, most));
        } else if (total < least) {
            reasons.add(total("territory.design.totalUnderLimits", q, total, least));
        }
    }

    private Reason total(String code, int q, double total, double limits) {
        return Reason.of(
                code,
                "measure",
                measure(q),
                "total",
                Figures.plain(total),
                "territories",
                instance.k,
                "limit",
                Figures.plain(limits / instance.k));
    }

    private void checkUnits(int q) {
        double limit = demands.mostOfAll(q);
        int found = 0;
        for (int i = 0; i < instance.n && found < LISTED; i++) {
            double activity = instance.activity[i * m + q];
            if (activity > limit + demands.slack[q]) {
                found++;
                reasons.add(unit(i, q, activity, limit));
            }
        }
    }

    private Reason unit(int i, int q, double activity, double limit) {
        String size = Figures.plain(activity);
        String most = Figures.plain(limit);
        int[] members = instance.units.members[i];
        String first = instance.accounts.get(members[0]).id();
        return members.length == 1
                ? Reason.of(
                        "territory.design.accountOverLimit",
                        "account",
                        first,
                        "measure",
                        measure(q),
                        "activity",
                        size,
                        "limit",
                        most)
                : Reason.of(
                        "territory.design.groupOverLimit",
                        "account",
                        first,
                        "accounts",
                        members.length,
                        "measure",
                        measure(q),
                        "activity",
                        size,
                        "limit",
                        most);
    }

    private void checkFixed(int q) {
        double[] sum = new double[instance.k];
        for (int i = 0; i < instance.n; i++) {
            if (instance.fixed[i] != Instance.FREE) {
                sum[instance.fixed[i]] += instance.activity[i * m + q];
            }
        }
        int found = 0;
        for (int t = 0; t < instance.k && found < LISTED; t++) {
            if (sum[t] > demands.most[t * m + q] + demands.slack[q]) {
                found++;
                reasons.add(Reason.of(
                        "territory.design.fixedOverLimit",
                        "territory",
                        instance.territories.get(t).id(),
                        "measure",
                        measure(q),
                        "load",
                        Figures.plain(sum[t]),
                        "limit",
                        Figures.plain(demands.most[t * m + q])));
            }
        }
    }

    private void checkApart() {
        for (AccountGroup group : instance.problem.apart()) {
            if (group.accounts().size() > instance.k) {
                reasons.add(Reason.of(
                        "territory.design.tooManyApart",
                        "accounts",
                        group.accounts().size(),
                        "territories",
                        instance.k,
                        "account",
                        group.accounts().get(0)));
            }
        }
    }

    private String measure(int q) {
        return demands.limited.get(q);
    }
}
