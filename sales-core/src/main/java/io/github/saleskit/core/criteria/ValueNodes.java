package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compiled questions about a field whose values are objects and constants, and whether a field has a value. */
final class ValueNodes {

    private ValueNodes() {}

    /** A value of any other scalar kind but money, compared with a constant. */
    static final class Compare<T, V extends Comparable<? super V>> extends FieldNode<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final Comparison comparison;
        private final Comparison flipped;
        private final V constant;

        Compare(Field<T> field, Comparison comparison, V constant) {
            super(field);
            this.accessor = field.values();
            this.comparison = comparison;
            this.flipped = comparison.flipped();
            this.constant = constant;
        }

        @Override
        @SuppressWarnings("unchecked") // the compiler has coerced the constant to the field's kind
        boolean test(T record, Instant now) {
            Object value = accessor.apply(record);
            return value != null && flipped.accepts(constant.compareTo((V) value));
        }

        @Override
        List<V> constants() {
            return List.of(constant);
        }

        @Override
        void mark(ValueClasses<T> classes) {
            int at = classes.exactly(constant);
            switch (comparison) {
                case EQUAL -> classes.mark(at);
                case NOT_EQUAL -> classes.markAllBut(at);
                case LESS -> classes.mark(ValueClasses.LOWEST, at - 1);
                case AT_MOST -> classes.mark(ValueClasses.LOWEST, at);
                case MORE -> classes.mark(at + 1, classes.highest());
                case AT_LEAST -> classes.mark(at, classes.highest());
            }
        }

        boolean ordering() {
            return comparison.ordering();
        }
    }

    /** One of several decimals, dates or instants, equal as {@code compareTo} says. */
    static final class In<T, V extends Comparable<? super V>> extends FieldNode<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final List<V> constants;
        private final Object[] sorted;

        In(Field<T> field, List<V> constants) {
            super(field);
            this.accessor = field.values();
            this.constants = constants.stream().sorted().toList();
            this.sorted = this.constants.toArray();
        }

        @Override
        boolean test(T record, Instant now) {
            Object value = accessor.apply(record);
            return value != null && Arrays.binarySearch(sorted, value) >= 0;
        }

        @Override
        List<V> constants() {
            return constants;
        }
    }

    /** One of several texts. */
    static final class TextIn<T> extends FieldNode<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final Set<String> members;
        private final List<String> constants;

        TextIn(Field<T> field, List<String> constants) {
            super(field);
            this.accessor = field.values();
            this.members = new HashSet<>(constants);
            this.constants = constants;
        }

        @Override
        boolean test(T record, Instant now) {
            Object value = accessor.apply(record);
            return value instanceof String text && members.contains(text);
        }

        @Override
        List<String> constants() {
            return constants;
        }
    }

    /** Whether the field has a value. */
    static final class Present<T> extends FieldNode<T> {

        Present(Field<T> field) {
            super(field);
        }

        @Override
        boolean test(T record, Instant now) {
            return field.present(record);
        }

        @Override
        List<Comparable<?>> constants() {
            return List.of();
        }

        @Override
        void mark(ValueClasses<T> classes) {
            classes.mark(ValueClasses.LOWEST, classes.highest());
        }
    }
}
