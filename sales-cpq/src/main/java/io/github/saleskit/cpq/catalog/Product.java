package io.github.saleskit.cpq.catalog;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.SortedCopies;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.BigMoney;

/**
 * Something that is sold, alone or as a bundle of others.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param family the group of products it belongs to, such as {@code support}
 * @param unit the unit of measure in which it is sold and priced; pieces when absent
 * @param attributes fixed characteristics that price models and rules may ask, by name; a line's own come before them
 * @param costs what one unit costs the seller, at most one amount a currency; for margins
 * @param options what a bundle is made of; empty for a single product
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Product(
        @Required String id,
        @Required String name,
        Optional<String> family,
        Optional<String> unit,
        Map<String, String> attributes,
        List<BigMoney> costs,
        List<BundleOption> options)
        implements StrictDocument, WithProduct {

    public Product {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        attributes = SortedCopies.of(attributes);
        costs = costs == null ? List.of() : List.copyOf(costs);
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** A builder in which only id and name are needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** A product of its own, without family. */
    public static Product of(String id, String name) {
        return builder().id(id).name(name).build();
    }

    /** Builds products. */
    public static final class Builder extends ProductBuilder {
        Builder() {}
    }
}
