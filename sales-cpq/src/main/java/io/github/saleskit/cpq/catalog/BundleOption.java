package io.github.saleskit.cpq.catalog;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A product that may or must be in a bundle; it may be a bundle itself.
 *
 * <p>The numbers are the cardinality of TM Forum's TMF620: how many of it one bundle holds.
 *
 * <p>Immutable and thread-safe.
 *
 * @param product id of the product
 * @param atLeast how many every bundle holds, 0 for a choice; 0 when absent
 * @param atMost how many a bundle may hold; without limit when absent
 * @param preset how many a new bundle holds; {@code atLeast} when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record BundleOption(
        @Required String product, Optional<Integer> atLeast, Optional<Integer> atMost, Optional<Integer> preset)
        implements StrictDocument, WithBundleOption {

    public BundleOption {
        requireNonNull(product, "product");
    }

    /** A builder in which only the product is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many every bundle holds. */
    public int lower() {
        return atLeast.orElse(0);
    }

    /** How many a bundle may hold; the largest int for no limit. */
    public int upper() {
        return atMost.orElse(Integer.MAX_VALUE);
    }

    /** How many a new bundle holds. */
    public int initial() {
        return preset.orElse(lower());
    }

    /** Builds options. */
    public static final class Builder extends BundleOptionBuilder {
        Builder() {}
    }
}
