package io.github.saleskit.core.money;

/** What happens to an amount when every weight by which it is divided is zero. */
public enum ZeroWeights {
    /** All parts count the same. */
    EQUAL,
    /** Every part is zero and the amount stays {@linkplain Allocation#unplaced() unplaced}. */
    NOTHING,
    /** An {@link IllegalArgumentException}. */
    REJECT
}
