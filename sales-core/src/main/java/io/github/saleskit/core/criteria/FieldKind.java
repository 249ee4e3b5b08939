package io.github.saleskit.core.criteria;

/** What a field holds, and so what can be asked of it. */
public enum FieldKind {
    /** A {@link String}; absent when null. Compared exactly, ordered by UTF-16 code units. */
    TEXT,
    /** A {@code long}; {@link Long#MIN_VALUE} stands for absent. */
    WHOLE,
    /** A {@code double}; NaN stands for absent. */
    NUMBER,
    /** A {@link java.math.BigDecimal}; absent when null. Compared by value: 2.0 equals 2.00. */
    DECIMAL,
    /**
     * A Joda-Money {@code Money} or {@code BigMoney}; absent when null. Amounts of two currencies differ and have no
     * order.
     */
    MONEY,
    /** A truth value; absent when null. */
    FLAG,
    /** A {@link java.time.LocalDate}; absent when null. */
    DATE,
    /** A {@link java.time.Instant}; absent when null. */
    INSTANT,
    /** A collection of texts without order; absent when null or empty. */
    SET,
    /** Nested elements with fields of their own; absent when null or empty. */
    EACH;

    /** Whether values of this kind are numbers without a unit. */
    public boolean numeric() {
        return this == WHOLE || this == NUMBER || this == DECIMAL;
    }

    /** Whether one value of this kind can be less than another. */
    public boolean ordered() {
        return this != FLAG && this != SET && this != EACH;
    }

    /** Whether a field of this kind holds one value, not several. */
    public boolean scalar() {
        return this != SET && this != EACH;
    }

    boolean temporal() {
        return this == DATE || this == INSTANT;
    }

    /** Whether values of the two kinds can be compared with each other. */
    boolean comparableWith(FieldKind other) {
        return scalar() && (this == other || (numeric() && other.numeric()) || (temporal() && other.temporal()));
    }
}
