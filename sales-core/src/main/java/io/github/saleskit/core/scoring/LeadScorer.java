package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scores leads of the host's own type by a {@link ScoringModel}.
 *
 * <pre>{@code
 * LeadScorer<Prospect, Activity> scorer = LeadScorer.compile(model, PROSPECT, ACTIVITY);
 * LeadScore score = scorer.score(prospect, engagement, now);
 * score.points();     // 62.5
 * score.reasons();    // what each rule and each limit gave or took
 * }</pre>
 *
 * <p>A score is a function of the lead, its events and the moment; nothing is remembered. Events after the moment do
 * not count, and the score says how many there were. Points are whole thousandths: the points of each event are rounded
 * to the nearest one, ties to the even one, after decay; from there on all sums are exact.
 *
 * <p>Time is linear in the number of rules and in the number of events that can still count; each field of a lead or an
 * event is read once and no condition is asked twice. The methods may be called from many threads at once, where the
 * host's accessors may.
 *
 * @param <T> the host's type of lead
 * @param <E> the host's type of event; {@link Void} for a model without rules about events
 */
public final class LeadScorer<T, E> {

    private final ScoringModel model;
    private final FieldSet<T> fields;
    private final CompiledRules<T, E> rules;
    private final Grading grading;

    private LeadScorer(ScoringModel model, FieldSet<T> fields, CompiledRules<T, E> rules) {
        this.model = model;
        this.fields = fields;
        this.rules = rules;
        this.grading = new Grading(model);
    }

    /**
     * Prepares a model without rules about events.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the model
     */
    public static <T> LeadScorer<T, Void> compile(ScoringModel model, FieldSet<T> fields) {
        return compiled(model, fields, null);
    }

    /**
     * Prepares a model.
     *
     * @param eventFields the fields of the host's events, about which rules may ask
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the model
     */
    public static <T, E> LeadScorer<T, E> compile(ScoringModel model, FieldSet<T> fields, FieldSet<E> eventFields) {
        return compiled(model, fields, eventFields);
    }

    private static <T, E> LeadScorer<T, E> compiled(
            ScoringModel model, FieldSet<T> fields, @Nullable FieldSet<E> eventFields) {
        Problems problems = new Problems();
        if (ModelCheck.check(model, problems)) {
            RuleCheck.check(model, fields, eventFields, problems);
            CompiledRules<T, E> rules = CompiledRules.compile(model, fields, eventFields, problems);
            problems.throwIfAny("scoring model \"" + model.name() + "\"");
            return new LeadScorer<>(model, fields, rules);
        }
        problems.throwIfAny("scoring model \"" + model.name() + "\"");
        throw new AssertionError("a model that fails its check has problems");
    }

    /** The same scorer with the days of a zone; before, days are those of UTC. */
    public LeadScorer<T, E> inZone(ZoneId zone) {
        return new LeadScorer<>(model, fields, rules.inZone(model, zone));
    }

    /** The model it was compiled from. */
    public ScoringModel model() {
        return model;
    }

    /** The points of a lead without events; see {@link #points(Object, Engagement, Instant)}. */
    public double points(T lead, Instant now) {
        return points(lead, Engagement.none(), now);
    }

    /**
     * The points of a lead at an instant, the same as {@link #score} gives, but without garbage where the host's
     * accessors make none.
     *
     * @return the double nearest to the exact points, which have three decimal places: {@code BigDecimal.valueOf} gives
     *     them back
     */
    public double points(T lead, Engagement<E> engagement, Instant now) {
        ScoreSheet sheet = rules.take();
        rules.fill(sheet, lead, engagement, now);
        double points = (double) sheet.total / Thousandths.POINT;
        rules.giveBack(sheet);
        return points;
    }

    /** The points of a lead without events, with grade and explanation. */
    public LeadScore score(T lead, Instant now) {
        return score(lead, Engagement.none(), now);
    }

    /** The points of a lead at an instant, with grade and explanation. */
    public LeadScore score(T lead, Engagement<E> engagement, Instant now) {
        ScoreSheet sheet = rules.take();
        rules.fill(sheet, lead, engagement, now);
        ScoreWriter<E> writer = new ScoreWriter<>(model, rules.rules, sheet, engagement);
        LeadScore score = LeadScore.builder()
                .model(model.name())
                .lead(id(lead))
                .at(now)
                .points(Thousandths.toPoints(sheet.total))
                .grade(grading.grade(sheet))
                .cell(grading.cell(sheet))
                .addAllContributions(writer.contributions())
                .addAllIgnored(writer.ignored())
                .build();
        rules.giveBack(sheet);
        return score;
    }

    /**
     * What changed in the score of a lead between two instants by the passing of time and by new events, rule by rule.
     *
     * @throws IllegalArgumentException when {@code since} is after {@code now}
     */
    public ScoreChange changes(T lead, Engagement<E> engagement, Instant since, Instant now) {
        return changes(lead, lead, engagement, since, now);
    }

    /**
     * What changed in the score of a lead between two instants, also by changes of the lead itself, rule by rule.
     *
     * <p>Events up to {@code since} count as known then.
     *
     * @param then the lead as it was
     * @param lead the lead as it is
     * @throws IllegalArgumentException when {@code since} is after {@code now}
     */
    public ScoreChange changes(T then, T lead, Engagement<E> engagement, Instant since, Instant now) {
        if (since.isAfter(now)) {
            throw new IllegalArgumentException(
                    "since is " + since + ", which is after now, " + now + ".\nMaybe the two are swapped?");
        }
        return new ChangeFinder<>(model, rules, grading, engagement, since, now).find(id(lead), then, lead);
    }

    /**
     * Compares this model with a newer one on the same leads.
     *
     * <p>A lead that one of the two cannot score, because an accessor of the host fails, is listed and left out of the
     * figures.
     *
     * @param engagement what each lead did
     */
    public ModelComparison compareWith(
            LeadScorer<T, E> newer,
            Collection<? extends T> leads,
            Function<? super T, Engagement<E>> engagement,
            Instant now) {
        ModelComparer comparer = new ModelComparer(model.name(), newer.model.name());
        int position = 0;
        for (T lead : leads) {
            String name = "#" + position++;
            try {
                name = id(lead).orElse(name);
                Engagement<E> events = engagement.apply(lead);
                comparer.add(name, score(lead, events, now), newer.score(lead, events, now));
            } catch (RuntimeException e) {
                comparer.fail(name, e);
            }
        }
        return comparer.comparison();
    }

    private Optional<String> id(T lead) {
        return fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty();
    }
}
