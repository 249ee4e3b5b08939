package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.calendar.BusinessCalendar;
import io.github.saleskit.core.calendar.FiscalPeriod;
import io.github.saleskit.core.calendar.FiscalUnit;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.examples.files.Row;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be asked of a calendar; reading a row gives what computes its answer. */
final class CalendarQuestion {

    private static final Map<String, BiFunction<Row, CalendarBook, Supplier<String>>> READERS = readers();

    private CalendarQuestion() {}

    private static Map<String, BiFunction<Row, CalendarBook, Supplier<String>>> readers() {
        Map<String, BiFunction<Row, CalendarBook, Supplier<String>>> readers = new LinkedHashMap<>();
        readers.put("plus", CalendarQuestion::plus);
        readers.put("between", CalendarQuestion::between);
        readers.put("plusDays", CalendarQuestion::plusDays);
        readers.put("daysBetween", CalendarQuestion::daysBetween);
        readers.put("isBusinessDay", CalendarQuestion::isBusinessDay);
        readers.put("holiday", CalendarQuestion::holiday);
        readers.put("fiscalYear", (row, book) -> fiscal(row, book, FiscalUnit.YEAR));
        readers.put("fiscalHalf", (row, book) -> fiscal(row, book, FiscalUnit.HALF));
        readers.put("fiscalQuarter", (row, book) -> fiscal(row, book, FiscalUnit.QUARTER));
        readers.put("fiscalPeriod", (row, book) -> fiscal(row, book, FiscalUnit.PERIOD));
        readers.put("fiscalWeek", (row, book) -> fiscal(row, book, FiscalUnit.WEEK));
        return readers;
    }

    /** What computes the answer to a row; problems of the row are reported. */
    static Supplier<String> read(Row row, CalendarBook book) {
        BiFunction<Row, CalendarBook, Supplier<String>> reader = READERS.get(row.oneOf("question", READERS.keySet()));
        return reader == null ? () -> "" : reader.apply(row, book);
    }

    private static Supplier<String> plus(Row row, CalendarBook book) {
        Duration amount = parsed(row, "amount", Duration::parse, "a duration such as PT4H30M", Duration.ZERO);
        return withCalendar(row, book, calendar -> {
            Instant at = instant(row, "at", calendar.zone());
            return () -> calendar.plus(at, amount)
                    .atZone(calendar.zone())
                    .toOffsetDateTime()
                    .toString();
        });
    }

    private static Supplier<String> between(Row row, CalendarBook book) {
        return withCalendar(row, book, calendar -> {
            Instant at = instant(row, "at", calendar.zone());
            Instant to = instant(row, "to", calendar.zone());
            return () -> calendar.between(at, to).toString();
        });
    }

    private static Supplier<String> plusDays(Row row, CalendarBook book) {
        LocalDate at = row.date("at");
        long days = row.whole("amount", -100_000, 100_000);
        return withCalendar(
                row, book, calendar -> () -> calendar.plusBusinessDays(at, days).toString());
    }

    private static Supplier<String> daysBetween(Row row, CalendarBook book) {
        LocalDate at = row.date("at");
        LocalDate to = row.date("to");
        return withCalendar(row, book, calendar -> () -> Long.toString(calendar.businessDaysBetween(at, to)));
    }

    private static Supplier<String> isBusinessDay(Row row, CalendarBook book) {
        LocalDate at = row.date("at");
        return withCalendar(row, book, calendar -> () -> Boolean.toString(calendar.isBusinessDay(at)));
    }

    private static Supplier<String> holiday(Row row, CalendarBook book) {
        LocalDate at = row.date("at");
        HolidayCalendar holidays = book.holidays(row);
        return () ->
                holidays.on(at).map(holiday -> holiday.name(Locale.ENGLISH)).orElse("");
    }

    private static Supplier<String> fiscal(Row row, CalendarBook book, FiscalUnit unit) {
        LocalDate at = row.date("at");
        return book.fiscal(row)
                .<Supplier<String>>map(calendar -> () -> {
                    FiscalPeriod period = calendar.at(unit, at);
                    return period.year() + " " + period.number() + " " + period.first() + ".." + period.last();
                })
                .orElse(() -> "");
    }

    private static Supplier<String> withCalendar(
            Row row, CalendarBook book, Function<BusinessCalendar, Supplier<String>> question) {
        Optional<BusinessCalendar> calendar = book.business(row);
        return calendar.map(question).orElse(() -> "");
    }

    /** An instant with its offset, or a time on the clock of the calendar. */
    private static Instant instant(Row row, String column, ZoneId zone) {
        return parsed(
                row,
                column,
                text -> text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                        ? java.time.OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant(),
                "a time such as 2026-11-23T09:00 or 2026-11-23T00:00:00Z",
                LocalDate.EPOCH.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static <T> T parsed(Row row, String column, Function<String, T> parser, String expected, T standIn) {
        String text = row.text(column);
        try {
            return text.isEmpty() ? standIn : parser.apply(text);
        } catch (DateTimeException e) {
            row.report(column, "value.invalid", text, column + " is \"" + text + "\", expected " + expected, null);
            return standIn;
        }
    }
}
