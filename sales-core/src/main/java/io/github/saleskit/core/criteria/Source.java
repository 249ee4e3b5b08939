package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A compiled operand, read in the form that its kind makes cheapest. */
abstract class Source<T> {

    final FieldKind kind;

    Source(FieldKind kind) {
        this.kind = kind;
    }

    /** Of kind WHOLE: the value, or {@link Field#ABSENT}. */
    abstract long whole(T record, Instant now);

    /** Of a numeric kind: the value, or NaN. */
    abstract double number(T record, Instant now);

    /** The value as {@link Field#value} gives it, or null. */
    abstract @Nullable Object value(T record, Instant now);

    /** Of kind WHOLE or DECIMAL: the value, or null. */
    final @Nullable BigDecimal decimal(T record, Instant now) {
        if (kind == FieldKind.DECIMAL) {
            return (BigDecimal) value(record, now);
        }
        long whole = whole(record, now);
        return whole == Field.ABSENT ? null : BigDecimal.valueOf(whole);
    }

    boolean present(T record, Instant now) {
        return value(record, now) != null;
    }

    /** A field. */
    static final class OfField<T> extends Source<T> {
        final Field<T> field;

        OfField(Field<T> field) {
            super(field.kind());
            this.field = field;
        }

        @Override
        long whole(T record, Instant now) {
            return field.whole(record);
        }

        @Override
        double number(T record, Instant now) {
            return field.number(record);
        }

        @Override
        @Nullable
        Object value(T record, Instant now) {
            return field.value(record);
        }

        @Override
        boolean present(T record, Instant now) {
            return field.present(record);
        }
    }

    /** A constant that was coerced to the kind. */
    static final class OfConstant<T> extends Source<T> {
        private final Object value;

        OfConstant(FieldKind kind, Object value) {
            super(kind);
            this.value = value;
        }

        Object value() {
            return value;
        }

        @Override
        long whole(T record, Instant now) {
            return (Long) value;
        }

        @Override
        double number(T record, Instant now) {
            return ((Number) value).doubleValue();
        }

        @Override
        Object value(T record, Instant now) {
            return value;
        }
    }
}
