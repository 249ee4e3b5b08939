package io.github.saleskit.cpq.subscription;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a subscription is given up.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param on when it is cancelled
 * @param credit what is given back of the periods under way; as the billing policy says when absent
 * @param feePercent what is charged for ending before the term does, of all that falls away of its schedule until the
 *     end of the term: from 0 to 100; nothing when absent, or where there is no term
 * @param atEndOfTerm whether it runs and is charged until its end all the same, and is only not renewed; not when
 *     absent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Cancellation(
        @Required int version,
        @Required Moment on,
        Optional<CreditPolicy> credit,
        Optional<BigDecimal> feePercent,
        Optional<Boolean> atEndOfTerm)
        implements StrictDocument {

    public Cancellation {
        DocumentVersion.require("cancellation", version, 1);
        requireNonNull(on, "on");
    }

    /** From a day on, with the credit of the billing policy. */
    public static Cancellation of(LocalDate on) {
        return new Cancellation(1, Moment.of(on), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** From a day on, with a credit of its own. */
    public static Cancellation of(LocalDate on, CreditPolicy credit) {
        return new Cancellation(1, Moment.of(on), Optional.of(credit), Optional.empty(), Optional.empty());
    }

    /** Declared on a day, with effect when the term ends. */
    public static Cancellation atEndOfTerm(LocalDate declared) {
        return new Cancellation(1, Moment.of(declared), Optional.empty(), Optional.empty(), Optional.of(true));
    }

    /** The same with a fee for ending before the term does. */
    public Cancellation withFeePercent(BigDecimal percent) {
        return new Cancellation(version, on, credit, Optional.of(percent), atEndOfTerm);
    }
}
