package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.account.Consent;
import io.github.saleskit.core.account.Consents;
import io.github.saleskit.core.account.ContactPermission;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Somebody who may want to buy, before it is known whether they do.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param status id of its status, such as {@code working} of {@link LeadProcess#standard()}
 * @param createdAt when it came in
 * @param name of the person
 * @param company where the person works
 * @param title what the person does there
 * @param email as written
 * @param industry of the company, in the host's words
 * @param employees head count of the company
 * @param country in the host's codes, such as {@code JP}
 * @param language in the host's codes, such as {@code ja}
 * @param source where it came from, in the host's words
 * @param interests products or topics asked about, in the host's words
 * @param owner id of the rep who has it
 * @param consents what the person said about being contacted, in any order; nothing is ever removed
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Lead(
        @Required String id,
        @Required String status,
        @Required Instant createdAt,
        Optional<String> name,
        Optional<String> company,
        Optional<String> title,
        Optional<String> email,
        Optional<String> industry,
        Optional<Integer> employees,
        Optional<String> country,
        Optional<String> language,
        Optional<String> source,
        Set<String> interests,
        Optional<String> owner,
        List<Consent> consents)
        implements StrictDocument, WithLead {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Lead> FIELDS = FieldSet.of(Lead.class)
            .id(Lead::id)
            .text("id", Lead::id)
            .text("status", Lead::status)
            .instant("createdAt", Lead::createdAt)
            .text("name", lead -> lead.name().orElse(null))
            .text("company", lead -> lead.company().orElse(null))
            .text("title", lead -> lead.title().orElse(null))
            .text("email", lead -> lead.email().orElse(null))
            .text("industry", lead -> lead.industry().orElse(null))
            .optionalWhole("employees", lead -> lead.employees().orElse(null))
            .text("country", lead -> lead.country().orElse(null))
            .text("language", lead -> lead.language().orElse(null))
            .text("source", lead -> lead.source().orElse(null))
            .set("interests", Lead::interests)
            .text("owner", lead -> lead.owner().orElse(null))
            .each("consents", Lead::consents, Consent.FIELDS)
            .build();

    public Lead {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        interests = interests == null
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(interests));
        consents = consents == null ? List.of() : List.copyOf(consents);
        if (employees.isPresent() && employees.get() < 0) {
            throw new IllegalArgumentException(
                    "employees of " + id + " is " + employees.get() + ", but must not be negative.");
        }
    }

    /** Whether the person may be contacted by a channel for a purpose at an instant, and why; see {@link Consents}. */
    public ContactPermission mayContact(String channel, String purpose, Instant now) {
        return new Consents(consents).mayContact(channel, purpose, now);
    }

    /** A builder in which everything but id, status and creation may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Lead}. */
    public static final class Builder extends LeadBuilder {
        Builder() {}
    }
}
