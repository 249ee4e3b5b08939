package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Somebody who sells.
 *
 * <pre>{@code
 * SalesRep ann = SalesRep.builder()
 *         .id("ann").name("Ann Sato").weight(2).capacity(30)
 *         .addLanguages("ja", "en").addSkills("cloud")
 *         .zone(ZoneId.of("Asia/Tokyo"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param weight how many turns the rep gets in relation to others, positive; 1 where all get the same
 * @param capacity the most leads the rep may have open at a time; without limit when absent
 * @param skills what the rep knows about, in the host's words
 * @param languages in the host's codes, such as {@code ja}
 * @param territories ids of the territories the rep sells in
 * @param zone where the rep works
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SalesRep(
        @Required String id,
        @Required String name,
        @Required int weight,
        Optional<Integer> capacity,
        Set<String> skills,
        Set<String> languages,
        Set<String> territories,
        Optional<ZoneId> zone)
        implements StrictDocument, WithSalesRep {

    /** The fields for criteria and engines: every component by its name, the zone as its id. */
    public static final FieldSet<SalesRep> FIELDS = FieldSet.of(SalesRep.class)
            .id(SalesRep::id)
            .text("id", SalesRep::id)
            .text("name", SalesRep::name)
            .whole("weight", SalesRep::weight)
            .optionalWhole("capacity", rep -> rep.capacity().orElse(null))
            .set("skills", SalesRep::skills)
            .set("languages", SalesRep::languages)
            .set("territories", SalesRep::territories)
            .text("zone", rep -> rep.zone().map(ZoneId::getId).orElse(null))
            .build();

    public SalesRep {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        if (weight < 1) {
            throw new IllegalArgumentException("weight of " + id + " is " + weight
                    + ", but must be positive.\nMaybe leave a rep who gets no leads out of the team?");
        }
        if (capacity.isPresent() && capacity.get() < 0) {
            throw new IllegalArgumentException(
                    "capacity of " + id + " is " + capacity.get() + ", but must not be negative.");
        }
        skills = sorted(skills);
        languages = sorted(languages);
        territories = sorted(territories);
    }

    private static Set<String> sorted(Set<String> words) {
        return words == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    /** A builder in which everything but id, name and weight may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SalesRep}. */
    public static final class Builder extends SalesRepBuilder {
        Builder() {}
    }
}
