package io.github.saleskit.core.scorecard;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.ProgressListener;
import io.github.saleskit.core.definition.StopSignal;
import io.github.saleskit.core.definition.WorkBudget;
import io.github.saleskit.core.definition.WorkMeter;
import io.github.saleskit.core.explain.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns an additive {@link Scorecard} from leads of the past and what became of them.
 *
 * <pre>{@code
 * ScorecardTraining training = ScorecardTrainer.with(PROSPECT).seed(7).train(history);
 * training.reasons();                              // how it was learned, which fields look like leaks
 * training.scorecard().validation();               // AUC and log-loss on leads it had not seen
 * }</pre>
 *
 * <p>The base is logistic regression with a quadratic penalty, which shrinks what rests on little towards the base
 * rate, over numbers, ranges of numbers and values of texts. Boosted terms of single fields and of a few pairs of
 * fields are added as far as examples that were not learned from confirm them. All of it is additive, so the scorecard
 * can be printed and every score explained.
 *
 * <p>When every example has an instant, the model is chosen by how well it would have predicted the last two tenths
 * from what was before them ({@link ValidationMethod#TIME_ORDERED}), in which older examples may count less; else by
 * folds. Absent values, values that were never seen, and numbers that are not finite (they count as absent) are no
 * obstacle. Text with more than 1,000 values keeps the most frequent ones; sets keep their 60 most frequent members.
 * Nested elements count by their number.
 *
 * <p>The same examples give the same scorecard on every machine, and in whatever order they are listed, where their
 * order says nothing (that of examples as of the same instant included). Time grows in proportion to examples times
 * fields; the work of 41,000 examples with 19 fields is a second or two. Immutable and thread-safe.
 *
 * @param <T> the host's type of lead
 */
public final class ScorecardTrainer<T> {

    private static final int LEAST_OF_EACH = 40;

    private final FieldSet<T> fields;
    private final String name;
    private final long seed;
    private final Set<String> left;
    private final boolean withoutLeaks;
    private final @Nullable ValidationMethod method;

    private ScorecardTrainer(
            FieldSet<T> fields,
            String name,
            long seed,
            Set<String> left,
            boolean withoutLeaks,
            @Nullable ValidationMethod method) {
        this.fields = fields;
        this.name = name;
        this.seed = seed;
        this.left = left;
        this.withoutLeaks = withoutLeaks;
        this.method = method;
    }

    /** A trainer that learns from all fields of a type. */
    public static <T> ScorecardTrainer<T> with(FieldSet<T> fields) {
        return new ScorecardTrainer<>(requireNonNull(fields, "fields"), "learned", 1, Set.of(), false, null);
    }

    /** The same trainer, its scorecards called so. */
    public ScorecardTrainer<T> named(String newName) {
        return new ScorecardTrainer<>(fields, requireNonNull(newName, "newName"), seed, left, withoutLeaks, method);
    }

    /** The same trainer with another seed for the folds; 1 when not given. */
    public ScorecardTrainer<T> seed(long newSeed) {
        return new ScorecardTrainer<>(fields, name, newSeed, left, withoutLeaks, method);
    }

    /**
     * The same trainer, some more fields left alone, such as those that are known only afterwards.
     *
     * @throws IllegalArgumentException when there is no such field
     */
    public ScorecardTrainer<T> without(String... names) {
        Set<String> all = new LinkedHashSet<>(left);
        for (String field : names) {
            all.add(fields.require(field).name());
        }
        return new ScorecardTrainer<>(fields, name, seed, all, withoutLeaks, method);
    }

    /** The same trainer; it leaves out the fields that look like leaks, instead of only telling. */
    public ScorecardTrainer<T> withoutLeaks() {
        return new ScorecardTrainer<>(fields, name, seed, left, true, method);
    }

    /**
     * The same trainer, the model chosen by the given method.
     *
     * @param newMethod time-ordered needs an instant for every example
     */
    public ScorecardTrainer<T> validatedBy(ValidationMethod newMethod) {
        return new ScorecardTrainer<>(fields, name, seed, left, withoutLeaks, requireNonNull(newMethod, "newMethod"));
    }

    /** Learns from examples. */
    public ScorecardTraining train(List<KnownOutcome<T>> history) {
        return train(history, StopSignal.never(), ProgressListener.none());
    }

    /**
     * Learns from examples.
     *
     * @param history at least 40 won and 40 lost ones, or learning is refused
     * @param stop ends early with what has been learned until then
     * @param progress hears of the phases
     * @throws IllegalArgumentException when time-ordered validation is asked for and an example has no instant
     */
    public ScorecardTraining train(List<KnownOutcome<T>> history, StopSignal stop, ProgressListener progress) {
        int won = (int) history.stream().filter(KnownOutcome::won).count();
        int lost = history.size() - won;
        if (Math.min(won, lost) < LEAST_OF_EACH) {
            Reason refusal =
                    Reason.of("core.scorecard.tooFewExamples", "won", won, "lost", lost, "least", LEAST_OF_EACH);
            return new ScorecardTraining(1, won, lost, Optional.empty(), List.of(), List.of(refusal));
        }
        boolean timed = timed(history);
        CodedTable shuffled = table(history, fields());
        List<LeakSuspicion> leaks = LeakSearch.find(shuffled.take(RowOrder.byChance(shuffled, seed)));
        CodedTable table = withoutLeaks && !leaks.isEmpty() ? table(history, fieldsBut(leaks)) : shuffled;
        Training training = new Training(history, table, new WorkMeter(WorkBudget.unlimited(), stop, progress));
        return training.run(timed, leaks);
    }

    private boolean timed(List<KnownOutcome<T>> history) {
        boolean all = history.stream().allMatch(example -> example.asOf().isPresent());
        if (method == ValidationMethod.TIME_ORDERED && !all) {
            throw new IllegalArgumentException(
                    "asOf of an example is absent, but time-ordered validation needs it.\nMaybe validatedBy(FOLDS)?");
        }
        return all && method != ValidationMethod.FOLDS;
    }

    private List<Field<T>> fields() {
        return fields.fields().stream()
                .filter(field -> !left.contains(field.name()))
                .toList();
    }

    private List<Field<T>> fieldsBut(List<LeakSuspicion> leaks) {
        return fields().stream()
                .filter(field -> leaks.stream().noneMatch(leak -> leak.field().equals(field.name())))
                .toList();
    }

    private CodedTable table(List<KnownOutcome<T>> history, List<Field<T>> chosen) {
        byte[] won = new byte[history.size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = (byte) (history.get(i).won() ? 1 : 0);
        }
        return new ColumnLearner<>(history.stream().map(KnownOutcome::lead).toList(), chosen).table(won);
    }

    /** One run over examples that are enough. */
    private final class Training {
        private final List<KnownOutcome<T>> history;
        private final CodedTable table;
        private final WorkMeter meter;
        private final List<Reason> reasons = new ArrayList<>();

        Training(List<KnownOutcome<T>> history, CodedTable table, WorkMeter meter) {
            this.history = history;
            this.table = table;
            this.meter = meter;
        }

        ScorecardTraining run(boolean timed, List<LeakSuspicion> leaks) {
            int[] chance = RowOrder.byChance(table, seed);
            int[] order = timed ? byTime(chance) : chance;
            CodedTable ordered = table.take(order);
            TimedTraining inTime = timed ? new TimedTraining(ordered, meter) : null;
            Learned learned = inTime != null && inTime.possible()
                    ? inTime.learn()
                    : new FoldedTraining(table.take(chance), meter).learn();
            CodedTable used = learned.method() == ValidationMethod.TIME_ORDERED ? ordered : table.take(chance);
            Scorecard card = card(used, learned);
            explain(card, learned, timed, leaks);
            return new ScorecardTraining(1, card.won(), card.lost(), Optional.of(card), leaks, reasons);
        }

        /** By instant, examples of the same instant by chance. */
        private int[] byTime(int[] chance) {
            Instant[] instants = history.stream()
                    .map(example -> example.asOf().orElse(Instant.EPOCH))
                    .toArray(Instant[]::new);
            return IntStream.of(chance)
                    .boxed()
                    .sorted(Comparator.comparing((Integer row) -> instants[row]))
                    .mapToInt(row -> row)
                    .toArray();
        }

        private Scorecard card(CodedTable used, Learned learned) {
            byte[] outcomes = used.take(learned.unseen()).won;
            Scorecard.Builder card = Scorecard.builder()
                    .name(name)
                    .won(used.wins())
                    .lost(used.rows - used.wins())
                    .validation(ScorecardValidation.of(learned.method(), learned.logOdds(), outcomes));
            Assembly.assemble(used, learned.model(), card);
            return card.build();
        }

        private void explain(Scorecard card, Learned learned, boolean timed, List<LeakSuspicion> leaks) {
            card.validation().ifPresent(validation -> reasons.add(learned(card, validation)));
            card.validation()
                    .filter(ScorecardValidation::mayBeChance)
                    .ifPresent(validation -> reasons.add(Reason.of(
                            "core.scorecard.mayBeChance",
                            "auc",
                            LearnedScore.decimal(validation.auc(), 3),
                            "error",
                            LearnedScore.decimal(validation.aucError(), 3))));
            reasons.add(
                    learned.boosted()
                            ? Reason.of(
                                    "core.scorecard.boosted",
                                    "pairs",
                                    card.pairs().size())
                            : Reason.of("core.scorecard.regressionAlone"));
            if (timed && learned.method() == ValidationMethod.FOLDS) {
                reasons.add(Reason.of("core.scorecard.notInTime"));
            }
            if (meter.stopped()) {
                reasons.add(Reason.of("core.scorecard.stopped"));
            }
            leaks.forEach(leak -> reasons.add(leak(leak)));
        }

        private static Reason learned(Scorecard card, ScorecardValidation validation) {
            String code = validation.method() == ValidationMethod.TIME_ORDERED
                    ? "core.scorecard.learnedInTime"
                    : "core.scorecard.learnedByFolds";
            return Reason.of(
                    code,
                    "won",
                    card.won(),
                    "lost",
                    card.lost(),
                    "auc",
                    LearnedScore.decimal(validation.auc(), 3),
                    "logLoss",
                    LearnedScore.decimal(validation.logLoss(), 3),
                    "constantLogLoss",
                    LearnedScore.decimal(validation.constantLogLoss(), 3));
        }

        private static Reason leak(LeakSuspicion leak) {
            String code = leak.kind() == LeakSuspicion.Kind.VALUES
                    ? "core.scorecard.leakByValues"
                    : "core.scorecard.leakByPresence";
            return Reason.of(code, "field", leak.field(), "auc", LearnedScore.decimal(leak.auc(), 3));
        }
    }
}
