package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.BigMoneyProvider;
import org.jspecify.annotations.Nullable;

/** A part of a field as training and scoring read it from a record: a number, a text, or a collection of texts. */
final class Feature<T> {

    private static final double SECONDS_A_DAY = 86_400;

    /** Of months and days of the week; kept, since scoring makes no garbage. */
    private static final String[] NUMERALS =
            IntStream.rangeClosed(0, 12).mapToObj(Integer::toString).toArray(String[]::new);

    final Field<T> field;
    final FieldPart part;

    Feature(Field<T> field, FieldPart part) {
        this.field = field;
        this.part = part;
    }

    /** The parts of a field that can be learned from. */
    static List<FieldPart> parts(Field<?> field) {
        return switch (field.kind()) {
            case MONEY -> List.of(FieldPart.VALUE, FieldPart.CURRENCY);
            case DATE, INSTANT -> List.of(FieldPart.VALUE, FieldPart.MONTH, FieldPart.DAY_OF_WEEK);
            case SET -> List.of(FieldPart.MEMBER);
            default -> List.of(FieldPart.VALUE);
        };
    }

    /** Whether the part of such a field is a number. */
    static boolean ordered(Field<?> field, FieldPart part) {
        return part == FieldPart.VALUE
                && switch (field.kind()) {
                    case TEXT, FLAG, SET -> false;
                    default -> true;
                };
    }

    boolean ordered() {
        return ordered(field, part);
    }

    /** The number of an ordered part; NaN where absent or not finite. */
    double number(T record) {
        return switch (field.kind()) {
            case WHOLE -> whole(field.whole(record));
            case NUMBER, DECIMAL, FLAG -> finite(field.number(record));
            case MONEY ->
                field.value(record) instanceof BigMoneyProvider money
                        ? finite(money.toBigMoney().getAmount().doubleValue())
                        : Double.NaN;
            case DATE -> field.value(record) instanceof LocalDate date ? date.toEpochDay() : Double.NaN;
            case INSTANT ->
                field.value(record) instanceof Instant instant ? instant.getEpochSecond() / SECONDS_A_DAY : Double.NaN;
            case EACH -> field.value(record) instanceof Collection<?> elements ? elements.size() : 0;
            case TEXT, SET -> Double.NaN;
        };
    }

    private static double whole(long value) {
        return value == Field.ABSENT ? Double.NaN : value;
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** The text of a part that is not ordered; null where absent. */
    @Nullable
    String text(T record) {
        Object value = field.value(record);
        if (value == null) {
            return null;
        }
        return switch (part) {
            case CURRENCY ->
                value instanceof BigMoneyProvider money
                        ? money.toBigMoney().getCurrencyUnit().getCode()
                        : null;
            case MONTH -> NUMERALS[day(value).getMonthValue()];
            case DAY_OF_WEEK -> NUMERALS[day(value).getDayOfWeek().getValue()];
            default -> value.toString();
        };
    }

    /**
     * What the part of a field that is not absent says, as a value that never changes; of nested elements their number.
     */
    @Nullable
    Object said(T record) {
        Object value = part == FieldPart.VALUE ? field.value(record) : text(record);
        return value instanceof Collection<?> elements ? elements.size() : value;
    }

    private static LocalDate day(Object value) {
        return value instanceof Instant instant
                ? instant.atOffset(ZoneOffset.UTC).toLocalDate()
                : (LocalDate) value;
    }

    /** The members of a set; empty where absent. */
    Collection<?> members(T record) {
        return field.value(record) instanceof Collection<?> members ? members : List.of();
    }
}
