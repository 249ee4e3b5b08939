package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.BigMoney;

/**
 * What a discount schedule takes off from a threshold on: a percentage or an amount.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the threshold, included
 * @param percent off the line, from 0 to 100
 * @param amount off the line, not negative
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ScheduleStep(@Required BigDecimal from, Optional<BigDecimal> percent, Optional<BigMoney> amount)
        implements StrictDocument {
    public ScheduleStep {
        requireNonNull(from, "from");
    }

    /** A percentage from a threshold on. */
    public static ScheduleStep percent(BigDecimal from, BigDecimal percent) {
        return new ScheduleStep(from, Optional.of(percent), Optional.empty());
    }

    /** An amount from a threshold on. */
    public static ScheduleStep amount(BigDecimal from, BigMoney amount) {
        return new ScheduleStep(from, Optional.empty(), Optional.of(amount));
    }
}
