package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Scores leads of the host's own type by a {@link Scorecard}.
 *
 * <pre>{@code
 * ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card, PROSPECT);
 * scorer.points(prospect);                    // 63
 * scorer.score(prospect).reasons();           // why
 * }</pre>
 *
 * <p>Each method reads each part of a field once and takes time in proportion to the number of terms. {@link #logOdds},
 * {@link #probability} and {@link #points} make no garbage where the host's accessors make none and no day is taken from an instant.
 * Values a scorecard does not know, fields that are absent and numbers that are not finite have figures of their own. Immutable, and
 * thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class ScorecardScorer<T> implements ExternalScorer<T> {

    private final Scorecard card;
    private final FieldSet<T> fields;
    private final List<Coder<T>> coders;
    private final List<Term<T>> terms = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final PointsScale scale;
    private final int base;

    /** Codes that nobody uses at the moment. */
    private final AtomicReference<int @Nullable []> spare = new AtomicReference<>();

    private ScorecardScorer(Scorecard card, FieldSet<T> fields) {
        this.card = card;
        this.fields = fields;
        scale = card.points().orElseGet(PointsScale::standard);
        base = (int) Math.rint(scale.base() + scale.of(card.intercept()));
        SharedCoders<T> shared = new SharedCoders<>(card, fields);
        coders = shared.coders();
        for (NumberTerm term : card.numbers()) {
            terms.add(Term.of(shared.of(term.field(), term.part()), term, scale));
        }
        for (CategoryTerm term : card.categories()) {
            terms.add(Term.of(shared.of(term.field(), term.part()), term, scale));
        }
        for (SetTerm term : card.sets()) {
            terms.add(Term.of(new Feature<>(fields.require(term.field()), FieldPart.MEMBER), term, scale));
        }
        for (PairTerm term : card.pairs()) {
            pairs.add(new Pair(term, shared, scale));
        }
    }

    /**
     * Prepares a scorecard for the fields of a type.
     *
     * @throws DefinitionException with every problem of the scorecard
     */
    public static <T> ScorecardScorer<T> compile(Scorecard card, FieldSet<T> fields) {
        Problems problems = new Problems();
        new CardCheck<>(card, fields, problems).check();
        problems.throwIfAny("scorecard \"" + card.name() + "\"");
        return new ScorecardScorer<>(card, fields);
    }

    /** The codes of all parts that terms look at; to be given back. */
    private int[] code(T lead) {
        int[] codes = spare.getAndSet(null);
        if (codes == null) {
            codes = new int[coders.size()];
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = coders.get(i).code(lead);
        }
        return codes;
    }

    /** The logarithm of the odds that the lead will be won; without garbage. */
    public double logOdds(T lead) {
        int[] codes = code(lead);
        double sum = logOdds(lead, codes);
        spare.set(codes);
        return sum;
    }

    private double logOdds(T lead, int[] codes) {
        double sum = card.intercept();
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).logOdds(lead, codes);
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            sum += pair.logOdds[pair.cell(codes)];
        }
        return sum;
    }

    /** The probability that the lead will be won, from 0 to 1; without garbage. */
    @Override
    public double probability(T lead) {
        return probabilityOf(logOdds(lead));
    }

    static double probabilityOf(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The points of the lead on the scorecard's scale; without garbage. */
    public int points(T lead) {
        int[] codes = code(lead);
        int points = points(lead, codes);
        spare.set(codes);
        return points;
    }

    private int points(T lead, int[] codes) {
        long sum = base;
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).points(lead, codes);
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            sum += pair.points[pair.cell(codes)];
        }
        return scale.limited(sum);
    }

    /** Probability and points of the lead, with what each field contributed. */
    public LearnedScore score(T lead) {
        int[] codes = code(lead);
        LearnedScore score = score(lead, codes);
        spare.set(codes);
        return score;
    }

    private LearnedScore score(T lead, int[] codes) {
        List<FieldContribution> contributions = new ArrayList<>(terms.size() + pairs.size());
        terms.forEach(term -> contributions.add(term.contribution(lead, codes)));
        pairs.forEach(pair -> contributions.add(pair.contribution(codes)));
        double logOdds = logOdds(lead, codes);
        return LearnedScore.builder()
                .scorecard(card.name())
                .lead(fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty())
                .probability(probabilityOf(logOdds))
                .points(points(lead, codes))
                .logOdds(logOdds)
                .intercept(card.intercept())
                .addAllContributions(contributions)
                .build();
    }

    /** The scorecard by which this scores. */
    public Scorecard scorecard() {
        return card;
    }

    /** A term of two fields with its figures by cell. */
    private static final class Pair {
        private final PairTerm term;
        private final int first;
        private final int second;

        /** By code of the first part: where its line of cells begins. */
        private final int[] lines;

        /** By code of the second part: the cell in a line. */
        private final int[] places;

        private final double[] logOdds;
        private final int[] points;

        <T> Pair(PairTerm term, SharedCoders<T> shared, PointsScale scale) {
            this.term = term;
            int width = term.second().groups();
            first = shared.of(term.first()).position;
            second = shared.of(term.second()).position;
            lines = Arrays.stream(shared.groups(term.first()))
                    .map(group -> group * width)
                    .toArray();
            places = shared.groups(term.second());
            logOdds = term.logOdds().stream()
                    .flatMap(List::stream)
                    .mapToDouble(figure -> figure)
                    .toArray();
            points = Term.toPoints(logOdds, scale);
        }

        int cell(int[] codes) {
            return lines[codes[first]] + places[codes[second]];
        }

        FieldContribution contribution(int[] codes) {
            int cell = cell(codes);
            return new FieldContribution(
                    term.first().field(),
                    Optional.of(term.second().field()),
                    Optional.empty(),
                    logOdds[cell],
                    points[cell]);
        }
    }
}
