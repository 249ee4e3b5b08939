/**
 * How good a lead is.
 *
 * <p>A {@link io.github.saleskit.core.scoring.ScoringModel} is data: {@link io.github.saleskit.core.scoring.RuleGroup}s of
 * {@link io.github.saleskit.core.scoring.ScoringRule}s, and {@link io.github.saleskit.core.scoring.Grade}s. Compiled against the
 * fields of the host's leads it is a {@link io.github.saleskit.core.scoring.LeadScorer}, whose answer is a
 * {@link io.github.saleskit.core.scoring.LeadScore}: {@link io.github.saleskit.core.scoring.Contribution}s that add up.
 */
@NullMarked
package io.github.saleskit.core.scoring;

import org.jspecify.annotations.NullMarked;
