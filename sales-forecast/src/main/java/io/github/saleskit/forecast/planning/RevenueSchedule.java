package io.github.saleskit.forecast.planning;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * When bookings become revenue, period by period; all that is booked becomes revenue, to the minor unit.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param periods without gaps, from the first booking to the last revenue
 * @param reasons how much was booked and over how many periods it is spread
 */
public record RevenueSchedule(
        @Required int version,
        @Required List<RevenuePeriod> periods,
        @Required List<Reason> reasons) implements Decision, StrictDocument {

    public RevenueSchedule {
        DocumentVersion.require("revenue schedule", version, 1);
        periods = List.copyOf(periods);
        reasons = List.copyOf(reasons);
    }
}
