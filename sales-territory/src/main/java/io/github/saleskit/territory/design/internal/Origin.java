package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/** Where accounts were before, and what it costs to move them away from there. */
final class Origin {

    /** The territory of each account, or {@link Instance#FREE} for one that was in none of today's. */
    final int[] territory;
    /** How much the move of each account counts; 0 for one that was nowhere. */
    final double[] weight;
    /** What one move of weight 1 costs, as a distance. */
    final double price;

    Origin(int[] territory, double[] weight, double price) {
        this.territory = territory;
        this.weight = weight;
        this.price = price;
    }

    Origin withPrice(double newPrice) {
        return new Origin(territory, weight, newPrice);
    }

    /** The weight of the accounts of a unit that were elsewhere. */
    double moved(int[] members, int now) {
        double sum = 0;
        for (int a : members) {
            if (territory[a] != now) {
                sum += weight[a];
            }
        }
        return sum;
    }

    double total() {
        return Arrays.stream(weight).sum();
    }
}
