package io.github.saleskit.territory.design;

/** Remembers the best layout a search has seen; copies only what changed since the last best. */
final class BestLayout {

    private static final double TINY = 1e-9;

    private final Layout current;
    private final int[] owner;
    private final int[] centre;
    private final int[] changedAccounts;
    private final boolean[] accountChanged;
    private final int[] changedTerritories;
    private final boolean[] territoryChanged;
    private int accounts;
    private int territories;

    private double violation;
    private double cost;

    BestLayout(Layout current) {
        this.current = current;
        this.owner = current.owner.clone();
        this.centre = current.centre.clone();
        this.changedAccounts = new int[owner.length];
        this.accountChanged = new boolean[owner.length];
        this.changedTerritories = new int[centre.length];
        this.territoryChanged = new boolean[centre.length];
        this.violation = current.totalViolation();
        this.cost = current.totalCost();
    }

    void accountChanged(int account) {
        if (!accountChanged[account]) {
            accountChanged[account] = true;
            changedAccounts[accounts++] = account;
        }
    }

    void territoryChanged(int territory) {
        if (!territoryChanged[territory]) {
            territoryChanged[territory] = true;
            changedTerritories[territories++] = territory;
        }
    }

    /** Remembers the current layout if it breaks the limits less, or not more and its distances are shorter. */
    void offer(double newViolation, double newCost) {
        if (newViolation > violation + TINY || (newViolation > violation - TINY && newCost >= cost * (1 - 1e-12))) {
            return;
        }
        violation = newViolation;
        cost = newCost;
        copyChanges();
    }

    private void copyChanges() {
        while (accounts > 0) {
            int i = changedAccounts[--accounts];
            owner[i] = current.owner[i];
            accountChanged[i] = false;
        }
        while (territories > 0) {
            int t = changedTerritories[--territories];
            centre[t] = current.centre[t];
            territoryChanged[t] = false;
        }
    }

    double cost() {
        return cost;
    }

    double violation() {
        return violation;
    }

    Layout toLayout() {
        return Layout.of(current.instance, owner, centre);
    }
}
