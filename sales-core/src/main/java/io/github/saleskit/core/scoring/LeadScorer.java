package io.github.saleskit.core.scoring;

import io.github.saleskit.core.criteria.Condition;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.Problems;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores leads of the host's own type by a {@link ScoringModel}.
 *
 * <p>Each method takes time linear in the number of rules. Immutable, and thread-safe where the host's accessors are.
 *
 * @param <T> the host's type of lead
 */
public final class LeadScorer<T> {

    private final ScoringModel model;
    private final FieldSet<T> fields;
    private final List<Group<T>> groups;

    private LeadScorer(ScoringModel model, FieldSet<T> fields, List<Group<T>> groups) {
        this.model = model;
        this.fields = fields;
        this.groups = groups;
    }

    /**
     * Prepares a model for the fields of a type.
     *
     * @throws io.github.saleskit.core.definition.DefinitionException with every problem of the model
     */
    public static <T> LeadScorer<T> compile(ScoringModel model, FieldSet<T> fields) {
        Problems problems = new Problems();
        ModelCheck.check(model, problems);
        List<Group<T>> groups = new ArrayList<>();
        for (int i = 0; i < model.groups().size(); i++) {
            groups.add(new Group<>(model.groups().get(i), fields, problems.at("groups", i)));
        }
        problems.throwIfAny("scoring model \"" + model.name() + "\"");
        return new LeadScorer<>(model, fields, List.copyOf(groups));
    }

    /** The same scorer with the days of a zone; before, days are those of UTC. */
    public LeadScorer<T> inZone(ZoneId zone) {
        List<Group<T>> moved = new ArrayList<>();
        groups.forEach(group -> moved.add(new Group<>(group, zone)));
        return new LeadScorer<>(model, fields, List.copyOf(moved));
    }

    /** The points of a lead at an instant, without garbage where the host's accessors make none. */
    public int points(T lead, Instant now) {
        int points = 0;
        for (int i = 0; i < groups.size(); i++) {
            points += groups.get(i).points(lead, now);
        }
        return points;
    }

    /** The points of a lead at an instant, with grade and explanation. */
    public LeadScore score(T lead, Instant now) {
        List<Contribution> contributions = new ArrayList<>();
        groups.forEach(group -> group.contribute(lead, now, contributions));
        int points = contributions.stream().mapToInt(Contribution::points).sum();
        return LeadScore.builder()
                .model(model.name())
                .lead(fields.hasId() ? Optional.of(fields.id(lead)) : Optional.empty())
                .points(points)
                .grade(grade(points))
                .addAllContributions(contributions)
                .build();
    }

    private Optional<String> grade(int points) {
        return model.grades().stream()
                .filter(grade -> points >= grade.from())
                .map(Grade::name)
                .findFirst();
    }

    /** A group with its conditions prepared. */
    private static final class Group<T> {
        private final RuleGroup group;
        private final List<Condition<T>> conditions = new ArrayList<>();
        private final int[] points;
        private final int floor;
        private final int cap;

        Group(RuleGroup group, FieldSet<T> fields, Problems at) {
            this.group = group;
            this.points = group.rules().stream().mapToInt(ScoringRule::points).toArray();
            this.floor = group.floor().orElse(Integer.MIN_VALUE);
            this.cap = group.cap().orElse(Integer.MAX_VALUE);
            for (int i = 0; i < points.length; i++) {
                conditions.add(condition(group.rules().get(i), fields, at.at("rules", i, "when")));
            }
        }

        private static <T> Condition<T> condition(ScoringRule rule, FieldSet<T> fields, Problems at) {
            Condition<T> condition = Condition.compile(rule.when(), fields, at);
            if (!condition.missingParameters().isEmpty()) {
                at.report(
                        "scoring.parameter",
                        condition.missingParameters().iterator().next(),
                        "a scoring rule has no parameters",
                        "Maybe write the value into the rule?");
            }
            return condition;
        }

        private Group(Group<T> other, ZoneId zone) {
            group = other.group;
            points = other.points;
            floor = other.floor;
            cap = other.cap;
            other.conditions.forEach(condition -> conditions.add(condition.inZone(zone)));
        }

        int points(T lead, Instant now) {
            int sum = 0;
            for (int i = 0; i < points.length; i++) {
                if (conditions.get(i).matches(lead, now)) {
                    sum += points[i];
                }
            }
            return limited(sum);
        }

        private int limited(int sum) {
            return Math.max(floor, Math.min(cap, sum));
        }

        void contribute(T lead, Instant now, List<Contribution> contributions) {
            int sum = 0;
            for (int i = 0; i < points.length; i++) {
                if (conditions.get(i).matches(lead, now)) {
                    sum += points[i];
                    contributions.add(new Contribution(
                            group.id(), Optional.of(group.rules().get(i).id()), points[i]));
                }
            }
            if (limited(sum) != sum) {
                contributions.add(new Contribution(group.id(), Optional.empty(), limited(sum) - sum));
            }
        }
    }
}
