package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the catalogue of reasons for which leads are disqualified or put aside.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param statuses ids of the statuses it is a reason for; at least one
 * @param returnAfterDays for recycling: after how many days of 24 hours a lead comes back if nobody says when; from 1
 *     to 3,650
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StatusReason(
        @Required String id, @Required String name, List<String> statuses, Optional<Integer> returnAfterDays)
        implements StrictDocument {

    /** The most days after which a lead comes back. */
    public static final int MOST_DAYS = 3_650;

    public StatusReason {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
    }

    /** A reason without a time for coming back. */
    public static StatusReason of(String id, String name, String... statuses) {
        return new StatusReason(id, name, List.of(statuses), Optional.empty());
    }

    /** The same reason, after which a lead comes back in so many days if nobody says when. */
    public StatusReason returningAfterDays(int days) {
        return new StatusReason(id, name, statuses, Optional.of(days));
    }
}
