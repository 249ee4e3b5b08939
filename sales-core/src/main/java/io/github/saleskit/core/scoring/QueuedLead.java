package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;

/**
 * A lead in a queue, and why it stands where it does.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead
 * @param priority value times chance times urgency, rounded to a millionth, half to even
 * @param value what it may bring
 * @param chance that it does
 * @param urgency the product of the factors, each rounded to a millionth
 */
public record QueuedLead(
        @Required String lead,
        @Required BigDecimal priority,
        @Required BigDecimal value,
        @Required BigDecimal chance,
        @Required BigDecimal urgency)
        implements StrictDocument {

    public QueuedLead {
        requireNonNull(lead, "lead");
        priority = Thousandths.plain(priority);
        value = Thousandths.plain(value);
        chance = Thousandths.plain(chance);
        urgency = Thousandths.plain(urgency);
    }

    Reason reason() {
        return Reason.of(
                "core.scoring.queued",
                "lead",
                lead,
                "priority",
                priority,
                "value",
                value,
                "chance",
                chance,
                "urgency",
                urgency);
    }
}
