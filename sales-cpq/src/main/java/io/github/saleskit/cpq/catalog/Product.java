package io.github.saleskit.cpq.catalog;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * Something that is sold.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param family the group of products it belongs to, such as {@code support}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Product(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        Optional<String> family) implements StrictDocument {

    public Product {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** A product without family. */
    public static Product of(String id, String name) {
        return new Product(id, name, Optional.empty());
    }

    /** The same product in a family. */
    public Product withFamily(String newFamily) {
        return new Product(id, name, Optional.of(newFamily));
    }
}
