package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.lead.LeadHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a lead became, field by field, or everything that is in the way.
 *
 * <p>The host stores the account, the contact, the opportunity and the history together, or none of them. Immutable and
 * thread-safe.
 *
 * @param version of this document, 1
 * @param plan name of the plan
 * @param lead id of the lead; absent when its fields have no id
 * @param account made or attached to, with what it gained; absent when the lead is not converted
 * @param contact made or attached to, with what it gained; absent when the lead is not converted
 * @param opportunity made, if asked for
 * @param fields what became of each field of the lead that has a value; empty when the lead is not converted
 * @param next the history of the lead after this; as it was when the lead is not converted
 * @param obstacles what is in the way; empty when the lead is converted
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Conversion(
        @Required int version,
        @Required String plan,
        Optional<String> lead,
        Optional<Account> account,
        Optional<Contact> contact,
        Optional<Opportunity> opportunity,
        List<ConvertedField> fields,
        @Required LeadHistory next,
        List<Reason> obstacles)
        implements Decision, StrictDocument {

    public Conversion {
        DocumentVersion.require("conversion", version, 1);
        requireNonNull(plan, "plan");
        requireNonNull(next, "next");
        fields = fields == null ? List.of() : List.copyOf(fields);
        obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
    }

    /** Whether the lead is converted. */
    public boolean converted() {
        return obstacles.isEmpty();
    }

    /** What the lead became, then what became of each field; or the obstacles. */
    @Override
    public List<Reason> reasons() {
        if (!converted()) {
            return obstacles;
        }
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.of(
                "core.opportunity.converted",
                "account",
                account.map(Account::id).orElse("-"),
                "contact",
                contact.map(Contact::id).orElse("-"),
                "opportunity",
                opportunity.map(Opportunity::id).orElse("-")));
        fields.stream().map(ConvertedField::reason).forEach(reasons::add);
        return reasons;
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends ConversionBuilder {
        Builder() {
            version(1);
        }
    }
}
