package io.github.saleskit.core.scorecard;

/**
 * A model and what it said of examples it had not seen.
 *
 * @param model learned from all examples
 * @param unseen the rows of the table that were predicted by models that had not seen them
 * @param logOdds what those models said of these rows
 * @param method how the model was chosen
 * @param boosted whether boosted terms were worth it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Learned(AdditiveModel model, int[] unseen, double[] logOdds, ValidationMethod method, boolean boosted) {}
