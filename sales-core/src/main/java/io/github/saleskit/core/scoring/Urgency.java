package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * By what a lead's expected value is multiplied because of the time that has passed since an instant of the lead.
 *
 * <pre>{@code
 * Urgency.fresh("createdAt", Decay.halfLife(Duration.ofHours(4)), "0.2")   // the newest are reached most easily
 * Urgency.waiting("lastContact", Duration.ofDays(7), "3")                  // doubled by a week, at most three times
 * }</pre>
 *
 * <p>Where the instant is absent the factor is 1; one that is yet to come counts as now. Immutable and thread-safe.
 * More kinds may follow.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Urgency.Fresh.class, name = "fresh"),
    @JsonSubTypes.Type(value = Urgency.Waiting.class, name = "waiting")
})
public sealed interface Urgency extends StrictDocument {

    /** The field whose instant is looked at. */
    String since();

    /**
     * Less and less urgent: what the decay leaves, at least {@code least}.
     *
     * @param since name of a field of the kind instant
     * @param decay how fast
     * @param least from 0 to 1
     */
    record Fresh(
            @Required String since,
            @Required Decay decay,
            @Required BigDecimal least) implements Urgency {
        public Fresh {
            requireNonNull(since, "since");
            requireNonNull(decay, "decay");
            least = Thousandths.plain(least);
        }
    }

    /**
     * More and more urgent: {@code 1 + age / doubling}, at most {@code most}.
     *
     * @param since name of a field of the kind instant
     * @param doubling after which it is twice as urgent as at first
     * @param most from 1 to 1,000
     */
    record Waiting(
            @Required String since,
            @Required Duration doubling,
            @Required BigDecimal most) implements Urgency {
        public Waiting {
            requireNonNull(since, "since");
            requireNonNull(doubling, "doubling");
            most = Thousandths.plain(most);
        }
    }

    /** Less and less urgent. */
    static Urgency fresh(String since, Decay decay, String least) {
        return new Fresh(since, decay, new BigDecimal(least));
    }

    /** More and more urgent. */
    static Urgency waiting(String since, Duration doubling, String most) {
        return new Waiting(since, doubling, new BigDecimal(most));
    }
}
