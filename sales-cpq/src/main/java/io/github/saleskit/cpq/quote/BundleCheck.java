package io.github.saleskit.cpq.quote;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * Whether the bundles of a quote hold what they have to, and nothing else.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reasons what is missing, too much or foreign, in the order of the lines; empty where all is well
 */
public record BundleCheck(List<Reason> reasons) implements Decision, StrictDocument {

    public BundleCheck {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** Whether all is well. */
    @JsonIgnore
    public boolean passed() {
        return reasons.isEmpty();
    }
}
