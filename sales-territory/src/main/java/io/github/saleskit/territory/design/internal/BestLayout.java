package io.github.saleskit.territory.design.internal;

/** Remembers the best layout a search has seen; copies only what changed since the last best. */
final class BestLayout {

    private static final double TINY = 1e-9;

    private final Layout current;
    private final int[] owner;
    private final int[] centre;
    private final int[] changedUnits;
    private final boolean[] unitChanged;
    private final int[] changedTerritories;
    private final boolean[] territoryChanged;
    private int units;
    private int territories;

    private double violation;
    private double cost;

    BestLayout(Layout current) {
        this.current = current;
        this.owner = current.owner.clone();
        this.centre = current.centre.clone();
        this.changedUnits = new int[owner.length];
        this.unitChanged = new boolean[owner.length];
        this.changedTerritories = new int[centre.length];
        this.territoryChanged = new boolean[centre.length];
        this.violation = current.totalViolation();
        this.cost = current.totalCost();
    }

    void unitChanged(int unit) {
        if (!unitChanged[unit]) {
            unitChanged[unit] = true;
            changedUnits[units++] = unit;
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
        while (units > 0) {
            int i = changedUnits[--units];
            owner[i] = current.owner[i];
            unitChanged[i] = false;
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
