package io.github.saleskit.territory.design.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The layout that a search starts from: a bisection, with the fixed accounts where they have to be. */
final class FirstLayout {

    private final Instance instance;
    private final Layout parts;
    private final int[] territoryOfPart;
    private final boolean[] named;

    private FirstLayout(Instance instance) {
        this.instance = instance;
        this.parts = Layout.ofMedians(instance, Bisection.parts(instance));
        this.territoryOfPart = new int[instance.k];
        this.named = new boolean[instance.k];
        Arrays.fill(territoryOfPart, -1);
    }

    static Layout of(Instance instance) {
        FirstLayout first = new FirstLayout(instance);
        first.namePartsNearFixedAccounts();
        first.namePartsNearHomes();
        first.nameOtherParts();
        int[] owner = first.owners();
        first.fillEmpty(owner);
        return Layout.of(instance, owner);
    }

    private void namePartsNearFixedAccounts() {
        for (int i = 0; i < instance.n; i++) {
            int t = instance.fixed[i];
            if (t != Instance.FREE && !named[t]) {
                named[t] = true;
                territoryOfPart[nearestUnnamedPart(i)] = t;
            }
        }
    }

    private void namePartsNearHomes() {
        for (int t = 0; t < instance.k; t++) {
            if (!named[t] && instance.home[t] != Instance.FREE) {
                named[t] = true;
                territoryOfPart[nearestUnnamedPart(instance.home[t])] = t;
            }
        }
    }

    private int nearestUnnamedPart(int position) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < instance.k; p++) {
            double squared = instance.positions.squared(position, parts.centre[p]);
            if (territoryOfPart[p] < 0 && squared < least) {
                least = squared;
                nearest = p;
            }
        }
        return nearest;
    }

    private void nameOtherParts() {
        int t = 0;
        for (int p = 0; p < instance.k; p++) {
            if (territoryOfPart[p] < 0) {
                while (named[t]) {
                    t++;
                }
                territoryOfPart[p] = t++;
            }
        }
    }

    private int[] owners() {
        int[] owner = new int[instance.n];
        for (int i = 0; i < instance.n; i++) {
            owner[i] = instance.fixed[i] != Instance.FREE ? instance.fixed[i] : territoryOfPart[parts.owner[i]];
        }
        return owner;
    }

    /** Fixed accounts may have left a part without any: it takes a free account of a territory that has another. */
    private void fillEmpty(int[] owner) {
        int[] size = new int[instance.k];
        Arrays.stream(owner).forEach(t -> size[t]++);
        Deque<Integer> empty = new ArrayDeque<>();
        for (int t = 0; t < instance.k; t++) {
            if (size[t] == 0) {
                empty.add(t);
            }
        }
        for (int i = 0; i < instance.n && !empty.isEmpty(); i++) {
            if (instance.fixed[i] == Instance.FREE && size[owner[i]] > 1) {
                size[owner[i]]--;
                owner[i] = empty.remove();
            }
        }
    }
}
