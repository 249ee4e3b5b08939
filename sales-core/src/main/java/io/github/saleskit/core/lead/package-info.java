/**
 * Who may want to buy, and how far that has come.
 *
 * <p>A {@link io.github.saleskit.core.lead.LeadProcess} is data: {@link io.github.saleskit.core.lead.LeadStatus}es,
 * each of a {@link io.github.saleskit.core.lead.LeadStatusType} and with
 * {@link io.github.saleskit.core.lead.StatusGuard}s, and the {@link io.github.saleskit.core.lead.StatusReason}s for
 * giving up or waiting. Compiled against the fields of the host's leads it is a
 * {@link io.github.saleskit.core.lead.LeadLifecycle}, which answers a
 * {@link io.github.saleskit.core.lead.StatusRequest} by a {@link io.github.saleskit.core.lead.StatusDecision} and the
 * next {@link io.github.saleskit.core.lead.LeadHistory} of {@link io.github.saleskit.core.lead.StatusEntry}s. A
 * {@link io.github.saleskit.core.lead.Lead} is a convenience: engines work on the host's own types.
 */
@NullMarked
package io.github.saleskit.core.lead;

import org.jspecify.annotations.NullMarked;
