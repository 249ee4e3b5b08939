package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * Predicted and actual share of won among examples with similar predictions.
 *
 * @param rows how many
 * @param predicted the mean of their predicted probabilities
 * @param actual how many of them were won, as a share
 */
public record CalibrationBand(
        @Required int rows,
        @Required double predicted,
        @Required double actual) implements StrictDocument {}
