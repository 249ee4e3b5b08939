package io.github.saleskit.cpq.quote;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.Unknown;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a customer asks a price for, as data.
 *
 * <pre>{@code
 * Quote quote = Quote.builder()
 *         .id("Q-1001").priceBook("eur-2026")
 *         .addLines(QuoteLine.of("L1", "crm", 25), QuoteLine.of("L2", "onboarding", 2))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param id the host's id
 * @param priceBook id of the price book from which the list prices come
 * @param customer the host's id of the customer
 * @param attributes what else price books and rules may ask about the deal, such as {@code market} and {@code segment},
 *     by name
 * @param coupons codes that the customer presents, in the order in which they are redeemed; a code that no price rule
 *     asks for changes nothing, and no reason tells of it
 * @param lines in their order
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Quote(
        @Required int version,
        @Required String id,
        @Required String priceBook,
        Optional<String> customer,
        Map<String, String> attributes,
        List<String> coupons,
        List<QuoteLine> lines)
        implements StrictDocument, WithQuote {

    public Quote {
        DocumentVersion.require("quote", version, 1);
        requireNonNull(id, "id");
        requireNonNull(priceBook, "priceBook");
        attributes = SortedCopies.of(attributes);
        coupons = coupons == null ? List.of() : List.copyOf(coupons);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** A builder with the newest version. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The line of that id, the first where the quote has several.
     *
     * @throws IllegalArgumentException when there is none
     */
    public QuoteLine line(String wanted) {
        return lines.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Unknown.message(
                        "line",
                        wanted,
                        "but quote " + id + " has no such line.",
                        lines.stream().map(QuoteLine::id).toList())));
    }

    /**
     * The same quote with another quantity in one line.
     *
     * @throws IllegalArgumentException when there is no such line
     */
    public Quote withQuantity(String line, BigDecimal quantity) {
        line(line);
        return withLines(lines.stream()
                .map(each -> each.id().equals(line) ? each.withQuantity(quantity) : each)
                .toList());
    }

    /**
     * The same quote with some optional and alternative lines sold: an optional line counts from then on, and an
     * alternative takes the place of the line it is an alternative to. To be priced anew.
     *
     * @param chosen ids of lines that are optional or alternatives, at most one alternative to a line
     * @throws IllegalArgumentException when a line cannot be chosen
     */
    public Quote choosing(Collection<String> chosen) {
        return new LineChoice(this, chosen).apply();
    }

    /** Builds quotes. */
    public static final class Builder extends QuoteBuilder {
        Builder() {
            version(1);
        }
    }
}
