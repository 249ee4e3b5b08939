package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What one deal contributes to a forecast.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id of the deal
 * @param stage id of its stage
 * @param owner the host's id of whose deal it is
 * @param amount what it brings when it is won
 * @param basis on what its chance rests
 * @param chance of bringing its amount within the period, from 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DealOutlook(
        @Required String id,
        @Required String stage,
        Optional<String> owner,
        @Required Money amount,
        @Required ForecastBasis basis,
        @Required double chance)
        implements StrictDocument {

    public DealOutlook {
        requireNonNull(id, "id");
        requireNonNull(stage, "stage");
        requireNonNull(owner, "owner");
        requireNonNull(amount, "amount");
        requireNonNull(basis, "basis");
    }
}
