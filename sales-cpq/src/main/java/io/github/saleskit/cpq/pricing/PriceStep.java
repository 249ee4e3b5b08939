package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * One step of a waterfall: what the line cost before, what was done, what it cost after.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what the step is for
 * @param source id of the price book or rule it comes from; empty for a settlement
 * @param input the amount of the line before
 * @param change what was done
 * @param rounding whether the unit price or the line was rounded then; exact when absent
 * @param output the amount of the line after
 * @param limit what kept it from taking off more; then the change is what it took
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceStep(
        @Required PriceStepKind kind,
        Optional<String> source,
        @Required BigMoney input,
        @Required PriceChange change,
        Optional<RoundingLevel> rounding,
        @Required BigMoney output,
        Optional<PriceLimit> limit)
        implements StrictDocument {

    public PriceStep {
        requireNonNull(kind, "kind");
        requireNonNull(input, "input");
        requireNonNull(change, "change");
        requireNonNull(output, "output");
    }

    static Builder builder() {
        return new Builder();
    }

    /** How much the line became dearer, negative where it became cheaper. */
    public BigMoney difference() {
        return output.minus(input);
    }

    /** The output that change and rounding make of an input. */
    BigMoney replay(BigMoney from, BigDecimal quantity, RoundingPolicy policy) {
        return rounding.map(level -> StepRounding.round(change, from, quantity, level, policy))
                .orElseGet(() -> change.apply(from));
    }

    static final class Builder extends PriceStepBuilder {
        Builder() {}
    }
}
