package io.github.saleskit.core.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How points by a field look as JSON. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PointsShape(
        @Required String field,
        @Nullable List<PointRange> ranges,
        Optional<BigDecimal> perUnit,
        Optional<BigDecimal> base)
        implements StrictDocument {

    static PointsShape of(Points points) {
        if (points instanceof Points.ByRange byRange) {
            return new PointsShape(byRange.field(), byRange.ranges(), Optional.empty(), Optional.empty());
        }
        Points.PerUnit perUnit = (Points.PerUnit) points;
        Optional<BigDecimal> base = Optional.of(perUnit.base()).filter(number -> number.signum() != 0);
        return new PointsShape(perUnit.field(), null, Optional.of(perUnit.perUnit()), base);
    }

    <P extends Points> P toPoints(Class<P> type) {
        Points points = toPoints();
        if (!type.isInstance(points)) {
            throw new IllegalArgumentException("points are " + points + ", expected " + type.getSimpleName() + ".");
        }
        return type.cast(points);
    }

    private Points toPoints() {
        if (field == null) {
            throw new IllegalArgumentException("field of the points is missing.");
        }
        if (perUnit.isPresent() == (ranges != null) || (base.isPresent() && ranges != null)) {
            throw new IllegalArgumentException(
                    "points by a field have either ranges or perUnit, the latter with an optional base.");
        }
        return ranges != null
                ? new Points.ByRange(field, ranges)
                : new Points.PerUnit(field, perUnit.orElseThrow(), base.orElse(BigDecimal.ZERO));
    }
}
