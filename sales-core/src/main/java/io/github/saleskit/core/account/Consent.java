package io.github.saleskit.core.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One word of a person about being contacted: a yes or a no.
 *
 * <pre>{@code
 * Consent.granted("email", at).withPurpose("newsletter").withUntil(inTwoYears)
 * Consent.withdrawn(at)                                    // no contact at all, by no channel and for no purpose
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param channel in the host's words, such as {@code email}; absent when the word is about all channels
 * @param purpose in the host's words, such as {@code newsletter}; absent when the word is about all purposes
 * @param granted whether the person agreed; false when they declined or withdrew
 * @param at when they said so
 * @param until from when on a yes no longer counts, if it is limited
 * @param source where they said so, such as a form's name
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Consent(
        Optional<String> channel,
        Optional<String> purpose,
        @Required boolean granted,
        @Required Instant at,
        Optional<Instant> until,
        Optional<String> source)
        implements StrictDocument, WithConsent {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Consent> FIELDS = FieldSet.of(Consent.class)
            .text("channel", consent -> consent.channel().orElse(null))
            .text("purpose", consent -> consent.purpose().orElse(null))
            .flag("granted", Consent::granted)
            .instant("at", Consent::at)
            .instant("until", consent -> consent.until().orElse(null))
            .text("source", consent -> consent.source().orElse(null))
            .build();

    public Consent {
        requireNonNull(at, "at");
    }

    /** The person agreed to be contacted by a channel, for any purpose. */
    public static Consent granted(String channel, Instant at) {
        return builder().channel(channel).granted(true).at(at).build();
    }

    /** The person declined, or withdrew what they had agreed to, for a channel. */
    public static Consent withdrawn(String channel, Instant at) {
        return builder().channel(channel).granted(false).at(at).build();
    }

    /** The person wants no contact at all. */
    public static Consent withdrawn(Instant at) {
        return builder().granted(false).at(at).build();
    }

    /** Whether the word is about this way and reason of contact. */
    public boolean covers(String askedChannel, String askedPurpose) {
        return channel.map(askedChannel::equals).orElse(true)
                && purpose.map(askedPurpose::equals).orElse(true);
    }

    /** A builder in which everything but granted and at may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Consent}. */
    public static final class Builder extends ConsentBuilder {
        Builder() {}
    }
}
