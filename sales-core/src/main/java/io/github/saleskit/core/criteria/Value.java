package io.github.saleskit.core.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/**
 * A constant in a criterion: a text, a number or a truth value.
 *
 * <p>Dates, instants and amounts of money are texts ({@code "2026-04-01"}, {@code "2026-04-01T09:00:00Z"}, {@code "EUR
 * 10.50"}); what a text means is decided by the kind of the field it is compared with. As JSON a value is the plain
 * scalar. The family is closed for ever.
 */
public sealed interface Value {

    /** A text. */
    record Text(String text) implements Value {
        public Text {
            requireNonNull(text, "text");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Text fromJson(String text) {
            return new Text(text);
        }

        @Override
        public String toString() {
            return TextWriter.quote(text);
        }
    }

    /** A number, kept exactly; {@code 200}, {@code 200.0} and {@code 2e2} are equal. */
    record Decimal(BigDecimal number) implements Value {

        private static final int PLAIN_DIGITS = 18;
        private static final int MOST_DIGITS = 1 << 30;

        public Decimal {
            if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
                throw new IllegalArgumentException(
                        "number is " + number + "; its exponent is beyond " + MOST_DIGITS + ".");
            }
            BigDecimal stripped = number.stripTrailingZeros();
            long digits = (long) stripped.precision() - stripped.scale();
            number = stripped.scale() <= 0 && digits <= PLAIN_DIGITS ? stripped.setScale(0) : stripped;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Decimal fromJson(long number) {
            return new Decimal(BigDecimal.valueOf(number));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Decimal fromJson(BigDecimal number) {
            return new Decimal(number);
        }

        @Override
        public String toString() {
            return number.toString();
        }
    }

    /** A truth value. */
    record Flag(boolean flag) implements Value {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private static Flag fromJson(boolean flag) {
            return new Flag(flag);
        }

        @Override
        public String toString() {
            return Boolean.toString(flag);
        }
    }

    /**
     * The value of a Java object.
     *
     * @param value a String, Boolean, Integer, Long or other Number, an Enum (its name), LocalDate, Instant, Money,
     *     BigMoney, or a Value as it is
     * @throws IllegalArgumentException for another class, and for a double that is not finite
     */
    static Value of(@Nullable Object value) {
        if (value instanceof Value already) {
            return already;
        }
        if (value instanceof String text) {
            return new Text(text);
        }
        if (value instanceof Boolean flag) {
            return new Flag(flag);
        }
        if (value instanceof Number number) {
            return new Decimal(toDecimal(number));
        }
        if (value instanceof Enum<?> constant) {
            return new Text(constant.name());
        }
        if (value instanceof LocalDate || value instanceof Instant || value instanceof BigMoneyProvider) {
            return new Text(value.toString());
        }
        throw new IllegalArgumentException("value is " + value
                + (value == null ? "" : " of " + value.getClass().getName())
                + "; a constant is a text, number, truth value, enum constant, date, instant or amount of money.");
    }

    private static BigDecimal toDecimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "value is " + number + "; a number has to be finite and less than 1.8e308.");
        }
        return new BigDecimal(number.toString());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Value fromJson(String text) {
        return new Text(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Value fromJson(boolean flag) {
        return new Flag(flag);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Value fromJson(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private static Value fromJson(BigDecimal number) {
        return new Decimal(number);
    }

    /** As JSON: a String, Boolean, Long or BigDecimal. */
    @JsonValue
    private Object toJson() {
        return TextWriter.scalar(this);
    }
}
