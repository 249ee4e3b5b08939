/**
 * How good a lead is by rules, and which lead to work on first.
 *
 * <p>A {@link io.github.saleskit.core.scoring.ScoringModel} is data: {@link io.github.saleskit.core.scoring.RuleGroup}s
 * of {@link io.github.saleskit.core.scoring.ScoringRule}s with {@link io.github.saleskit.core.scoring.Points} that may
 * be by {@link io.github.saleskit.core.scoring.PointRange}; for rules about events also
 * {@link io.github.saleskit.core.scoring.Repeats} and {@link io.github.saleskit.core.scoring.Decay}; and
 * {@link io.github.saleskit.core.scoring.Grade}s by the total or by a {@link io.github.saleskit.core.scoring.GradeGrid}
 * of two {@link io.github.saleskit.core.scoring.GradeAxis}. Compiled against the fields of the host's leads and events
 * it is a {@link io.github.saleskit.core.scoring.LeadScorer}, which scores a lead and its
 * {@link io.github.saleskit.core.scoring.Engagement}.
 *
 * <p>The answer is a {@link io.github.saleskit.core.scoring.LeadScore}:
 * {@link io.github.saleskit.core.scoring.Contribution}s of rules, with an
 * {@link io.github.saleskit.core.scoring.EventTally}, and of each {@link io.github.saleskit.core.scoring.Limit}, which
 * add up exactly; the {@link io.github.saleskit.core.scoring.GridCell}; and
 * {@link io.github.saleskit.core.scoring.IgnoredInput}. What changed between two moments is a
 * {@link io.github.saleskit.core.scoring.ScoreChange} of {@link io.github.saleskit.core.scoring.RuleChange}s, each with
 * its {@link io.github.saleskit.core.scoring.ChangeCause}. Two models are compared by a
 * {@link io.github.saleskit.core.scoring.ModelComparison}: {@link io.github.saleskit.core.scoring.GradeMovement}s,
 * {@link io.github.saleskit.core.scoring.LeadMovement}s and
 * {@link io.github.saleskit.core.scoring.PointsDistribution}s.
 *
 * <p>A {@link io.github.saleskit.core.scoring.PriorityPolicy} with
 * {@link io.github.saleskit.core.scoring.GradeChance}s, {@link io.github.saleskit.core.scoring.Urgency} and a
 * {@link io.github.saleskit.core.scoring.ContactPurpose} is the definition for a
 * {@link io.github.saleskit.core.scoring.LeadPrioritizer}, which puts
 * {@link io.github.saleskit.core.scoring.ScoredLead}s into a {@link io.github.saleskit.core.scoring.LeadQueue} of
 * {@link io.github.saleskit.core.scoring.QueuedLead}s and {@link io.github.saleskit.core.scoring.PassedOverLead}s.
 */
@NullMarked
package io.github.saleskit.core.scoring;

import org.jspecify.annotations.NullMarked;
