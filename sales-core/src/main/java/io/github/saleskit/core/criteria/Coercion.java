package io.github.saleskit.core.criteria;

import io.github.saleskit.core.definition.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/** Turns constants into what a field of a kind reads. */
final class Coercion {

    /** No number of a sensible size has more digits before or after its point. */
    private static final int DIGITS = 1_000;

    private final ZoneId zone;

    Coercion(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The constant as a String, Long, Double, BigDecimal, BigMoney, Boolean, LocalDate or Instant, by kind; a LocalDate
     * also where an instant is compared with a day. Null when it does not fit, which is reported.
     */
    @Nullable
    Object coerce(Value value, FieldKind kind, String what, Problems at) {
        if (value instanceof Value.Decimal decimal && kind.numeric()) {
            return number(decimal.number(), kind, what, at);
        }
        if (value instanceof Value.Flag flag && kind == FieldKind.FLAG) {
            return flag.flag();
        }
        if (value instanceof Value.Text text && kind == FieldKind.TEXT) {
            return text.text();
        }
        if (value instanceof Value.Text text && (kind.temporal() || kind == FieldKind.MONEY)) {
            return parsed(text.text(), kind, what, at);
        }
        at.report(
                "value.wrongKind",
                value.toString(),
                what + " is " + words(kind) + ", but " + value + " is " + words(value),
                advice(value, kind));
        return null;
    }

    private static @Nullable Object number(BigDecimal number, FieldKind kind, String what, Problems at) {
        long digits = Math.max((long) number.precision() - number.scale(), number.scale());
        if (digits > DIGITS || (kind == FieldKind.NUMBER && Double.isInfinite(number.doubleValue()))) {
            at.report("value.outOfRange", number.toString(), what + " cannot hold " + number);
            return null;
        }
        if (kind == FieldKind.DECIMAL) {
            return number;
        }
        if (kind == FieldKind.NUMBER) {
            return number.doubleValue();
        }
        if (number.scale() > 0) {
            at.report(
                    "value.notWhole",
                    number.toString(),
                    what + " is a whole number, but " + number + " has a fraction",
                    "Maybe " + number.setScale(0, RoundingMode.FLOOR).toPlainString() + " or "
                            + number.setScale(0, RoundingMode.CEILING).toPlainString() + "?");
            return null;
        }
        if (digits > 19 || number.toBigInteger().bitLength() > 63 || number.longValue() == Field.ABSENT) {
            at.report("value.outOfRange", number.toString(), what + " cannot hold " + number);
            return null;
        }
        return number.longValue();
    }

    private @Nullable Object parsed(String text, FieldKind kind, String what, Problems at) {
        try {
            return switch (kind) {
                case DATE -> LocalDate.parse(text);
                case INSTANT -> instantOrDay(text);
                default -> money(text);
            };
        } catch (DateTimeException e) {
            at.report(
                    "value.notADate",
                    text,
                    what + " is " + words(kind) + ", but " + TextWriter.quote(text) + " is none",
                    kind == FieldKind.DATE
                            ? "Dates look like \"2026-04-01\"."
                            : "Instants look like \"2026-04-01T09:00:00Z\", \"2026-04-01T09:00\" (in the zone of the"
                                    + " condition) or \"2026-04-01\" (all of that day).");
        } catch (IllegalArgumentException | ArithmeticException e) {
            at.report(
                    "value.notMoney",
                    text,
                    what + " is an amount of money, but " + TextWriter.quote(text) + " is none",
                    "Amounts look like \"EUR 10.50\".");
        }
        return null;
    }

    /** Reading digits takes time quadratic in their number. */
    private static BigMoney money(String text) {
        if (text.length() > DIGITS) {
            throw new IllegalArgumentException("too long");
        }
        return BigMoney.parse(text);
    }

    private Object instantOrDay(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text);
        }
        int time = text.indexOf('T');
        if (text.endsWith("Z") && text.indexOf(':', text.indexOf(':', time) + 1) > 0) {
            return Instant.parse(text);
        }
        boolean offset = text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    static String words(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "a text";
            case WHOLE -> "a whole number";
            case NUMBER -> "a number";
            case DECIMAL -> "a decimal number";
            case MONEY -> "an amount of money";
            case FLAG -> "a truth value";
            case DATE -> "a date";
            case INSTANT -> "an instant";
            case SET -> "a set of texts";
            case EACH -> "a list of elements";
        };
    }

    private static String words(Value value) {
        if (value instanceof Value.Text) {
            return "a text";
        }
        return value instanceof Value.Flag ? "a truth value" : "a number";
    }

    private static @Nullable String advice(Value value, FieldKind kind) {
        if (value instanceof Value.Text text
                && kind.numeric()
                && text.text().matches("-?[0-9]{1,18}([.][0-9]{1,18})?")) {
            return "Maybe " + text.text() + " without quotes?";
        }
        if (value instanceof Value.Text text && kind == FieldKind.FLAG) {
            return text.text().equals("true") || text.text().equals("false")
                    ? "Maybe " + text.text() + " without quotes?"
                    : "Maybe true or false?";
        }
        if (kind == FieldKind.TEXT) {
            return "Maybe " + TextWriter.quote(value.toString()) + "?";
        }
        return kind == FieldKind.MONEY ? "Amounts look like \"EUR 10.50\"." : null;
    }
}
