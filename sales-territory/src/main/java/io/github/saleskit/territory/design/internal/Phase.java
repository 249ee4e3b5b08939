package io.github.saleskit.territory.design.internal;

/** A part of a {@link Schedule}: from where it began to a share of the whole effort. */
final class Phase {

    private final Schedule schedule;
    private final double from;
    private final double until;
    private final long units;

    Phase(Schedule schedule, double from, double until) {
        this.schedule = schedule;
        this.from = from;
        this.until = until;
        this.units = schedule.unitsUntil(until);
    }

    /** How much of the phase is over, from 0 to 1. */
    double share() {
        double length = until - from;
        return length <= 0 ? 1 : Math.min(1, Math.max(0, (schedule.share() - from) / length));
    }

    /** From now to the end of one of so many equal parts, counted from 0. */
    Phase part(int number, int count) {
        return new Phase(schedule, schedule.share(), from + (until - from) * (number + 1) / count);
    }

    boolean over() {
        return share() >= 1;
    }

    /** The most units of work that the phase may spend, as the budget has it. */
    long units() {
        return units;
    }
}
