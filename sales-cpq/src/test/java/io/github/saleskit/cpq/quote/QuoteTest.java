package io.github.saleskit.cpq.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final Quote QUOTE = Quote.builder()
            .id("Q-1001")
            .priceBook("eur-2026")
            .addLines(QuoteLine.of("L1", "seat", 25), QuoteLine.of("L2", "day", new BigDecimal("1.50")))
            .build();

    @Test
    void theDocumentStaysReadable() {
        GoldenFile.assertReads(QuoteTest.class, "quote-v1.json", QUOTE, Quote.class);
    }

    @Test
    void oneQuantityCanBeChanged() {
        Quote changed = QUOTE.withQuantity("L1", new BigDecimal("30"));
        assertThat(changed.lines())
                .containsExactly(QuoteLine.of("L1", "seat", 30), QUOTE.lines().get(1));
        assertThatThrownBy(() -> QUOTE.withQuantity("L3", BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("L3");
    }
}
