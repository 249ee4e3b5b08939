package io.github.saleskit.territory.design;

import io.github.saleskit.core.json.Required;
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
        @Required String account, @Required String territory) implements StrictDocument {}
