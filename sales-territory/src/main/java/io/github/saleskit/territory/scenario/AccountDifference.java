package io.github.saleskit.territory.scenario;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * An account that two scenarios put into different territories.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account id of the account
 * @param inOne id of its territory in the one scenario
 * @param inOther id of its territory in the other
 * @param reasons why it moves in the one, in the other or in both
 */
public record AccountDifference(
        @Required String account,
        @Required String inOne,
        @Required String inOther,
        @Complete List<Reason> reasons) implements StrictDocument {

    public AccountDifference {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
