package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;

/**
 * An account that must be in a certain territory.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account id of the account
 * @param territory id of the territory
 */
public record FixedAssignment(
        @JsonProperty(required = true) String account,
        @JsonProperty(required = true) String territory) implements StrictDocument {}
