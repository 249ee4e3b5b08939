package io.github.saleskit.territory.design;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A territory that an account must not be in.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account id of the account
 * @param territory id of the territory
 */
public record ForbiddenAssignment(
        @Required String account, @Required String territory) implements StrictDocument {}
