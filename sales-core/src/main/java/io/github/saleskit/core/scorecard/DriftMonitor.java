package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.FieldSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Compares leads with those that a scorecard was learned from: base rate, and each field's population stability index.
 *
 * <p>The known values of a field are put into at most ten groups of about equal size, absent and unknown ones into two
 * more, each member of a set into has and has not. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class DriftMonitor<T> {

    private static final int MOST_GROUPS = 10;

    private final ScorecardScorer<T> scorer;
    private final FieldSet<T> fields;

    private DriftMonitor(ScorecardScorer<T> scorer, FieldSet<T> fields) {
        this.scorer = scorer;
        this.fields = fields;
    }

    /**
     * Prepares a scorecard for the fields of a type.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the scorecard
     */
    public static <T> DriftMonitor<T> compile(Scorecard card, FieldSet<T> fields) {
        return new DriftMonitor<>(ScorecardScorer.compile(card, fields), fields);
    }

    /**
     * Compares leads whose outcomes are not known yet.
     *
     * @throws IllegalArgumentException when there are none
     */
    public DriftReport compare(List<T> leads) {
        return compare(leads, Optional.empty());
    }

    /**
     * Compares leads whose outcomes are known.
     *
     * @throws IllegalArgumentException when there are none
     */
    public DriftReport compareOutcomes(List<KnownOutcome<T>> outcomes) {
        double won = outcomes.stream().filter(KnownOutcome::won).count();
        List<T> leads = outcomes.stream().map(KnownOutcome::lead).toList();
        return compare(leads, leads.isEmpty() ? Optional.empty() : Optional.of(won / leads.size()));
    }

    private DriftReport compare(List<T> leads, Optional<Double> actualRate) {
        if (leads.isEmpty()) {
            throw new IllegalArgumentException("leads is empty, but has to have at least one.");
        }
        Scorecard card = scorer.scorecard();
        double predicted = leads.stream().mapToDouble(scorer::probability).sum() / leads.size();
        List<FieldDrift> drifts = new ArrayList<>();
        card.numbers().forEach(term -> drifts.add(drift(leads, term)));
        card.categories().forEach(term -> drifts.add(drift(leads, term)));
        card.sets().forEach(term -> drifts.add(drift(leads, term)));
        drifts.sort(Comparator.comparingDouble(drift -> -drift.index()));
        return DriftReport.builder()
                .scorecard(card.name())
                .leads(leads.size())
                .learnedRate(card.won() / Math.max(1.0, (double) card.won() + card.lost()))
                .predictedRate(predicted)
                .actualRate(actualRate)
                .addAllFields(drifts)
                .build();
    }

    private FieldDrift drift(List<T> leads, NumberTerm term) {
        Feature<T> feature = new Feature<>(fields.require(term.field()), term.part());
        Coder<T> coder = Coder.ofRanges(feature, term.cuts());
        int[] rows = term.rows().stream().mapToInt(row -> row).toArray();
        return drift(term.field(), term.part(), groupedIndex(leads, coder::code, rows, rows.length - 1));
    }

    private FieldDrift drift(List<T> leads, CategoryTerm term) {
        Feature<T> feature = new Feature<>(fields.require(term.field()), term.part());
        Texts texts = new Texts(term.values().toArray(String[]::new));
        int[] rows = term.rows().stream().mapToInt(row -> row).toArray();
        ToIntFunction<T> code = lead -> texts.code(feature.text(lead));
        return drift(term.field(), term.part(), groupedIndex(leads, code, rows, rows.length - 2));
    }

    /** The sum over the members, each with two groups. */
    private FieldDrift drift(List<T> leads, SetTerm term) {
        Feature<T> feature = new Feature<>(fields.require(term.field()), FieldPart.MEMBER);
        int examples = scorer.scorecard().won() + scorer.scorecard().lost();
        double index = 0;
        for (int i = 0; i < term.members().size(); i++) {
            String member = term.members().get(i);
            int has = (int) leads.stream()
                    .filter(lead -> feature.members(lead).contains(member))
                    .count();
            int had = term.rows().get(i + 1);
            index += index(
                    new double[] {had, Math.max(0, examples - had)}, new double[] {has, (double) leads.size() - has});
        }
        return drift(term.field(), FieldPart.MEMBER, index);
    }

    private static FieldDrift drift(String field, FieldPart part, double index) {
        return new FieldDrift(field, part, index, DriftLevel.of(index));
    }

    /**
     * The codes from 1 to {@code known} in groups, each other one alone: what is absent or unknown is not like any
     * value.
     */
    private static <T> double groupedIndex(List<T> leads, ToIntFunction<T> code, int[] rows, int known) {
        char[] groups = new char[rows.length];
        int[] order = IntStream.rangeClosed(1, known).toArray();
        int count = CodeGroups.spread(order, rows, MOST_GROUPS, groups);
        groups[Column.ABSENT] = (char) count++;
        for (int other = known + 1; other < rows.length; other++) {
            groups[other] = (char) count++;
        }
        double[] then = new double[count];
        double[] now = new double[count];
        for (int i = 0; i < rows.length; i++) {
            then[groups[i]] += rows[i];
        }
        leads.forEach(lead -> now[groups[code.applyAsInt(lead)]]++);
        return index(then, now);
    }

    private static double index(double[] then, double[] now) {
        double allThen = Arrays.stream(then).sum() + then.length / 2.0;
        double allNow = Arrays.stream(now).sum() + now.length / 2.0;
        double index = 0;
        for (int i = 0; i < then.length; i++) {
            double a = (now[i] + .5) / allNow;
            double e = (then[i] + .5) / allThen;
            index += (a - e) * StrictMath.log(a / e);
        }
        return index;
    }
}
