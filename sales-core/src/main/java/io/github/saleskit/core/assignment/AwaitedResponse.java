package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * An assignment with a deadline, told from others of the same lead, to which nobody has responded yet.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rep id of the rep who is to respond; absent where bids or claims are awaited
 * @param since when it was decided
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AwaitedResponse(
        Optional<String> rep, @Required Instant since) implements StrictDocument {

    public AwaitedResponse {
        requireNonNull(since, "since");
    }
}
