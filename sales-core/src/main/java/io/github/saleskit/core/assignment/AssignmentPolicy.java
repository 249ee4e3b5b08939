package io.github.saleskit.core.assignment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who may get which leads, as data.
 *
 * <pre>{@code
 * {"version": 1, "name": "inbound", "weightField": "weight", "capacityField": "capacity",
 *  "pools": [
 *    {"id": "japan", "leads": {"field": "country", "is": "JP"},
 *     "eligible": {"field": "rep.languages", "containsAny": ["ja"]}, "fallback": "world"},
 *    {"id": "world"}]}
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param name as people read it
 * @param weightField name of the whole-number field of the rep that says how many turns they get in relation to others;
 *     the same for all when absent
 * @param capacityField name of the whole-number field of the rep that says how many units of work they may have open;
 *     without limit when absent, and for a rep without the value
 * @param dailyLimitField name of the whole-number field of the rep that says how many leads they may be given a day
 * @param weeklyLimitField name of the whole-number field of the rep that says how many leads they may be given from
 *     Monday to Sunday
 * @param tierField name of the whole-number field of the rep by which {@link Preference#TIER} asks, the lower the
 *     sooner; the last for a rep without the value
 * @param zoneField name of the text field of the rep that holds the time zone of their days; the assigner's zone when
 *     absent
 * @param skillsField name of the set field of the rep that holds skills with levels, such as {@code cloud:3}
 * @param requiredSkillsField name of the set field of the lead that holds the skills and least levels it asks for
 * @param unitsField name of the whole-number field of the lead that says how many units of capacity it takes; 1 when
 *     absent
 * @param priorityField name of the whole-number field of the lead that says how early it is taken from the queue, the
 *     higher the sooner
 * @param sinceField name of the instant field of the lead that says when it came in; the moment of its first decision
 *     when absent
 * @param hours business hours that pools name
 * @param consent what has to hold for a lead before anybody gets it, over the fields of the lead
 * @param pools a lead goes to the first that takes it
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AssignmentPolicy(
        @Required int version,
        @Required String name,
        Optional<String> weightField,
        Optional<String> capacityField,
        Optional<String> dailyLimitField,
        Optional<String> weeklyLimitField,
        Optional<String> tierField,
        Optional<String> zoneField,
        Optional<String> skillsField,
        Optional<String> requiredSkillsField,
        Optional<String> unitsField,
        Optional<String> priorityField,
        Optional<String> sinceField,
        List<BusinessHours> hours,
        Optional<Criterion> consent,
        List<AssignmentPool> pools)
        implements StrictDocument, WithAssignmentPolicy {

    public AssignmentPolicy {
        DocumentVersion.require("assignment policy", version, 1);
        requireNonNull(name, "name");
        hours = hours == null ? List.of() : List.copyOf(hours);
        pools = pools == null ? List.of() : List.copyOf(pools);
    }

    /** A builder whose version is the newest. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AssignmentPolicy}. */
    public static final class Builder extends AssignmentPolicyBuilder {
        Builder() {
            version(1);
        }
    }
}
