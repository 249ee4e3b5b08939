package io.github.saleskit.core.opportunity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * How a lead becomes an account, a contact and an opportunity, as data.
 *
 * <pre>{@code
 * {"version": 1, "name": "standard", "status": "converted", "stage": "discovery", "mappings": [
 *    {"from": "company", "to": "account.name"}, {"from": "name", "to": "contact.name"}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param status id of the status of the lead process that a converted lead enters
 * @param stage id of the open stage of the sales process that the opportunity begins in
 * @param mappings which field goes where; a field may go to several places, but no place has two fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConversionPlan(
        @Required int version,
        @Required String name,
        @Required String status,
        @Required String stage,
        List<FieldMapping> mappings)
        implements StrictDocument {

    public ConversionPlan {
        DocumentVersion.require("conversion plan", version, 1);
        requireNonNull(name, "name");
        requireNonNull(status, "status");
        requireNonNull(stage, "stage");
        mappings = mappings == null ? List.of() : List.copyOf(mappings);
    }

    /** A plan of the newest version without mappings. */
    public static ConversionPlan of(String name, String status, String stage) {
        return new ConversionPlan(1, name, status, stage, List.of());
    }

    /** A plan for {@link io.github.saleskit.core.lead.Lead} and the standard lead process. */
    public static ConversionPlan standard(String stage) {
        return of("standard", "converted", stage)
                .mapping("company", "account.name")
                .mapping("industry", "account.industry")
                .mapping("employees", "account.employees")
                .mapping("country", "account.country")
                .mapping("owner", "account.owner")
                .mapping("name", "contact.name")
                .mapping("title", "contact.title")
                .mapping("email", "contact.email")
                .mapping("language", "contact.language")
                .mapping("consents", "contact.consents")
                .mapping("company", "opportunity.name")
                .mapping("owner", "opportunity.owner");
    }

    /** The same plan with one more mapping. */
    public ConversionPlan mapping(String from, String to) {
        List<FieldMapping> more = new ArrayList<>(mappings);
        more.add(new FieldMapping(from, to));
        return new ConversionPlan(version, name, status, stage, more);
    }
}
