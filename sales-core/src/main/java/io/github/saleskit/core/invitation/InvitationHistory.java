package io.github.saleskit.core.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a visitor was invited, and what they did: the state of one visitor.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param unanswered how many invitations they got since they last accepted one, at least 0
 * @param last when they got the last one
 * @param declined when they last declined one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InvitationHistory(
        @Required int version, @Required int unanswered, Optional<Instant> last, Optional<Instant> declined)
        implements StrictDocument {

    public InvitationHistory {
        DocumentVersion.require("invitation history", version, 1);
        if (unanswered < 0) {
            throw new IllegalArgumentException("unanswered is " + unanswered + ", but must not be negative.");
        }
    }

    /** Of a visitor who was never invited. */
    public static InvitationHistory none() {
        return new InvitationHistory(1, 0, Optional.empty(), Optional.empty());
    }

    InvitationHistory invited(Instant at) {
        return new InvitationHistory(version, Math.addExact(unanswered, 1), Optional.of(at), declined);
    }

    /** After the visitor took an invitation. */
    public InvitationHistory accepted() {
        return new InvitationHistory(version, 0, last, Optional.empty());
    }

    /** After the visitor closed an invitation. */
    public InvitationHistory declined(Instant at) {
        return new InvitationHistory(version, unanswered, last, Optional.of(at));
    }
}
