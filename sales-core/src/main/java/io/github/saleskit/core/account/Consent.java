package io.github.saleskit.core.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person said about being contacted one way.
 *
 * <p>Immutable and thread-safe.
 *
 * @param channel in the host's words, such as {@code email}
 * @param granted whether the person agreed; false when they declined or withdrew
 * @param at when they said so
 * @param source where they said so, such as a form's name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Consent(
        @Required String channel,
        @Required boolean granted,
        @Required Instant at,
        Optional<String> source) implements StrictDocument {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Consent> FIELDS = FieldSet.of(Consent.class)
            .text("channel", Consent::channel)
            .flag("granted", Consent::granted)
            .instant("at", Consent::at)
            .text("source", consent -> consent.source().orElse(null))
            .build();

    public Consent {
        requireNonNull(channel, "channel");
        requireNonNull(at, "at");
    }

    /** The person agreed. */
    public static Consent granted(String channel, Instant at) {
        return new Consent(channel, true, at, Optional.empty());
    }

    /** The person declined, or withdrew what they had agreed to. */
    public static Consent withdrawn(String channel, Instant at) {
        return new Consent(channel, false, at, Optional.empty());
    }
}
