package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How many opportunities came as far as one stage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stage id of the stage
 * @param name of the stage
 * @param reached number of opportunities that came this far or further
 * @param conversion reached as a part of those that reached the step before; absent for the first step, and when
 *     nothing reached the step before
 * @param amounts the sum of the amounts of what reached it, one amount a currency, in order of the currencies' codes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FunnelStep(
        @Required String stage,
        @Required String name,
        @Required int reached,
        Optional<Double> conversion,
        List<Money> amounts)
        implements StrictDocument {

    public FunnelStep {
        requireNonNull(stage, "stage");
        requireNonNull(name, "name");
        amounts = amounts == null ? List.of() : List.copyOf(amounts);
    }
}
