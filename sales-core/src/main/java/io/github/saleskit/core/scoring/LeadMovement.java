package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One lead's points and grade by two models.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lead id of the lead, or {@code #} and its position from 0 when its fields have no id
 * @param before points by the first model
 * @param after points by the second model
 * @param gradeBefore grade by the first model, if any
 * @param gradeAfter grade by the second model, if any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadMovement(
        @Required String lead,
        @Required BigDecimal before,
        @Required BigDecimal after,
        Optional<String> gradeBefore,
        Optional<String> gradeAfter)
        implements StrictDocument {

    public LeadMovement {
        requireNonNull(lead, "lead");
        before = Thousandths.plain(before);
        after = Thousandths.plain(after);
    }

    /** After less before. */
    public BigDecimal difference() {
        return Thousandths.plain(after.subtract(before));
    }
}
