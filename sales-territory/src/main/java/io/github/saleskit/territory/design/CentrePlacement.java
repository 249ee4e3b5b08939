package io.github.saleskit.territory.design;

/** Where the centres of territories may be that distances are measured to. */
public enum CentrePlacement {
    /** At one of the territory's own accounts: the one from which the others are nearest in sum. */
    ON_ACCOUNTS,
    /**
     * Anywhere: at the place from which the accounts of the territory are nearest in sum (their geometric median), such
     * as a depot or an office that has yet to be found.
     */
    ANYWHERE
}
