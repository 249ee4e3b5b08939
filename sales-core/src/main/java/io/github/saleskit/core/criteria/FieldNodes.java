package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compiled questions about one field and constants, the kind that is asked most and that {@link CriteriaIndex} can look
 * up.
 */
final class FieldNodes {

    private FieldNodes() {}

    /** A question whose answer depends only on how one field's value lies to some constants. */
    abstract static class OfField<T> extends Node<T> {
        final Field<T> field;

        OfField(Field<T> field) {
            this.field = field;
        }

        /** The constants, in any order. */
        abstract List<? extends Comparable<?>> constants();

        /** Marks for which classes of values the answer is yes. */
        abstract void mark(ValueClasses<T> classes);
    }

    /** A whole number in a closed range; absent lies below every range. */
    static final class WholeRange<T> extends OfField<T> {
        private final ToLongFunction<? super T> accessor;
        private final long low;
        private final long high;

        WholeRange(Field<T> field, long low, long high) {
            super(field);
            this.accessor = field.wholes();
            this.low = low;
            this.high = high;
        }

        static <T> Node<T> of(Field<T> field, Comparison comparison, long constant) {
            return switch (comparison) {
                case EQUAL -> new WholeRange<>(field, constant, constant);
                case NOT_EQUAL -> new WholeOther<>(field, constant);
                case LESS -> new WholeRange<>(field, Field.ABSENT + 1, constant - 1);
                case AT_MOST -> new WholeRange<>(field, Field.ABSENT + 1, constant);
                case MORE ->
                    constant == Long.MAX_VALUE ? new Never<>() : new WholeRange<>(field, constant + 1, Long.MAX_VALUE);
                case AT_LEAST -> new WholeRange<>(field, constant, Long.MAX_VALUE);
            };
        }

        @Override
        boolean test(T record, Instant now) {
            long value = accessor.applyAsLong(record);
            return value >= low && value <= high;
        }

        @Override
        List<Long> constants() {
            return List.of(low, high);
        }

        @Override
        void mark(ValueClasses<T> classes) {
            if (low <= high) {
                classes.mark(classes.exactly(low), classes.exactly(high));
            }
        }
    }

    /** A whole number other than the constant. */
    static final class WholeOther<T> extends OfField<T> {
        private final ToLongFunction<? super T> accessor;
        private final long constant;

        WholeOther(Field<T> field, long constant) {
            super(field);
            this.accessor = field.wholes();
            this.constant = constant;
        }

        @Override
        boolean test(T record, Instant now) {
            long value = accessor.applyAsLong(record);
            return value != constant && value != Field.ABSENT;
        }

        @Override
        List<Long> constants() {
            return List.of(constant);
        }

        @Override
        void mark(ValueClasses<T> classes) {
            classes.markAllBut(classes.exactly(constant));
        }
    }

    /** One of several whole numbers. */
    static final class WholeIn<T> extends OfField<T> {
        private final ToLongFunction<? super T> accessor;
        private final long[] sorted;

        WholeIn(Field<T> field, List<Long> constants) {
            super(field);
            this.accessor = field.wholes();
            this.sorted = constants.stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        @Override
        boolean test(T record, Instant now) {
            return Arrays.binarySearch(sorted, accessor.applyAsLong(record)) >= 0;
        }

        @Override
        List<Long> constants() {
            return Arrays.stream(sorted).boxed().toList();
        }

        @Override
        void mark(ValueClasses<T> classes) {
            for (long constant : sorted) {
                classes.mark(classes.exactly(constant));
            }
        }
    }

    /** A floating-point number in a closed range; NaN, which stands for absent, lies in none. */
    static final class NumberRange<T> extends OfField<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double low;
        private final double high;

        NumberRange(Field<T> field, double low, double high) {
            super(field);
            this.accessor = field.numbers();
            this.low = low + 0.0;
            this.high = high + 0.0;
        }

        static <T> Node<T> of(Field<T> field, Comparison comparison, double constant) {
            return switch (comparison) {
                case EQUAL -> new NumberRange<>(field, constant, constant);
                case NOT_EQUAL -> new NumberOther<>(field, constant);
                case LESS -> new NumberRange<>(field, Double.NEGATIVE_INFINITY, Math.nextDown(constant));
                case AT_MOST -> new NumberRange<>(field, Double.NEGATIVE_INFINITY, constant);
                case MORE -> new NumberRange<>(field, Math.nextUp(constant), Double.POSITIVE_INFINITY);
                case AT_LEAST -> new NumberRange<>(field, constant, Double.POSITIVE_INFINITY);
            };
        }

        @Override
        boolean test(T record, Instant now) {
            double value = accessor.applyAsDouble(record);
            return value >= low && value <= high;
        }

        @Override
        List<Double> constants() {
            return List.of(low, high);
        }

        @Override
        void mark(ValueClasses<T> classes) {
            if (low <= high) {
                classes.mark(classes.exactly(low), classes.exactly(high));
            }
        }
    }

    /** A floating-point number other than the constant. */
    static final class NumberOther<T> extends OfField<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double constant;

        NumberOther(Field<T> field, double constant) {
            super(field);
            this.accessor = field.numbers();
            this.constant = constant + 0.0;
        }

        @Override
        boolean test(T record, Instant now) {
            double value = accessor.applyAsDouble(record);
            return value != constant && !Double.isNaN(value);
        }

        @Override
        List<Double> constants() {
            return List.of(constant);
        }

        @Override
        void mark(ValueClasses<T> classes) {
            classes.markAllBut(classes.exactly(constant));
        }
    }

    /** A value of any other scalar kind but money, compared with a constant. */
    static final class ValueCompare<T, V extends Comparable<? super V>> extends OfField<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final Comparison comparison;
        private final Comparison flipped;
        private final V constant;

        ValueCompare(Field<T> field, Comparison comparison, V constant) {
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

    /** One of several texts. */
    static final class TextIn<T> extends OfField<T> {
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

        @Override
        void mark(ValueClasses<T> classes) {
            for (String constant : constants) {
                classes.mark(classes.exactly(constant));
            }
        }
    }

    /** One of several floating-point numbers. */
    static final class NumberIn<T> extends OfField<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double[] sorted;

        NumberIn(Field<T> field, List<Double> constants) {
            super(field);
            this.accessor = field.numbers();
            this.sorted = constants.stream()
                    .mapToDouble(constant -> constant + 0.0) // makes -0.0 0.0
                    .sorted()
                    .distinct()
                    .toArray();
        }

        @Override
        boolean test(T record, Instant now) {
            return Arrays.binarySearch(sorted, accessor.applyAsDouble(record) + 0.0) >= 0;
        }

        @Override
        List<Double> constants() {
            return Arrays.stream(sorted).boxed().toList();
        }

        @Override
        void mark(ValueClasses<T> classes) {
            for (double constant : sorted) {
                classes.mark(classes.exactly(constant));
            }
        }
    }

    /** One of several decimals, dates or instants, equal as {@code compareTo} says. */
    static final class ValueIn<T, V extends Comparable<? super V>> extends OfField<T> {
        private final Function<? super T, ? extends @Nullable Object> accessor;
        private final List<V> constants;
        private final Object[] sorted;

        ValueIn(Field<T> field, List<V> constants) {
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

        @Override
        void mark(ValueClasses<T> classes) {
            for (V constant : constants) {
                classes.mark(classes.exactly(constant));
            }
        }
    }

    /** Whether the field has a value. */
    static final class Present<T> extends OfField<T> {

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
