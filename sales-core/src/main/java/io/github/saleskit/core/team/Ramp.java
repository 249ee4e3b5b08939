package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How much of a full share a new rep carries while they learn.
 *
 * <pre>{@code
 * Ramp ramp = Ramp.of("90 days", new Ramp.Step(0, .25), new Ramp.Step(30, .5), new Ramp.Step(90, 1));
 * ramp.share(startedOn, startedOn.plusDays(45));    // 0.5
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param steps in order of their days; before the first step the share is 0, after the last it stays as it is
 */
public record Ramp(
        @Required int version,
        @Required String name,
        @Required List<Step> steps) implements StrictDocument {

    /**
     * From a day on, so much of a full share.
     *
     * @param fromDay days since the first day at work, which is day 0
     * @param share from 0 to 1
     */
    public record Step(@Required int fromDay, @Required double share) implements StrictDocument {

        public Step {
            if (fromDay < 0) {
                throw new IllegalArgumentException("fromDay is " + fromDay + ", but must not be negative.");
            }
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share from day " + fromDay + " is " + share
                        + ", but must be from 0 to 1.\nMaybe divide a percentage by 100?");
            }
        }
    }

    public Ramp {
        DocumentVersion.require("ramp", version, 1);
        requireNonNull(name, "name");
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).fromDay() <= steps.get(i - 1).fromDay()) {
                throw new IllegalArgumentException("step " + i + " starts on day "
                        + steps.get(i).fromDay() + ", but must start after day "
                        + steps.get(i - 1).fromDay() + ", on which the one before starts.");
            }
        }
    }

    /** A ramp of the newest version. */
    public static Ramp of(String name, Step... steps) {
        return new Ramp(1, name, List.of(steps));
    }

    /** The share on a day of somebody who started on another; 0 before they start. */
    public double share(LocalDate startedOn, LocalDate day) {
        long since = ChronoUnit.DAYS.between(startedOn, day);
        double share = 0;
        for (Step step : steps) {
            share = step.fromDay() <= since ? step.share() : share;
        }
        return share;
    }
}
