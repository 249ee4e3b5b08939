package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A lead that is not in a queue, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead
 * @param reason no chance or value known, or no consent
 */
public record PassedOverLead(
        @Required String lead, @Required Reason reason) implements StrictDocument {

    public PassedOverLead {
        requireNonNull(lead, "lead");
        requireNonNull(reason, "reason");
    }
}
