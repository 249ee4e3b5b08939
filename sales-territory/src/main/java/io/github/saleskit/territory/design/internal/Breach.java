package io.github.saleskit.territory.design.internal;

import io.github.saleskit.territory.design.PlannedTerritory;
import java.util.List;

/**
 * By how much the territories of a plan have more and less than their limits allow, in all, as shares of the mean.
 *
 * @param over how much there is too much
 * @param under how much there is too little
 */
record Breach(double over, double under) {

    /** That every limit is kept. */
    static final Breach NONE = new Breach(0, 0);

    static Breach of(Demands demands, List<PlannedTerritory> territories) {
        double over = 0;
        double under = 0;
        for (int t = 0; t < territories.size(); t++) {
            for (int q = 0; q < demands.limited.size(); q++) {
                double load = territories.get(t).load(demands.limited.get(q));
                double violation = demands.violation(t, q, load);
                if (load < demands.least[t * demands.count + q]) {
                    under += violation;
                } else {
                    over += violation;
                }
            }
        }
        return new Breach(over, under);
    }

    double total() {
        return over + under;
    }

    /** Whether there is too little for so many territories, rather than too much. */
    boolean tooMany() {
        return under > over;
    }
}
