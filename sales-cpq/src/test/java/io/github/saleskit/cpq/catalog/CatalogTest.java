package io.github.saleskit.cpq.catalog;

import io.github.saleskit.core.support.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void theDocumentStaysReadable() {
        Catalog catalog = Catalog.of(
                List.of(Product.of("seat", "CRM seat").withFamily("software"), Product.of("day", "Day of onboarding")));
        GoldenFile.assertReads(CatalogTest.class, "catalog-v1.json", catalog, Catalog.class);
    }
}
