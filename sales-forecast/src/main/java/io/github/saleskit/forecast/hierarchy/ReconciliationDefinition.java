package io.github.saleskit.forecast.hierarchy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How the forecasts of a hierarchy are made to add up.
 *
 * <p>In JSON {@code {"version":1,"method":"MINT","nonNegative":true,"decimals":2}}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param method the method
 * @param proportions of {@link ReconciliationMethod#TOP_DOWN} and {@link ReconciliationMethod#MIDDLE_OUT} only; those
 *     of the forecasts where absent
 * @param middle of {@link ReconciliationMethod#MIDDLE_OUT} only: the nodes whose forecasts stay; every bottom series
 *     lies below exactly one of them
 * @param shrinkage of {@link ReconciliationMethod#MINT} only: how far correlations are drawn towards none, from 0 (not
 *     at all) to 1 (there are none left); estimated from the errors where absent
 * @param nonNegative whether no bottom series may be forecast below 0; false where absent
 * @param decimals to which the forecasts are rounded so that they still add up exactly, from -9 (billions) to 9; 2 for
 *     cents; not rounded where absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReconciliationDefinition(
        @Required int version,
        @Required ReconciliationMethod method,
        Optional<Proportions> proportions,
        @Complete List<String> middle,
        Optional<Double> shrinkage,
        @Nullable Boolean nonNegative,
        Optional<Integer> decimals)
        implements StrictDocument, WithReconciliationDefinition {

    public ReconciliationDefinition {
        DocumentVersion.require("reconciliation", version, 1);
        requireNonNull(method, "method");
        proportions = proportions == null ? Optional.empty() : proportions;
        middle = middle == null ? List.of() : List.copyOf(middle);
        shrinkage = shrinkage == null ? Optional.empty() : shrinkage;
        decimals = decimals == null ? Optional.empty() : decimals;
    }

    /** A method with nothing but what is usual. */
    public static ReconciliationDefinition of(ReconciliationMethod method) {
        return builder().method(method).build();
    }

    /** A builder of version 1. */
    public static Builder builder() {
        return new Builder();
    }

    boolean keepsAboveZero() {
        return Boolean.TRUE.equals(nonNegative);
    }

    /** Builds definitions. */
    public static final class Builder extends ReconciliationDefinitionBuilder {
        Builder() {
            version(1);
        }
    }
}
