package io.github.saleskit.examples.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How dates are written in a table: a pattern such as {@code dd.MM.uuuu}, or {@code days since 2017-06-14}.
 *
 * <p>Strict: there is no 30 February. Years are 1900 to 2200; beyond that a date is a slip of the pen.
 */
final class DateForm {

    static final DateForm ISO = new DateForm("uuuu-MM-dd");

    private static final String DAYS_SINCE = "days since ";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final String text;
    private final Optional<LocalDate> dayZero;
    private final DateTimeFormatter formatter;

    private DateForm(String text) {
        this.text = text;
        this.dayZero = text.startsWith(DAYS_SINCE)
                ? Optional.of(LocalDate.parse(text.substring(DAYS_SINCE.length())))
                : Optional.empty();
        this.formatter = dayZero.isPresent()
                ? DateTimeFormatter.ISO_LOCAL_DATE
                : DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * The form that a mapping names.
     *
     * @throws IllegalArgumentException when it is neither a pattern nor days since a date
     */
    static DateForm parse(String text) {
        try {
            DateForm form = new DateForm(text);
            if (!form.read(form.example()).equals(Optional.of(LocalDate.of(2025, 2, 28)))) {
                throw new IllegalArgumentException("no day, month and year in it");
            }
            return form;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "dateFormat is \"" + text + "\", which is neither a pattern nor days since a date.\n"
                            + "Maybe \"dd.MM.uuuu\" or \"days since 2017-06-14\"?",
                    e);
        }
    }

    Optional<LocalDate> read(String written) {
        return any(written).filter(date -> !date.isBefore(FIRST) && !date.isAfter(LAST));
    }

    /** What to do about a text that could not be read; null where its form already says it. */
    @Nullable
    String advice(String written) {
        return any(written).isPresent() ? "Dates lie from " + FIRST + " to " + LAST + "." : null;
    }

    private Optional<LocalDate> any(String written) {
        try {
            return Optional.of(
                    dayZero.isPresent()
                            ? dayZero.get().plusDays(Integer.parseInt(written))
                            : LocalDate.parse(written, formatter));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** 28 February 2025 in this form. */
    String example() {
        LocalDate date = LocalDate.of(2025, 2, 28);
        return dayZero.map(zero -> Long.toString(ChronoUnit.DAYS.between(zero, date)))
                .orElseGet(() -> formatter.format(date));
    }

    @Override
    public String toString() {
        return text;
    }
}
