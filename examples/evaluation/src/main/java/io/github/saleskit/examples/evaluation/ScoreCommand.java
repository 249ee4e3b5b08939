package io.github.saleskit.examples.evaluation;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.scorecard.KnownOutcome;
import io.github.saleskit.core.scorecard.LearnedScore;
import io.github.saleskit.core.scorecard.ScorecardScorer;
import io.github.saleskit.core.scorecard.ScorecardTrainer;
import io.github.saleskit.core.scorecard.ScorecardTraining;
import io.github.saleskit.examples.evaluation.LeadTable.Lead;
import io.github.saleskit.examples.files.JsonDocument;
import io.github.saleskit.examples.files.TableWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns scorecards from a part of a table of leads and predicts the rest. */
@Command(
        name = "score",
        sortOptions = false,
        description = {
            "Learns a scorecard from some leads of a table and predicts the others.",
            "The schema is JSON: {\"numeric\": [\"age\"], \"categorical\": [\"job\"], \"target\": \"y\"}; the "
                    + "table has",
            "these columns, row (else rows count from 0) and, for folds, fold. The target is 1 or 0, yes or no.",
            "Empty, NaN and infinite values are absent.",
            "  --split folds     every lead is predicted by a model learned from the other folds, at random",
            "  --split time:0.8  the last n - floor(0.8 n) leads, in the order of the file or sorted stably by "
                    + "--order,",
            "                    are predicted by a model learned from those before, chosen in the order of time",
            "Writes row,p: the probability. With --explain then intercept and a column a field with what it gave to",
            "ln(p / (1 - p)), which is their sum; what two fields give together is halved between them.",
            "Last line: trainSeconds (of one model, the mean), predictNanos (of one lead, when warm), seconds.",
            ""
        })
final class ScoreCommand implements EvaluationCommand {

    @Option(names = "--data", required = true, paramLabel = "F.csv", description = "The leads.")
    private Path data = Path.of("");

    @Option(names = "--schema", required = true, paramLabel = "S.json", description = "Which columns are what.")
    private Path schemaFile = Path.of("");

    @Option(
            names = "--split",
            paramLabel = "folds|time:0.8",
            defaultValue = "folds",
            description = "Which leads are predicted from which; folds when not given.")
    private String split = "folds";

    @Option(names = "--order", paramLabel = "FIELD", description = "The column of the order in time.")
    private @Nullable String order;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "By which chance is made; 1 when not given.")
    private long seed;

    @Option(names = "--explain", description = "Write what each field contributed, too.")
    private boolean explain;

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", description = "The predictions: row, p.")
    private Path out = Path.of("");

    private long trainNanos;
    private int models;

    @Override
    public void run(Run run) {
        BigDecimal share = share();
        LeadSchema schema = JsonDocument.read(schemaFile).as(LeadSchema.class);
        LeadTable table = new LeadTable(data, schema);
        FieldSet<Lead> fields = table.fields();
        List<Lead> leads = table.read(share == null, share == null ? null : order);
        @Nullable LearnedScore[] scores = new LearnedScore[leads.size()];
        double nanos = run.measure(
                () -> share == null ? folds(leads, fields, scores, run) : time(leads, share, fields, scores, run));
        write(schema, leads, scores);
        run.answer("trainSeconds", BigDecimal.valueOf(trainNanos / 1e9 / models).setScale(6, RoundingMode.HALF_UP));
        run.answer("predictNanos", Math.round(nanos));
    }

    /** The share of the leads to learn from, or null for folds. */
    private @Nullable BigDecimal share() {
        if (split.equals("folds")) {
            return null;
        }
        try {
            BigDecimal share = new BigDecimal(split.startsWith("time:") ? split.substring(5) : "");
            if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0 && share.scale() <= 20) {
                return share;
            }
        } catch (NumberFormatException e) {
            // told below like what is out of range
        }
        throw new IllegalArgumentException("--split is " + split
                + ", but must be folds or time: and a share above 0 and below 1, such as time:0.8");
    }

    private double folds(List<Lead> leads, FieldSet<Lead> fields, @Nullable LearnedScore[] scores, Run run) {
        TreeSet<String> folds = new TreeSet<>();
        leads.forEach(lead -> folds.add(lead.fold));
        if (folds.size() < 2) {
            throw new IllegalArgumentException("the column fold of " + data + " has to have at least two values");
        }
        double nanos = 0;
        for (String fold : folds) {
            List<KnownOutcome<Lead>> others = leads.stream()
                    .filter(lead -> !lead.fold.equals(fold))
                    .map(lead -> KnownOutcome.of(lead, lead.won))
                    .toList();
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < leads.size(); i++) {
                if (leads.get(i).fold.equals(fold)) {
                    own.add(i);
                }
            }
            ScorecardScorer<Lead> scorer = train("fold " + fold, others, fields, run);
            nanos += predict(scorer, leads, own, scores) * own.size() / leads.size();
        }
        return nanos;
    }

    private double time(
            List<Lead> leads, BigDecimal share, FieldSet<Lead> fields, @Nullable LearnedScore[] scores, Run run) {
        int cut = share.multiply(BigDecimal.valueOf(leads.size())).intValue();
        List<KnownOutcome<Lead>> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            if (i < cut) {
                before.add(KnownOutcome.of(leads.get(i), leads.get(i).won, Instant.ofEpochSecond(i)));
            } else {
                after.add(i);
            }
        }
        return predict(train("the first " + cut, before, fields, run), leads, after, scores);
    }

    private ScorecardScorer<Lead> train(String what, List<KnownOutcome<Lead>> history, FieldSet<Lead> fields, Run run) {
        long started = System.nanoTime();
        ScorecardTraining training =
                ScorecardTrainer.with(fields).named("score").seed(seed).train(history, run.stop(), run.progress());
        trainNanos += System.nanoTime() - started;
        models++;
        training.reasons()
                .forEach(reason ->
                        run.progress().onProgress(what + ": " + reason.text(Locale.ENGLISH), 0, Long.MAX_VALUE));
        if (training.card().isEmpty()) {
            throw new IllegalArgumentException(
                    data + ": " + training.reasons().get(0).text(Locale.ENGLISH));
        }
        return ScorecardScorer.compile(training.scorecard(), fields);
    }

    /** Predicts some leads; gives the nanoseconds a lead, of a second pass when the first has warmed up. */
    private static double predict(
            ScorecardScorer<Lead> scorer, List<Lead> leads, List<Integer> chosen, @Nullable LearnedScore[] scores) {
        chosen.forEach(i -> scores[i] = scorer.score(leads.get(i)));
        long started = System.nanoTime();
        double sum = 0;
        for (int i : chosen) {
            sum += scorer.probability(leads.get(i));
        }
        long nanos = System.nanoTime() - started;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a probability is no number");
        }
        return (double) nanos / Math.max(1, chosen.size());
    }

    private void write(LeadSchema schema, List<Lead> leads, @Nullable LearnedScore[] scores) {
        List<String> header = new ArrayList<>(List.of("row", "p"));
        if (explain) {
            header.add("intercept");
            header.addAll(schema.features());
        }
        try (TableWriter writer = new TableWriter(out, header.toArray(String[]::new))) {
            for (int i = 0; i < scores.length; i++) {
                LearnedScore score = scores[i];
                if (score != null) {
                    writer.row(line(schema, leads.get(i), score).toArray());
                }
            }
            writer.complete();
        }
    }

    private List<Object> line(LeadSchema schema, Lead lead, LearnedScore score) {
        List<Object> line = new ArrayList<>(List.of(lead.row, score.probability()));
        if (explain) {
            line.add(score.intercept());
            Map<String, Double> given = score.byField();
            schema.features().forEach(field -> line.add(given.getOrDefault(field, 0.0)));
        }
        return line;
    }
}
