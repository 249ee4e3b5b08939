package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A lead that no rep gets, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead
 * @param reason that nobody is eligible, or who would have needed more room
 */
public record UnmatchedLead(
        @JsonProperty(required = true) String lead,
        @JsonProperty(required = true) Reason reason) implements StrictDocument {

    public UnmatchedLead {
        requireNonNull(lead, "lead");
        requireNonNull(reason, "reason");
    }
}
