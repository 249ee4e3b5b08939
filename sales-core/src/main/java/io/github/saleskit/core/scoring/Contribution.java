package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;

/**
 * What one rule gave to a score, or what the limits of a group took from or added to it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param group id of the group
 * @param rule id of the rule; absent for the limits of the group: negative points by its cap, positive ones by its floor
 * @param points given, or taken when negative; never 0
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contribution(
        @Required String group,
        Optional<String> rule,
        @Required int points) implements StrictDocument {

    public Contribution {
        requireNonNull(group, "group");
    }
}
