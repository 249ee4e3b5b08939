package io.github.saleskit.cpq.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

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
 * @param units of measure that are made of others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Catalog(@Required int version, List<Product> products, List<UnitOfMeasure> units)
        implements StrictDocument {

    public Catalog {
        DocumentVersion.require("catalog", version, 1);
        products = products == null ? List.of() : List.copyOf(products);
        units = units == null ? List.of() : List.copyOf(units);
    }

    /** A catalogue of the newest version, of products sold in their own units only. */
    public static Catalog of(List<Product> products) {
        return new Catalog(1, products, List.of());
    }

    /** The same catalogue with other units. */
    public Catalog withUnits(List<UnitOfMeasure> newUnits) {
        return new Catalog(version, products, newUnits);
    }

    /** How quantities are converted between its units. */
    public UnitConversion conversion() {
        return new UnitConversion(units);
    }

    /**
     * Reports whatever is wrong with this catalogue: ids that are blank or given twice, options that are unknown or of
     * impossible numbers, bundles that contain themselves, units of no size or made of each other.
     */
    public void check(Problems problems) {
        new CatalogCheck(this, problems).run();
    }
}
