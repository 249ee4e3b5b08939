package io.github.saleskit.core.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A group of reps and of leads that can go nowhere else, too many for the room there: the proof, by Hall's theorem,
 * that {@code leads.size() - capacity} leads must stay unmatched.
 *
 * <p>Every rep eligible for one of the leads is in the group. P. Hall, "On representatives of subsets", Journal of the
 * London Mathematical Society 10 (1935). Immutable and thread-safe.
 *
 * @param reps ids of the reps, in natural order
 * @param capacity how many leads they can take together
 * @param leads ids of the leads that can go only to them, in natural order; more than {@code capacity}
 */
public record Bottleneck(
        @JsonProperty(required = true) List<String> reps,
        @JsonProperty(required = true) long capacity,
        @JsonProperty(required = true) List<String> leads)
        implements StrictDocument {

    public Bottleneck {
        reps = List.copyOf(reps);
        leads = List.copyOf(leads);
    }
}
