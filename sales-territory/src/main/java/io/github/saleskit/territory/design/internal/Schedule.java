package io.github.saleskit.territory.design.internal;

import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.territory.design.PacedStop;

/**
 * Shares out the effort that a search is allowed, be it units of work or the time of a {@link PacedStop}, among its
 * phases.
 */
final class Schedule {

    /** How often the share is asked for before the pace is asked for again; reading a clock is not free. */
    private static final int ASK_EVERY = 32;

    private static final double MOST_FOR_REPORT = .15;

    private final WorkMeter meter;
    private final StopSignal stop;
    private final long units;
    private int untilAsked = 1;
    private double paced;
    /** The share of the time at which the last phase ends. */
    private double end = 1;

    Schedule(WorkMeter meter, StopSignal stop, long units) {
        this.meter = meter;
        this.stop = stop;
        this.units = units;
    }

    /**
     * Starts a phase now.
     *
     * @param until how much of the whole effort is over when the phase ends, from 0 to 1
     */
    Phase phase(String name, double until) {
        Phase phase = new Phase(this, share(), until);
        meter.phase(name, phase.units());
        return phase;
    }

    /**
     * Keeps some of the time of a paced stop for what comes after the last phase: writing a plan takes about as long as
     * reading the problem and laying out a first plan, which is what the time was spent on so far.
     */
    void keepTimeForReport() {
        if (stop instanceof PacedStop pace) {
            end = 1 - Math.min(MOST_FOR_REPORT, pace.shareOver());
        }
    }

    /** How much of the whole effort is over. */
    double share() {
        double spent = units == 0 ? 1 : (double) meter.spent() / units;
        return Math.max(spent, stop instanceof PacedStop pace ? paced(pace) / end : 0);
    }

    private double paced(PacedStop pace) {
        if (--untilAsked == 0) {
            untilAsked = ASK_EVERY;
            paced = Math.max(paced, pace.shareOver());
        }
        return paced;
    }

    long unitsUntil(double share) {
        return Math.max(0, (long) (units * share) - meter.spent());
    }
}
