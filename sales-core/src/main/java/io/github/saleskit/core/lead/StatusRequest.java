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
 * The wish to move a lead to another status.
 *
 * <pre>{@code
 * StatusRequest.to("disqualified").withBy("ann").withReason("no budget")
 * StatusRequest.to("nurturing").withReason("bad timing").withReturnAt(afterTheFair)
 * StatusRequest.to("working")                                     // also how a lead is re-opened
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param to id of the status
 * @param by id of who wishes it
 * @param reason id of a reason of the process; needed for disqualifying and, where there are any, for recycling
 * @param returnAt for recycling: when the lead comes back; may stay absent where the reason says after how many days
 * @param note for people
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatusRequest(
        @Required String to,
        Optional<String> by,
        Optional<String> reason,
        Optional<Instant> returnAt,
        Optional<String> note)
        implements StrictDocument, WithStatusRequest {

    public StatusRequest {
        requireNonNull(to, "to");
    }

    /** The wish to move to a status, nothing more. */
    public static StatusRequest to(String status) {
        return builder().to(status).build();
    }

    /** A builder in which everything but the status may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StatusRequest}. */
    public static final class Builder extends StatusRequestBuilder {
        Builder() {}
    }
}
