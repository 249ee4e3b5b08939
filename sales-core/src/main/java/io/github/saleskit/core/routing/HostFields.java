package io.github.saleskit.core.routing;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.team.SkillLevel;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads skills and a number from a host's records, by the names a policy gives. */
final class HostFields<T> {

    private final FieldSet<T> fields;
    private final Optional<String> skills;
    private final Optional<String> number;

    HostFields(FieldSet<T> fields, Optional<String> skills, Optional<String> number) {
        this.fields = fields;
        this.skills = skills;
        this.number = number;
    }

    void check(Problems atSkills, Problems atNumber) {
        skills.ifPresent(name -> check(name, FieldKind.SET, atSkills));
        number.ifPresent(name -> check(name, FieldKind.WHOLE, atNumber));
    }

    private void check(String name, FieldKind kind, Problems at) {
        Optional<Field<T>> field = fields.field(name);
        if (field.isEmpty()) {
            at.report(
                    "routing.fieldUnknown",
                    name,
                    "there is no field \"" + name + "\"",
                    Problems.suggest(name, fields.names()));
        } else if (field.get().kind() != kind) {
            at.report(
                    "routing.fieldKind",
                    name,
                    "field \"" + name + "\" is of the kind " + field.get().kind() + ", but must be " + kind);
        }
    }

    static <T> Condition<T> condition(Optional<Criterion> when, FieldSet<T> fields, Problems at) {
        return Condition.compileWithoutParameters(when.orElse(Criterion.all()), fields, at);
    }

    Map<String, Integer> skills(T record) {
        Map<String, Integer> levels = new TreeMap<>();
        if (skills.isPresent() && fields.require(skills.get()).value(record) instanceof Collection<?> listed) {
            for (Object each : listed) {
                SkillLevel.find(String.valueOf(each))
                        .ifPresent(skill -> levels.merge(skill.skill(), skill.level(), Math::max));
            }
        }
        return levels;
    }

    long number(T record, long otherwise) {
        return number.isPresent() && fields.require(number.get()).value(record) instanceof Number found
                ? found.longValue()
                : otherwise;
    }
}
