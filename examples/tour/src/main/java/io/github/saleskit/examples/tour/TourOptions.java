package io.github.saleskit.examples.tour;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the user can say; set by picocli. */
@Command(
        name = "sales-day",
        sortOptions = false,
        description = {
            "Runs a sales day on the data that ship with the tour, or on yours: a folder, or single files.",
            "The forms of the files are in examples/tour/README.md. Steps whose files are not given are left out;",
            "definitions and reps that are not given are the tour's own.",
            ""
        })
final class TourOptions {

    private @Nullable Path data;
    private @Nullable Path report;
    private @Nullable LocalDate asOf;
    private final List<Path> mappings = new ArrayList<>();
    private final Map<InputFile, Path> named = new EnumMap<>(InputFile.class);

    @SuppressWarnings("UnusedVariable")
    @Option(names = "--help", usageHelp = true, description = "Print this help and end.")
    private boolean help;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder with files by their usual names.")
    void data(Path value) {
        data = value;
    }

    @Option(names = "--leads", paramLabel = "FILE", description = "Leads to score and assign.")
    void leads(Path file) {
        named.put(InputFile.LEADS, file);
    }

    @Option(names = "--activities", paramLabel = "FILE", description = "What the leads did.")
    void activities(Path file) {
        named.put(InputFile.ACTIVITIES, file);
    }

    @Option(names = "--reps", paramLabel = "FILE", description = "Who sells.")
    void reps(Path file) {
        named.put(InputFile.REPS, file);
    }

    @Option(names = "--accounts", paramLabel = "FILE", description = "Accounts to balance into territories.")
    void accounts(Path file) {
        named.put(InputFile.ACCOUNTS, file);
    }

    @Option(names = "--opportunities", paramLabel = "FILE", description = "Open and closed opportunities.")
    void opportunities(Path file) {
        named.put(InputFile.OPPORTUNITIES, file);
    }

    @Option(names = "--sales", paramLabel = "FILE", description = "Monthly sales.")
    void sales(Path file) {
        named.put(InputFile.SALES, file);
    }

    @Option(names = "--settings", paramLabel = "FILE", description = "The day, the fiscal year, the quota.")
    void settings(Path file) {
        named.put(InputFile.SETTINGS, file);
    }

    @Option(names = "--scoring", paramLabel = "FILE", description = "The scoring model.")
    void scoring(Path file) {
        named.put(InputFile.SCORING, file);
    }

    @Option(names = "--assignment", paramLabel = "FILE", description = "The assignment policy.")
    void assignment(Path file) {
        named.put(InputFile.ASSIGNMENT, file);
    }

    @Option(names = "--process", paramLabel = "FILE", description = "The sales process.")
    void process(Path file) {
        named.put(InputFile.PROCESS, file);
    }

    @Option(names = "--quote", paramLabel = "FILE", description = "The quote to price.")
    void quote(Path file) {
        named.put(InputFile.QUOTE, file);
    }

    @Option(names = "--catalog", paramLabel = "FILE", description = "The product catalogue.")
    void catalog(Path file) {
        named.put(InputFile.CATALOG, file);
    }

    @Option(names = "--pricing", paramLabel = "FILE", description = "The price books and rules.")
    void pricing(Path file) {
        named.put(InputFile.PRICING, file);
    }

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "Fits a table with other columns; may be given once for each table.")
    void mapping(Path file) {
        mappings.add(file);
    }

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day, such as 2026-11-16.")
    void asOf(LocalDate date) {
        asOf = date;
    }

    @Option(names = "--report", paramLabel = "FILE", description = "Where the report goes.")
    void report(Path file) {
        report = file;
    }

    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    Path report() {
        return report != null ? report : SalesDay.buildFolder().resolve("sales-day.html");
    }

    TourFiles files() {
        return new TourFiles(data, named, mappings);
    }
}
