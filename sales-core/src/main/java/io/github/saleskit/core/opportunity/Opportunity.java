package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * A possible sale.
 *
 * <pre>{@code
 * Opportunity deal = Opportunity.builder()
 *         .id("O-17").account("A-3").owner("ann")
 *         .amount(Money.parse("EUR 12000.00"))
 *         .history(StageHistory.createdIn("discovery", Instant.parse("2026-01-12T09:00:00Z")))
 *         .build()
 *         .movedTo("proposal", Instant.parse("2026-02-03T15:00:00Z"));
 * deal.stage();   // "proposal"
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param account id of the organisation that may buy
 * @param owner id of the rep who has it
 * @param amount what it may bring, or brought; may be negative for a return
 * @param expectedClose the day on which it is expected to be won or lost
 * @param history the stages it entered
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Opportunity(
        @Required String id,
        Optional<String> name,
        Optional<String> account,
        Optional<String> owner,
        Optional<Money> amount,
        Optional<LocalDate> expectedClose,
        @Required StageHistory history)
        implements StrictDocument, WithOpportunity {

    /** The fields for criteria and engines: every component but the history by its name, and stage and createdAt. */
    public static final FieldSet<Opportunity> FIELDS = FieldSet.of(Opportunity.class)
            .id(Opportunity::id)
            .text("id", Opportunity::id)
            .text("name", opportunity -> opportunity.name().orElse(null))
            .text("account", opportunity -> opportunity.account().orElse(null))
            .text("owner", opportunity -> opportunity.owner().orElse(null))
            .money("amount", opportunity -> opportunity.amount().orElse(null))
            .date("expectedClose", opportunity -> opportunity.expectedClose().orElse(null))
            .text("stage", Opportunity::stage)
            .instant("createdAt", Opportunity::createdAt)
            .build();

    public Opportunity {
        requireNonNull(id, "id");
        requireNonNull(history, "history");
    }

    /** Id of the stage it is in. */
    public String stage() {
        return history.last().stage();
    }

    /** When it was created. */
    public Instant createdAt() {
        return history.first().at();
    }

    /**
     * This opportunity after it entered another stage.
     *
     * @throws IllegalArgumentException when the instant is before the last entry into a stage
     */
    public Opportunity movedTo(String stage, Instant at) {
        return withHistory(history.plus(stage, at));
    }

    /** A builder in which everything but id and history may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Opportunity}. */
    public static final class Builder extends OpportunityBuilder {
        Builder() {}
    }
}
