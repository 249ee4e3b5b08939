package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a lead entered a status.
 *
 * <p>Immutable and thread-safe.
 *
 * @param status id of the status
 * @param at when
 * @param by id of who did it
 * @param reason id of the reason, where the status asks for one
 * @param returnAt when a recycled lead comes back
 * @param note in the words of who did it
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatusEntry(
        @Required String status,
        @Required Instant at,
        Optional<String> by,
        Optional<String> reason,
        Optional<Instant> returnAt,
        Optional<String> note)
        implements StrictDocument {

    public StatusEntry {
        requireNonNull(status, "status");
        requireNonNull(at, "at");
    }

    /** A builder in which everything but status and at may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StatusEntry}. */
    public static final class Builder extends StatusEntryBuilder {
        Builder() {}
    }
}
