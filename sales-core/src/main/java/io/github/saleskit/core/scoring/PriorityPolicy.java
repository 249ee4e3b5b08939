package io.github.saleskit.core.scoring;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * In which order leads are worked on, as data: by value times chance times urgency.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param value name of a numeric field with what the lead may bring, in one unit for all; 1 for each lead when absent
 * @param chances by grade
 * @param otherwise the chance of leads whose grade is not listed, or who have none; they are passed over when absent
 * @param urgency factors, multiplied
 * @param contact whose consent is asked; nobody's when absent
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PriorityPolicy(
        @Required int version,
        @Required String name,
        Optional<String> value,
        List<GradeChance> chances,
        Optional<BigDecimal> otherwise,
        List<Urgency> urgency,
        Optional<ContactPurpose> contact)
        implements StrictDocument, WithPriorityPolicy {

    public PriorityPolicy {
        DocumentVersion.require("priority policy", version, 1);
        requireNonNull(name, "name");
        chances = chances == null ? List.of() : List.copyOf(chances);
        otherwise = otherwise.map(Thousandths::plain);
        urgency = urgency == null ? List.of() : List.copyOf(urgency);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PriorityPolicy}. */
    public static final class Builder extends PriorityPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
