/**
 * Who takes which conversation, call or request, now.
 *
 * <p>A {@link io.github.saleskit.core.routing.RoutingPolicy} is data: {@link io.github.saleskit.core.routing.Channel}s
 * say how work fills an agent, {@link io.github.saleskit.core.routing.RoutingQueue}s where it waits, with
 * {@link io.github.saleskit.core.routing.Overflow} and {@link io.github.saleskit.core.routing.ServiceTarget}s.
 * Compiled, it is a {@link io.github.saleskit.core.routing.Router}, which turns the host's work into a
 * {@link io.github.saleskit.core.routing.WorkItem} and its agents into
 * {@link io.github.saleskit.core.routing.RoutingAgent}s, and answers each
 * {@link io.github.saleskit.core.routing.RoutingEvent} with a {@link io.github.saleskit.core.routing.RoutingDecision}:
 * {@link io.github.saleskit.core.routing.RoutingEffect}s for the host to carry out, reasons, and the next
 * {@link io.github.saleskit.core.routing.RoutingState}.
 *
 * <p>{@link io.github.saleskit.core.routing.AgentShifts} turn plans of who works when into events, and a
 * {@link io.github.saleskit.core.routing.HandOverWriter} tells who gets a conversation about the lead in it.
 */
@NullMarked
package io.github.saleskit.core.routing;

import org.jspecify.annotations.NullMarked;
