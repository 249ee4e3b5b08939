package io.github.saleskit.territory.rule;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * A rule that an account meets but that lost against another of its layer.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule id of the rule
 * @param territory id of its territory
 * @param overlap whether nothing but the order of the list decided between different territories, which is hardly meant
 * @param reason what decided
 */
public record LostRule(
        @Required String rule,
        @Required String territory,
        @Required boolean overlap,
        @Required Reason reason) implements StrictDocument {}
