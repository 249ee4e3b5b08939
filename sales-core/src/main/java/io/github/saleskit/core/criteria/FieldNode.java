package io.github.saleskit.core.criteria;

import java.util.List;

/**
 * A compiled question about one field and constants, the kind that is asked most and that {@link CriteriaIndex} can
 * look up: its answer depends only on how the field's value lies to the constants.
 *
 * <p>{@link WholeNodes} and {@link NumberNodes} ask the same of longs and of doubles as {@link ValueNodes} does of
 * objects: in a shared form every test would box a number.
 */
abstract class FieldNode<T> extends Node<T> {
    final Field<T> field;

    FieldNode(Field<T> field) {
        this.field = field;
    }

    /** The constants, in any order. */
    abstract List<? extends Comparable<?>> constants();

    /** Marks for which classes of values the answer is yes; unless the question is another, that of each constant. */
    void mark(ValueClasses<T> classes) {
        for (Comparable<?> constant : constants()) {
            classes.mark(classes.exactly(constant));
        }
    }
}
