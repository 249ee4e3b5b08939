package io.github.saleskit.core.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * An organisation one sells to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param industry in the host's words
 * @param employees head count
 * @param revenue a year
 * @param country in the host's codes, such as {@code JP}
 * @param city where it sits
 * @param domain of its web site and mail addresses, such as {@code example.com}
 * @param owner id of the rep who looks after it
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Account(
        @Required String id,
        @Required String name,
        Optional<String> industry,
        Optional<Integer> employees,
        Optional<Money> revenue,
        Optional<String> country,
        Optional<String> city,
        Optional<String> domain,
        Optional<String> owner)
        implements StrictDocument, WithAccount {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Account> FIELDS = FieldSet.of(Account.class)
            .id(Account::id)
            .text("id", Account::id)
            .text("name", Account::name)
            .text("industry", account -> account.industry().orElse(null))
            .optionalWhole("employees", account -> account.employees().orElse(null))
            .money("revenue", account -> account.revenue().orElse(null))
            .text("country", account -> account.country().orElse(null))
            .text("city", account -> account.city().orElse(null))
            .text("domain", account -> account.domain().orElse(null))
            .text("owner", account -> account.owner().orElse(null))
            .build();

    public Account {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        if (employees.isPresent() && employees.get() < 0) {
            throw new IllegalArgumentException(
                    "employees of " + id + " is " + employees.get() + ", but must not be negative.");
        }
    }

    /** A builder in which everything but id and name may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Account}. */
    public static final class Builder extends AccountBuilder {
        Builder() {}
    }
}
