package io.github.saleskit.core.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the difference between two scores apart by changing one thing after the other: first what expires goes, then
 * time passes, then the lead changes, then the new events come. So the parts add up exactly.
 */
final class ChangeFinder<T, E> {

    private final ScoringModel model;
    private final CompiledRules<T, E> rules;
    private final Grading grading;
    private final Engagement<E> engagement;
    private final Instant since;
    private final Instant now;

    ChangeFinder(
            ScoringModel model,
            CompiledRules<T, E> rules,
            Grading grading,
            Engagement<E> engagement,
            Instant since,
            Instant now) {
        this.model = model;
        this.rules = rules;
        this.grading = grading;
        this.engagement = engagement;
        this.since = since;
        this.now = now;
    }

    ScoreChange find(Optional<String> id, T then, T lead) {
        ScoreSheet before = filled(then, since, since, since);
        ScoreSheet unexpired = filled(then, since, since, now);
        ScoreSheet aged = filled(then, now, since, now);
        ScoreSheet changed = filled(lead, now, since, now);
        ScoreSheet after = filled(lead, now, now, now);
        List<RuleChange> changes = changes(List.of(before, unexpired, aged, changed, after));
        ScoreChange change = ScoreChange.builder()
                .model(model.name())
                .lead(id)
                .since(since)
                .now(now)
                .before(Thousandths.toPoints(before.total))
                .after(Thousandths.toPoints(after.total))
                .gradeBefore(grading.grade(before))
                .gradeAfter(grading.grade(after))
                .addAllChanges(changes)
                .build();
        rules.giveBack(after);
        return change;
    }

    private ScoreSheet filled(T lead, Instant at, Instant known, Instant alive) {
        ScoreSheet sheet = rules.take();
        rules.fill(sheet, lead, engagement, at, known, alive);
        return sheet;
    }

    private List<RuleChange> changes(List<ScoreSheet> steps) {
        ScoreSheet before = steps.get(0);
        ScoreSheet after = steps.get(steps.size() - 1);
        List<RuleChange> changes = new ArrayList<>();
        int rule = 0;
        for (int g = 0; g < model.groups().size(); g++) {
            RuleGroup group = model.groups().get(g);
            for (int r = 0; r < group.rules().size(); r++, rule++) {
                rule(group, rule, steps, changes);
            }
            long limited = after.groupLimited[g] - after.groupRaw[g] - (before.groupLimited[g] - before.groupRaw[g]);
            add(group, Optional.empty(), ChangeCause.LIMITED, limited, changes);
        }
        return changes;
    }

    private void rule(RuleGroup group, int rule, List<ScoreSheet> steps, List<RuleChange> changes) {
        Optional<String> id = Optional.of(rules.rules.get(rule).id());
        Map<ChangeCause, Long> byCause = new EnumMap<>(ChangeCause.class);
        for (int step = 1; step < steps.size(); step++) {
            ScoreSheet earlier = steps.get(step - 1);
            ScoreSheet later = steps.get(step);
            byCause.merge(cause(rule, step, earlier, later), later.raw[rule] - earlier.raw[rule], Long::sum);
        }
        byCause.merge(ChangeCause.LIMITED, limited(rule, steps.get(steps.size() - 1)), Long::sum);
        byCause.merge(ChangeCause.LIMITED, -limited(rule, steps.get(0)), Long::sum);
        byCause.forEach((cause, points) -> add(group, id, cause, points, changes));
    }

    private static long limited(int rule, ScoreSheet sheet) {
        return sheet.limited[rule] - sheet.raw[rule];
    }

    private ChangeCause cause(int rule, int step, ScoreSheet earlier, ScoreSheet later) {
        boolean matchedBefore = earlier.lead.contains(rule);
        if (matchedBefore != later.lead.contains(rule)) {
            return matchedBefore ? ChangeCause.UNMATCHED : ChangeCause.MATCHED;
        }
        return switch (step) {
            case 1 -> ChangeCause.EXPIRED;
            case 2 -> ChangeCause.DECAYED;
            case 3 -> ChangeCause.VALUE_CHANGED;
            default -> ChangeCause.NEW_EVENTS;
        };
    }

    private static void add(
            RuleGroup group, Optional<String> rule, ChangeCause cause, long points, List<RuleChange> changes) {
        if (points != 0) {
            changes.add(new RuleChange(group.id(), rule, cause, Thousandths.toPoints(points)));
        }
    }
}
