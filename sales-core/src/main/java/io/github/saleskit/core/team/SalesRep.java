package io.github.saleskit.core.team;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.internal.ValueStyle;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Somebody who sells.
 *
 * <pre>{@code
 * SalesRep ann = SalesRep.builder()
 *         .id("ann").name("Ann Sato").weight(2).capacity(30)
 *         .addLanguages("ja", "en").putSkills("cloud", 3)
 *         .zone(ZoneId.of("Asia/Tokyo")).hours("office")
 *         .addAbsences(Absence.days(firstDay, lastDay, ZoneId.of("Asia/Tokyo")))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name as people read it
 * @param weight how many turns the rep gets in relation to others, positive; 1 where all get the same
 * @param capacity the most units of work the rep may have open at a time; without limit when absent
 * @param dailyLimit the most leads the rep may be given on one day of their zone; without limit when absent
 * @param weeklyLimit the most leads the rep may be given from one Monday to Sunday of their zone; without limit when
 *     absent
 * @param tier reps of a lower tier are asked first where a policy says so, at least 1
 * @param skills what the rep knows about, in the host's words, and how well: levels from {@value #LOWEST_LEVEL}
 * @param languages in the host's codes, such as {@code ja}
 * @param territories ids of the territories the rep sells in
 * @param conflicts whom the rep must not serve, in the host's ids: companies, leads, domains
 * @param manager id of the rep they report to
 * @param startedOn first day at work, from which a {@link Ramp} counts
 * @param zone where the rep works
 * @param hours name of the business hours of the {@link Team}, on the clock of the rep's zone
 * @param absences when the rep is away, in order of time
 */
@ValueStyle
@Value.Builder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SalesRep(
        @Required String id,
        @Required String name,
        @Required int weight,
        Optional<Integer> capacity,
        Optional<Integer> dailyLimit,
        Optional<Integer> weeklyLimit,
        Optional<Integer> tier,
        Map<String, Integer> skills,
        Set<String> languages,
        Set<String> territories,
        Set<String> conflicts,
        Optional<String> manager,
        Optional<LocalDate> startedOn,
        Optional<ZoneId> zone,
        Optional<String> hours,
        List<Absence> absences)
        implements StrictDocument, WithSalesRep {

    /** The level of somebody who has a skill and no more. */
    public static final int LOWEST_LEVEL = 1;

    /**
     * The fields for criteria and engines: every component by its name; the zone as its id, skills as their names, and
     * as {@code skillLevels} in the form of {@link SkillLevel}, such as {@code cloud:3}.
     */
    public static final FieldSet<SalesRep> FIELDS = FieldSet.of(SalesRep.class)
            .id(SalesRep::id)
            .text("id", SalesRep::id)
            .text("name", SalesRep::name)
            .whole("weight", SalesRep::weight)
            .optionalWhole("capacity", rep -> rep.capacity().orElse(null))
            .optionalWhole("dailyLimit", rep -> rep.dailyLimit().orElse(null))
            .optionalWhole("weeklyLimit", rep -> rep.weeklyLimit().orElse(null))
            .optionalWhole("tier", rep -> rep.tier().orElse(null))
            .set("skills", rep -> rep.skills().keySet())
            .set("skillLevels", SalesRep::skillLevels)
            .set("languages", SalesRep::languages)
            .set("territories", SalesRep::territories)
            .set("conflicts", SalesRep::conflicts)
            .text("manager", rep -> rep.manager().orElse(null))
            .date("startedOn", rep -> rep.startedOn().orElse(null))
            .text("zone", rep -> rep.zone().map(ZoneId::getId).orElse(null))
            .text("hours", rep -> rep.hours().orElse(null))
            .each("absences", SalesRep::absences, Absence.FIELDS)
            .build();

    public SalesRep {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        if (weight < 1) {
            throw new IllegalArgumentException("weight of " + id + " is " + weight
                    + ", but must be positive.\nMaybe leave a rep who gets no leads out of the team?");
        }
        requireAtLeast(0, "capacity", id, capacity);
        requireAtLeast(0, "dailyLimit", id, dailyLimit);
        requireAtLeast(0, "weeklyLimit", id, weeklyLimit);
        requireAtLeast(1, "tier", id, tier);
        skills = levels(id, skills);
        languages = sorted(languages);
        territories = sorted(territories);
        conflicts = sorted(conflicts);
        absences = absences == null ? List.of() : absences.stream().sorted().toList();
    }

    private static void requireAtLeast(int least, String name, String id, Optional<Integer> value) {
        if (value.isPresent() && value.get() < least) {
            throw new IllegalArgumentException(
                    name + " of " + id + " is " + value.get() + ", but must be at least " + least + ".");
        }
    }

    private static Map<String, Integer> levels(String id, Map<String, Integer> skills) {
        SortedMap<String, Integer> sorted = skills == null ? new TreeMap<>() : new TreeMap<>(skills);
        sorted.forEach((skill, level) -> {
            if (requireNonNull(level, () -> "level of " + skill) < LOWEST_LEVEL) {
                throw new IllegalArgumentException("level of skill " + skill + " of " + id + " is " + level
                        + ", but must be at least " + LOWEST_LEVEL + ".\nMaybe leave out a skill that the rep lacks?");
            }
        });
        return Collections.unmodifiableSortedMap(sorted);
    }

    private static Set<String> sorted(Set<String> words) {
        return words == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    /** How well the rep knows about something; 0 for not at all. */
    public int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }

    private Set<String> skillLevels() {
        return skills.entrySet().stream()
                .map(skill -> new SkillLevel(skill.getKey(), skill.getValue()).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A builder in which everything but id, name and weight may stay absent. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SalesRep}. */
    public static final class Builder extends SalesRepBuilder {
        Builder() {}

        /** Skills of the lowest level. */
        public Builder addSkills(String... skills) {
            return addAllSkills(Set.of(skills));
        }

        /** Skills of the lowest level. */
        public Builder addAllSkills(Iterable<String> skills) {
            skills.forEach(skill -> putSkills(skill, LOWEST_LEVEL));
            return this;
        }
    }
}
