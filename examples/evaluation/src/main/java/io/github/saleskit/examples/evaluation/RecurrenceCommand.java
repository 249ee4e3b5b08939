package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.calendar.Recurrence;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.examples.files.TableWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes the dates of recurrence rules. */
@Command(
        name = "recurrence",
        sortOptions = false,
        description = {
            "Computes the dates of recurrence rules (RFC 5545).",
            "Reads a table with name, rrule and dtstart (19970902T090000, 19970902T090000Z or 19970902); writes "
                    + "name and",
            "dates, separated by commas, in the form of dtstart.",
            "Where there is a column expected, the last line counts the rules whose dates are as expected.",
            "Last line: rules, dates, as_expected, seconds.",
            ""
        })
final class RecurrenceCommand implements EvaluationCommand {

    private static final TableForm FORM = TableForm.of("vectors")
            .required("name", "unique")
            .required("rrule", "RFC 5545")
            .required("dtstart", "such as 19970902T090000")
            .optional("expected", "dates separated by commas");

    private static final int DATE_LENGTH = 8;
    private static final DateTimeFormatter DATE = form("uuuuMMdd");
    private static final DateTimeFormatter BASIC = form("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = form("uuuuMMdd'T'HHmmss'Z'");

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    @Option(names = "--vectors", required = true, paramLabel = "V.tsv", description = "Rules: name, rrule, dtstart.")
    private Path vectors = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "dates.tsv", description = "Answers: name, dates.")
    private Path out = Path.of("");

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Most dates of a rule; 1000 when not given.")
    private int limit;

    private record Vector(String name, Recurrence rule, Start start, String expected) {

        List<LocalDateTime> dates(int limit) {
            return rule.occurrences(start.time).limit(limit).toList();
        }
    }

    /** A start and the form in which it was given: a date, a time, or a time with Z. */
    private record Start(LocalDateTime time, DateTimeFormatter form) {}

    @Override
    public void run(Run run) {
        if (limit < 1) {
            throw new IllegalArgumentException("--limit is " + limit + ", but must be at least 1");
        }
        FileProblems problems = new FileProblems();
        List<Vector> rules = new TableReader(vectors, FORM, problems).rows(RecurrenceCommand::vector);
        problems.throwIfAny();
        List<List<LocalDateTime>> dates = run.measure(
                () -> rules.stream().map(vector -> vector.dates(limit)).toList());
        List<List<String>> answers = new ArrayList<>();
        int asExpected = 0;
        for (int i = 0; i < rules.size(); i++) {
            DateTimeFormatter form = rules.get(i).start().form();
            String text = dates.get(i).stream().map(form::format).collect(Collectors.joining(","));
            answers.add(List.of(rules.get(i).name(), text));
            asExpected += text.equals(rules.get(i).expected()) ? 1 : 0;
        }
        TableWriter.write(out, List.of("name", "dates"), answers);
        run.answer("rules", rules.size());
        run.answer("dates", dates.stream().mapToInt(List::size).sum());
        run.answer("as_expected", asExpected);
    }

    private static Vector vector(Row row) {
        return new Vector(
                row.id("name"),
                rule(row),
                start(row),
                row.optional("expected", row::text).orElse(""));
    }

    private static Recurrence rule(Row row) {
        String text = row.text("rrule");
        try {
            return Recurrence.parse(text);
        } catch (DefinitionException e) {
            if (!text.isEmpty()) {
                for (Problem problem : e.problems()) {
                    row.report("rrule", problem.code(), problem.value(), problem.message(), problem.advice());
                }
            }
            return Recurrence.parse("FREQ=DAILY;COUNT=1");
        }
    }

    private static Start start(Row row) {
        String text = row.text("dtstart");
        try {
            return text.length() == DATE_LENGTH
                    ? new Start(LocalDate.parse(text, DATE).atStartOfDay(), DATE)
                    : new Start(
                            LocalDateTime.parse(text, text.endsWith("Z") ? UTC : BASIC),
                            text.endsWith("Z") ? UTC : BASIC);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                String message = "dtstart is \"" + text + "\", expected such as 19970902T090000";
                row.report("dtstart", "date.invalid", text, message, null);
            }
            return new Start(LocalDateTime.of(1970, 1, 1, 0, 0), BASIC);
        }
    }
}
