package io.github.saleskit.core.opportunity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.account.Account;
import io.github.saleskit.core.account.Contact;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.StrictDocument;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The wish to convert a lead: ids for what is to be made, or what there is already to attach to.
 *
 * <pre>{@code
 * ConversionRequest.builder().accountId("A-7").contactId("C-9").opportunityId("O-3").by("ann").build()
 * ConversionRequest.builder().account(existing).contactId("C-9").build()       // no opportunity yet
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param accountId id of a new account
 * @param account the account to attach to instead
 * @param contactId id of a new contact
 * @param contact the contact to attach to instead
 * @param opportunityId id of a new opportunity; none is made when absent
 * @param by id of who wishes it
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConversionRequest(
        Optional<String> accountId,
        Optional<Account> account,
        Optional<String> contactId,
        Optional<Contact> contact,
        Optional<String> opportunityId,
        Optional<String> by)
        implements StrictDocument, WithConversionRequest {

    /** A builder in which everything may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ConversionRequest}. */
    public static final class Builder extends ConversionRequestBuilder {
        Builder() {}
    }
}
