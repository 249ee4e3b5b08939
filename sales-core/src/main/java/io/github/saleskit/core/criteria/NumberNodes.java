package io.github.saleskit.core.criteria;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compiled questions about a field of floating-point numbers and constants. */
final class NumberNodes {

    private NumberNodes() {}

    /** A floating-point number in a closed range; NaN, which stands for absent, lies in none. */
    static final class Range<T> extends FieldNode<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double low;
        private final double high;

        Range(Field<T> field, double low, double high) {
            super(field);
            this.accessor = field.numbers();
            this.low = low + 0.0;
            this.high = high + 0.0;
        }

        static <T> Node<T> of(Field<T> field, Comparison comparison, double constant) {
            return switch (comparison) {
                case EQUAL -> new Range<>(field, constant, constant);
                case NOT_EQUAL -> new Other<>(field, constant);
                case LESS -> new Range<>(field, Double.NEGATIVE_INFINITY, Math.nextDown(constant));
                case AT_MOST -> new Range<>(field, Double.NEGATIVE_INFINITY, constant);
                case MORE -> new Range<>(field, Math.nextUp(constant), Double.POSITIVE_INFINITY);
                case AT_LEAST -> new Range<>(field, constant, Double.POSITIVE_INFINITY);
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
    static final class Other<T> extends FieldNode<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double constant;

        Other(Field<T> field, double constant) {
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

    /** One of several floating-point numbers. */
    static final class In<T> extends FieldNode<T> {
        private final ToDoubleFunction<? super T> accessor;
        private final double[] sorted;

        In(Field<T> field, List<Double> constants) {
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
    }
}
