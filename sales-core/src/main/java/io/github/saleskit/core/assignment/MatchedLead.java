package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * A lead, the rep who gets it, and why this one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead
 * @param rep id of the rep
 * @param value the host's value or cost of the pair
 * @param reason that the rep is the best one for the lead, or whose place is worth more to others
 */
public record MatchedLead(
        @JsonProperty(required = true) String lead,
        @JsonProperty(required = true) String rep,
        @JsonProperty(required = true) BigDecimal value,
        @JsonProperty(required = true) Reason reason)
        implements StrictDocument {

    public MatchedLead {
        requireNonNull(lead, "lead");
        requireNonNull(rep, "rep");
        requireNonNull(value, "value");
        requireNonNull(reason, "reason");
    }
}
