package io.github.saleskit.core.lead;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import org.immutables.value.Value;

/**
 * One status of a lead process: what it means, what a lead needs to enter it, and where it may go from there.
 *
 * <pre>{@code
 * LeadStatus.of("qualified", "Qualified", LeadStatusType.QUALIFIED, "converted", "disqualified")
 *         .withRequired("company", "email")
 *         .withGuards(StatusGuard.of("knows the budget", field("budget").atLeast(1_000)))
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param type what being in it means
 * @param required names of the fields that must have a value before a lead enters
 * @param guards what else must hold before a lead enters
 * @param next ids of the statuses a lead may go to from here
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LeadStatus(
        @Required String id,
        @Required String name,
        @Required LeadStatusType type,
        List<String> required,
        List<StatusGuard> guards,
        List<String> next)
        implements StrictDocument, WithLeadStatus {

    public LeadStatus {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        required = required == null ? List.of() : List.copyOf(required);
        guards = guards == null ? List.of() : List.copyOf(guards);
        next = next == null ? List.of() : List.copyOf(next);
    }

    /** A status that every lead may enter. */
    public static LeadStatus of(String id, String name, LeadStatusType type, String... next) {
        return new LeadStatus(id, name, type, List.of(), List.of(), List.of(next));
    }

    /** A builder in which the lists may stay empty. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link LeadStatus}. */
    public static final class Builder extends LeadStatusBuilder {
        Builder() {}
    }
}
