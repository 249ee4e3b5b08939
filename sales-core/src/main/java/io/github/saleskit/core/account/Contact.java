package io.github.saleskit.core.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A person one sells to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param account id of the organisation the person works for
 * @param title what the person does there
 * @param email as written
 * @param phone as written
 * @param language in the host's codes, such as {@code ja}
 * @param consents what the person said about being contacted, in any order; nothing is ever removed
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contact(
        @Required String id,
        @Required String name,
        Optional<String> account,
        Optional<String> title,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> language,
        List<Consent> consents)
        implements StrictDocument, WithContact {

    /** The fields for criteria and engines: every component by its name. */
    public static final FieldSet<Contact> FIELDS = FieldSet.of(Contact.class)
            .id(Contact::id)
            .text("id", Contact::id)
            .text("name", Contact::name)
            .text("account", contact -> contact.account().orElse(null))
            .text("title", contact -> contact.title().orElse(null))
            .text("email", contact -> contact.email().orElse(null))
            .text("phone", contact -> contact.phone().orElse(null))
            .text("language", contact -> contact.language().orElse(null))
            .each("consents", Contact::consents, Consent.FIELDS)
            .build();

    public Contact {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** Whether the person may be contacted by a channel for a purpose at an instant, and why; see {@link Consents}. */
    public ContactPermission mayContact(String channel, String purpose, Instant now) {
        return new Consents(consents).mayContact(channel, purpose, now);
    }

    /** A builder in which everything but id and name may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Contact}. */
    public static final class Builder extends ContactBuilder {
        Builder() {}
    }
}
