package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.BiFunction;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/** Values whose class is known only when they are read. */
final class DynamicValues {

    private DynamicValues() {}

    static <T> Field<T> field(
            String name, FieldKind kind, BiFunction<? super T, ? super String, ? extends @Nullable Object> accessor) {
        return switch (kind) {
            case WHOLE -> Field.ofWhole(name, record -> whole(name, accessor.apply(record, name)));
            case NUMBER -> Field.ofNumber(name, record -> number(name, accessor.apply(record, name)));
            case DECIMAL -> Field.ofValue(name, kind, record -> decimal(name, accessor.apply(record, name)), null);
            case EACH ->
                throw new IllegalArgumentException("kind of the dynamic field \"" + name
                        + "\" is EACH, but dynamic fields have no nested elements.\nMaybe declare it by each(...)?");
            default -> {
                Class<?> type = typeOf(kind);
                yield Field.ofValue(name, kind, record -> checked(name, type, accessor.apply(record, name)), null);
            }
        };
    }

    private static Class<?> typeOf(FieldKind kind) {
        return switch (kind) {
            case TEXT -> String.class;
            case MONEY -> BigMoneyProvider.class;
            case FLAG -> Boolean.class;
            case DATE -> LocalDate.class;
            case INSTANT -> Instant.class;
            case SET -> Collection.class;
            default -> Number.class;
        };
    }

    private static @Nullable Object checked(String name, Class<?> type, @Nullable Object value) {
        if (value != null && !type.isInstance(value)) {
            throw unfit(name, value, type.getSimpleName());
        }
        return value;
    }

    static long whole(String name, @Nullable Object value) {
        if (value == null) {
            return Field.ABSENT;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw unfit(name, value, "Long, Integer, Short or Byte");
    }

    static double number(String name, @Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw unfit(name, value, "Number");
    }

    private static @Nullable BigDecimal decimal(String name, @Nullable Object value) {
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        throw unfit(name, value, "BigDecimal, Long, Integer, Short or Byte");
    }

    private static IllegalArgumentException unfit(String name, Object value, String wanted) {
        return new IllegalArgumentException("field \"" + name + "\" reads " + value + " of "
                + value.getClass().getName() + ", which should be a " + wanted + ".");
    }
}
