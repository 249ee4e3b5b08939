package io.github.saleskit.core.scoring;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the points of many leads are spread.
 *
 * <p>A quartile is the smallest of the points that at least that part of the leads do not exceed. Immutable and
 * thread-safe.
 *
 * @param lowest the fewest points
 * @param lowerQuartile a quarter has at most so many
 * @param median half has at most so many
 * @param upperQuartile three quarters have at most so many
 * @param highest the most points
 * @param mean rounded to a thousandth, half to even
 */
public record PointsDistribution(
        @Required BigDecimal lowest,
        @Required BigDecimal lowerQuartile,
        @Required BigDecimal median,
        @Required BigDecimal upperQuartile,
        @Required BigDecimal highest,
        @Required BigDecimal mean)
        implements StrictDocument {

    public PointsDistribution {
        lowest = Thousandths.plain(lowest);
        lowerQuartile = Thousandths.plain(lowerQuartile);
        median = Thousandths.plain(median);
        upperQuartile = Thousandths.plain(upperQuartile);
        highest = Thousandths.plain(highest);
        mean = Thousandths.plain(mean);
    }

    /** Of at least one score. */
    static PointsDistribution of(List<BigDecimal> points) {
        List<BigDecimal> sorted = points.stream().sorted().toList();
        int last = sorted.size() - 1;
        BigDecimal sum = sorted.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PointsDistribution(
                sorted.get(0),
                sorted.get(last / 4),
                sorted.get(last / 2),
                sorted.get((3 * sorted.size() + 3) / 4 - 1),
                sorted.get(last),
                sum.divide(BigDecimal.valueOf(sorted.size()), Thousandths.PLACES, RoundingMode.HALF_EVEN));
    }
}
