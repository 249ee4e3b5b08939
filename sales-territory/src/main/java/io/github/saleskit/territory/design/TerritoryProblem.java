package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.geo.Border;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What territories are to be designed from: accounts, the territories to fill, and what each territory may hold.
 *
 * <p>A plan puts every account into exactly one territory, keeps the limits and the other demands, and makes the sum of
 * the distances from the accounts to the centre of their territory small; the centre is one of the territory's own
 * accounts (the capacitated p-median problem), the home of its rep, or, if so wanted, anywhere. Where borders are
 * given, every territory is in one piece, and what is made small may also be the borders that are cut.
 *
 * <pre>{@code
 * TerritoryProblem problem = TerritoryProblem.builder()
 *         .addAllAccounts(accounts)
 *         .addAllTerritories(Territory.numbered(8))
 *         .addLimits(ActivityLimit.withinShareOfMean("potential", .1))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe. {@link TerritoryPlanner#compile} checks what concerns more than one part.
 *
 * @param version of the document, 1
 * @param accounts in any order, which does not influence the plan
 * @param territories to be filled, each with at least one account unless its rep has a home; those without fixed
 *     accounts are interchangeable
 * @param limits what every territory has to keep, at most one a measure
 * @param fixed accounts whose territory is given
 * @param forbidden territories that accounts must not be in
 * @param together groups of accounts that must be in one territory
 * @param apart groups of accounts of which no two may be in one territory
 * @param borders who is whose neighbour; when given, every territory must be connected
 * @param objective what is made small; {@link PlanObjective#DISTANCE} when absent
 * @param centres where the centres of territories without a home may be; {@link CentrePlacement#ON_ACCOUNTS} when
 *     absent
 * @param count that the planner chooses how many of the territories are filled; all of them when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryProblem(
        @Required int version,
        @Required List<TerritoryAccount> accounts,
        @Required List<Territory> territories,
        List<ActivityLimit> limits,
        List<FixedAssignment> fixed,
        List<ForbiddenAssignment> forbidden,
        List<AccountGroup> together,
        List<AccountGroup> apart,
        List<Border> borders,
        Optional<PlanObjective> objective,
        Optional<CentrePlacement> centres,
        Optional<TerritoryCount> count)
        implements StrictDocument, WithTerritoryProblem {

    public TerritoryProblem {
        DocumentVersion.require("territory problem", version, 1);
        accounts = List.copyOf(accounts);
        territories = List.copyOf(territories);
        limits = copy(limits);
        fixed = copy(fixed);
        forbidden = copy(forbidden);
        together = copy(together);
        apart = copy(apart);
        borders = copy(borders);
        objective = objective == null ? Optional.empty() : objective;
        centres = centres == null ? Optional.empty() : centres;
        count = count == null ? Optional.empty() : count;
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A builder of the current version. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a problem part by part. */
    public static final class Builder extends TerritoryProblemBuilder {
        Builder() {
            version(1);
        }
    }
}
