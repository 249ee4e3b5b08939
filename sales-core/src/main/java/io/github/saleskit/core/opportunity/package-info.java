/**
 * Possible sales and the stages they go through.
 *
 * <p>A {@link io.github.saleskit.core.opportunity.SalesProcess} is a list of
 * {@link io.github.saleskit.core.opportunity.Stage}s, each of a {@link io.github.saleskit.core.opportunity.StageType};
 * an {@link io.github.saleskit.core.opportunity.Opportunity} keeps as its
 * {@link io.github.saleskit.core.opportunity.StageHistory} each {@link io.github.saleskit.core.opportunity.StageEntry}.
 *
 * <p>How leads become opportunities is a {@link io.github.saleskit.core.opportunity.ConversionPlan} of
 * {@link io.github.saleskit.core.opportunity.FieldMapping}s. Its engine
 * {@link io.github.saleskit.core.opportunity.LeadConversion} answers a
 * {@link io.github.saleskit.core.opportunity.ConversionRequest} by a
 * {@link io.github.saleskit.core.opportunity.Conversion}, which names each
 * {@link io.github.saleskit.core.opportunity.ConvertedField}.
 */
@NullMarked
package io.github.saleskit.core.opportunity;

import org.jspecify.annotations.NullMarked;
