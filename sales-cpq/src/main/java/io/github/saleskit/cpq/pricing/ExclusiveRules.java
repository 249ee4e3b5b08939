package io.github.saleskit.cpq.pricing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** Decides which rules apply where some keep away others in the whole quote, by pricing it with each. */
final class ExclusiveRules {

    private final CompiledPlan plan;
    private final List<LineDraft> drafts;
    private final BitSet enabled;
    private final Passes passes;

    /** Makes a pass over drafts with some of the rules. */
    interface Passes {
        PricingPass pass(List<LineDraft> drafts, BitSet enabled, boolean complete);
    }

    ExclusiveRules(CompiledPlan plan, List<LineDraft> drafts, BitSet enabled, Passes passes) {
        this.plan = plan;
        this.drafts = drafts;
        this.enabled = enabled;
        this.passes = passes;
    }

    PricingPass run(boolean complete, LineReuse reuse) {
        BitSet chosen = plan.hasExclusive() ? choose(complete) : enabled;
        return passes.pass(drafts, chosen, complete).run(reuse);
    }

    private BitSet choose(boolean complete) {
        BitSet rules = chooseAmong((BitSet) enabled.clone(), Exclusive.IN_QUOTE, true, complete);
        if (!ofScope(rules, Exclusive.WITHIN_KIND, true).isEmpty()) {
            BitSet lines = only(rules, true);
            lines = chooseAmong(lines, Exclusive.WITHIN_KIND, true, complete);
            lines.or(only(rules, false));
            rules = lines;
        }
        return ofScope(rules, Exclusive.WITHIN_KIND, false).isEmpty()
                ? rules
                : chooseAmong(rules, Exclusive.WITHIN_KIND, false, complete);
    }

    private BitSet only(BitSet rules, boolean onLines) {
        BitSet some = new BitSet();
        rules.stream().filter(i -> plan.rules().get(i).onLines() == onLines).forEach(some::set);
        return some;
    }

    private List<Integer> ofScope(BitSet rules, Exclusive scope, boolean onLines) {
        return rules.stream()
                .filter(i ->
                        plan.rules().get(i).exclusive().filter(scope::equals).isPresent())
                .filter(i -> scope == Exclusive.IN_QUOTE || plan.rules().get(i).onLines() == onLines)
                .boxed()
                .toList();
    }

    /**
     * Of some rules, those that stay: all that are not exclusive, or one exclusive rule and those it does not keep
     * away.
     */
    private BitSet chooseAmong(BitSet rules, Exclusive scope, boolean onLines, boolean complete) {
        List<Integer> exclusive = ofScope(rules, scope, onLines);
        if (exclusive.isEmpty()) {
            return rules;
        }
        BitSet others = (BitSet) rules.clone();
        exclusive.forEach(others::clear);
        List<BitSet> alternatives = new ArrayList<>();
        for (int each : exclusive) {
            BitSet alone = scope == Exclusive.IN_QUOTE ? new BitSet() : only(rules, !onLines);
            alone.set(each);
            alternatives.add(alone);
        }
        boolean byPriority =
                plan.plan().exclusiveChoice().orElse(ExclusiveChoice.BY_PRIORITY) == ExclusiveChoice.BY_PRIORITY;
        Optional<BitSet> chosen = byPriority
                ? firstThatApplies(exclusive, alternatives, complete)
                : cheapest(others, exclusive, alternatives, complete);
        return chosen.orElse(others);
    }

    private PricingPass attempt(BitSet rules, boolean complete) {
        List<LineDraft> copies = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> copies.add(draft.copy()));
        return passes.pass(copies, rules, complete).run(LineReuse.none());
    }

    private Optional<BitSet> firstThatApplies(List<Integer> exclusive, List<BitSet> alternatives, boolean complete) {
        for (int i = 0; i < exclusive.size(); i++) {
            if (attempt(alternatives.get(i), complete).applied().get(exclusive.get(i))) {
                return Optional.of(alternatives.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<BitSet> cheapest(
            BitSet others, List<Integer> exclusive, List<BitSet> alternatives, boolean complete) {
        Money least = attempt(others, complete).total();
        Optional<BitSet> best = Optional.empty();
        for (int i = 0; i < exclusive.size(); i++) {
            PricingPass pass = attempt(alternatives.get(i), complete);
            if (pass.applied().get(exclusive.get(i)) && pass.total().isLessThan(least)) {
                least = pass.total();
                best = Optional.of(alternatives.get(i));
            }
        }
        return best;
    }
}
