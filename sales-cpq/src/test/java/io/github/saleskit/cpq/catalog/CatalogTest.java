package io.github.saleskit.cpq.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.support.GoldenFile;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void theDocumentStaysReadable() {
        Catalog catalog = Catalog.of(
                List.of(Product.of("seat", "CRM seat").withFamily("software"), Product.of("day", "Day of onboarding")));
        GoldenFile.assertReads(CatalogTest.class, "catalog-v1.json", catalog, Catalog.class);
    }

    @Test
    void costsHaveFewEnoughDigitsToCalculateWith() {
        Problems problems = new Problems();
        BigMoney tiny = BigMoney.of(CurrencyUnit.EUR, new BigDecimal("1e-19"));
        Catalog.of(List.of(Product.of("seat", "CRM seat").withCosts(tiny))).check(problems);
        assertThat(problems.toList())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly("/products/0/costs/0 number.tooLong");
    }
}
