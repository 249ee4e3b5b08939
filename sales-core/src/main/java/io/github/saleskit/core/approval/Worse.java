package io.github.saleskit.core.approval;

/** In which direction a measure gets worse. */
public enum Worse {
    /** Higher is worse: a discount, a term of payment. */
    HIGHER,
    /** Lower is worse: a margin. */
    LOWER
}
