/**
 * Who may want to buy.
 *
 * <p>A {@link io.github.saleskit.core.lead.Lead} has a {@link io.github.saleskit.core.lead.LeadStatus}. It is a convenience:
 * engines work on the host's own types.
 */
@NullMarked
package io.github.saleskit.core.lead;

import org.jspecify.annotations.NullMarked;
