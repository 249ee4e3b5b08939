package io.github.saleskit.cpq.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The products a company sells, as data.
 *
 * <pre>{@code
 * Catalog catalog = Catalog.of(List.of(
 *         Product.of("crm", "CRM seat").withFamily("software"),
 *         Product.of("onboarding", "Onboarding day")));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param products in the order in which people see them
 */
public record Catalog(@JsonProperty(required = true) int version, List<Product> products) implements StrictDocument {

    public Catalog {
        DocumentVersion.require("catalog", version, 1);
        products = products == null ? List.of() : List.copyOf(products);
    }

    /** A catalogue of the newest version. */
    public static Catalog of(List<Product> products) {
        return new Catalog(1, products);
    }

    /** Reports whatever is wrong with this catalogue: ids that are blank or given twice. */
    public void check(Problems problems) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < products.size(); i++) {
            String id = products.get(i).id();
            Problems here = problems.at("products", i, "id");
            if (id.isBlank()) {
                here.report("product.idBlank", id, "the id of a product must not be blank");
            } else if (!before.add(id)) {
                here.report("product.duplicate", id, "there is another product with the id \"" + id + "\" before");
            }
        }
    }
}
