package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * How many points a rule gives: a fixed number, by the range a number falls into, or so many per unit of a number.
 *
 * <pre>{@code
 * Points.fixed(30)                                                          // 30
 * Points.byRange("employees", PointRange.between(50, 200, 5), PointRange.from(200, 15))
 * Points.perUnit("minutes", "0.5")                                          // half a point a minute
 * }</pre>
 *
 * <p>As JSON {@code 30}, {@code {"field": "employees", "ranges": [{"from": 50, "to": 200, "points": 5}, {"from": 200,
 * "points": 15}]}} and {@code {"field": "minutes", "perUnit": 0.5}}. The field is one of the lead, or, in a rule about
 * events, one of the event, and a whole, number or decimal. Where it has no value, or none that is finite, there are no
 * points.
 *
 * <p>Points have at most three decimal places. Immutable and thread-safe. More kinds may follow.
 */
public sealed interface Points {

    /**
     * Always the same.
     *
     * @param points not 0, at most three decimal places, at most {@value ScoringModel#MOST_POINTS} either way
     */
    record Fixed(BigDecimal points) implements Points {
        public Fixed {
            points = Thousandths.plain(points);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Fixed fromJson(BigDecimal points) {
            return new Fixed(points);
        }
    }

    /**
     * By the range that a field's value falls into; none outside all ranges. Values and limits are compared as doubles.
     *
     * @param field name of a numeric field
     * @param ranges that do not overlap, in any order
     */
    record ByRange(String field, List<PointRange> ranges) implements Points {
        public ByRange {
            requireNonNull(field, "field");
            ranges = List.copyOf(ranges);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static ByRange fromJson(PointsShape shape) {
            return shape.toPoints(ByRange.class);
        }
    }

    /**
     * {@code base + perUnit * value}, calculated as a double and rounded to the nearest thousandth, ties to the even
     * one; no more than {@value ScoringModel#MOST_POINTS} either way. A rule's cap and floor limit it further.
     *
     * @param field name of a numeric field
     * @param perUnit for each one of the value; not 0, at most nine decimal places
     * @param base added once
     */
    record PerUnit(String field, BigDecimal perUnit, BigDecimal base) implements Points {
        public PerUnit {
            requireNonNull(field, "field");
            perUnit = Thousandths.plain(perUnit);
            base = Thousandths.plain(base);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static PerUnit fromJson(PointsShape shape) {
            return shape.toPoints(PerUnit.class);
        }
    }

    /** Always the same whole number of points. */
    static Points fixed(int points) {
        return new Fixed(BigDecimal.valueOf(points));
    }

    /**
     * Always the same number of points.
     *
     * @param points a decimal number such as {@code 2.5}
     */
    static Points fixed(String points) {
        return new Fixed(decimal("points", points));
    }

    /** By the range that a field's value falls into. */
    static Points byRange(String field, PointRange... ranges) {
        return new ByRange(field, List.of(ranges));
    }

    /**
     * So many points for each one of a field's value.
     *
     * @param perUnit a decimal number such as {@code 0.05}
     */
    static Points perUnit(String field, String perUnit) {
        return new PerUnit(field, decimal("perUnit", perUnit), BigDecimal.ZERO);
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " is \"" + text + "\", but must be a decimal number.\nMaybe \"2.5\"?", e);
        }
    }

    // beside the one for long: else Jackson gives numbers that fit an int to the creator from an object
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Points fromJson(int points) {
        return fixed(points);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Points fromJson(long points) {
        return new Fixed(BigDecimal.valueOf(points));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Points fromJson(double points) {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("points is " + points + ", but must be finite.");
        }
        return new Fixed(BigDecimal.valueOf(points));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Points fromJson(PointsShape shape) {
        return shape.toPoints(Points.class);
    }

    /** As JSON: a number or an object. */
    @JsonValue
    private Object toJson() {
        return this instanceof Fixed fixed ? fixed.points() : PointsShape.of(this);
    }
}
