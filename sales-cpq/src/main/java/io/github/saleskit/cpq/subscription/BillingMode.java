package io.github.saleskit.cpq.subscription;

/** When a billing period is charged. */
public enum BillingMode {
    /** As soon as it begins. */
    IN_ADVANCE,
    /** When it has ended. */
    IN_ARREAR
}
