package io.github.saleskit.core.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * How log-odds become points: so many at even odds, and so many more each time the odds double.
 *
 * <pre>{@code
 * PointsScale.base(600).doubling(20);               // odds of 1 to 1: 600 points, 2 to 1: 620, 1 to 2: 580
 * PointsScale.base(50).doubling(10).within(0, 100);
 * }</pre>
 *
 * <p>What each field gives is rounded to whole points by itself, so that points add up. Immutable and thread-safe.
 *
 * @param base the points at even odds, from -1,000,000 to 1,000,000
 * @param doubling how many more double the odds, above 0 and at most 100,000
 * @param least the fewest points in all, if any; what fields give is not limited
 * @param greatest the most points in all, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PointsScale(
        @Required int base, @Required double doubling, Optional<Integer> least, Optional<Integer> greatest)
        implements StrictDocument {

    private static final int FURTHEST = 1_000_000;
    private static final double MOST_DOUBLING = 100_000;

    public PointsScale {
        if (Math.abs((long) base) > FURTHEST) {
            throw new IllegalArgumentException("base is " + base + ", but must be from -1000000 to 1000000.");
        }
        if (!(doubling > 0 && doubling <= MOST_DOUBLING)) {
            throw new IllegalArgumentException("doubling is " + doubling + ", but must be above 0 and at most 100000.");
        }
        if (least.isPresent() && greatest.isPresent() && least.get() > greatest.get()) {
            throw new IllegalArgumentException(
                    "least is " + least.get() + ", which is above greatest, " + greatest.get() + ".");
        }
    }

    /** A scale with so many points at even odds, and 20 to double the odds. */
    public static PointsScale base(int points) {
        return new PointsScale(points, 20, Optional.empty(), Optional.empty());
    }

    /** From 0 to 100, 50 at even odds, 10 to double the odds. */
    public static PointsScale standard() {
        return base(50).doubling(10).within(0, 100);
    }

    /** This scale with so many points to double the odds. */
    public PointsScale doubling(double points) {
        return new PointsScale(base, points, least, greatest);
    }

    /** This scale, its totals limited. */
    public PointsScale within(int lowest, int highest) {
        return new PointsScale(base, doubling, Optional.of(lowest), Optional.of(highest));
    }

    /** The points, not rounded and not limited, that log-odds give or take. */
    double of(double logOdds) {
        return logOdds * doubling / StrictMath.log(2);
    }

    int limited(long points) {
        if (least.isPresent() && points < least.get()) {
            return least.get();
        }
        return greatest.isPresent() && points > greatest.get() ? greatest.get() : toInt(points);
    }

    /** The nearest int. */
    static int toInt(long points) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, points));
    }
}
