package io.github.saleskit.core.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Between which points a sum of groups certainly lies: no lead has less or more, though none may come that far.
 *
 * <p>In thousandths, so that sums of fixed points are exact.
 *
 * @param least thousandths of points
 * @param most thousandths of points
 */
record PointsBounds(double least, double most) {

    private static final PointsBounds NOTHING = new PointsBounds(0, 0);

    static PointsBounds of(List<RuleGroup> groups) {
        return groups.stream().map(PointsBounds::ofGroup).reduce(NOTHING, PointsBounds::plus);
    }

    private PointsBounds plus(PointsBounds other) {
        return new PointsBounds(least + other.least, most + other.most);
    }

    private PointsBounds within(Optional<Integer> floor, Optional<Integer> cap) {
        double low = floor.map(PointsBounds::thousandths).orElse(Double.NEGATIVE_INFINITY);
        double high = cap.map(PointsBounds::thousandths).orElse(Double.POSITIVE_INFINITY);
        return new PointsBounds(Math.max(low, Math.min(high, least)), Math.max(low, Math.min(high, most)));
    }

    private static PointsBounds ofGroup(RuleGroup group) {
        return group.rules().stream()
                .map(PointsBounds::ofRule)
                .reduce(NOTHING, PointsBounds::plus)
                .within(group.floor(), group.cap());
    }

    /** Within its limits, and nothing where it does not match. */
    private static PointsBounds ofRule(ScoringRule rule) {
        PointsBounds once = ofPoints(rule.points());
        PointsBounds given = rule.event().isEmpty() ? once : once.times(mostEvents(rule), rounding(rule));
        PointsBounds limited = given.within(rule.floor(), rule.cap());
        return new PointsBounds(Math.min(0, limited.least), Math.max(0, limited.most));
    }

    private PointsBounds times(double events, double rounding) {
        return new PointsBounds(Math.min(0, least) * events - rounding, Math.max(0, most) * events + rounding);
    }

    /**
     * As how many full events all events together count at most; with diminishing returns 1 + f + f^2 + ... = 1 / (1 -
     * f).
     */
    private static double mostEvents(ScoringRule rule) {
        double factor = factor(rule);
        double counted = factor >= 0 && factor < 1 ? 1 / (1 - factor) : ScoringModel.MOST_POINTS_OF_A_RULE;
        return Math.min(rule.repeats().flatMap(Repeats::atMost).orElse(Integer.MAX_VALUE), counted);
    }

    private static double factor(ScoringRule rule) {
        return rule.repeats()
                .flatMap(Repeats::factor)
                .map(BigDecimal::doubleValue)
                .orElse(1.0);
    }

    /**
     * By how much rounding each diminished event up could add: half a thousandth for each that is not rounded to
     * nothing.
     */
    private static double rounding(ScoringRule rule) {
        double factor = factor(rule);
        double events = factor > 0 && factor < 1
                ? 1 - Math.log(2.0 * ScoringModel.MOST_POINTS * Thousandths.POINT) / Math.log(factor)
                : 0;
        return events * 0.5;
    }

    private static PointsBounds ofPoints(Points points) {
        if (points instanceof Points.Fixed fixed) {
            return new PointsBounds(thousandths(fixed.points()), thousandths(fixed.points()));
        }
        if (points instanceof Points.ByRange byRange) {
            return new PointsBounds(
                    Math.min(0, values(byRange).min().orElse(0)),
                    Math.max(0, values(byRange).max().orElse(0)));
        }
        return new PointsBounds(-thousandths(ScoringModel.MOST_POINTS), thousandths(ScoringModel.MOST_POINTS));
    }

    private static double thousandths(int points) {
        return Thousandths.of(points);
    }

    private static double thousandths(BigDecimal points) {
        return points.scaleByPowerOfTen(Thousandths.PLACES).doubleValue();
    }

    private static DoubleStream values(Points.ByRange byRange) {
        return byRange.ranges().stream().mapToDouble(range -> thousandths(range.points()));
    }
}
