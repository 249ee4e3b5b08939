package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A lead that nobody could take yet.
 *
 * <p>Natural order is that of the queue: the higher priority first, then the older, then by id. Immutable and
 * thread-safe.
 *
 * @param lead id of the lead
 * @param pool id of the pool that it came to; absent when none takes it
 * @param priority the higher the sooner; 0 where the policy names no field
 * @param since when the lead came in first, however often it was tried since
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WaitingLead(
        @Required String lead,
        Optional<String> pool,
        @Required long priority,
        @Required Instant since) implements StrictDocument, Comparable<WaitingLead> {

    private static final Comparator<WaitingLead> ORDER = Comparator.comparingLong(WaitingLead::priority)
            .reversed()
            .thenComparing(WaitingLead::since)
            .thenComparing(WaitingLead::lead);

    public WaitingLead {
        requireNonNull(lead, "lead");
        requireNonNull(pool, "pool");
        requireNonNull(since, "since");
    }

    @Override
    public int compareTo(WaitingLead other) {
        return ORDER.compare(this, other);
    }
}
