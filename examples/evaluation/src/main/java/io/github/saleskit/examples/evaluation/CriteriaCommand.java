package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.CriteriaIndex;
import io.github.saleskit.core.criteria.CriteriaMatches;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.examples.evaluation.Records.TableRecord;
import io.github.saleskit.examples.files.JsonDocument;
import io.github.saleskit.examples.files.TableWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds which rules match which records. */
@Command(
        name = "criteria",
        sortOptions = false,
        description = {
            "Finds which of many rules match which records of a table.",
            "The rules are JSON: {\"version\": 1, \"fields\": {\"employees\": \"whole\"},",
            " \"rules\": [{\"id\": \"big\", \"when\": {\"field\": \"employees\", \"atLeast\": 200}}]}.",
            "fields states kinds of columns (text, whole, number, decimal, money, flag, date, instant, set);",
            "a column that is not listed has the narrowest kind that fits all its values. Empty is absent.",
            "Writes row, counted from 0, and rule, the id, for every match, in order of rows, then rules.",
            "Last line: records, rules, matches, cold_seconds, seconds. seconds is finding alone, on one core, "
                    + "once the JVM",
            "has compiled it: the first 10,000 records are rehearsed for up to a second. cold_seconds is what "
                    + "these took",
            "the first time, when nothing was compiled.",
            ""
        })
final class CriteriaCommand implements EvaluationCommand {

    private static final int PORTION = 10_000;
    private static final int PROGRESS_EVERY = 100_000;

    @Option(names = "--rules", required = true, paramLabel = "R.json", description = "The rules.")
    private Path rules = Path.of("");

    @Option(names = "--records", required = true, paramLabel = "F.csv", description = "The records.")
    private Path records = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "matches.csv", description = "The matches: row, rule.")
    private Path out = Path.of("");

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            defaultValue = "2026-01-01T00:00:00Z",
            description = "What now and today mean in rules; 2026-01-01T00:00:00Z when not given.")
    private Instant now = Instant.EPOCH;

    @Override
    public void run(Run run) {
        JsonDocument document = JsonDocument.read(rules);
        RulesFile file = document.as(RulesFile.class);
        Records table = Records.of(records, file.fields());
        CriteriaIndex<TableRecord> index = document.check(() -> compile(file, table));
        Totals totals = new Totals();
        try (TableWriter writer = new TableWriter(out, "row", "rule")) {
            table.forEach(PORTION, portion -> {
                if (totals.records == 0) {
                    totals.coldSeconds = run.rehearse(() -> find(index, portion));
                }
                List<int[]> matches = run.measure(() -> find(index, portion));
                for (int[] found : matches) {
                    for (int rule : found) {
                        writer.row(totals.records, file.rules().get(rule).id());
                    }
                    totals.records++;
                    totals.matches += found.length;
                }
                if (totals.records % PROGRESS_EVERY == 0) {
                    run.progress().onProgress("records " + totals.records, totals.records, Long.MAX_VALUE);
                }
            });
            writer.complete();
        }
        run.answer("records", totals.records);
        run.answer("rules", file.rules().size());
        run.answer("matches", totals.matches);
        run.answer("cold_seconds", totals.coldSeconds);
    }

    private static final class Totals {
        private long records;
        private long matches;
        private BigDecimal coldSeconds = BigDecimal.ZERO;
    }

    private static CriteriaIndex<TableRecord> compile(RulesFile file, Records table) {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < file.rules().size(); i++) {
            String id = file.rules().get(i).id();
            if (!ids.add(id)) {
                problems.at("rules", i, "id").report("id.duplicate", id, "the id \"" + id + "\" was given before");
            }
        }
        FieldSet<TableRecord> fields = table.fields();
        List<Condition<TableRecord>> conditions = new ArrayList<>();
        for (int i = 0; i < file.rules().size(); i++) {
            conditions.add(Condition.compile(file.rules().get(i).when(), fields, problems.at("rules", i, "when")));
        }
        problems.throwIfAny("rules");
        return CriteriaIndex.of(conditions);
    }

    private List<int[]> find(CriteriaIndex<TableRecord> index, List<TableRecord> portion) {
        CriteriaMatches matches = index.newMatches();
        List<int[]> found = new ArrayList<>(portion.size());
        for (TableRecord tableRecord : portion) {
            index.find(tableRecord, now, matches);
            int[] rulesFound = new int[matches.count()];
            int at = 0;
            for (int i = matches.next(0); i >= 0; i = matches.next(i + 1)) {
                rulesFound[at++] = i;
            }
            found.add(rulesFound);
        }
        return found;
    }
}
