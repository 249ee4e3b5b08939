package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * Points for the leads that meet a criterion.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the rule in reasons; unlike that of any other rule of the model
 * @param when what the lead has to be like
 * @param points what it then gets; negative to take away; not 0, and at most {@value ScoringModel#MOST_POINTS} either way
 */
public record ScoringRule(
        @Required String id,
        @Required Criterion when,
        @Required int points) implements StrictDocument {

    public ScoringRule {
        requireNonNull(id, "id");
        requireNonNull(when, "when");
    }

    /** A rule. */
    public static ScoringRule of(String id, Criterion when, int points) {
        return new ScoringRule(id, when, points);
    }
}
