package io.github.saleskit.examples.evaluation;

import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.JsonDocument;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.examples.files.TableWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers questions about working time, business days, holidays and fiscal periods. */
@Command(
        name = "calendar",
        sortOptions = false,
        description = {
            "Answers questions about calendars. Reads id, question, calendar, holidays, at, to, amount;",
            "writes id, answer. What is asked, and what stands in the columns:",
            "  plus           the time at, and a duration of working time later, such as PT4H30M: amount",
            "  between        the working time from the time at to the time to, such as PT12H",
            "  plusDays       the date at, and so many business days later: amount",
            "  daysBetween    how many business days from the date at on and before the date to",
            "  isBusinessDay  true or false for the date at",
            "  holiday        the English name of the holiday on the date at, empty when it is none",
            "  fiscalYear, fiscalHalf, fiscalQuarter, fiscalPeriod, fiscalWeek",
            "                 of the date at: year, number, first and last day, as in 2026 3 2026-10-01..2026-12-31",
            "calendar: the name of business hours or fiscal years in --calendars; or a time zone, which stands for",
            "Monday to Friday from nine to five there; or, for fiscal questions, JP (April, called after the first",
            "month) or the number of the first month (called after the last).",
            "holidays: JP or empty. Times are on the clock of the calendar, or have an offset.",
            "Last line: questions, seconds.",
            ""
        })
final class CalendarCommand implements EvaluationCommand {

    private static final TableForm FORM = TableForm.of("questions")
            .required("id", "unique")
            .required("question", "what is asked")
            .optional("calendar", "name, time zone or month")
            .optional("holidays", "JP")
            .required("at", "date or time")
            .optional("to", "date or time")
            .optional("amount", "duration or number");

    @Option(names = "--questions", required = true, paramLabel = "Q.csv", description = "The questions.")
    private Path questions = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "A.csv", description = "The answers: id, answer.")
    private Path out = Path.of("");

    @Option(
            names = "--calendars",
            paramLabel = "C.json",
            description = "{\"version\": 1, \"businessHours\": [...], \"fiscalYears\": [...]}")
    private @Nullable Path calendars;

    private record Question(String id, long line, Supplier<String> answer) {}

    @Override
    public void run(Run run) {
        CalendarBook book = book();
        FileProblems problems = new FileProblems();
        List<Question> asked = new TableReader(questions, FORM, problems)
                .rows((Row row) -> new Question(row.id("id"), row.line(), CalendarQuestion.read(row, book)));
        problems.throwIfAny();
        List<String> answers = run.measure(
                () -> asked.stream().map(question -> answer(question, problems)).toList());
        problems.throwIfAny();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            rows.add(List.of(asked.get(i).id(), answers.get(i)));
        }
        TableWriter.write(out, List.of("id", "answer"), rows);
        run.answer("questions", answers.size());
    }

    private CalendarBook book() {
        if (calendars == null) {
            return new CalendarBook(CalendarsFile.none());
        }
        JsonDocument document = JsonDocument.read(calendars);
        CalendarsFile file = document.as(CalendarsFile.class);
        return document.check(() -> new CalendarBook(file));
    }

    /** What lies beyond the years of a calendar is a problem of the question. */
    private String answer(Question question, FileProblems problems) {
        try {
            return question.answer().get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).replace('\n', ' ');
            problems.report(questions.toString(), question.line(), 1, "question.unanswered", null, message, null);
            return "";
        }
    }
}
