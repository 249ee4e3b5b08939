package io.github.saleskit.core.scoring;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * One side of a grid of grades: the points of some groups, cut into bands.
 *
 * <p>Immutable and thread-safe.
 *
 * @param groups ids of the groups whose points are added up; at least one
 * @param bands from the highest down; at least one
 */
public record GradeAxis(
        @Required List<String> groups, @Required List<Grade> bands) implements StrictDocument {

    public GradeAxis {
        groups = List.copyOf(groups);
        bands = List.copyOf(bands);
    }

    /** The points of one group, cut into bands from the highest down. */
    public static GradeAxis of(String group, Grade... bands) {
        return new GradeAxis(List.of(group), List.of(bands));
    }
}
