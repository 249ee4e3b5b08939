/**
 * Who owns what, by rules that are data.
 *
 * <p>A {@link io.github.saleskit.territory.rule.TerritoryModel} has a hierarchy of
 * {@link io.github.saleskit.territory.rule.TerritoryNode}s with their
 * {@link io.github.saleskit.territory.rule.TerritoryMember}s, and
 * {@link io.github.saleskit.territory.rule.TerritoryRule}s that bring accounts into them. A
 * {@link io.github.saleskit.territory.rule.TerritoryResolver} answers with an
 * {@link io.github.saleskit.territory.rule.Ownership}: for each layer the
 * {@link io.github.saleskit.territory.rule.LayerOwner}, and every {@link io.github.saleskit.territory.rule.LostRule}
 * with the reason why it lost. Over many accounts it gives a {@link io.github.saleskit.territory.rule.CoverageReport}
 * of {@link io.github.saleskit.territory.rule.TerritoryOverlap}s and gaps.
 */
@NullMarked
package io.github.saleskit.territory.rule;

import org.jspecify.annotations.NullMarked;
