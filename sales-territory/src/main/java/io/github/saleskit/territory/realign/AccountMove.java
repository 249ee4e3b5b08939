package io.github.saleskit.territory.realign;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * An account that comes to another territory, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account id of the account
 * @param from id of the territory it was in, which may be closed by now
 * @param to id of the territory it is in now
 * @param weight how much the move counts: 1, or the account's activity in the measure of the policy
 * @param reason one sentence
 */
public record AccountMove(
        @Required String account,
        @Required String from,
        @Required String to,
        @Required double weight,
        @Required Reason reason)
        implements StrictDocument {}
