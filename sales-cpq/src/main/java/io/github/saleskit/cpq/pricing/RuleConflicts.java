package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.definition.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rules that stand in each other's way: warned of, for it may be meant. Linear in the number of rules. */
final class RuleConflicts {

    private final PricingPlan plan;
    private final Problems warnings;

    RuleConflicts(PricingPlan plan, Problems warnings) {
        this.plan = plan;
        this.warnings = warnings;
    }

    private record Place(Optional<String> group, int priority, Optional<Criterion> when) {}

    void find() {
        Map<String, Stacking> groups = new HashMap<>();
        plan.groups().forEach(group -> groups.put(group.id(), group.stacking()));
        Map<Place, String> before = new HashMap<>();
        List<String> always = new ArrayList<>();
        for (int i = 0; i < plan.rules().size(); i++) {
            PriceRule rule = plan.rules().get(i);
            boolean onlyOne =
                    rule.group().map(groups::get).map(RuleConflicts::takesOne).orElse(false)
                            || rule.exclusive().isPresent();
            if (onlyOne) {
                warnUndecided(rule, i, before);
            }
            warnShadowed(rule, i, always);
        }
    }

    private static boolean takesOne(Stacking stacking) {
        return stacking == Stacking.FIRST || stacking == Stacking.MOST_SPECIFIC;
    }

    private void warnUndecided(PriceRule rule, int position, Map<Place, String> before) {
        Place place = new Place(rule.group(), rule.priority().orElse(0), rule.when());
        String other = before.putIfAbsent(place, rule.id());
        if (other != null) {
            warnings.at(position)
                    .report(
                            "rules.undecided",
                            rule.id(),
                            "only one of it and \"" + other + "\" can apply, and nothing but their order says which");
        }
    }

    /** A price set for every line makes void what earlier rules without priority did to them. */
    private void warnShadowed(PriceRule rule, int position, List<String> always) {
        boolean setsAll = rule.when().isEmpty()
                && rule.actions().stream()
                        .anyMatch(action -> action instanceof PriceAction.UnitPrice set
                                && set.lines().isEmpty());
        if (setsAll && !always.isEmpty()) {
            warnings.at(position)
                    .report(
                            "rule.shadowed",
                            rule.id(),
                            "it sets every price, so that \"" + always.get(0) + "\" before it has no effect");
        }
        if (rule.onLines() && rule.priority().isEmpty()) {
            always.add(rule.id());
        }
    }
}
