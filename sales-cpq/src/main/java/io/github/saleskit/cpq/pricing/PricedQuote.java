package io.github.saleskit.cpq.pricing;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.Unknown;
import io.github.saleskit.cpq.internal.ValueStyle;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.cpq.quote.QuoteLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * The prices of a quote, each with its waterfall.
 *
 * <p>A quote of which some line has no price has no total, and no discounts on the order: never a sum that is silently
 * too low.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param quote id of the quote
 * @param asOf the day whose prices these are
 * @param lines in the order of the quote
 * @param orderDiscounts in the order in which they were applied
 * @param total the sum of the lines' net prices; absent where some line has no price, and in a quote without lines
 * @param tax on the lines that count; absent where there is none
 * @param due total and tax in payable cash increments; their sum itself where its currency has none
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PricedQuote(
        @Required int version,
        @Required String quote,
        @Required LocalDate asOf,
        List<PricedLine> lines,
        List<OrderDiscount> orderDiscounts,
        Optional<Money> total,
        Optional<Money> tax,
        Optional<Money> due)
        implements Decision, StrictDocument {

    public PricedQuote {
        DocumentVersion.require("priced quote", version, 1);
        requireNonNull(quote, "quote");
        requireNonNull(asOf, "asOf");
        lines = lines == null ? List.of() : List.copyOf(lines);
        orderDiscounts = orderDiscounts == null ? List.of() : List.copyOf(orderDiscounts);
    }

    static Builder builder() {
        return new Builder();
    }

    /**
     * The priced line of that id, the first where the quote has several.
     *
     * @throws IllegalArgumentException when there is none
     */
    public PricedLine line(String id) {
        return lines.stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Unknown.message(
                        "id",
                        id,
                        "but quote " + quote + " has no such line.",
                        lines.stream().map(PricedLine::id).toList())));
    }

    /**
     * The quote that was priced with the lines that rules {@linkplain PriceAction.AddLine added} to it: what a customer
     * sees and orders. Not to be priced anew, for the rules would add them once more.
     *
     * @param priced the quote that was priced
     */
    public Quote withAddedLines(Quote priced) {
        List<QuoteLine> all = new ArrayList<>(priced.lines());
        all.addAll(AddedLines.among(lines, priced.lines().size()));
        return priced.withLines(all);
    }

    /** Total and tax; absent where there is no total. */
    public Optional<Money> gross() {
        return total.map(net -> tax.map(net::plus).orElse(net));
    }

    /** The ids of the rules that changed something, in the order of their first step. */
    public List<String> appliedRules() {
        Set<String> rules = new LinkedHashSet<>();
        for (PricedLine line : lines) {
            line.waterfall().stream()
                    .flatMap(waterfall -> waterfall.steps().stream())
                    .filter(step -> step.kind() == PriceStepKind.LINE_RULE || step.kind() == PriceStepKind.ORDER_RULE)
                    .forEach(step -> rules.add(step.source().orElseThrow()));
        }
        return List.copyOf(rules);
    }

    /** The lines without a price. */
    public List<PricedLine> unpricedLines() {
        return lines.stream().filter(line -> line.obstacle().isPresent()).toList();
    }

    /** The total or why there is none, then the discounts on the order and the rounding to cash. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(total.map(sum -> Reason.of("cpq.pricing.total", "lines", lines.size(), "total", sum))
                .orElseGet(this::noTotal));
        for (OrderDiscount each : orderDiscounts) {
            reasons.add(Reason.of(
                    "cpq.pricing.orderRule", "rule", each.rule(), "discount", each.discount(), "input", each.input()));
        }
        tax.ifPresent(each -> reasons.add(Reason.of("cpq.pricing.tax", "tax", each)));
        if (!due.equals(gross())) {
            reasons.add(Reason.of("cpq.pricing.due", "total", gross().orElseThrow(), "due", due.orElseThrow()));
        }
        return List.copyOf(reasons);
    }

    private Reason noTotal() {
        if (lines.isEmpty()) {
            return Reason.of("cpq.pricing.noLines", "quote", quote);
        }
        List<PricedLine> unpriced = unpricedLines();
        return Reason.of("cpq.pricing.noTotal", "unpriced", unpriced.size(), "lines", lines.size())
                .withDetails(unpriced.stream()
                        .map(line -> line.obstacle().orElseThrow())
                        .distinct()
                        .toList());
    }

    static final class Builder extends PricedQuoteBuilder {
        Builder() {
            version(1);
        }
    }
}
