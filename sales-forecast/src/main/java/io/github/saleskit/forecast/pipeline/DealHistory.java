package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The way of one deal through the stages, for learning.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param entered when it first came into each open stage it went through, by the id of the stage
 * @param won when it was won, if it was
 * @param lost when it was lost, if it was; it is open where both are absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DealHistory(
        @Required String id,
        @Required Map<String, LocalDate> entered,
        Optional<LocalDate> won,
        Optional<LocalDate> lost)
        implements StrictDocument, WithDealHistory {

    public DealHistory {
        requireNonNull(id, "id");
        entered = Collections.unmodifiableMap(new LinkedHashMap<>(entered));
        requireNonNull(won, "won");
        requireNonNull(lost, "lost");
        if (won.isPresent() && lost.isPresent()) {
            throw new IllegalArgumentException(
                    "won is " + won.get() + " and lost is " + lost.get() + ", but a deal cannot be both.");
        }
    }

    /** When it was won or lost; absent while it is open. */
    Optional<LocalDate> closed() {
        return won.or(() -> lost);
    }

    /** Starts a history. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a history step by step. */
    public static final class Builder extends DealHistoryBuilder {
        Builder() {}
    }
}
