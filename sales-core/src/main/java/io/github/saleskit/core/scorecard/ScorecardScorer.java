package io.github.saleskit.core.scorecard;

import io.github.saleskit.core.criteria.Field;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores leads of the host's own type by a {@link Scorecard}.
 *
 * <pre>{@code
 * ScorecardScorer<Prospect> scorer = ScorecardScorer.compile(card, PROSPECT);
 * scorer.points(prospect);                    // 63
 * scorer.score(prospect).reasons();           // why
 * }</pre>
 *
 * <p>Each method takes time in proportion to the number of terms; {@link #logOdds}, {@link #probability} and {@link #points} make no
 * garbage where the host's accessors make none. Values a scorecard does not know, fields that are absent and numbers that are not finite
 * have figures of their own. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class ScorecardScorer<T> implements ExternalScorer<T> {

    private final Scorecard card;
    private final FieldSet<T> fields;
    private final List<Term<T>> terms = new ArrayList<>();
    private final List<Pair<T>> pairs = new ArrayList<>();
    private final PointsScale scale;
    private final int base;

    private ScorecardScorer(Scorecard card, FieldSet<T> fields) {
        this.card = card;
        this.fields = fields;
        scale = card.points().orElseGet(PointsScale::standard);
        base = (int) Math.rint(scale.base() + scale.of(card.intercept()));
        for (NumberTerm term : card.numbers()) {
            terms.add(Term.of(feature(term.field(), term.part()), term, scale));
        }
        for (CategoryTerm term : card.categories()) {
            terms.add(Term.of(feature(term.field(), term.part()), term, scale));
        }
        for (SetTerm term : card.sets()) {
            terms.add(Term.of(feature(term.field(), FieldPart.MEMBER), term, scale));
        }
        for (PairTerm term : card.pairs()) {
            pairs.add(new Pair<>(coder(term.first()), coder(term.second()), term, scale));
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

    private Feature<T> feature(String name, FieldPart part) {
        Field<T> field = fields.require(name);
        return new Feature<>(field, part);
    }

    private Coder<T> coder(PairSide side) {
        Feature<T> feature = feature(side.field(), side.part());
        return feature.ordered()
                ? Coder.ofRanges(feature, side.cuts())
                : Coder.ofTexts(feature, Texts.ofGroups(side.values()));
    }

    /** The logarithm of the odds that the lead will be won; without garbage. */
    public double logOdds(T lead) {
        double sum = card.intercept();
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).logOdds(lead);
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair<T> pair = pairs.get(i);
            sum += pair.logOdds[pair.cell(lead)];
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
        int sum = base;
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).points(lead);
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair<T> pair = pairs.get(i);
            sum += pair.points[pair.cell(lead)];
        }
        return scale.limited(sum);
    }

    /** Probability and points of the lead, with what each field contributed. */
    public LearnedScore score(T lead) {
        List<FieldContribution> contributions = new ArrayList<>(terms.size() + pairs.size());
        terms.forEach(term -> contributions.add(term.contribution(lead)));
        pairs.forEach(pair -> contributions.add(pair.contribution(lead)));
        double logOdds = logOdds(lead);
        return LearnedScore.builder()
                .scorecard(card.name())
                .lead(fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty())
                .probability(probabilityOf(logOdds))
                .points(points(lead))
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
    private static final class Pair<T> {
        private final Coder<T> first;
        private final Coder<T> second;
        private final int width;
        private final double[] logOdds;
        private final int[] points;
        private final PairTerm term;

        Pair(Coder<T> first, Coder<T> second, PairTerm term, PointsScale scale) {
            this.first = first;
            this.second = second;
            this.term = term;
            width = term.second().groups();
            logOdds = term.logOdds().stream()
                    .flatMap(List::stream)
                    .mapToDouble(figure -> figure)
                    .toArray();
            points = Term.toPoints(logOdds, scale);
        }

        int cell(T lead) {
            return first.code(lead) * width + second.code(lead);
        }

        FieldContribution contribution(T lead) {
            int cell = cell(lead);
            return new FieldContribution(
                    term.first().field(),
                    Optional.of(term.second().field()),
                    Optional.empty(),
                    logOdds[cell],
                    points[cell]);
        }
    }
}
