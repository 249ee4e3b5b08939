package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What a forecast needs to know of a deal.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param stage id of the stage it is in
 * @param amount what it brings when it is won
 * @param closeDate when it was closed, or, while it is open, when it is expected to close
 * @param enteredStage when it came into its stage; only needed where there is no close date to come
 * @param owner the host's id of whose deal it is
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PipelineDeal(
        @Required String id,
        @Required String stage,
        @Required Money amount,
        Optional<LocalDate> closeDate,
        Optional<LocalDate> enteredStage,
        Optional<String> owner)
        implements StrictDocument, WithPipelineDeal {

    public PipelineDeal {
        requireNonNull(id, "id");
        requireNonNull(stage, "stage");
        requireNonNull(amount, "amount");
        requireNonNull(closeDate, "closeDate");
        requireNonNull(enteredStage, "enteredStage");
        requireNonNull(owner, "owner");
    }

    /** Starts a deal. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a deal step by step. */
    public static final class Builder extends PipelineDealBuilder {
        Builder() {}
    }
}
