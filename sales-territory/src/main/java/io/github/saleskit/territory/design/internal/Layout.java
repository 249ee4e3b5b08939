package io.github.saleskit.territory.design.internal;

import java.util.Arrays;

/**
 * A partition that is being worked on: the owner of every account, and for every territory its centre and its accounts.
 */
final class Layout {

    private static final int NONE = -1;

    final Instance instance;
    /** Territory of each account. */
    final int[] owner;
    /** The unit, or the home, at the centre of each territory. */
    final int[] centre;
    /** First account of each territory, or none. */
    private final int[] first;
    /** The next account of the same territory, or none. */
    private final int[] next;

    /** How many accounts each territory has. */
    final int[] size;
    /** Sum of distances to the centre, and of the prices of moves, by territory. */
    final double[] cost;
    /** By how much the limits are broken, by territory. */
    final double[] violation;

    private Layout(Instance instance, int[] owner) {
        this.instance = instance;
        this.owner = owner;
        this.centre = new int[instance.k];
        this.first = new int[instance.k];
        this.next = new int[instance.n];
        this.size = new int[instance.k];
        this.cost = new double[instance.k];
        this.violation = new double[instance.k];
    }

    /**
     * A layout of the given owners, with the homes or else the best centres; a territory without a home needs a unit.
     */
    static Layout of(Instance instance, int[] owner) {
        return of(instance, owner, true);
    }

    /** A layout of the given owners, with the best centres in place of the homes too; every territory needs a unit. */
    static Layout ofMedians(Instance instance, int[] owner) {
        return of(instance, owner, false);
    }

    private static Layout of(Instance instance, int[] owner, boolean homes) {
        Layout layout = new Layout(instance, owner.clone());
        layout.link();
        int[] members = new int[instance.n];
        for (int t = 0; t < instance.k; t++) {
            layout.members(t, members, 0);
            layout.centre[t] = homes && instance.home[t] != Instance.FREE
                    ? instance.home[t]
                    : Median.of(instance.positions, members, layout.size[t], members[0]);
            layout.measure(t);
        }
        return layout;
    }

    /** A layout of the given owners and centres. */
    static Layout of(Instance instance, int[] owner, int[] centre) {
        Layout layout = new Layout(instance, owner.clone());
        layout.link();
        System.arraycopy(centre, 0, layout.centre, 0, instance.k);
        for (int t = 0; t < instance.k; t++) {
            layout.measure(t);
        }
        return layout;
    }

    /** The same layout of single accounts, with distances alone as the cost and free centres where they are best. */
    Layout plain() {
        Layout plain = ungrouped();
        return instance.centresAnywhere() ? FreeCentres.place(plain) : plain;
    }

    private Layout ungrouped() {
        Instance ungrouped = instance.ungrouped().withoutOrigin();
        if (ungrouped == instance) {
            return this;
        }
        return ungrouped.n == instance.n ? of(ungrouped, owner, centre) : of(ungrouped, ownerOfAccounts());
    }

    /** Territory of each account, in the order of the instance. */
    int[] ownerOfAccounts() {
        int[] owners = new int[instance.accounts.size()];
        Arrays.setAll(owners, a -> owner[instance.units.unitOf[a]]);
        return owners;
    }

    private void link() {
        Arrays.fill(first, NONE);
        for (int i = instance.n - 1; i >= 0; i--) {
            add(i, owner[i]);
        }
    }

    /** Writes the accounts of a territory into an array from a place on. */
    void members(int territory, int[] into, int from) {
        int at = from;
        for (int i = first[territory]; i != NONE; i = next[i]) {
            into[at++] = i;
        }
    }

    /** Forgets which accounts a territory has; they are to be added again. */
    void clear(int territory) {
        first[territory] = NONE;
        size[territory] = 0;
    }

    void add(int account, int territory) {
        owner[account] = territory;
        next[account] = first[territory];
        first[territory] = account;
        size[territory]++;
    }

    /** Brings cost and violation of a territory up to date. */
    void measure(int territory) {
        double sum = 0;
        for (int i = first[territory]; i != NONE; i = next[i]) {
            sum += instance.cost(i, territory, centre[territory]);
        }
        cost[territory] = sum;
        violation[territory] = 0;
        for (int q = 0; q < instance.m; q++) {
            violation[territory] += instance.demands.violation(territory, q, load(territory, q));
        }
    }

    double load(int territory, int q) {
        double load = 0;
        for (int i = first[territory]; i != NONE; i = next[i]) {
            load += instance.activity[i * instance.m + q];
        }
        return load;
    }

    double totalCost() {
        return Arrays.stream(cost).sum();
    }

    double totalViolation() {
        return Arrays.stream(violation).sum();
    }
}
