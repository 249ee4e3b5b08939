package io.github.saleskit.core.criteria;

/**
 * Two records looked at together: a lead and a representative, a deal before and after.
 *
 * <p>{@link FieldSet#join} gives it fields.
 *
 * @param left the one
 * @param right the other
 * @param <L> type of the one
 * @param <R> type of the other
 */
public record Joined<L, R>(L left, R right) {}
