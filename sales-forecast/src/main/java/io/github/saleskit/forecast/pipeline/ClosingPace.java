package io.github.saleskit.forecast.pipeline;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * How fast deals are won and lost by their age in a stage, from which follows how probably one is won within a time.
 *
 * <p>Within a band wins and losses come at constant rates, as competing risks.
 *
 * <p>Source: J. D. Kalbfleisch, R. L. Prentice, The Statistical Analysis of Failure Time Data, 2002, chapter 8.
 *
 * <p>Immutable and thread-safe.
 *
 * @param bands by age, the first from day 0
 */
public record ClosingPace(@Required List<PaceBand> bands) implements StrictDocument {

    public ClosingPace {
        bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /**
     * The probability that a deal that is open at one age is won up to another.
     *
     * @param age in days, at least 0
     * @param until in days, at least {@code age}; {@link Double#POSITIVE_INFINITY} for ever being won
     */
    public double chanceOfWin(double age, double until) {
        double chance = 0;
        double stillOpen = 1;
        for (int i = 0; i < bands.size(); i++) {
            double end = i + 1 < bands.size() ? bands.get(i + 1).fromDay() : Double.POSITIVE_INFINITY;
            double days = Math.min(end, until) - Math.max(bands.get(i).fromDay(), age);
            double rate = bands.get(i).wonADay() + bands.get(i).lostADay();
            if (days > 0 && rate > 0) {
                double closed = -StrictMath.expm1(-rate * days);
                chance += stillOpen * closed * bands.get(i).wonADay() / rate;
                stillOpen *= 1 - closed;
            }
        }
        return Math.min(1, chance);
    }

    void check(Problems problems) {
        if (bands.isEmpty() || bands.get(0).fromDay() != 0) {
            problems.at("bands")
                    .report("pace.start", null, "the first band does not begin at day 0", "Maybe add \"fromDay\": 0?");
        }
        for (int i = 0; i < bands.size(); i++) {
            PaceBand band = bands.get(i);
            if (i > 0 && band.fromDay() <= bands.get(i - 1).fromDay()) {
                problems.at("bands", i, "fromDay")
                        .report("pace.order", "" + band.fromDay(), "bands have to begin later one after the other");
            }
            if (!isRate(band.wonADay()) || !isRate(band.lostADay())) {
                problems.at("bands", i)
                        .report(
                                "pace.rate",
                                band.wonADay() + ", " + band.lostADay(),
                                "wins and losses a day must be numbers of at least 0");
            }
        }
    }

    private static boolean isRate(double rate) {
        return rate >= 0 && Double.isFinite(rate);
    }
}
