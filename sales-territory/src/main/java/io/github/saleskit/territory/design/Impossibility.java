package io.github.saleskit.territory.design;

import io.github.saleskit.core.explain.Reason;
import java.util.ArrayList;
import java.util.List;

/** Simple proofs that no plan can keep all limits. */
final class Impossibility {

    private static final int LISTED = 20;

    private final Instance instance;
    private final List<Reason> reasons = new ArrayList<>();

    private Impossibility(Instance instance) {
        this.instance = instance;
    }

    /** Why no plan can keep all limits, at most 20 reasons a kind; empty when nothing is proven. */
    static List<Reason> of(Instance instance) {
        Impossibility impossibility = new Impossibility(instance);
        for (int q = 0; q < instance.m; q++) {
            impossibility.checkTotal(q);
            impossibility.checkAccounts(q);
            impossibility.checkFixed(q);
        }
        return List.copyOf(impossibility.reasons);
    }

    private void checkTotal(int q) {
        if (instance.mean[q] > instance.most[q] + instance.slack[q]) {
            reasons.add(Reason.of(
                    "territory.design.totalOverLimits",
                    "measure",
                    measure(q),
                    "total",
                    Figures.plain(instance.mean[q] * instance.k),
                    "territories",
                    instance.k,
                    "limit",
                    Figures.plain(instance.most[q])));
        } else if (instance.mean[q] < instance.least[q] - instance.slack[q]) {
            reasons.add(Reason.of(
                    "territory.design.totalUnderLimits",
                    "measure",
                    measure(q),
                    "total",
                    Figures.plain(instance.mean[q] * instance.k),
                    "territories",
                    instance.k,
                    "limit",
                    Figures.plain(instance.least[q])));
        }
    }

    private void checkAccounts(int q) {
        int found = 0;
        for (int i = 0; i < instance.n && found < LISTED; i++) {
            double activity = instance.activity[i * instance.m + q];
            if (activity > instance.most[q] + instance.slack[q]) {
                found++;
                reasons.add(Reason.of(
                        "territory.design.accountOverLimit",
                        "account",
                        instance.accounts.get(i).id(),
                        "measure",
                        measure(q),
                        "activity",
                        Figures.plain(activity),
                        "limit",
                        Figures.plain(instance.most[q])));
            }
        }
    }

    private void checkFixed(int q) {
        double[] sum = new double[instance.k];
        for (int i = 0; i < instance.n; i++) {
            if (instance.fixed[i] != Instance.FREE) {
                sum[instance.fixed[i]] += instance.activity[i * instance.m + q];
            }
        }
        int found = 0;
        for (int t = 0; t < instance.k && found < LISTED; t++) {
            if (sum[t] > instance.most[q] + instance.slack[q]) {
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
                        Figures.plain(instance.most[q])));
            }
        }
    }

    private String measure(int q) {
        return instance.limits.get(q).measure();
    }
}
