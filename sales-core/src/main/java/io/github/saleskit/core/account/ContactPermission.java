package io.github.saleskit.core.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a person may be contacted, and the word of theirs from which it follows.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param channel asked for
 * @param purpose asked for
 * @param now when it was asked
 * @param word the person's word that decides; absent when they had said nothing about it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContactPermission(
        @Required int version,
        @Required String channel,
        @Required String purpose,
        @Required Instant now,
        Optional<Consent> word)
        implements Decision, StrictDocument {

    public ContactPermission {
        DocumentVersion.require("contact permission", version, 1);
        requireNonNull(channel, "channel");
        requireNonNull(purpose, "purpose");
        requireNonNull(now, "now");
    }

    /** Whether contact is allowed: the deciding word is a yes that has not run out. */
    public boolean allowed() {
        return word.isPresent() && word.get().granted() && !ranOut(word.get());
    }

    private boolean ranOut(Consent consent) {
        return consent.until().isPresent() && !now.isBefore(consent.until().get());
    }

    /** One reason: what the person said, and when. */
    @Override
    public List<Reason> reasons() {
        return List.of(word.map(this::reason)
                .orElseGet(() -> Reason.of("core.account.neverAgreed", "channel", channel, "purpose", purpose)));
    }

    private Reason reason(Consent consent) {
        if (!consent.granted()) {
            return Reason.of("core.account.withdrawn", "channel", channel, "purpose", purpose, "at", consent.at());
        }
        if (ranOut(consent)) {
            return Reason.of(
                    "core.account.ranOut",
                    "channel",
                    channel,
                    "purpose",
                    purpose,
                    "until",
                    consent.until().orElseThrow());
        }
        return Reason.of("core.account.agreed", "channel", channel, "purpose", purpose, "at", consent.at());
    }
}
