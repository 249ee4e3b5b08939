package io.github.saleskit.cpq.order;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.cpq.internal.ValueStyle;
import io.github.saleskit.cpq.subscription.BillingSchedule;
import io.github.saleskit.cpq.subscription.Subscription;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What was sold, when it is due, and what goes on: everything that fulfils and bills it needs to know.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param id the host's id
 * @param quote id of the quote
 * @param quoteVersion number of the version that was accepted
 * @param customer the host's id of the customer
 * @param acceptance by whom and when
 * @param lines as they were sold; without lines that were only offered
 * @param subscription what recurs, to be amended and renewed later; absent where nothing does
 * @param schedule every charge of all lines, without tax
 * @param net what the quote said: the sum of the lines' net prices
 * @param total the sum of the lines' amounts over their terms, and of the schedule
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Order(
        @Required int version,
        @Required String id,
        @Required String quote,
        @Required int quoteVersion,
        Optional<String> customer,
        @Required Acceptance acceptance,
        @Complete List<OrderLine> lines,
        Optional<Subscription> subscription,
        @Required BillingSchedule schedule,
        @Required Money net,
        @Required Money total)
        implements StrictDocument {

    public Order {
        DocumentVersion.require("order", version, 1);
        requireNonNull(id, "id");
        requireNonNull(quote, "quote");
        requireNonNull(acceptance, "acceptance");
        lines = lines == null ? List.of() : List.copyOf(lines);
        requireNonNull(schedule, "schedule");
        requireNonNull(net, "net");
        requireNonNull(total, "total");
    }

    static Builder builder() {
        return new Builder();
    }

    static final class Builder extends OrderBuilder {
        Builder() {
            version(1);
        }
    }
}
