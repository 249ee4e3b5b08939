package io.github.saleskit.territory.design;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.territory.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * What territories are to be designed from: accounts, the territories to fill, and what each territory may hold.
 *
 * <p>A plan puts every account into exactly one territory, keeps the limits and the fixed assignments, and makes the sum of
 * the distances from the accounts to the centre of their territory small; the centre is one of the territory's own accounts
 * (the capacitated p-median problem).
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
 * @param territories to be filled, each with at least one account; those without fixed accounts are interchangeable
 * @param limits what every territory has to keep, at most one a measure
 * @param fixed accounts whose territory is given
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TerritoryProblem(
        @JsonProperty(required = true) int version,
        @JsonProperty(required = true) List<TerritoryAccount> accounts,
        @JsonProperty(required = true) List<Territory> territories,
        List<ActivityLimit> limits,
        List<FixedAssignment> fixed)
        implements StrictDocument, WithTerritoryProblem {

    public TerritoryProblem {
        DocumentVersion.require("territory problem", version, 1);
        accounts = List.copyOf(accounts);
        territories = List.copyOf(territories);
        limits = limits == null ? List.of() : List.copyOf(limits);
        fixed = fixed == null ? List.of() : List.copyOf(fixed);
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
