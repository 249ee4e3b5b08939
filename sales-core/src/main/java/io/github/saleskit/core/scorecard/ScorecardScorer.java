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
 * {@link #probability} and {@link #points} make no garbage where the host's accessors make none and no day is taken
 * from an instant. Values a scorecard does not know, fields that are absent and numbers that are not finite have
 * figures of their own. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class ScorecardScorer<T> implements ExternalScorer<T> {

    private final Scorecard card;
    private final FieldSet<T> fields;
    private final List<Coder<T>> coders;

    /** In the order of the scorecard. */
    private final List<Term<T>> terms = new ArrayList<>();

    private final List<Term.OfMembers<T>> sets = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /** By position of the part and code; of the terms of one part each. */
    private final double[][] logOdds;

    private final int[][] points;
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
        int[] sizes = shared.sizes();
        logOdds = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
        points = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        card.numbers().forEach(term -> add(Term.of(shared.of(term.field(), term.part()), term, scale)));
        card.categories().forEach(term -> add(Term.of(shared.of(term.field(), term.part()), term, scale)));
        card.sets()
                .forEach(term ->
                        sets.add(Term.of(new Feature<>(fields.require(term.field()), FieldPart.MEMBER), term, scale)));
        terms.addAll(sets);
        for (PairTerm term : card.pairs()) {
            pairs.add(new Pair(term, shared, scale));
        }
    }

    private void add(Term.OfCodes<T> term) {
        terms.add(term);
        logOdds[term.position] = term.logOdds;
        points[term.position] = term.points;
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
        code(lead, codes);
        return codes;
    }

    private void code(T lead, int[] codes) {
        for (int i = 0; i < codes.length; i++) {
            codes[i] = coders.get(i).code(lead);
        }
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
        for (int i = 0; i < codes.length; i++) {
            sum += logOdds[i][codes[i]];
        }
        for (int i = 0; i < sets.size(); i++) {
            sum += sets.get(i).logOdds(lead);
        }
        for (int i = 0; i < pairs.size(); i++) {
            sum += pairs.get(i).logOdds(codes);
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
        for (int i = 0; i < codes.length; i++) {
            sum += points[i][codes[i]];
        }
        for (int i = 0; i < sets.size(); i++) {
            sum += sets.get(i).points(lead);
        }
        for (int i = 0; i < pairs.size(); i++) {
            sum += pairs.get(i).points(codes);
        }
        return scale.limited(sum);
    }

    /**
     * Probability and points of the lead, with what each field contributed; contributions are put into words when they
     * are looked at.
     */
    public LearnedScore score(T lead) {
        int[] codes = new int[coders.size()];
        code(lead, codes);
        @Nullable Object[] said = new Object[terms.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = terms.get(i).said(lead, codes);
        }
        double logOdds = logOdds(lead, codes);
        return new LearnedScore(
                1,
                card.name(),
                fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty(),
                probabilityOf(logOdds),
                points(lead, codes),
                logOdds,
                card.intercept(),
                new Contributions(terms, pairs, codes, said));
    }

    /** The scorecard by which this scores. */
    public Scorecard scorecard() {
        return card;
    }
}
