package io.github.saleskit.territory.realign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.design.TerritoryPlan;
import io.github.saleskit.territory.internal.InOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which territory each account was in until now.
 *
 * <pre>{@code
 * EarlierPlan.of(plan);
 * // South was merged into North
 * EarlierPlan.of(Map.of("A-17", "North", "A-18", "South")).withSuccessor("South", "North");
 * }</pre>
 *
 * <p>Accounts and territories that are gone by now may be named: accounts of a territory that today's problem does not
 * have must move. Accounts of today that are not named are new. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param assignment id of the territory by id of the account
 * @param successors today's territory by the earlier one that goes on in it, renamed or merged; its accounts do not
 *     count as moved when they are in the successor
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EarlierPlan(
        @Required int version,
        @Required Map<String, String> assignment,
        @Complete Map<String, String> successors) implements StrictDocument {

    public EarlierPlan {
        DocumentVersion.require("earlier plan", version, 1);
        assignment = InOrder.copy(assignment);
        successors = InOrder.copy(successors);
    }

    /** The territories as a plan has them. */
    public static EarlierPlan of(TerritoryPlan plan) {
        return of(plan.assignment());
    }

    /** The territory by account. */
    public static EarlierPlan of(Map<String, String> assignment) {
        return new EarlierPlan(1, assignment, Map.of());
    }

    /** The same plan, where one territory goes on in another one of today. */
    public EarlierPlan withSuccessor(String earlier, String today) {
        Map<String, String> more = new LinkedHashMap<>(successors);
        more.put(earlier, today);
        return new EarlierPlan(version, assignment, more);
    }
}
