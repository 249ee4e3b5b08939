package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

/**
 * A lead of the host and its score.
 *
 * @param lead the host's lead
 * @param score what it was given
 * @param <T> the host's type of lead
 */
public record ScoredLead<T>(T lead, LeadScore score) {

    public ScoredLead {
        requireNonNull(lead, "lead");
        requireNonNull(score, "score");
    }
}
