package io.github.saleskit.territory.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the rules cover a set of accounts in the main layer.
 *
 * <p>Immutable and thread-safe.
 *
 * @param accounts how many were looked at
 * @param owned how many are in a territory
 * @param gapExamples ids of the first accounts that are in none, at most 20
 * @param territories what each territory has, in the order of the model
 * @param uncovered totals of each measure over the accounts in no territory: the white space, together with the
 *     {@link #unstaffed} territories
 * @param overlaps the pairs of rules that only their order decides, those with most accounts first
 * @param reasons what was found
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CoverageReport(
        @Required long accounts,
        @Required long owned,
        List<String> gapExamples,
        List<TerritoryCoverage> territories,
        Map<String, Double> uncovered,
        List<TerritoryOverlap> overlaps,
        List<Reason> reasons)
        implements Decision, StrictDocument {

    public CoverageReport {
        gapExamples = gapExamples == null ? List.of() : List.copyOf(gapExamples);
        territories = territories == null ? List.of() : List.copyOf(territories);
        uncovered = uncovered == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(uncovered));
        overlaps = overlaps == null ? List.of() : List.copyOf(overlaps);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** How many accounts are in no territory. */
    public long gaps() {
        return accounts - owned;
    }

    /** The territories that have accounts but nobody who works there. */
    public List<TerritoryCoverage> unstaffed() {
        return territories.stream()
                .filter(territory -> territory.accounts() > 0 && territory.reps() == 0)
                .toList();
    }
}
