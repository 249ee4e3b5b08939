package io.github.saleskit.cpq.pricing;

/** What a quantity of zero costs where the first tier has a flat fee. */
public enum ZeroQuantity {
    /** Nothing. */
    FREE,
    /** The flat fee of the first tier. */
    FIRST_FLAT_FEE
}
