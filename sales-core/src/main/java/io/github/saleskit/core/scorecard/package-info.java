/**
 * Scores that are learned: from leads of the past and their outcomes to a scorecard that anyone can read.
 *
 * <p>A {@link io.github.saleskit.core.scorecard.ScorecardTrainer} takes
 * {@link io.github.saleskit.core.scorecard.KnownOutcome}s and answers with a
 * {@link io.github.saleskit.core.scorecard.ScorecardTraining}: a {@link io.github.saleskit.core.scorecard.Scorecard}
 * with its {@link io.github.saleskit.core.scorecard.ScorecardValidation} and each
 * {@link io.github.saleskit.core.scorecard.LeakSuspicion}, or the refusal to learn from too little. The scorecard adds
 * up {@link io.github.saleskit.core.scorecard.NumberTerm}s, {@link io.github.saleskit.core.scorecard.CategoryTerm}s,
 * {@link io.github.saleskit.core.scorecard.SetTerm}s and {@link io.github.saleskit.core.scorecard.PairTerm}s. A
 * {@link io.github.saleskit.core.scorecard.ScorecardScorer} scores leads by it, as log-odds, probability or points on a
 * {@link io.github.saleskit.core.scorecard.PointsScale}, and explains each
 * {@link io.github.saleskit.core.scorecard.LearnedScore}. {@link io.github.saleskit.core.scorecard.DriftMonitor} says
 * in a {@link io.github.saleskit.core.scorecard.DriftReport} whether the leads of today still are what the scorecard
 * was learned from. {@link io.github.saleskit.core.scorecard.ExternalScorer} is the port for models that were trained
 * elsewhere.
 */
@NullMarked
package io.github.saleskit.core.scorecard;

import org.jspecify.annotations.NullMarked;
