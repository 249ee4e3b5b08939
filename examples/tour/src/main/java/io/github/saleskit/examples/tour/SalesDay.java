package io.github.saleskit.examples.tour;

import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.tour.report.HtmlReport;
import io.github.saleskit.examples.tour.report.Section;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The sales day: scores and assigns leads, balances territories, prices a quote, forecasts the quarter and the year,
 * prints a summary and writes a report.
 *
 * <p>The exit code is 2, with a line for each problem, for a user's mistake.
 */
public final class SalesDay {

    private static final int USER_MISTAKE = 2;
    private final PrintStream out;
    private final PrintStream err;

    SalesDay(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the day; ends the JVM only after a mistake. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new SalesDay(out, err).run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs the day; returns the exit code. */
    int run(String... args) {
        TourOptions options = new TourOptions();
        return new CommandLine(options)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> {
                    Integer helped = CommandLine.executeHelpRequest(parsed);
                    return helped != null ? helped : runOrExplain(options);
                })
                .setParameterExceptionHandler((e, unused) -> mistake(e.getMessage() + " (--help lists the options)"))
                .execute(args);
    }

    private int runOrExplain(TourOptions options) {
        try {
            return run(options);
        } catch (BadInputException e) {
            return mistake(e.getMessage());
        }
    }

    private int mistake(@org.jspecify.annotations.Nullable String message) {
        err.println(message);
        return USER_MISTAKE;
    }

    private int run(TourOptions options) {
        TourFiles files = options.files();
        TourLoader.Loaded loaded = load(files, options);
        TourData data = loaded.data();
        out.println("Sales day of " + data.asOf() + (files.sample() ? ", on the data that ship with the tour" : ""));
        out.println();
        List<String> notes = new ArrayList<>(loaded.notes());
        Set<InputFile> used = EnumSet.noneOf(InputFile.class);
        List<Section> sections = new ArrayList<>();
        for (TourStep step : steps()) {
            List<InputFile> missing = step.needs().stream()
                    .filter(input -> files.file(input).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                used.addAll(step.uses());
                sections.add(run(step, data));
            } else {
                notes.add(step.name() + " left out: no " + names(missing) + ".");
            }
        }
        used.retainAll(files.standIns().keySet());
        standIns(used, notes);
        notes.forEach(out::println);
        Path report = write(options.report(), data, notes, sections);
        out.println((notes.isEmpty() ? "" : "\n") + "Report: " + report);
        return 0;
    }

    private TourLoader.Loaded load(TourFiles files, TourOptions options) {
        try (TerminalProgress progress = TerminalProgress.ofSystem(err)) {
            return TourLoader.load(files, options.asOf(), progress);
        }
    }

    private static List<TourStep> steps() {
        LeadStep leads = new LeadStep();
        return List.of(
                leads,
                new AssignmentStep(leads),
                new TerritoryStep(),
                new QuoteStep(),
                new PipelineStep(),
                new QuarterStep(),
                new SalesStep());
    }

    private Section run(TourStep step, TourData data) {
        StepResult result;
        try (TerminalProgress progress = TerminalProgress.ofSystem(err)) {
            result = step.run(data, progress);
        }
        String margin = step.name();
        for (String text : result.lines()) {
            out.printf("%-13s%s%n", margin, text);
            margin = "";
        }
        out.println();
        return result.section();
    }

    private static void standIns(Set<InputFile> used, List<String> notes) {
        if (!used.isEmpty()) {
            String names = used.stream().map(InputFile::contents).collect(Collectors.joining(", "));
            notes.add("Not given, so the tour's own is used: " + names + ".");
        }
    }

    private static String names(List<InputFile> inputs) {
        return inputs.stream()
                .map(input -> input.fileName() + " (--" + input.table() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Path write(Path file, TourData data, List<String> notes, List<Section> sections) {
        String title = data.settings().title().orElse("Sales day");
        new HtmlReport(title, "Sales day of " + data.asOf() + ", made with Saleskit", notes, sections).writeTo(file);
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** The folder that the build writes to, from where this class was loaded. */
    static Path buildFolder() {
        return Stream.of(SalesDay.class.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> Path.of(java.net.URI.create(url.toString())))
                .map(classes -> classes.resolveSibling(""))
                .findFirst()
                .orElseThrow();
    }
}
