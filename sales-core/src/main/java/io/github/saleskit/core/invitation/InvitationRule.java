package io.github.saleskit.core.invitation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which visitors are invited to which queue.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id names the rule in reasons
 * @param when what has to hold for the visitor, over the host's fields: the page, how long they have been on it, how
 *     often they came, their score; everybody when absent
 * @param queue id of the router's queue that will take the chat
 * @param message what the host shows, by an id of the host's own
 * @param sharePercent how many of a hundred visitors are invited, from 1 to 100; the others are kept as a control
 *     group, the same visitors each time; all are invited when absent
 * @param mostWaiting how many may be waiting in the queue already, at least 0; nobody when absent
 * @param leastFree how many agents have to have room for the chat, at least 0; 1 when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InvitationRule(
        @Required String id,
        Optional<Criterion> when,
        @Required String queue,
        Optional<String> message,
        Optional<Integer> sharePercent,
        Optional<Integer> mostWaiting,
        Optional<Integer> leastFree)
        implements StrictDocument, WithInvitationRule {

    public InvitationRule {
        requireNonNull(id, "id");
        requireNonNull(queue, "queue");
    }

    /** A builder in which what is optional may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InvitationRule}. */
    public static final class Builder extends InvitationRuleBuilder {
        Builder() {}
    }
}
