package io.github.saleskit.core.criteria;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Why a record matches a criterion, or does not.
 *
 * <p>The one reason rests on others as the criterion does on its parts, reduced to what matters: where all had to hold
 * and some did not, those; where one was enough, those that held.
 *
 * <pre>{@code
 * explanation.reasons().get(0).fullText(Locale.ENGLISH);
 * // 1 of 2 conditions fails.
 * //   employees >= 200 does not hold: employees = 50.
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param matched whether it matches
 * @param reasons exactly one, with details
 */
public record Explanation(
        @Required boolean matched, @Required List<Reason> reasons) implements Decision, StrictDocument {
    public Explanation {
        reasons = List.copyOf(reasons);
    }
}
