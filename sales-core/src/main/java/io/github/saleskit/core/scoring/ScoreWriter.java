package io.github.saleskit.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a filled sheet out as contributions and as what was ignored. */
final class ScoreWriter<E> {

    private final ScoringModel model;
    private final List<ScoringRule> rules;
    private final ScoreSheet sheet;
    private final Engagement<E> engagement;

    ScoreWriter(ScoringModel model, List<ScoringRule> rules, ScoreSheet sheet, Engagement<E> engagement) {
        this.model = model;
        this.rules = rules;
        this.sheet = sheet;
        this.engagement = engagement;
    }

    List<Contribution> contributions() {
        List<Contribution> contributions = new ArrayList<>();
        int rule = 0;
        for (int g = 0; g < model.groups().size(); g++) {
            RuleGroup group = model.groups().get(g);
            for (int r = 0; r < group.rules().size(); r++, rule++) {
                rule(group, rule, contributions);
            }
            limit(group, Optional.empty(), sheet.groupLimited[g] - sheet.groupRaw[g], contributions);
        }
        return contributions;
    }

    private void rule(RuleGroup group, int rule, List<Contribution> contributions) {
        Optional<String> id = Optional.of(rules.get(rule).id());
        if (sheet.raw[rule] != 0) {
            contributions.add(Contribution.builder()
                    .group(group.id())
                    .rule(id)
                    .points(Thousandths.toPoints(sheet.raw[rule]))
                    .events(tally(rule))
                    .build());
        }
        limit(group, id, sheet.limited[rule] - sheet.raw[rule], contributions);
    }

    private Optional<EventTally> tally(int rule) {
        return rules.get(rule).event().isEmpty()
                ? Optional.empty()
                : Optional.of(new EventTally(sheet.counted[rule], engagement.at(sheet.newest[rule])));
    }

    private static void limit(RuleGroup group, Optional<String> rule, long points, List<Contribution> contributions) {
        if (points != 0) {
            contributions.add(Contribution.builder()
                    .group(group.id())
                    .rule(rule)
                    .limit(points < 0 ? Limit.CAP : Limit.FLOOR)
                    .points(Thousandths.toPoints(points))
                    .build());
        }
    }

    List<IgnoredInput> ignored() {
        List<IgnoredInput> ignored = new ArrayList<>();
        if (sheet.future > 0) {
            ignored.add(new IgnoredInput(IgnoredInput.Cause.FUTURE_EVENT, Optional.empty(), sheet.future));
        }
        if (engagement.undated() > 0) {
            ignored.add(new IgnoredInput(IgnoredInput.Cause.UNDATED_EVENT, Optional.empty(), engagement.undated()));
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            if (sheet.notFinite[rule] > 0) {
                Optional<String> id = Optional.of(rules.get(rule).id());
                ignored.add(new IgnoredInput(IgnoredInput.Cause.NOT_FINITE, id, sheet.notFinite[rule]));
            }
        }
        return ignored;
    }
}
