package io.github.saleskit.core.staffing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * What simulated days showed of the arrivals of an interval, whenever they were answered.
 *
 * <p>Immutable and thread-safe.
 *
 * @param arrivals how many there were a day, on average
 * @param serviceLevel the share of them answered in time; absent, like the others, when there were none
 * @param abandoned the share of them that gave up
 * @param waitSeconds their mean wait until they were answered or gave up, in seconds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntervalEstimate(
        @Required double arrivals,
        Optional<Estimate> serviceLevel,
        Optional<Estimate> abandoned,
        Optional<Estimate> waitSeconds)
        implements StrictDocument {}
