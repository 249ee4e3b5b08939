package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A lead of the past as it was known at an instant, and what became of it: an example to learn from.
 *
 * <p>The lead must read as it was <em>then</em>; what was only learned later would be a leak. Immutable where the lead
 * is.
 *
 * @param <T> the host's type of lead
 * @param lead as it was known then
 * @param won whether it was converted, or whatever else is to be predicted
 * @param asOf when; with it for all examples, a scorecard is chosen by how well it would have predicted what came later
 */
public record KnownOutcome<T>(T lead, boolean won, Optional<Instant> asOf) {

    public KnownOutcome {
        requireNonNull(lead, "lead");
        requireNonNull(asOf, "asOf");
    }

    /** An example whose instant is not known. */
    public static <T> KnownOutcome<T> of(T lead, boolean won) {
        return new KnownOutcome<>(lead, won, Optional.empty());
    }

    /** An example as of an instant. */
    public static <T> KnownOutcome<T> of(T lead, boolean won, Instant asOf) {
        return new KnownOutcome<>(lead, won, Optional.of(asOf));
    }
}
