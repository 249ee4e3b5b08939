package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The price of one line, or why it has none.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id of the quote's line
 * @param product id of the product
 * @param quantity as the quote states it
 * @param waterfall how the price came about; absent where there is none
 * @param tax on the net price; absent where there is none
 * @param aside whether the line, optional or an alternative, is not in the total
 * @param obstacle why there is no price; absent where there is one
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PricedLine(
        @Required String id,
        @Required String product,
        @Required BigDecimal quantity,
        Optional<PriceWaterfall> waterfall,
        Optional<Money> tax,
        Optional<Boolean> aside,
        Optional<Reason> obstacle)
        implements Decision, StrictDocument {

    public PricedLine {
        requireNonNull(id, "id");
        requireNonNull(product, "product");
        requireNonNull(quantity, "quantity");
        if (waterfall.isPresent() == obstacle.isPresent()) {
            throw new IllegalArgumentException("line " + id + " must have either waterfall or obstacle.");
        }
    }

    static Builder builder() {
        return new Builder();
    }

    static PricedLine withoutPrice(QuoteLine line, @Nullable Reason obstacle) {
        return builder()
                .id(line.id())
                .product(line.product())
                .quantity(line.quantity())
                .aside(line.counts() ? Optional.empty() : Optional.of(true))
                .obstacle(requireNonNull(obstacle, "obstacle"))
                .build();
    }

    /** What the line costs in the end; empty where it has no price. */
    public Optional<Money> net() {
        return waterfall.map(PriceWaterfall::net);
    }

    /** A reason for each step of the waterfall in its order, or the obstacle. */
    @Override
    public List<Reason> reasons() {
        return waterfall
                .map(steps -> steps.steps().stream().map(this::reason).toList())
                .orElseGet(() -> List.of(obstacle.orElseThrow()));
    }

    private Reason reason(PriceStep step) {
        String source = step.source().orElse("");
        return switch (step.kind()) {
            case LIST ->
                Reason.of(
                        "cpq.pricing.listPrice",
                        "quantity",
                        quantity,
                        "product",
                        product,
                        "priceBook",
                        source,
                        "amount",
                        step.output());
            case LINE_RULE ->
                step.limit().isPresent()
                        ? Reason.of(
                                "cpq.pricing.lineRuleHeld",
                                "rule",
                                source,
                                "input",
                                step.input(),
                                "output",
                                step.output(),
                                "limit",
                                step.limit().get())
                        : Reason.of(
                                "cpq.pricing.lineRule", "rule", source, "input", step.input(), "output", step.output());
            case SPEND_LIMIT ->
                Reason.of(
                        "cpq.pricing.spendLimit", "priceBook", source, "input", step.input(), "output", step.output());
            case SALE ->
                Reason.of("cpq.pricing.sale", "priceBook", source, "input", step.input(), "output", step.output());
            case SETTLEMENT -> Reason.of("cpq.pricing.settled", "input", step.input(), "output", step.output());
            case ORDER_RULE ->
                Reason.of(
                        "cpq.pricing.orderShare",
                        "rule",
                        source,
                        "discount",
                        step.difference().negated(),
                        "output",
                        step.output());
        };
    }

    static final class Builder extends PricedLineBuilder {
        Builder() {}
    }
}
