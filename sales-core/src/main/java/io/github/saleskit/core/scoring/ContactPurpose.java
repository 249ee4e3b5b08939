package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How and what for leads are to be contacted, and where their consent is found.
 *
 * <p>Immutable and thread-safe.
 *
 * @param channel such as {@code phone}
 * @param purpose such as {@code sales}
 * @param consents name of a field of nested {@link io.github.saleskit.core.account.Consent}s
 */
public record ContactPurpose(
        @Required String channel,
        @Required String purpose,
        @Required String consents) implements StrictDocument {

    public ContactPurpose {
        requireNonNull(channel, "channel");
        requireNonNull(purpose, "purpose");
        requireNonNull(consents, "consents");
    }
}
