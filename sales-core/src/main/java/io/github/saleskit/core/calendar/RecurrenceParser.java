package io.github.saleskit.core.calendar;

import io.github.saleskit.core.definition.Problems;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a recurrence rule and finds everything that is wrong with it. */
final class RecurrenceParser {

    private static final int LONGEST = 10_000;
    private static final String PREFIX = "RRULE:";

    private final String rule;
    private final String upper;
    private final Problems problems = new Problems();
    private final Map<RulePart, Token> parts = new EnumMap<>(RulePart.class);

    /** Text and the index of its first character in the rule. */
    private record Token(String text, int start) {

        List<Token> split(char separator) {
            List<Token> tokens = new ArrayList<>();
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) == separator) {
                    tokens.add(new Token(text.substring(from, i), start + from));
                    from = i + 1;
                }
            }
            return tokens;
        }
    }

    RecurrenceParser(String rule) {
        this.rule = rule;
        this.upper = rule.toUpperCase(Locale.ROOT);
    }

    Recurrence parse() {
        if (rule.length() > LONGEST) {
            problems.report(
                    "recurrence.tooLong",
                    rule,
                    "the rule has " + rule.length() + " characters, but at most " + LONGEST + " are read");
        } else {
            splitIntoParts();
        }
        RecurrenceBuilder builder = new RecurrenceBuilder();
        parts.forEach((part, token) -> read(part, token, builder));
        checkTogether();
        problems.throwIfAny(name());
        if (!parts.containsKey(RulePart.INTERVAL)) {
            builder.interval(1);
        }
        if (!parts.containsKey(RulePart.WKST)) {
            builder.weekStart(DayOfWeek.MONDAY);
        }
        return builder.build();
    }

    private String name() {
        return "recurrence rule \"" + (rule.length() > 200 ? rule.substring(0, 200) + "..." : rule) + "\"";
    }

    private void splitIntoParts() {
        int from = upper.startsWith(PREFIX) ? PREFIX.length() : 0;
        // many programs write one more semicolon at the end
        int end = upper.length() > from + 1 && upper.endsWith(";") ? upper.length() - 1 : upper.length();
        for (Token token : new Token(upper.substring(from, end), from).split(';')) {
            int equals = token.text.indexOf('=');
            String name = (equals < 0 ? token.text : token.text.substring(0, equals)).strip();
            if (equals < 0) {
                report(token, "recurrence.partWithoutValue", "the part is not of the form NAME=value", null);
            } else if (!RulePart.names().contains(name)) {
                report(
                        token,
                        "recurrence.unknownPart",
                        "there is no part " + name,
                        Problems.suggest(name, RulePart.names()));
            } else {
                Token value = new Token(token.text.substring(equals + 1), token.start + equals + 1);
                if (parts.putIfAbsent(RulePart.valueOf(name), value) != null) {
                    report(token, "recurrence.duplicatePart", name + " is given twice", null);
                }
            }
        }
    }

    private void read(RulePart part, Token value, RecurrenceBuilder into) {
        switch (part) {
            case FREQ -> readFrequency(value, into);
            case INTERVAL -> readNumber(part, value, into::interval);
            case COUNT -> readNumber(part, value, into::count);
            case UNTIL -> readUntil(value, into);
            case BYDAY -> value.split(',').forEach(token -> readWeekday(token, into));
            case WKST -> readWeekStart(value, into);
            case BYMONTH -> readNumbers(part, value, into::addMonths);
            case BYWEEKNO -> readNumbers(part, value, into::addWeekNumbers);
            case BYYEARDAY -> readNumbers(part, value, into::addYearDays);
            case BYMONTHDAY -> readNumbers(part, value, into::addMonthDays);
            case BYHOUR -> readNumbers(part, value, into::addHours);
            case BYMINUTE -> readNumbers(part, value, into::addMinutes);
            case BYSECOND -> readNumbers(part, value, into::addSeconds);
            case BYSETPOS -> readNumbers(part, value, into::addPositions);
        }
    }

    private void readFrequency(Token value, RecurrenceBuilder into) {
        List<String> known = Arrays.stream(Frequency.values()).map(Enum::name).toList();
        String name = value.text.strip();
        if (known.contains(name)) {
            into.frequency(Frequency.valueOf(name));
        } else {
            String advice = Problems.suggest(name, known);
            report(value, "recurrence.unknownFrequency", "there is no frequency \"" + name + "\"", advice);
        }
    }

    private void readNumbers(RulePart part, Token value, IntConsumer into) {
        value.split(',').forEach(token -> readNumber(part, token, into));
    }

    private void readNumber(RulePart part, Token token, IntConsumer into) {
        Long number = number(token.text.strip());
        if (number == null) {
            report(token, "recurrence.notANumber", part + " has \"" + token.text + "\", which is no number", null);
        } else if (!part.allows(number)) {
            report(
                    token,
                    "recurrence.numberOutOfRange",
                    part + " has " + number + ", but must be " + part.range(),
                    number == 0 && part == RulePart.INTERVAL ? "Maybe leave INTERVAL out, which means 1?" : null);
        } else {
            into.accept(number.intValue());
        }
    }

    private static @Nullable Long number(String text) {
        return text.matches("[+-]?[0-9]{1,15}") ? Long.valueOf(text) : null;
    }

    private void readUntil(Token value, RecurrenceBuilder into) {
        try {
            into.until(Until.parse(value.text.strip()));
        } catch (IllegalArgumentException e) {
            report(
                    value,
                    "recurrence.notADate",
                    "UNTIL has \"" + value.text + "\", which is no date or time of the years 1 to 9999",
                    "Maybe 20261231, 20261231T235959 or 20261231T235959Z is the form you want?");
        }
    }

    private void readWeekday(Token token, RecurrenceBuilder into) {
        String text = token.text.strip();
        DayOfWeek day = text.length() < 2 ? null : WeekdayOrdinal.weekday(text.substring(text.length() - 2));
        String ordinal = day == null ? "" : text.substring(0, text.length() - 2);
        Long number = ordinal.isEmpty() ? Long.valueOf(0) : number(ordinal);
        if (day == null || number == null) {
            reportWeekday(token, "BYDAY");
        } else if (!ordinal.isEmpty() && !RulePart.BYDAY.allows(number)) {
            String message = "BYDAY has " + number + ", but must be " + RulePart.BYDAY.range();
            report(token, "recurrence.numberOutOfRange", message, null);
        } else {
            into.addWeekdays(new WeekdayOrdinal(number.intValue(), day));
        }
    }

    private void readWeekStart(Token value, RecurrenceBuilder into) {
        DayOfWeek day = WeekdayOrdinal.weekday(value.text.strip());
        if (day == null) {
            reportWeekday(value, "WKST");
        } else {
            into.weekStart(day);
        }
    }

    private void reportWeekday(Token token, String part) {
        report(
                token,
                "recurrence.unknownWeekday",
                part + " has \"" + token.text + "\", which is no weekday",
                "Known: MO, TU, WE, TH, FR, SA, SU"
                        + (part.equals("BYDAY") ? ", with an ordinal as in 2MO or -1FR." : "."));
    }

    private void checkTogether() {
        Token count = parts.get(RulePart.COUNT);
        Token positions = parts.get(RulePart.BYSETPOS);
        if (!parts.containsKey(RulePart.FREQ)) {
            problems.report("recurrence.noFrequency", null, "FREQ is missing", "Maybe FREQ=DAILY?");
        }
        if (count != null && parts.containsKey(RulePart.UNTIL)) {
            report(count, "recurrence.countAndUntil", "COUNT and UNTIL are both given", "Maybe leave one of them out?");
        }
        if (positions != null
                && parts.keySet().stream().filter(RulePart::selects).count() == 1) {
            report(
                    positions,
                    "recurrence.positionsAlone",
                    "BYSETPOS picks from another BY part, and there is none",
                    null);
        }
    }

    private void report(Token token, String code, String message, @Nullable String advice) {
        problems.report(code, token.text, message + " (character " + (token.start + 1) + ")", advice);
    }
}
