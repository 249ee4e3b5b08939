package io.github.saleskit.cpq.pricing;

/** What a step of a waterfall is for. */
public enum PriceStepKind {
    /** The list price from the price book; always the first step. */
    LIST,
    /** The most or the least that is charged at list price. */
    SPEND_LIMIT,
    /** A temporarily lower price from a price book of sales. */
    SALE,
    /** A rule on the line. */
    LINE_RULE,
    /** The rounding of an exact price to a settled amount, where the steps before have not done it. */
    SETTLEMENT,
    /** The line's share of a discount on the order. */
    ORDER_RULE
}
