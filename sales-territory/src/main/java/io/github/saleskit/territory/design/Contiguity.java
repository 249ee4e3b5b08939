package io.github.saleskit.territory.design;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How the territories of a plan lie on the graph of borders.
 *
 * <p>Immutable and thread-safe.
 *
 * @param contiguous whether every territory is in one piece
 * @param cutBorders number of borders between different territories
 * @param cutLength sum of their lengths
 */
public record Contiguity(
        @Required boolean contiguous,
        @Required int cutBorders,
        @Required double cutLength) implements StrictDocument {}
