package io.github.saleskit.core.invitation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which visitors are invited to a chat, and how often at most, as data.
 *
 * <pre>{@code
 * {"version": 1, "name": "site", "pauseBetween": "PT30M", "pauseAfterDeclined": "P7D", "mostInAll": 5,
 *  "rules": [
 *    {"id": "pricing", "queue": "sales", "message": "pricing-help",
 *     "when": {"all": [{"field": "page", "is": "/pricing"}, {"field": "secondsOnPage", "atLeast": 30}]}},
 *    {"id": "hot", "queue": "sales", "when": {"field": "score", "atLeast": 60}, "sharePercent": 80}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param consent what has to hold before a visitor is invited at all, over the fields of the visitor
 * @param rules the first that invites a visitor decides
 * @param pauseBetween how long after an invitation there is no other, positive
 * @param pauseAfterDeclined how long after a visitor declined there is no other, positive
 * @param mostInAll how many invitations a visitor gets at most without accepting one, at least 1
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InvitationPolicy(
        @Required int version,
        @Required String name,
        Optional<Criterion> consent,
        List<InvitationRule> rules,
        Optional<Duration> pauseBetween,
        Optional<Duration> pauseAfterDeclined,
        Optional<Integer> mostInAll)
        implements StrictDocument, WithInvitationPolicy {

    public InvitationPolicy {
        DocumentVersion.require("invitation policy", version, 1);
        requireNonNull(name, "name");
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InvitationPolicy}. */
    public static final class Builder extends InvitationPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
