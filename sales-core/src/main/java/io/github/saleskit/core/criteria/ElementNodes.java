package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Compiled questions about nested elements; lists are walked by index, so that nothing is allocated. */
final class ElementNodes {

    private ElementNodes() {}

    @SuppressWarnings("unchecked") // each(...) tied the accessor to the elements' fields
    private static <E> Collection<E> elements(@Nullable Object value) {
        return value == null ? List.of() : (Collection<E>) value;
    }

    /** An iterator only where the elements cannot be had by index. */
    private static <E> @Nullable Iterator<E> iterator(Collection<E> elements) {
        return elements instanceof List && elements instanceof RandomAccess ? null : elements.iterator();
    }

    private static <E> E element(Collection<E> elements, @Nullable Iterator<E> iterator, int index) {
        return iterator != null ? iterator.next() : ((List<E>) elements).get(index);
    }

    /** Any, all or none of the elements match. */
    static final class Quantified<T, E> extends Node<T> {
        private final Field<T> field;
        private final Node<E> node;
        private final boolean stop;
        private final boolean found;

        Quantified(Quantifier quantifier, Field<T> field, Node<E> node) {
            this.field = field;
            this.node = node;
            this.stop = quantifier != Quantifier.ALL;
            this.found = quantifier == Quantifier.ANY;
        }

        @Override
        boolean test(T record, Instant now) {
            Collection<E> elements = elements(field.value(record));
            Iterator<E> iterator = iterator(elements);
            for (int i = 0; i < elements.size(); i++) {
                if (node.test(element(elements, iterator, i), now) == stop) {
                    return found;
                }
            }
            return !found;
        }
    }

    /** How many elements match. */
    static final class Count<T, E> extends WholeSource<T> {
        private final Field<T> field;
        private final @Nullable Node<E> where;

        Count(Field<T> field, @Nullable Node<E> where) {
            this.field = field;
            this.where = where;
        }

        @Override
        long whole(T record, Instant now) {
            Collection<E> elements = elements(field.value(record));
            if (where == null) {
                return elements.size();
            }
            Iterator<E> iterator = iterator(elements);
            long count = 0;
            for (int i = 0; i < elements.size(); i++) {
                count += where.test(element(elements, iterator, i), now) ? 1 : 0;
            }
            return count;
        }
    }

    /** Sum, minimum or maximum of a whole field. */
    static final class Wholes<T, E> extends WholeSource<T> {
        private final AggregateFunction function;
        private final Field<T> field;
        private final Field<E> of;
        private final Node<E> where;

        Wholes(AggregateFunction function, Field<T> field, Field<E> of, Node<E> where) {
            this.function = function;
            this.field = field;
            this.of = of;
            this.where = where;
        }

        @Override
        long whole(T record, Instant now) {
            Collection<E> elements = elements(field.value(record));
            Iterator<E> iterator = iterator(elements);
            long result = function == AggregateFunction.SUM ? 0 : Field.ABSENT;
            for (int i = 0; i < elements.size(); i++) {
                E element = element(elements, iterator, i);
                if (where.test(element, now)) {
                    result = combine(result, of.whole(element));
                }
            }
            return result;
        }

        private long combine(long sofar, long value) {
            if (value == Field.ABSENT) {
                return sofar;
            }
            return switch (function) {
                case MIN -> sofar == Field.ABSENT ? value : Math.min(sofar, value);
                case MAX -> Math.max(sofar, value);
                default -> saturatedSum(sofar, value);
            };
        }

        private static long saturatedSum(long a, long b) {
            long sum = a + b;
            if (((a ^ sum) & (b ^ sum)) < 0) {
                return a < 0 ? Field.ABSENT + 1 : Long.MAX_VALUE;
            }
            return Math.max(sum, Field.ABSENT + 1);
        }
    }

    /** Sum, minimum or maximum of a floating-point field. */
    static final class Numbers<T, E> extends Source<T> {
        private final AggregateFunction function;
        private final Field<T> field;
        private final Field<E> of;
        private final Node<E> where;

        Numbers(AggregateFunction function, Field<T> field, Field<E> of, Node<E> where) {
            super(FieldKind.NUMBER);
            this.function = function;
            this.field = field;
            this.of = of;
            this.where = where;
        }

        @Override
        double number(T record, Instant now) {
            Collection<E> elements = elements(field.value(record));
            Iterator<E> iterator = iterator(elements);
            double result = function == AggregateFunction.SUM ? 0 : Double.NaN;
            for (int i = 0; i < elements.size(); i++) {
                E element = element(elements, iterator, i);
                if (where.test(element, now)) {
                    result = combine(result, of.number(element));
                }
            }
            return result;
        }

        private double combine(double sofar, double value) {
            if (Double.isNaN(value)) {
                return sofar;
            }
            return switch (function) {
                case MIN -> Double.isNaN(sofar) ? value : Math.min(sofar, value);
                case MAX -> Double.isNaN(sofar) ? value : Math.max(sofar, value);
                default -> sofar + value;
            };
        }

        @Override
        long whole(T record, Instant now) {
            throw new IllegalStateException("a number is not whole");
        }

        @Override
        @Nullable
        Object value(T record, Instant now) {
            double number = number(record, now);
            return Double.isNaN(number) ? null : number;
        }
    }

    /** Sum, minimum or maximum of a field of another kind. */
    static final class Values<T, E> extends Source<T> {

        /** Sums are exact up to so many digits; {@code 1e999999999 + 1} has too many to be written. */
        private static final MathContext SUMS = new MathContext(1_000);

        private final AggregateFunction function;
        private final Field<T> field;
        private final Field<E> of;
        private final Node<E> where;

        Values(AggregateFunction function, Field<T> field, Field<E> of, Node<E> where) {
            super(of.kind());
            this.function = function;
            this.field = field;
            this.of = of;
            this.where = where;
        }

        @Override
        @Nullable
        Object value(T record, Instant now) {
            Collection<E> elements = elements(field.value(record));
            Iterator<E> iterator = iterator(elements);
            Object result = function == AggregateFunction.SUM && kind == FieldKind.DECIMAL ? BigDecimal.ZERO : null;
            for (int i = 0; i < elements.size(); i++) {
                E element = element(elements, iterator, i);
                Object value = where.test(element, now) ? of.value(element) : null;
                if (value != null) {
                    if (differentCurrencies(result, value)) {
                        return null;
                    }
                    result = result == null ? value : combine(result, value);
                }
            }
            return result;
        }

        private boolean differentCurrencies(@Nullable Object sofar, Object value) {
            BigMoney a = PairNodes.money(sofar);
            BigMoney b = PairNodes.money(value);
            return a != null && b != null && !a.getCurrencyUnit().equals(b.getCurrencyUnit());
        }

        private Object combine(Object sofar, Object value) {
            if (function != AggregateFunction.SUM) {
                return (compare(value, sofar) < 0) == (function == AggregateFunction.MIN) ? value : sofar;
            }
            BigMoney money = PairNodes.money(value);
            BigMoney other = PairNodes.money(sofar);
            return money != null && other != null
                    ? BigMoney.of(money.getCurrencyUnit(), other.getAmount().add(money.getAmount(), SUMS))
                    : ((BigDecimal) sofar).add((BigDecimal) value, SUMS);
        }

        @SuppressWarnings("unchecked") // both are of the field's kind
        private static int compare(Object a, Object b) {
            BigMoney first = PairNodes.money(a);
            BigMoney second = PairNodes.money(b);
            return first != null && second != null
                    ? first.getAmount().compareTo(second.getAmount())
                    : ((Comparable<Object>) a).compareTo(b);
        }

        @Override
        long whole(T record, Instant now) {
            throw new IllegalStateException("not whole");
        }

        @Override
        double number(T record, Instant now) {
            return value(record, now) instanceof BigDecimal decimal ? decimal.doubleValue() : Double.NaN;
        }
    }

    /** A source of kind WHOLE. */
    abstract static class WholeSource<T> extends Source<T> {

        WholeSource() {
            super(FieldKind.WHOLE);
        }

        @Override
        double number(T record, Instant now) {
            long whole = whole(record, now);
            return whole == Field.ABSENT ? Double.NaN : whole;
        }

        @Override
        @Nullable
        Object value(T record, Instant now) {
            long whole = whole(record, now);
            return whole == Field.ABSENT ? null : whole;
        }

        @Override
        boolean present(T record, Instant now) {
            return whole(record, now) != Field.ABSENT;
        }
    }
}
