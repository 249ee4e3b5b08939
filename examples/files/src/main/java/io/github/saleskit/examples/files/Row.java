package io.github.saleskit.examples.files;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.files.CsvRecord.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table with typed access by our column names.
 *
 * <p>What does not fit is reported with its place, and a harmless stand-in (empty text, zero, 1970-01-01) is returned,
 * so that the rest of the row is checked in the same go; the reader drops the row afterwards.
 *
 * <p>For one thread, and only while its row is being read.
 */
public final class Row {

    private final TableHeader header;
    private final CsvRecord record;
    private final FileProblems problems;

    Row(TableHeader header, CsvRecord record, FileProblems problems) {
        this.header = header;
        this.record = record;
        this.problems = problems;
    }

    /** The line on which the row starts. */
    public long line() {
        return record.line();
    }

    /** Whether there is anything in the column. */
    public boolean has(String column) {
        return !raw(column).isEmpty();
    }

    /** Text, without the white space around it; must not be empty. */
    public String text(String column) {
        String text = raw(column);
        if (text.isEmpty()) {
            report(column, "value.missing", null, column + " is empty", null);
        }
        return text;
    }

    /** Text that no other row has; the reader knows which. */
    public String id(String column) {
        String id = text(column);
        Long before = id.isEmpty() ? null : header.firstLineOf(column, id, line());
        if (before != null) {
            report(
                    column,
                    "id.duplicate",
                    id,
                    column + " is \"" + id + "\", which line " + before + " has already",
                    null);
        }
        return id;
    }

    /** One of the known texts. */
    public String oneOf(String column, Collection<String> known) {
        String text = text(column);
        if (!text.isEmpty() && !known.contains(text)) {
            report(
                    column,
                    "value.unknown",
                    text,
                    column + " is \"" + text + "\", which is not known",
                    Problems.suggest(text, known));
        }
        return text;
    }

    /** A constant of the enum, whatever its case. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        String text = text(column);
        List<E> constants = List.of(type.getEnumConstants());
        Optional<E> found =
                constants.stream().filter(c -> c.name().equalsIgnoreCase(text)).findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            List<String> names = constants.stream().map(Enum::name).toList();
            report(
                    column,
                    "value.unknown",
                    text,
                    column + " is \"" + text + "\", which is not known",
                    Problems.suggest(text, names));
        }
        return found.orElse(constants.get(0));
    }

    /** The texts between semicolons; none when the field is empty. */
    public List<String> list(String column) {
        return Stream.of(raw(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A date in the form the mapping states, else such as 2025-02-28. */
    public LocalDate date(String column) {
        String text = text(column);
        Optional<LocalDate> date = header.dates().read(text);
        if (date.isEmpty() && !text.isEmpty()) {
            report(
                    column,
                    "date.invalid",
                    text,
                    column + " is \"" + text + "\", expected a date such as "
                            + header.dates().example(),
                    header.dates().advice(text));
        }
        return date.orElse(LocalDate.EPOCH);
    }

    /** A decimal number such as 1234.5. */
    public BigDecimal number(String column) {
        String text = text(column);
        return text.isEmpty() ? BigDecimal.ZERO : number(column, text);
    }

    private BigDecimal number(String column, String text) {
        boolean comma = header.mapping().decimalComma().orElse(false);
        Optional<BigDecimal> number = comma ? BoundedNumber.parseWithComma(text) : BoundedNumber.parse(text);
        if (number.isEmpty()) {
            report(
                    column,
                    "number.invalid",
                    text,
                    column + " is \"" + text + "\", expected a number such as " + (comma ? "1.234,5" : "1234.5"),
                    comma ? null : ungrouped(text));
            return BigDecimal.ZERO;
        }
        if (!BoundedNumber.fits(number.get())) {
            report(
                    column,
                    "number.range",
                    text,
                    column + " is " + text + ", expected less than 1e30 and at most 20 decimals",
                    null);
            return BigDecimal.ZERO;
        }
        return number.get();
    }

    private static @Nullable String ungrouped(String text) {
        String plain = text.replaceAll("[,' _\u00a0\u202f]", "");
        return BoundedNumber.parse(plain).isEmpty() || plain.equals(text) ? null : "Maybe " + plain + "?";
    }

    /** A decimal number within bounds. */
    public double number(String column, double from, double to) {
        double number = number(column).doubleValue();
        if (has(column) && (number < from || number > to)) {
            report(
                    column,
                    "number.range",
                    raw(column),
                    column + " is " + raw(column) + ", expected "
                            + BigDecimal.valueOf(from).stripTrailingZeros().toPlainString() + " to "
                            + BigDecimal.valueOf(to).stripTrailingZeros().toPlainString(),
                    null);
        }
        return number;
    }

    /** A whole number within bounds. */
    public long whole(String column, long from, long to) {
        BigDecimal number = number(column);
        try {
            long whole = number.longValueExact();
            if (!has(column) || (from <= whole && whole <= to)) {
                return whole;
            }
        } catch (ArithmeticException e) {
            // reported below like what is out of bounds
        }
        report(
                column,
                "number.range",
                raw(column),
                column + " is " + raw(column) + ", expected a whole number from " + from + " to " + to,
                null);
        return from;
    }

    /** Yes or no: true, yes, y, 1 or false, no, n, 0, whatever the case. */
    public boolean flag(String column) {
        String text = text(column);
        Boolean flag = FLAGS.get(text.toLowerCase(Locale.ROOT));
        if (flag == null && !text.isEmpty()) {
            report(column, "flag.invalid", text, column + " is \"" + text + "\", expected true or false", null);
        }
        return Boolean.TRUE.equals(flag);
    }

    private static final Map<String, Boolean> FLAGS = Map.of(
            "true", true, "yes", true, "y", true, "1", true, "false", false, "no", false, "n", false, "0", false);

    /** An ISO 4217 currency code. */
    public CurrencyUnit currency(String column) {
        String text = text(column);
        try {
            return text.isEmpty() ? CurrencyUnit.EUR : CurrencyUnit.of(text);
        } catch (IllegalCurrencyException e) {
            report(
                    column,
                    "currency.unknown",
                    text,
                    column + " is \"" + text + "\", expected a currency such as EUR",
                    null);
            return CurrencyUnit.EUR;
        }
    }

    /** An amount and its currency from two columns; no more decimals than the currency has. */
    public Money money(String amountColumn, String currencyColumn) {
        CurrencyUnit currency = currency(currencyColumn);
        BigDecimal amount = number(amountColumn);
        int decimals = currency.getDecimalPlaces();
        if (amount.stripTrailingZeros().scale() > decimals) {
            report(
                    amountColumn,
                    "money.decimals",
                    raw(amountColumn),
                    amountColumn + " is " + raw(amountColumn) + ", but " + currency + " has " + decimals + " decimals",
                    null);
        }
        return Money.of(currency, amount, RoundingMode.HALF_EVEN);
    }

    /** What the reader makes of a column, or empty when nothing stands in it. */
    public <T> Optional<T> optional(String column, Function<String, T> reader) {
        return has(column) ? Optional.of(reader.apply(column)) : Optional.empty();
    }

    /** Reports that the text in a column is not what was expected. */
    public void report(String column, String code, @Nullable String value, String message, @Nullable String advice) {
        Field place = header.place(column, record);
        problems.report(header.file(), place.line(), place.column(), code, value, message, advice);
    }

    private String raw(String column) {
        return header.text(column, record);
    }
}
