package io.github.saleskit.core.staffing;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Duration;

/**
 * How much work comes in: how often, and how long each takes.
 *
 * <p>Both figures, and every threshold, wait and patience derived from or compared with them, are in one unit of time;
 * the factories use seconds.
 *
 * <pre>{@code
 * Traffic traffic = Traffic.perHour(200, Duration.ofMinutes(3));
 * traffic.load();   // 10 erlangs: ten agents would be busy all the time
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param rate mean arrivals a unit of time, positive and finite
 * @param handling mean time an agent spends on one, positive and finite
 */
public record Traffic(@Required double rate, @Required double handling) implements StrictDocument {

    private static final double SECONDS_AN_HOUR = 3_600;

    public Traffic {
        Figures.requirePositive("rate", rate);
        Figures.requirePositive("handling", handling);
        Figures.requirePositive("rate times handling", rate * handling);
    }

    /** Arrivals an hour and a mean handling time; in seconds from here on. */
    public static Traffic perHour(double arrivals, Duration handling) {
        return new Traffic(arrivals / SECONDS_AN_HOUR, Figures.seconds(handling));
    }

    /** The load in erlangs: how many agents would be busy on average if nobody had to wait. */
    public double load() {
        return rate * handling;
    }
}
