package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.Collections;
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
 * @param status how far it has come
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
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Lead(
        @Required String id,
        @Required LeadStatus status,
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
        Optional<String> owner)
        implements StrictDocument, WithLead {

    /** The fields for criteria and engines: every component by its name, the status as {@code NEW}, {@code WORKING}, ... */
    public static final FieldSet<Lead> FIELDS = FieldSet.of(Lead.class)
            .id(Lead::id)
            .text("id", Lead::id)
            .text("status", lead -> lead.status().name())
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
            .build();

    public Lead {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "createdAt");
        interests = interests == null
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(interests));
        if (employees.isPresent() && employees.get() < 0) {
            throw new IllegalArgumentException(
                    "employees of " + id + " is " + employees.get() + ", but must not be negative.");
        }
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
