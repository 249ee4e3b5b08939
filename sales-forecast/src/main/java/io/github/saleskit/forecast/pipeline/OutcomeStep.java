package io.github.saleskit.forecast.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import org.joda.money.Money;

/**
 * One possible outcome of a period.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount what the period brings
 * @param chance of just this, from 0 to 1
 */
public record OutcomeStep(@Required Money amount, @Required double chance) implements StrictDocument {

    public OutcomeStep {
        requireNonNull(amount, "amount");
    }
}
