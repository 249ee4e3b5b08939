package io.github.saleskit.core.calendar;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Writes recurrence rules. */
final class RecurrenceText {

    private RecurrenceText() {}

    static String of(Recurrence rule) {
        StringJoiner parts = new StringJoiner(";");
        for (RulePart part : RulePart.values()) {
            Collection<?> values = values(rule, part);
            if (!values.isEmpty()) {
                parts.add(part + "=" + values.stream().map(Object::toString).collect(Collectors.joining(",")));
            }
        }
        return parts.toString();
    }

    private static Collection<?> values(Recurrence rule, RulePart part) {
        return switch (part) {
            case FREQ -> List.of(rule.frequency());
            case INTERVAL -> rule.interval() == 1 ? List.of() : List.of(rule.interval());
            case COUNT -> rule.count().isPresent() ? List.of(rule.count().getAsInt()) : List.of();
            case UNTIL -> rule.until().stream().toList();
            case BYMONTH -> rule.months();
            case BYWEEKNO -> rule.weekNumbers();
            case BYYEARDAY -> rule.yearDays();
            case BYMONTHDAY -> rule.monthDays();
            case BYDAY -> rule.weekdays();
            case BYHOUR -> rule.hours();
            case BYMINUTE -> rule.minutes();
            case BYSECOND -> rule.seconds();
            case BYSETPOS -> rule.positions();
            case WKST ->
                rule.weekStart() == DayOfWeek.MONDAY ? List.of() : List.of(WeekdayOrdinal.code(rule.weekStart()));
        };
    }
}
