package io.github.saleskit.core.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to the arrivals of each interval of one day. */
final class DayTally {

    private static final int ARRIVALS = 0;
    private static final int IN_TIME = 1;
    private static final int ABANDONED = 2;
    private static final int WAIT = 3;

    /** By figure and interval. */
    private final double[][] figures;

    DayTally(int intervals) {
        figures = new double[4][intervals];
    }

    void arrived(int interval) {
        figures[ARRIVALS][interval]++;
    }

    void answered(int interval, double wait, double threshold) {
        figures[IN_TIME][interval] += wait <= threshold ? 1 : 0;
        figures[WAIT][interval] += wait;
    }

    void gaveUp(int interval, double wait) {
        figures[ABANDONED][interval]++;
        figures[WAIT][interval] += wait;
    }

    long arrivals() {
        return (long) sum(ARRIVALS, 0, figures[0].length);
    }

    private double sum(int figure, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += figures[figure][i];
        }
        return sum;
    }

    static DayEstimate estimate(List<DayTally> days) {
        int count = days.get(0).figures[0].length;
        List<IntervalEstimate> intervals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            intervals.add(estimate(days, i, i + 1));
        }
        return new DayEstimate(1, days.size(), estimate(days, 0, count), intervals);
    }

    private static IntervalEstimate estimate(List<DayTally> days, int from, int to) {
        double arrivals =
                days.stream().mapToDouble(day -> day.sum(ARRIVALS, from, to)).sum();
        return new IntervalEstimate(
                arrivals / days.size(),
                ratio(days, IN_TIME, from, to, arrivals),
                ratio(days, ABANDONED, from, to, arrivals),
                ratio(days, WAIT, from, to, arrivals));
    }

    /** A figure for each arrival; absent when nothing ever arrived. */
    private static Optional<Estimate> ratio(List<DayTally> days, int figure, int from, int to, double arrivals) {
        if (arrivals == 0) {
            return Optional.empty();
        }
        double ratio =
                days.stream().mapToDouble(day -> day.sum(figure, from, to)).sum() / arrivals;
        double squares = 0;
        for (DayTally day : days) {
            double residual = day.sum(figure, from, to) - ratio * day.sum(ARRIVALS, from, to);
            squares += residual * residual;
        }
        double error = Math.sqrt(squares * days.size() / (days.size() - 1.0)) / arrivals;
        return Optional.of(new Estimate(ratio, error));
    }
}
