package io.github.saleskit.cpq.subscription;

/** By which whole period a part is measured that is charged before the first anchor. */
public enum StubMeasure {
    /** By the period between the anchors around it: 12 of the 31 days from 13 January to 13 February. */
    BETWEEN_ANCHORS,
    /**
     * By a period counted back from its end, be that the first anchor or the end of the subscription; as in Kill Bill.
     */
    COUNTED_BACK
}
