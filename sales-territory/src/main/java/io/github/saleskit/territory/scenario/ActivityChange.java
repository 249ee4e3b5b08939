package io.github.saleskit.territory.scenario;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * By how much the activity of accounts in a measure would be larger or smaller.
 *
 * <pre>{@code
 * ActivityChange.scaled("visits", 1.2);                                 // a fifth more, everywhere
 * new ActivityChange("potential", .5, List.of("A-17", "A-18"));         // half, for two accounts
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param measure that changes
 * @param factor that the activity is multiplied by, from 0 to 1000000
 * @param accounts ids of the accounts that change; all when empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ActivityChange(
        @Required String measure,
        @Required double factor,
        @Complete List<String> accounts) implements StrictDocument {

    private static final double MOST = 1e6;

    public ActivityChange {
        requireNonNull(measure, "measure");
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        if (!(factor >= 0 && factor <= MOST)) {
            throw new IllegalArgumentException("factor is " + factor + ", but must be from 0 to 1000000.");
        }
    }

    /** A change of all accounts. */
    public static ActivityChange scaled(String measure, double factor) {
        return new ActivityChange(measure, factor, List.of());
    }
}
