package io.github.saleskit.core.assignment;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.team.SkillLevel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields that a policy names, looked up once. */
final class PolicyFields<L, R> {

    private final Optional<Field<R>> weight;
    private final Optional<Field<R>> capacity;
    private final Optional<Field<R>> daily;
    private final Optional<Field<R>> weekly;
    private final Optional<Field<R>> tier;
    private final Optional<Field<R>> zone;
    private final Optional<Field<R>> skills;
    private final Optional<Field<L>> requiredSkills;
    private final Optional<Field<L>> units;
    private final Optional<Field<L>> priority;
    private final Optional<Field<L>> since;

    PolicyFields(AssignmentPolicy policy, FieldSet<L> leads, FieldSet<R> reps, Problems problems) {
        weight = find(policy.weightField(), reps, problems.at("weightField"), FieldKind.WHOLE);
        capacity = find(policy.capacityField(), reps, problems.at("capacityField"), FieldKind.WHOLE);
        daily = find(policy.dailyLimitField(), reps, problems.at("dailyLimitField"), FieldKind.WHOLE);
        weekly = find(policy.weeklyLimitField(), reps, problems.at("weeklyLimitField"), FieldKind.WHOLE);
        tier = find(policy.tierField(), reps, problems.at("tierField"), FieldKind.WHOLE);
        zone = find(policy.zoneField(), reps, problems.at("zoneField"), FieldKind.TEXT);
        skills = find(policy.skillsField(), reps, problems.at("skillsField"), FieldKind.SET);
        requiredSkills = find(policy.requiredSkillsField(), leads, problems.at("requiredSkillsField"), FieldKind.SET);
        units = find(policy.unitsField(), leads, problems.at("unitsField"), FieldKind.WHOLE);
        priority = find(policy.priorityField(), leads, problems.at("priorityField"), FieldKind.WHOLE);
        since = find(policy.sinceField(), leads, problems.at("sinceField"), FieldKind.INSTANT);
        boolean asksForSkills = policy.requiredSkillsField().isPresent()
                || policy.pools().stream().anyMatch(pool -> !pool.skills().isEmpty());
        if (asksForSkills && policy.skillsField().isEmpty()) {
            problems.at("skillsField")
                    .report("assignment.skillsField", null, "skills are asked for, but no field holds those of reps");
        }
    }

    static <T> Optional<Field<T>> find(Optional<String> name, FieldSet<T> fields, Problems at, FieldKind... kinds) {
        return name.flatMap(each -> find(each, fields, at, List.of(kinds)));
    }

    private static <T> Optional<Field<T>> find(String name, FieldSet<T> fields, Problems at, List<FieldKind> kinds) {
        Optional<Field<T>> field = fields.field(name, at);
        if (field.isPresent() && !kinds.contains(field.get().kind())) {
            at.report(
                    "field.kind",
                    name,
                    "field \"" + name + "\" is of kind " + field.get().kind() + ", but has to be " + kinds);
            return Optional.empty();
        }
        return field;
    }

    private static <T> long whole(Optional<Field<T>> field, T record, long otherwise) {
        long value = field.isPresent() ? field.get().whole(record) : otherwise;
        return value == Field.ABSENT ? otherwise : value;
    }

    /** The weight of a rep as it is, usable or not; 1 where the policy names no field, 0 where the rep has no value. */
    long weight(R rep) {
        return weight.isEmpty() ? 1 : whole(weight, rep, 0);
    }

    long capacity(R rep) {
        return whole(capacity, rep, Long.MAX_VALUE);
    }

    long dailyLimit(R rep) {
        return whole(daily, rep, Long.MAX_VALUE);
    }

    long weeklyLimit(R rep) {
        return whole(weekly, rep, Long.MAX_VALUE);
    }

    long tier(R rep) {
        return whole(tier, rep, Long.MAX_VALUE);
    }

    boolean countsRates() {
        return daily.isPresent() || weekly.isPresent();
    }

    /** The day in the rep's zone; where they have none, or one that nobody knows, in the other. */
    LocalDate day(R rep, Instant now, ZoneId otherwise) {
        return now.atZone(zone(rep, otherwise)).toLocalDate();
    }

    private ZoneId zone(R rep, ZoneId otherwise) {
        Object id = zone.isPresent() ? zone.get().value(rep) : null;
        try {
            return id == null ? otherwise : ZoneId.of(id.toString());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The units of a lead; less than one counts as one, so that no lead is free. */
    int units(L lead) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, whole(units, lead, 1)));
    }

    long priority(L lead) {
        return whole(priority, lead, 0);
    }

    Instant since(L lead, Instant now) {
        return since.isPresent() && since.get().value(lead) instanceof Instant instant ? instant : now;
    }

    /** The skills that a lead asks for. */
    List<SkillLevel> required(L lead) {
        return requiredSkills.isEmpty()
                ? List.of()
                : texts(requiredSkills.get().value(lead)).stream()
                        .flatMap(skill -> SkillLevel.find(skill).stream())
                        .toList();
    }

    /** The first of the skills that a rep lacks, or null. */
    @Nullable
    SkillLevel lacking(R rep, List<SkillLevel> required) {
        if (required.isEmpty() || skills.isEmpty()) {
            return null;
        }
        Collection<String> has = texts(skills.get().value(rep));
        for (SkillLevel skill : required) {
            if (!has.contains(skill.toString()) && has.stream().noneMatch(text -> covers(text, skill))) {
                return skill;
            }
        }
        return null;
    }

    private static boolean covers(String text, SkillLevel skill) {
        return SkillLevel.find(text).filter(level -> level.covers(skill)).isPresent();
    }

    /** The texts of a text or set field. */
    @SuppressWarnings("unchecked") // fields of kind SET hold collections of texts
    static Collection<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> texts ? (Collection<String>) texts : List.of(value.toString());
    }
}
