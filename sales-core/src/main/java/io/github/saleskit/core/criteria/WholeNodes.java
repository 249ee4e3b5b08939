package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Compiled questions about a field of whole numbers and constants. */
final class WholeNodes {

    private WholeNodes() {}

    /** A whole number in a closed range; absent lies below every range. */
    static final class Range<T> extends FieldNode<T> {
        private final ToLongFunction<? super T> accessor;
        private final long low;
        private final long high;

        Range(Field<T> field, long low, long high) {
            super(field);
            this.accessor = field.wholes();
            this.low = low;
            this.high = high;
        }

        static <T> Node<T> of(Field<T> field, Comparison comparison, long constant) {
            return switch (comparison) {
                case EQUAL -> new Range<>(field, constant, constant);
                case NOT_EQUAL -> new Other<>(field, constant);
                case LESS -> new Range<>(field, Field.ABSENT + 1, constant - 1);
                case AT_MOST -> new Range<>(field, Field.ABSENT + 1, constant);
                case MORE ->
                    constant == Long.MAX_VALUE ? new Never<>() : new Range<>(field, constant + 1, Long.MAX_VALUE);
                case AT_LEAST -> new Range<>(field, constant, Long.MAX_VALUE);
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
    static final class Other<T> extends FieldNode<T> {
        private final ToLongFunction<? super T> accessor;
        private final long constant;

        Other(Field<T> field, long constant) {
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
    static final class In<T> extends FieldNode<T> {
        private final ToLongFunction<? super T> accessor;
        private final long[] sorted;

        In(Field<T> field, List<Long> constants) {
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
    }
}
