package io.github.saleskit.core.scorecard;

/**
 * A model that was trained elsewhere, as this library asks it: a port for the host.
 *
 * <p>{@link ScorecardValidation#of} holds it against known outcomes, in the same figures as a {@link Scorecard};
 * {@link ScorecardScorer} is one, so that the two can stand in for each other.
 *
 * @param <T> the host's type of lead
 */
@FunctionalInterface
public interface ExternalScorer<T> {

    /** The probability that the lead will be won, from 0 to 1. */
    double probability(T lead);
}
