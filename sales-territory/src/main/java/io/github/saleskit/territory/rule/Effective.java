package io.github.saleskit.territory.rule;

import java.time.Instant;
import java.util.Optional;

/** Effective dates: from a first moment to the first moment after. */
final class Effective {

    private Effective() {}

    static void requireOrder(Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("from is " + from.get() + ", which is not before until, " + until.get()
                    + ".\nMaybe the two are swapped?");
        }
    }

    static boolean at(Optional<Instant> from, Optional<Instant> until, Instant asOf) {
        return !(from.isPresent() && asOf.isBefore(from.get())) && !(until.isPresent() && !asOf.isBefore(until.get()));
    }
}
