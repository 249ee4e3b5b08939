package io.github.saleskit.core.criteria;

import java.util.List;

/** Keeps criteria small enough that nothing that walks over one can overflow the stack or take for ever. */
final class Limits {

    /** How deep criteria nest at most. */
    static final int DEPTH = 100;

    /** How many criteria one criterion holds at most, itself and all inside it. */
    static final int SIZE = 10_000;

    /** How many values one list of values holds at most. */
    static final int VALUES = 100_000;

    /** How long the text form is at most, in characters. */
    static final int TEXT = 10_000_000;

    private int size = 1;

    private Limits() {}

    /** Checks the parts of a criterion that is being made. */
    static void check(List<Criterion> parts) {
        new Limits().add(parts, 1);
    }

    static void checkValues(List<Value> values) {
        if (values.size() > VALUES) {
            throw new IllegalArgumentException(
                    "values are " + values.size() + "; one list holds at most " + VALUES + ".");
        }
    }

    private void add(List<Criterion> parts, int depth) {
        size += parts.size();
        if (!parts.isEmpty() && depth >= DEPTH) {
            throw new IllegalArgumentException("a criterion nests deeper than " + DEPTH + " levels.");
        }
        if (size > SIZE) {
            throw new IllegalArgumentException("a criterion holds more than " + SIZE + " criteria.");
        }
        for (Criterion part : parts) {
            add(part, depth + 1);
        }
    }

    private void add(Criterion criterion, int depth) {
        if (criterion instanceof Criterion.All all) {
            add(all.criteria(), depth);
        } else if (criterion instanceof Criterion.Any any) {
            add(any.criteria(), depth);
        } else if (criterion instanceof Criterion.Not not) {
            add(List.of(not.criterion()), depth);
        } else if (criterion instanceof Criterion.Elements elements) {
            add(List.of(elements.criterion()), depth);
        } else {
            for (Operand operand : criterion.operands()) {
                if (operand instanceof Operand.Aggregate aggregate
                        && aggregate.where().isPresent()) {
                    add(List.of(aggregate.where().get()), depth);
                }
            }
        }
    }
}
