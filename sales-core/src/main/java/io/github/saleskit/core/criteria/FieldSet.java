package io.github.saleskit.core.criteria;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a host's type, by which criteria and all other engines read its records.
 *
 * <pre>{@code
 * FieldSet<Prospect> fields = FieldSet.of(Prospect.class)
 *         .id(Prospect::id)
 *         .text("industry", Prospect::industry)
 *         .whole("employees", Prospect::employees)
 *         .instant("createdAt", Prospect::createdAt)
 *         .each("contacts", Prospect::contacts, contactFields)
 *         .build();
 * }</pre>
 *
 * <p>Names are any text of up to 200 characters without backticks and control characters; in the text form of a
 * criterion a name that is not made of letters, digits, underscores and dots, or is a word of the language, stands
 * between backticks.
 *
 * <p>Immutable and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type
 */
public final class FieldSet<T> {

    private final @Nullable Function<? super T, String> id;
    private final Map<String, Field<T>> byName;
    private final List<Field<T>> fields;

    private FieldSet(@Nullable Function<? super T, String> id, Map<String, Field<T>> byName) {
        this.id = id;
        this.byName = byName;
        this.fields = List.copyOf(byName.values());
    }

    /** Starts the fields of a type. */
    public static <T> Builder<T> of(Class<T> type) {
        requireNonNull(type, "type");
        return new Builder<>();
    }

    /**
     * The fields of two records looked at together, each name prefixed: {@code lead.industry}, {@code rep.capacity}.
     *
     * <p>The result has no id accessor.
     *
     * @throws IllegalArgumentException when the prefixes are equal or make two names equal
     */
    public static <L, R> FieldSet<Joined<L, R>> join(
            String leftPrefix, FieldSet<L> left, String rightPrefix, FieldSet<R> right) {
        Builder<Joined<L, R>> joined = new Builder<>();
        left.fields.forEach(field -> joined.add(field.via(leftPrefix + "." + field.name(), Joined::left)));
        right.fields.forEach(field -> joined.add(field.via(rightPrefix + "." + field.name(), Joined::right)));
        return joined.build();
    }

    /**
     * Fields known only at run time, such as the custom fields of a customer's installation; as
     * {@link Builder#dynamic}.
     *
     * <pre>{@code
     * FieldSet<Map<String, Object>> fields = FieldSet.dynamic(Map.of("industry", FieldKind.TEXT), Map::get);
     * }</pre>
     */
    public static <T> FieldSet<T> dynamic(
            Map<String, FieldKind> schema, BiFunction<? super T, ? super String, ? extends @Nullable Object> accessor) {
        return new Builder<T>().dynamic(schema, accessor).build();
    }

    /** The fields in the order of their declaration. */
    public List<Field<T>> fields() {
        return fields;
    }

    /** The names of the fields in the order of their declaration. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The field of that name, if there is one. */
    public Optional<Field<T>> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The field of that name that a definition asks for; where there is none, that is reported with the name that may
     * be meant.
     */
    public Optional<Field<T>> field(String name, Problems at) {
        Optional<Field<T>> field = field(name);
        if (field.isEmpty()) {
            at.report("field.unknown", name, "there is no field \"" + name + "\"", Problems.suggest(name, names()));
        }
        return field;
    }

    /**
     * The field of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Field<T> require(String name) {
        Field<T> field = byName.get(name);
        if (field == null) {
            String advice = Problems.suggest(name, byName.keySet());
            throw new IllegalArgumentException(
                    "there is no field \"" + name + "\"." + (advice == null ? "" : "\n" + advice));
        }
        return field;
    }

    /** Whether {@link #id} can be asked. */
    public boolean hasId() {
        return id != null;
    }

    /**
     * The host's id of the record, by which decisions name it.
     *
     * @throws IllegalStateException when no id accessor was declared, or it gives null
     */
    public String id(T record) {
        if (id == null) {
            throw new IllegalStateException("the fields have no id.\nMaybe FieldSet.of(...).id(...)?");
        }
        String value = id.apply(record);
        if (value == null) {
            throw new IllegalStateException("the id of a record is null: " + record);
        }
        return value;
    }

    /** The names and kinds. */
    @Override
    public String toString() {
        return fields.toString();
    }

    /**
     * Collects fields; a method a kind, so that method references are never ambiguous.
     *
     * <p>Mutable, for one thread. Every method throws IllegalArgumentException for a name that is taken or cannot be
     * one.
     *
     * @param <T> the host's type
     */
    public static final class Builder<T> {

        private final Map<String, Field<T>> fields = new LinkedHashMap<>();
        private @Nullable Function<? super T, String> id;

        private Builder() {}

        /** How decisions name a record. */
        public Builder<T> id(Function<? super T, String> accessor) {
            id = requireNonNull(accessor, "accessor");
            return this;
        }

        /** A text; null means absent. */
        public Builder<T> text(String name, Function<? super T, ? extends @Nullable String> accessor) {
            return value(name, FieldKind.TEXT, accessor);
        }

        /**
         * A whole number that is always there; the smallest long stands for absent. Where the accessor gives an
         * {@code Integer} or {@code Long} that may be null, evaluation fails with a NullPointerException: see
         * {@link #optionalWhole}.
         */
        public Builder<T> whole(String name, ToLongFunction<? super T> accessor) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofWhole(name, accessor));
        }

        /** A whole number; null means absent. */
        public Builder<T> optionalWhole(String name, Function<? super T, ? extends @Nullable Number> accessor) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofWhole(name, record -> DynamicValues.whole(name, accessor.apply(record))));
        }

        /**
         * A floating-point number; NaN means absent. For a {@code Double} that may be null see {@link #optionalNumber}.
         */
        public Builder<T> number(String name, ToDoubleFunction<? super T> accessor) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofNumber(name, accessor));
        }

        /** A floating-point number; null and NaN mean absent. */
        public Builder<T> optionalNumber(String name, Function<? super T, ? extends @Nullable Number> accessor) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofNumber(name, record -> DynamicValues.number(name, accessor.apply(record))));
        }

        /** An exact decimal number; null means absent. */
        public Builder<T> decimal(String name, Function<? super T, ? extends @Nullable BigDecimal> accessor) {
            return value(name, FieldKind.DECIMAL, accessor);
        }

        /** An amount of money, {@code Money} or {@code BigMoney}; null means absent. */
        public Builder<T> money(String name, Function<? super T, ? extends @Nullable BigMoneyProvider> accessor) {
            return value(name, FieldKind.MONEY, accessor);
        }

        /** A truth value that is always there. For a {@code Boolean} that may be null see {@link #optionalFlag}. */
        public Builder<T> flag(String name, Predicate<? super T> accessor) {
            requireNonNull(accessor, "accessor");
            return value(name, FieldKind.FLAG, accessor::test);
        }

        /** A truth value; null means absent. */
        public Builder<T> optionalFlag(String name, Function<? super T, ? extends @Nullable Boolean> accessor) {
            return value(name, FieldKind.FLAG, accessor);
        }

        /** A day; null means absent. */
        public Builder<T> date(String name, Function<? super T, ? extends @Nullable LocalDate> accessor) {
            return value(name, FieldKind.DATE, accessor);
        }

        /** A moment on the time line; null means absent. */
        public Builder<T> instant(String name, Function<? super T, ? extends @Nullable Instant> accessor) {
            return value(name, FieldKind.INSTANT, accessor);
        }

        /**
         * A collection of texts, such as tags; null and empty mean absent. Membership is the collection's own
         * {@code contains}.
         */
        public Builder<T> set(String name, Function<? super T, ? extends @Nullable Collection<String>> accessor) {
            return value(name, FieldKind.SET, accessor);
        }

        /** Nested elements, such as the contacts of an account; null and empty mean absent. */
        public <E> Builder<T> each(
                String name,
                Function<? super T, ? extends @Nullable Collection<? extends E>> accessor,
                FieldSet<E> elements) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofValue(name, FieldKind.EACH, accessor, requireNonNull(elements, "elements")));
        }

        /**
         * Fields known only at run time, read by name.
         *
         * <p>The accessor gives null for absent, else a value that fits the kind: a {@code Number} without a fraction
         * for whole, any {@code Number} for number, {@code BigDecimal} or a whole {@code Number} for decimal, and for
         * the other kinds what their methods here take. A value of another class makes evaluation fail with an
         * IllegalArgumentException that names the field.
         *
         * @param schema kinds by name, in the order of the map; {@link FieldKind#EACH} is not possible
         */
        public Builder<T> dynamic(
                Map<String, FieldKind> schema,
                BiFunction<? super T, ? super String, ? extends @Nullable Object> accessor) {
            requireNonNull(accessor, "accessor");
            schema.forEach((name, kind) -> add(DynamicValues.field(name, kind, accessor)));
            return this;
        }

        /** The fields so far. */
        public FieldSet<T> build() {
            return new FieldSet<>(id, new LinkedHashMap<>(fields));
        }

        private Builder<T> value(
                String name, FieldKind kind, Function<? super T, ? extends @Nullable Object> accessor) {
            requireNonNull(accessor, "accessor");
            return add(Field.ofValue(name, kind, accessor, null));
        }

        private Builder<T> add(Field<T> field) {
            if (fields.putIfAbsent(field.name(), field) != null) {
                throw new IllegalArgumentException("name is \"" + field.name() + "\", which is already a field.");
            }
            return this;
        }
    }
}
