package io.github.saleskit.cpq.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Below which no rule may take a price, whatever it says.
 *
 * <p>Immutable and thread-safe.
 *
 * @param leastMarginPercent of the net price that must remain above the cost where a product has one, below 100: at 20,
 *     a cost of EUR 80 allows no price below EUR 100
 * @param mostLinePercent how much may be taken off the list price of a line, from 0 to 100
 * @param mostQuotePercent how much discounts on the order may take off the list price of all lines, together with what
 *     rules took off the lines before; from 0 to 100
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PriceGuards(
        Optional<BigDecimal> leastMarginPercent,
        Optional<BigDecimal> mostLinePercent,
        Optional<BigDecimal> mostQuotePercent)
        implements StrictDocument {}
