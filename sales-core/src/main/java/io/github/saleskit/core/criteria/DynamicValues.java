package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.math.BigInteger;
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
        Long exact = value instanceof Number number ? exact(number) : null;
        if (exact == null) {
            throw unfit(name, value, "Number without a fraction, within the range of long");
        }
        return exact;
    }

    /**
     * Null when it has a fraction or lies beyond long; the size is looked at first, since {@code 1e999999999} is long
     * to write.
     */
    private static @Nullable Long exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 0x1p63 ? Long.valueOf((long) value) : null;
        }
        BigDecimal value = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.precision() - (long) stripped.scale() > 19) {
            return null;
        }
        return stripped.toBigInteger().bitLength() < Long.SIZE ? Long.valueOf(stripped.longValue()) : null;
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
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        throw unfit(name, value, "BigDecimal, BigInteger, Long, Integer, Short or Byte");
    }

    private static IllegalArgumentException unfit(String name, Object value, String wanted) {
        return new IllegalArgumentException("field \"" + name + "\" reads " + value + " of "
                + value.getClass().getName() + ", which should be a " + wanted + ".");
    }
}
