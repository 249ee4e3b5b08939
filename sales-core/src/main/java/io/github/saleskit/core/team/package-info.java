/**
 * Who sells.
 *
 * <p>{@link io.github.saleskit.core.team.SalesRep} is a person with weight, capacity and what they know;
 * {@link io.github.saleskit.core.team.Team} is several of them. Both are a convenience: engines work on the host's own types.
 */
@NullMarked
package io.github.saleskit.core.team;

import org.jspecify.annotations.NullMarked;
