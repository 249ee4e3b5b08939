package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The points of a rule, prepared to be read from a lead or an event in thousandths. */
abstract class PointsReader<R> {

    /** Read where the field has no value, or one outside all ranges. */
    static final long NONE = Long.MIN_VALUE;

    /** Read where the field's value is infinite. */
    static final long NOT_FINITE = Long.MIN_VALUE + 1;

    /** The points in thousandths, or {@link #NONE} or {@link #NOT_FINITE}. */
    abstract long read(R record);

    static boolean given(long points) {
        return points > NOT_FINITE;
    }

    static <R> PointsReader<R> compile(Points points, FieldSet<R> fields, Problems at) {
        if (points instanceof Points.Fixed fixed) {
            return new Constant<>(PointsCheck.sound(fixed) ? Thousandths.of(fixed.points()) : 0);
        }
        if (points instanceof Points.ByRange byRange) {
            Optional<Field<R>> field = field(byRange.field(), fields, at.at("field"));
            return field.isPresent() && PointsCheck.sound(byRange)
                    ? new ByRange<>(field.get(), byRange.ranges())
                    : new Constant<>(0);
        }
        Points.PerUnit perUnit = (Points.PerUnit) points;
        Optional<Field<R>> field = field(perUnit.field(), fields, at.at("field"));
        return field.isPresent() ? new PerUnit<>(field.get(), perUnit) : new Constant<>(0);
    }

    private static <R> Optional<Field<R>> field(String name, FieldSet<R> fields, Problems at) {
        Optional<Field<R>> field = fields.field(name, at);
        if (field.isPresent() && !field.get().kind().numeric()) {
            at.report(
                    "scoring.fieldNotNumeric",
                    name,
                    "points are by a whole, number or decimal, but \"" + name + "\" is of the kind "
                            + field.get().kind(),
                    "Maybe rules with a condition each?");
            return Optional.empty();
        }
        return field;
    }

    /** The same points always. */
    static final class Constant<R> extends PointsReader<R> {
        private final long points;

        Constant(long points) {
            this.points = points;
        }

        @Override
        long read(R record) {
            return points;
        }
    }

    /** By the range the value falls into, found by binary search. */
    private static final class ByRange<R> extends PointsReader<R> {
        private final Field<R> field;
        private final double[] from;
        private final double[] to;
        private final long[] points;

        ByRange(Field<R> field, List<PointRange> ranges) {
            this.field = field;
            List<PointRange> sorted = ranges.stream()
                    .sorted(Comparator.comparingDouble(PointsCheck::from))
                    .toList();
            from = sorted.stream().mapToDouble(PointsCheck::from).toArray();
            to = sorted.stream().mapToDouble(PointsCheck::to).toArray();
            points = sorted.stream()
                    .mapToLong(range -> Thousandths.of(range.points()))
                    .toArray();
        }

        @Override
        long read(R record) {
            double value = field.number(record) + 0.0; // no negative zero, which the search takes for less than zero
            if (!Double.isFinite(value)) {
                return Double.isNaN(value) ? NONE : NOT_FINITE;
            }
            int found = Arrays.binarySearch(from, value);
            int range = found >= 0 ? found : -found - 2;
            return range >= 0 && value < to[range] ? points[range] : NONE;
        }
    }

    /** So many for each one of the value. */
    private static final class PerUnit<R> extends PointsReader<R> {
        private static final double MOST = ScoringModel.MOST_POINTS * (double) Thousandths.POINT;

        private final Field<R> field;
        private final double perUnit;
        private final double base;

        PerUnit(Field<R> field, Points.PerUnit points) {
            this.field = field;
            this.perUnit = points.perUnit().doubleValue();
            this.base = points.base().doubleValue();
        }

        @Override
        long read(R record) {
            double value = field.number(record);
            if (!Double.isFinite(value)) {
                return Double.isNaN(value) ? NONE : NOT_FINITE;
            }
            double thousandths = (base + perUnit * value) * Thousandths.POINT;
            return Thousandths.rounded(Math.max(-MOST, Math.min(MOST, thousandths)));
        }
    }
}
