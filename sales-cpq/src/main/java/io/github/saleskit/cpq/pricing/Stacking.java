package io.github.saleskit.cpq.pricing;

/** How the rules of a group work together on a line. */
public enum Stacking {
    /** Each on the price that the one before left. */
    SEQUENTIAL,
    /** Each on the list price: 10 % and 5 % are 15 %. */
    PARALLEL,
    /** Only the one that leaves the lowest price; the first among equals. */
    BEST_FOR_CUSTOMER,
    /** Only the first that applies, in the order of the rules. */
    FIRST,
    /**
     * Only the most specific: the highest stated priority, then the one that asks about the better-ranked field of a
     * dimension where all else they ask is the same, see {@link SpecificityOrder}; where that does not decide, none
     * applies and the line has no price but a reason, for the plan contradicts itself.
     */
    MOST_SPECIFIC;

    /** Whether at most one of the rules applies to a line. */
    boolean choosesOne() {
        return this == BEST_FOR_CUSTOMER || this == FIRST || this == MOST_SPECIFIC;
    }
}
