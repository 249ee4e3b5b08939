package io.github.saleskit.examples.tour;

import io.github.saleskit.core.assignment.Assigner;
import io.github.saleskit.core.assignment.AssignmentPolicy;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.lead.Lead;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.core.money.RoundingLevel;
import io.github.saleskit.core.money.RoundingPolicy;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageEntry;
import io.github.saleskit.core.pipeline.PipelineAnalyzer;
import io.github.saleskit.core.scoring.LeadScorer;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.cpq.catalog.Catalog;
import io.github.saleskit.cpq.pricing.PricingEngine;
import io.github.saleskit.cpq.pricing.PricingPlan;
import io.github.saleskit.cpq.quote.Quote;
import io.github.saleskit.examples.files.BadInputException;
import io.github.saleskit.examples.files.FileProblems;
import io.github.saleskit.examples.files.JsonDocument;
import io.github.saleskit.examples.files.Row;
import io.github.saleskit.examples.files.TableForm;
import io.github.saleskit.examples.files.TableReader;
import io.github.saleskit.examples.tour.TourData.Selling;
import io.github.saleskit.examples.tour.TourTables.AccountRow;
import io.github.saleskit.examples.tour.TourTables.Activity;
import io.github.saleskit.examples.tour.TourTables.MonthlySales;
import io.github.saleskit.examples.tour.TourTables.OpportunityRow;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads all files of a day; either all of them are right, or every problem is reported and nothing is used. */
final class TourLoader {

    private final TourFiles files;
    private final ProgressListener progress;
    private final FileProblems problems = new FileProblems();
    private final List<String> notes = new ArrayList<>();

    private TourLoader(TourFiles files, ProgressListener progress) {
        this.files = files;
        this.progress = progress;
    }

    /** What was read, and what the reader should be told about it. */
    record Loaded(TourData data, List<String> notes) {}

    /**
     * Reads the files.
     *
     * @param asOf the day the user asks for, else that of the settings, else the newest in the data
     * @param progress told of each file, and how far long ones have been read
     * @throws BadInputException with the problems of all files
     */
    static Loaded load(TourFiles files, @Nullable LocalDate asOf, ProgressListener progress) {
        return new TourLoader(files, progress).load(asOf);
    }

    private Loaded load(@Nullable LocalDate asOf) {
        Settings settings = document(InputFile.SETTINGS, Settings.class, Settings.none(), s -> s);
        List<SalesRep> reps = table(InputFile.REPS, TourTables.REPS, TourTables::rep);
        List<Lead> leads = table(InputFile.LEADS, TourTables.LEADS, TourTables::lead);
        List<Activity> activities = table(InputFile.ACTIVITIES, TourTables.ACTIVITIES, activityOf(leads));
        ScoringModel scoring = document(
                InputFile.SCORING,
                ScoringModel.class,
                ScoringModel.builder().name("none").build(),
                model -> LeadScorer.compile(model, Prospect.FIELDS, Prospect.ACTIVITY));
        AssignmentPolicy assignment = document(
                InputFile.ASSIGNMENT,
                AssignmentPolicy.class,
                AssignmentPolicy.builder().name("none").build(),
                policy -> Assigner.compile(policy, Prospect.FIELDS, SalesRep.FIELDS));
        List<AccountRow> accounts = table(InputFile.ACCOUNTS, TourTables.ACCOUNTS, TourTables::account);
        SalesProcess process = document(
                InputFile.PROCESS, SalesProcess.class, SalesProcess.of("none", List.of()), PipelineAnalyzer::compile);
        List<OpportunityRow> opportunities =
                table(InputFile.OPPORTUNITIES, TourTables.OPPORTUNITIES, row -> opportunity(row, process));
        List<MonthlySales> sales = table(InputFile.SALES, TourTables.SALES, oneCurrency()).stream()
                .sorted(Comparator.comparing(MonthlySales::month))
                .toList();
        Optional<Selling> selling = selling();
        problems.throwIfAny();
        LocalDate day = Optional.ofNullable(asOf)
                .or(settings::asOf)
                .orElseGet(() -> newest(leads, activities, opportunities, process, sales));
        return new Loaded(
                new TourData(
                        settings,
                        day,
                        reps,
                        prospects(leads, activities),
                        scoring,
                        assignment,
                        accounts,
                        process,
                        opportunities.stream()
                                .map(row -> row.toOpportunity(
                                        process.stages().get(0).id(), closed(process, row.stage()), day))
                                .toList(),
                        sales,
                        selling),
                List.copyOf(notes));
    }

    private Optional<Selling> selling() {
        Optional<Quote> quote = file(InputFile.QUOTE)
                .flatMap(file ->
                        collecting(() -> Optional.of(JsonDocument.read(file).as(Quote.class)), Optional.empty()));
        if (quote.isEmpty()) {
            return Optional.empty();
        }
        int before = problems.count();
        Catalog catalog = document(InputFile.CATALOG, Catalog.class, Catalog.of(List.of()), TourLoader::checked);
        boolean sound = problems.count() == before;
        RoundingPolicy rounding = new RoundingPolicy(RoundingMode.HALF_EVEN, RoundingLevel.LINE, List.of());
        PricingPlan none = PricingPlan.builder()
                .rounding(rounding)
                .allocation(MoneyAllocation.largestRemainder())
                .build();
        // Of a catalogue with problems the plan would only repeat them, as if they were its own.
        PricingPlan plan = document(
                InputFile.PRICING,
                PricingPlan.class,
                none,
                read -> sound ? PricingEngine.compile(read, catalog) : read);
        return Optional.of(new Selling(catalog, plan, quote.get()));
    }

    private static Catalog checked(Catalog catalog) {
        Problems found = new Problems();
        catalog.check(found);
        found.throwIfAny("catalog");
        return catalog;
    }

    private static List<Prospect> prospects(List<Lead> leads, List<Activity> activities) {
        Map<String, List<Activity>> byLead = activities.stream().collect(Collectors.groupingBy(Activity::lead));
        return leads.stream()
                .map(lead -> new Prospect(lead, byLead.getOrDefault(lead.id(), List.of()), ""))
                .toList();
    }

    private Optional<Path> file(InputFile input) {
        Optional<Path> file = files.file(input);
        file.ifPresent(path -> progress.onProgress("reading " + path.getFileName(), 0, Long.MAX_VALUE));
        return file;
    }

    private <T> List<T> table(InputFile input, TableForm form, Function<Row, T> value) {
        Optional<Path> file = file(input);
        if (file.isEmpty()) {
            return List.of();
        }
        TableReader reader = new TableReader(file.get(), form, files.mapping(input), problems).reporting(progress);
        List<T> rows = reader.rows(value);
        if (!reader.unused().isEmpty()) {
            notes.add("Columns of " + file.get().getFileName() + " left alone: " + String.join(", ", reader.unused())
                    + ".");
        }
        return rows;
    }

    /** A definition that was read and compiled; the fallback, where there is no file or it has problems. */
    private <T> T document(InputFile input, Class<T> type, T fallback, Function<T, ?> compile) {
        Optional<Path> file = file(input);
        if (file.isEmpty()) {
            return fallback;
        }
        return collecting(
                () -> {
                    JsonDocument document = JsonDocument.read(file.get());
                    T value = document.as(type);
                    document.check(() -> compile.apply(value));
                    return value;
                },
                fallback);
    }

    private <T> T collecting(Supplier<T> reading, T fallback) {
        try {
            return reading.get();
        } catch (BadInputException e) {
            e.problems().forEach(problems::add);
            return fallback;
        }
    }

    /** Where leads are given, every activity has to be of one of them. */
    private Function<Row, Activity> activityOf(List<Lead> leads) {
        if (files.file(InputFile.LEADS).isEmpty()) {
            return TourTables::activity;
        }
        Set<String> ids = leads.stream().map(Lead::id).collect(Collectors.toSet());
        return row -> activity(row, ids);
    }

    private static Activity activity(Row row, Set<String> leads) {
        Activity activity = TourTables.activity(row);
        if (!activity.lead().isEmpty() && !leads.contains(activity.lead())) {
            row.report(
                    "lead_id",
                    "lead.unknown",
                    activity.lead(),
                    "lead_id is \"" + activity.lead() + "\", but no lead has this id",
                    null);
        }
        return activity;
    }

    private static OpportunityRow opportunity(Row row, SalesProcess process) {
        List<String> stages = process.stages().stream().map(Stage::id).toList();
        OpportunityRow opportunity = TourTables.opportunity(row);
        if (!stages.isEmpty() && row.has("stage")) {
            row.oneOf("stage", stages);
            row.optional("created_stage", column -> row.oneOf(column, stages));
        }
        opportunity.history().ifPresent(history -> checkHistory(row, opportunity, history.entries(), stages));
        checkOrder(row, opportunity, closed(process, opportunity.stage()));
        return opportunity;
    }

    private static void checkHistory(
            Row row, OpportunityRow opportunity, List<StageEntry> entries, List<String> stages) {
        for (StageEntry entry : entries) {
            if (!stages.isEmpty() && !stages.contains(entry.stage())) {
                row.report(
                        "stage_history",
                        "value.unknown",
                        entry.stage(),
                        "stage_history has the stage \"" + entry.stage() + "\", which is not known",
                        Problems.suggest(entry.stage(), stages));
            }
        }
        String last = entries.get(entries.size() - 1).stage();
        if (!last.equals(opportunity.stage())) {
            row.report(
                    "stage_history",
                    "history.otherStage",
                    last,
                    "stage_history ends in \"" + last + "\", but stage is \"" + opportunity.stage() + "\"",
                    null);
        }
    }

    private static void checkOrder(Row row, OpportunityRow opportunity, boolean closed) {
        if (closed
                && opportunity.createdOn().isPresent()
                && opportunity.closeDate().isPresent()
                && opportunity
                        .closeDate()
                        .get()
                        .isBefore(opportunity.createdOn().get())) {
            String closeDate = opportunity.closeDate().get().toString();
            row.report(
                    "close_date",
                    "date.order",
                    closeDate,
                    "close_date is " + closeDate + ", before created_on "
                            + opportunity.createdOn().get(),
                    null);
        }
    }

    /** Reads sales; a month in another currency than the first is a problem. */
    private static Function<Row, MonthlySales> oneCurrency() {
        List<CurrencyUnit> first = new ArrayList<>();
        return row -> {
            MonthlySales sales = TourTables.sales(row);
            CurrencyUnit currency = sales.amount().getCurrencyUnit();
            if (first.isEmpty()) {
                first.add(currency);
            } else if (!first.get(0).equals(currency)) {
                String message = "currency is " + currency + ", but the first month is in " + first.get(0);
                row.report("currency", "currency.mixed", currency.getCode(), message, null);
            }
            return sales;
        };
    }

    private static boolean closed(SalesProcess process, String stage) {
        return process.stage(stage).map(found -> found.type().closed()).orElse(false);
    }

    private static LocalDate newest(
            List<Lead> leads,
            List<Activity> activities,
            List<OpportunityRow> opportunities,
            SalesProcess process,
            List<MonthlySales> sales) {
        Stream<LocalDate> deals = opportunities.stream()
                .flatMap(row -> Stream.of(
                                row.createdOn(),
                                row.closeDate().filter(date -> closed(process, row.stage())),
                                row.history().map(history -> day(history.last())))
                        .flatMap(Optional::stream));
        return Stream.of(
                        leads.stream().map(lead -> LocalDate.ofInstant(lead.createdAt(), java.time.ZoneOffset.UTC)),
                        activities.stream().map(Activity::on),
                        deals,
                        sales.stream().map(month -> month.month().atEndOfMonth()))
                .flatMap(dates -> dates)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.of(2026, 1, 1));
    }

    private static LocalDate day(StageEntry entry) {
        return LocalDate.ofInstant(entry.at(), java.time.ZoneOffset.UTC);
    }
}
