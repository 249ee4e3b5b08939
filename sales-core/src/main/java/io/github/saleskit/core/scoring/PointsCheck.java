package io.github.saleskit.core.scoring;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds whatever is wrong with the points of a rule, its field aside. */
final class PointsCheck {

    private static final int MOST_RANGES = 10_000;
    private static final int PER_UNIT_PLACES = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(ScoringModel.MOST_POINTS);

    private PointsCheck() {}

    static boolean sound(Points points) {
        Problems problems = new Problems();
        check(points, problems);
        return problems.isEmpty();
    }

    static void check(Points points, Problems at) {
        if (points instanceof Points.Fixed fixed) {
            number(fixed.points(), at);
            if (fixed.points().signum() == 0) {
                at.report("scoring.noPoints", "0", "a rule of 0 points changes nothing", "Maybe delete the rule?");
            }
        } else if (points instanceof Points.ByRange byRange) {
            ranges(byRange.ranges(), at.at("ranges"));
        } else if (points instanceof Points.PerUnit perUnit) {
            perUnit(perUnit, at);
        }
    }

    static void number(BigDecimal points, Problems at) {
        if (points.abs().compareTo(MOST) > 0) {
            at.report(
                    "scoring.pointsRange",
                    points.toString(),
                    "points are from -" + ScoringModel.MOST_POINTS + " to " + ScoringModel.MOST_POINTS);
        } else if (Thousandths.tooFine(points)) {
            at.report(
                    "scoring.pointsPlaces",
                    points.toString(),
                    "points have at most " + Thousandths.PLACES + " decimal places");
        }
    }

    private static void perUnit(Points.PerUnit points, Problems at) {
        BigDecimal perUnit = points.perUnit();
        if (perUnit.signum() == 0) {
            at.at("perUnit").report("scoring.noPoints", "0", "0 points per unit change nothing");
        } else if (perUnit.abs().compareTo(MOST) > 0 || perUnit.scale() > PER_UNIT_PLACES) {
            at.at("perUnit")
                    .report(
                            "scoring.perUnitRange",
                            perUnit.toString(),
                            "points per unit are from -" + ScoringModel.MOST_POINTS + " to "
                                    + ScoringModel.MOST_POINTS + " with at most " + PER_UNIT_PLACES
                                    + " decimal places");
        }
        number(points.base(), at.at("base"));
    }

    private static void ranges(List<PointRange> ranges, Problems at) {
        if (ranges.isEmpty()) {
            at.report("scoring.noRanges", null, "there is no range");
        } else if (ranges.size() > MOST_RANGES) {
            at.report(
                    "scoring.tooManyRanges",
                    String.valueOf(ranges.size()),
                    "points are by at most " + MOST_RANGES + " ranges");
            return;
        }
        List<Integer> sound = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            if (range(ranges.get(i), at.at(i))) {
                sound.add(i);
            }
        }
        overlaps(ranges, sound, at);
        if (!ranges.isEmpty()
                && ranges.stream().allMatch(range -> range.points().signum() == 0)) {
            at.report("scoring.noPoints", "0", "ranges that all give 0 points change nothing");
        }
    }

    private static boolean range(PointRange range, Problems at) {
        number(range.points(), at.at("points"));
        if (from(range) < to(range) && to(range) > -Double.MAX_VALUE && from(range) < Double.MAX_VALUE) {
            return true;
        }
        at.report("scoring.emptyRange", text(range), "the range " + text(range) + " is empty");
        return false;
    }

    private static void overlaps(List<PointRange> ranges, List<Integer> sound, Problems at) {
        List<Integer> sorted = sound.stream()
                .sorted(Comparator.comparingDouble((Integer i) -> from(ranges.get(i)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        IntStream.range(1, sorted.size()).forEach(i -> {
            PointRange before = ranges.get(sorted.get(i - 1));
            PointRange after = ranges.get(sorted.get(i));
            if (from(after) < to(before)) {
                at.at(sorted.get(i))
                        .report(
                                "scoring.overlap",
                                text(after),
                                "the range " + text(after) + " overlaps with " + text(before),
                                "Maybe \"to\" is meant to be out? It is.");
            }
        });
    }

    static double from(PointRange range) {
        return range.from().map(PointsCheck::number).orElse(Double.NEGATIVE_INFINITY);
    }

    static double to(PointRange range) {
        return range.to().map(PointsCheck::number).orElse(Double.POSITIVE_INFINITY);
    }

    /** Without a negative zero. */
    private static double number(BigDecimal limit) {
        return limit.doubleValue() + 0.0;
    }

    private static String text(PointRange range) {
        return "[" + range.from().map(BigDecimal::toString).orElse("...") + ", "
                + range.to().map(BigDecimal::toString).orElse("...") + ")";
    }
}
