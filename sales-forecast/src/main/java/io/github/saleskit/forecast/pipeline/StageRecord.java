package io.github.saleskit.forecast.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the deals that went through one stage, as known at the end of a day. */
final class StageRecord {

    /** Where bands of age begin, in days. */
    private static final int[] FROM = {0, 7, 14, 21, 30, 45, 60, 75, 90, 105, 120, 150, 180, 270, 365};

    private static final double PRIOR_EVENTS = 1;

    private final double[] exposure = new double[FROM.length];
    private final double[] wins = new double[FROM.length];
    private final double[] losses = new double[FROM.length];
    private int won;
    private int lost;
    private int open;

    StageRecord(String stage, List<DealHistory> history, LocalDate asOf) {
        for (DealHistory deal : history) {
            LocalDate entered = deal.entered().get(stage);
            if (entered != null && !entered.isAfter(asOf)) {
                add(deal, entered, asOf);
            }
        }
    }

    private void add(DealHistory deal, LocalDate entered, LocalDate asOf) {
        boolean closed = deal.closed().isPresent() && !deal.closed().get().isAfter(asOf);
        LocalDate end = closed ? deal.closed().orElseThrow() : asOf;
        // A deal closed on the day it came has lived half a day.
        double age = Math.max(0.5, (double) ChronoUnit.DAYS.between(entered, end));
        for (int i = 0; i < FROM.length && FROM[i] < age; i++) {
            double bandEnd = i + 1 < FROM.length ? FROM[i + 1] : Double.POSITIVE_INFINITY;
            exposure[i] += Math.min(age, bandEnd) - FROM[i];
            if (closed && age <= bandEnd) {
                (deal.won().isPresent() ? wins : losses)[i]++;
            }
        }
        if (!closed) {
            open++;
        } else if (deal.won().isPresent()) {
            won++;
        } else {
            lost++;
        }
    }

    int won() {
        return won;
    }

    int lost() {
        return lost;
    }

    int open() {
        return open;
    }

    /** Rates by age; empty when no deal was closed. */
    Optional<ClosingPace> pace() {
        if (won + lost == 0) {
            return Optional.empty();
        }
        double days = 0;
        for (double part : exposure) {
            days += part;
        }
        double winRate = won / days;
        double lossRate = lost / days;
        double priorDays = PRIOR_EVENTS / (winRate + lossRate);
        List<PaceBand> bands = new ArrayList<>();
        for (int i = 0; i < FROM.length; i++) {
            double weight = exposure[i] + priorDays;
            bands.add(new PaceBand(
                    FROM[i], (wins[i] + winRate * priorDays) / weight, (losses[i] + lossRate * priorDays) / weight));
        }
        return Optional.of(new ClosingPace(bands));
    }
}
