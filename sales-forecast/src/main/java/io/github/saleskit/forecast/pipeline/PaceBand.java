package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;

/**
 * How fast deals close at a certain age.
 *
 * <p>Immutable and thread-safe.
 *
 * @param fromDay the age in days since the stage was entered at which the band begins; it lasts until the next one, the
 *     last for ever
 * @param wonADay expected wins a day for each open deal, at least 0
 * @param lostADay expected losses a day for each open deal, at least 0
 */
public record PaceBand(
        @Required int fromDay,
        @Required double wonADay,
        @Required double lostADay) implements StrictDocument {}
