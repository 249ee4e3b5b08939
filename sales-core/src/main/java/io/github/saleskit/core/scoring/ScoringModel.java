package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How leads are scored, as data: groups of rules with points, and grades by total or by a grid.
 *
 * <pre>{@code
 * {"version": 1, "name": "inbound",
 *  "groups": [
 *    {"id": "fit", "cap": 50, "rules": [
 *      {"id": "target industry", "when": {"field": "industry", "in": ["Software", "Finance"]}, "points": 30},
 *      {"id": "big company", "when": {"field": "employees", "atLeast": 200}, "points": 25}]},
 *    {"id": "engagement", "cap": 40, "rules": [
 *      {"id": "visit", "event": {"field": "kind", "is": "visit"}, "points": 5,
 *       "repeats": {"factor": 0.5}, "decay": {"type": "halfLife", "halfLife": "P14D"}}]}],
 *  "grades": [{"name": "A", "from": 50}, {"name": "B", "from": 20}]}
 * }</pre>
 *
 * <p>A lead below every grade has none. The model is checked when a {@link LeadScorer} is compiled. Immutable and
 * thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param groups whose points add up to the score
 * @param grades by the total, from the highest down; may be empty
 * @param grid grades by two sums of points, in place of those by the total
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScoringModel(
        @Required int version,
        @Required String name,
        List<RuleGroup> groups,
        List<Grade> grades,
        Optional<GradeGrid> grid)
        implements StrictDocument, WithScoringModel {

    /** The most points a rule gives or takes for a lead or an event, and the widest limit of a group. */
    public static final int MOST_POINTS = 100_000;

    /** The most points a rule gives or takes for any number of events: as much as a thousand of the largest. */
    public static final long MOST_POINTS_OF_A_RULE = 100_000_000;

    /** The most rules a model has, and the most groups. */
    public static final int MOST_RULES = 10_000;

    public ScoringModel {
        DocumentVersion.require("scoring model", version, 1);
        requireNonNull(name, "name");
        groups = groups == null ? List.of() : List.copyOf(groups);
        grades = grades == null ? List.of() : List.copyOf(grades);
    }

    /** The names of all grades, from the best down; of a grid row by row, each once. */
    public List<String> gradeNames() {
        Set<String> names = new LinkedHashSet<>();
        grades.forEach(grade -> names.add(grade.name()));
        grid.ifPresent(cells -> names.addAll(cells.gradeNames()));
        return List.copyOf(names);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ScoringModel}. */
    public static final class Builder extends ScoringModelBuilder {
        Builder() {
            version(1);
        }
    }
}
