package io.github.saleskit.core.assignment;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldKind;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.util.Optional;

/** How many turns and how many open leads a rep may have. */
final class RepLimits<R> {

    private final Optional<Field<R>> weight;
    private final Optional<Field<R>> capacity;

    private RepLimits(Optional<Field<R>> weight, Optional<Field<R>> capacity) {
        this.weight = weight;
        this.capacity = capacity;
    }

    static <R> RepLimits<R> compile(AssignmentPolicy policy, FieldSet<R> reps, Problems problems) {
        return new RepLimits<>(
                policy.weightField().flatMap(name -> whole(name, reps, problems.at("weightField"))),
                policy.capacityField().flatMap(name -> whole(name, reps, problems.at("capacityField"))));
    }

    private static <R> Optional<Field<R>> whole(String name, FieldSet<R> reps, Problems at) {
        Optional<Field<R>> field = reps.field(name);
        if (field.isEmpty()) {
            at.report(
                    "field.unknown",
                    name,
                    "the rep has no field \"" + name + "\"",
                    Problems.suggest(name, reps.names()));
        } else if (field.get().kind() != FieldKind.WHOLE) {
            at.report(
                    "field.kind",
                    name,
                    "field \"" + name + "\" is of kind " + field.get().kind() + ", but has to be a whole number");
            return Optional.empty();
        }
        return field;
    }

    /** The weight of a rep as it is, usable or not; 1 where the policy names no field, 0 where the rep has no value. */
    long weight(R rep) {
        long value = weight.map(field -> field.whole(rep)).orElse(1L);
        return value == Field.ABSENT ? 0 : value;
    }

    /** The most leads a rep may have open. */
    long capacity(R rep) {
        long value = capacity.map(field -> field.whole(rep)).orElse(Field.ABSENT);
        return value == Field.ABSENT ? Long.MAX_VALUE : value;
    }
}
