package io.github.saleskit.core.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import org.joda.money.Money;

/**
 * What is in one stage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stage id of the stage
 * @param name of the stage
 * @param count number of opportunities
 * @param amounts their sum, one amount a currency, in order of the currencies' codes
 * @param weighted the same, each amount times the probability of the stage; rounded half to even once, after adding up
 */
public record StageTotal(
        @Required String stage,
        @Required String name,
        @Required int count,
        List<Money> amounts,
        List<Money> weighted) implements StrictDocument {

    public StageTotal {
        requireNonNull(stage, "stage");
        requireNonNull(name, "name");
        amounts = amounts == null ? List.of() : List.copyOf(amounts);
        weighted = weighted == null ? List.of() : List.copyOf(weighted);
    }
}
