package io.github.saleskit.core.routing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a rep is told who gets a conversation with a lead, as data.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param facts names of the lead's fields that are shown
 * @param events which events are shown, over the fields of the host's events; all when absent
 * @param eventFacts names of the events' fields that are shown
 * @param mostEvents how many events at most, the latest first, at least 0; 20 when absent
 * @param mostReasons how many reasons of the score at most, the weightiest first, at least 0; 5 when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandOverPolicy(
        @Required int version,
        @Required String name,
        List<String> facts,
        Optional<Criterion> events,
        List<String> eventFacts,
        Optional<Integer> mostEvents,
        Optional<Integer> mostReasons)
        implements StrictDocument, WithHandOverPolicy {

    public HandOverPolicy {
        DocumentVersion.require("hand-over policy", version, 1);
        requireNonNull(name, "name");
        facts = facts == null ? List.of() : List.copyOf(facts);
        eventFacts = eventFacts == null ? List.of() : List.copyOf(eventFacts);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link HandOverPolicy}. */
    public static final class Builder extends HandOverPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
