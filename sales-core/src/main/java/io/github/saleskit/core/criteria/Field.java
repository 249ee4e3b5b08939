package io.github.saleskit.core.criteria;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One field of a host's type: a name, a kind and how to read it.
 *
 * <p>Engines that learn or count walk over {@link FieldSet#fields()} and read by {@link #value}, {@link #whole} or
 * {@link #number}. Immutable and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type
 */
public final class Field<T> {

    /** What a field of kind {@link FieldKind#WHOLE} reads where it has no value. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final String name;
    private final FieldKind kind;
    private final ToLongFunction<? super T> wholes;
    private final ToDoubleFunction<? super T> numbers;
    private final Function<? super T, ? extends @Nullable Object> values;
    private final @Nullable FieldSet<?> elements;

    private Field(
            String name,
            FieldKind kind,
            ToLongFunction<? super T> wholes,
            ToDoubleFunction<? super T> numbers,
            Function<? super T, ? extends @Nullable Object> values,
            @Nullable FieldSet<?> elements) {
        this.name = FieldNames.require(name);
        this.kind = kind;
        this.wholes = wholes;
        this.numbers = numbers;
        this.values = values;
        this.elements = elements;
    }

    static <T> Field<T> ofWhole(String name, ToLongFunction<? super T> accessor) {
        return new Field<>(
                name,
                FieldKind.WHOLE,
                accessor,
                record -> toNumber(accessor.applyAsLong(record)),
                record -> {
                    long value = accessor.applyAsLong(record);
                    return value == ABSENT ? null : value;
                },
                null);
    }

    static <T> Field<T> ofNumber(String name, ToDoubleFunction<? super T> accessor) {
        return new Field<>(
                name,
                FieldKind.NUMBER,
                record -> notA(name, FieldKind.WHOLE),
                accessor,
                record -> {
                    double value = accessor.applyAsDouble(record);
                    return Double.isNaN(value) ? null : value;
                },
                null);
    }

    /** A field of any kind but WHOLE and NUMBER. */
    static <T> Field<T> ofValue(
            String name,
            FieldKind kind,
            Function<? super T, ? extends @Nullable Object> accessor,
            @Nullable FieldSet<?> elements) {
        return new Field<>(
                name,
                kind,
                record -> notA(name, FieldKind.WHOLE),
                record -> toNumber(name, accessor.apply(record)),
                accessor,
                elements);
    }

    /** The same field, reached from another type. */
    <S> Field<S> via(String newName, Function<? super S, ? extends T> path) {
        return new Field<>(
                newName,
                kind,
                record -> wholes.applyAsLong(path.apply(record)),
                record -> numbers.applyAsDouble(path.apply(record)),
                record -> values.apply(path.apply(record)),
                elements);
    }

    private static double toNumber(long value) {
        return value == ABSENT ? Double.NaN : value;
    }

    private static double toNumber(String name, @Nullable Object value) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return notA(name, FieldKind.NUMBER);
    }

    private static long notA(String name, FieldKind kind) {
        throw new IllegalStateException(
                "field \"" + name + "\" is not of kind " + kind + ".\nMaybe look at kind() first?");
    }

    /** What criteria call the field, such as {@code employees} or {@code lead.industry}. */
    public String name() {
        return name;
    }

    /** What the field holds. */
    public FieldKind kind() {
        return kind;
    }

    /** The fields of the nested elements; empty unless the kind is {@link FieldKind#EACH}. */
    public Optional<FieldSet<?>> elements() {
        return Optional.ofNullable(elements);
    }

    /** Whether the record has a value here; empty sets and no elements count as absent. */
    public boolean present(T record) {
        return switch (kind) {
            case WHOLE -> wholes.applyAsLong(record) != ABSENT;
            case NUMBER -> !Double.isNaN(numbers.applyAsDouble(record));
            case SET, EACH -> values.apply(record) instanceof Collection<?> collection && !collection.isEmpty();
            default -> values.apply(record) != null;
        };
    }

    /**
     * The value, or null where absent: a String, Long, Double, BigDecimal, BigMoneyProvider, Boolean, LocalDate,
     * Instant or Collection, by kind.
     */
    public @Nullable Object value(T record) {
        return values.apply(record);
    }

    /**
     * The value of a field of kind {@link FieldKind#WHOLE}, or {@link #ABSENT}; without boxing.
     *
     * @throws IllegalStateException when the field is of another kind
     */
    public long whole(T record) {
        return wholes.applyAsLong(record);
    }

    /**
     * The value of a whole, number, decimal or flag (1 or 0) as a double, or NaN where absent; without boxing.
     *
     * @throws IllegalStateException when the field is of another kind
     */
    public double number(T record) {
        return numbers.applyAsDouble(record);
    }

    ToLongFunction<? super T> wholes() {
        return wholes;
    }

    ToDoubleFunction<? super T> numbers() {
        return numbers;
    }

    Function<? super T, ? extends @Nullable Object> values() {
        return values;
    }

    /** Name and kind. */
    @Override
    public String toString() {
        return name + " (" + kind + ")";
    }
}
