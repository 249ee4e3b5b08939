package io.github.saleskit.cpq.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;

/** Applies rules on lines to one line after the other; for one thread. */
final class LineRules {

    private final CompiledPlan plan;
    private final Instant now;
    private final BitSet enabled;
    private final BitSet applied;

    LineRules(CompiledPlan plan, Instant now, BitSet enabled, BitSet applied) {
        this.plan = plan;
        this.now = now;
        this.enabled = enabled;
        this.applied = applied;
    }

    /** The lines on which a rule applies, as they are now. */
    List<LineDraft> matching(List<LineDraft> drafts, int position) {
        return drafts.stream()
                .filter(draft -> Arrays.binarySearch(draft.matches(), position) >= 0 && holds(draft, position))
                .toList();
    }

    private boolean holds(LineDraft draft, int position) {
        return !draft.closed()
                && (plan.rules().get(position).lineByThen().isEmpty()
                        || plan.rules().get(position).lineByThen().get().matches(draft, now));
    }

    /** Applies the rules of a stage that the line matches. */
    void apply(LineDraft draft, int from, int to) {
        int[] matches = draft.matches();
        boolean special = false;
        int first = Arrays.binarySearch(matches, from);
        int start = first < 0 ? -first - 1 : first;
        for (int i = start; i < matches.length && matches[i] < to; i++) {
            CompiledRule rule = plan.rules().get(matches[i]);
            special |= rule.exclusive().isPresent() || rule.stacking() != Stacking.SEQUENTIAL;
        }
        if (special) {
            new StackedRules(draft, matches, start, to).apply();
            return;
        }
        for (int i = start; i < matches.length && matches[i] < to; i++) {
            if (enabled.get(matches[i]) && holds(draft, matches[i])) {
                applyOne(draft, matches[i]);
            }
        }
    }

    /** Applies one rule that holds. */
    boolean applyOne(LineDraft draft, int position) {
        CompiledRule rule = plan.rules().get(position);
        boolean changed = false;
        for (CompiledAction action : rule.actions()) {
            changed |= applyAction(draft, action, position);
        }
        return changed;
    }

    boolean applyAction(LineDraft draft, CompiledAction action, int position) {
        CompiledRule rule = plan.rules().get(position);
        if (draft.closed() || !action.touches(draft, now)) {
            return false;
        }
        boolean changed = action.change(rule.id(), draft, rule.stacking() == Stacking.PARALLEL);
        if (changed) {
            applied.set(position);
        }
        return changed;
    }

    /** The rules of one stage on one line, where groups or exclusive rules are among them. */
    private final class StackedRules {
        private final LineDraft draft;
        private final int to;
        private final List<Integer> open = new ArrayList<>();

        StackedRules(LineDraft draft, int[] matches, int start, int to) {
            this.draft = draft;
            this.to = to;
            for (int i = start; i < matches.length && matches[i] < to; i++) {
                if (enabled.get(matches[i])) {
                    open.add(matches[i]);
                }
            }
        }

        void apply() {
            List<Integer> alone = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            for (int position : open) {
                if (!isAlone(position)) {
                    others.add(position);
                } else if (holds(draft, position)) {
                    alone.add(position); // what holds only after others would not hold alone
                }
            }
            if (alone.isEmpty()) {
                together(others);
            } else if (plan.plan().exclusiveChoice().orElse(ExclusiveChoice.BY_PRIORITY)
                    == ExclusiveChoice.BY_PRIORITY) {
                firstAlone(alone, others);
            } else {
                best(alone, others);
            }
        }

        private boolean isAlone(int position) {
            return plan.rules().get(position).isExclusiveByLine();
        }

        private void firstAlone(List<Integer> alone, List<Integer> others) {
            for (int position : alone) {
                if (applyOne(draft, position)) {
                    draft.close(plan.rules().get(position));
                    return;
                }
            }
            together(others);
        }

        /** The cheapest of all others together and each exclusive rule alone. */
        private void best(List<Integer> alone, List<Integer> others) {
            LineDraft before = draft.copy();
            BitSet appliedBefore = (BitSet) applied.clone();
            together(withLater(others));
            BigMoney cheapest = draft.amount();
            int chosen = -1;
            for (int position : alone) {
                draft.restore(before);
                applyOne(draft, position);
                if (draft.amount().isLessThan(cheapest)) {
                    cheapest = draft.amount();
                    chosen = position;
                }
            }
            draft.restore(before);
            applied.clear();
            applied.or(appliedBefore);
            if (chosen < 0) {
                together(others);
            } else {
                applyOne(draft, chosen);
                draft.close(plan.rules().get(chosen));
            }
        }

        /** With those of later stages that do not wait for the order, for they would be kept away as well. */
        private List<Integer> withLater(List<Integer> others) {
            List<Integer> all = new ArrayList<>(others);
            for (int position : draft.matches()) {
                boolean later = position >= to && enabled.get(position);
                if (later && !isAlone(position) && !plan.rules().get(position).waits()) {
                    all.add(position);
                }
            }
            return all;
        }

        private void together(List<Integer> positions) {
            Map<RuleGroup, List<Integer>> members = members(positions);
            Set<RuleGroup> done = new HashSet<>();
            for (int position : positions) {
                CompiledRule rule = plan.rules().get(position);
                switch (rule.stacking()) {
                    case SEQUENTIAL, PARALLEL -> applyIfHolds(position);
                    case FIRST -> {
                        RuleGroup group = rule.group().orElseThrow();
                        if (!done.contains(group) && applyIfHolds(position)) {
                            done.add(group);
                        }
                    }
                    case BEST_FOR_CUSTOMER -> {
                        if (done.add(rule.group().orElseThrow())) {
                            bestOf(holding(members, rule));
                        }
                    }
                    case MOST_SPECIFIC -> {
                        if (done.add(rule.group().orElseThrow())) {
                            mostSpecific(holding(members, rule));
                        }
                    }
                }
            }
        }

        private boolean applyIfHolds(int position) {
            return holds(draft, position) && applyOne(draft, position);
        }

        private Map<RuleGroup, List<Integer>> members(List<Integer> positions) {
            Map<RuleGroup, List<Integer>> members = new HashMap<>();
            for (int position : positions) {
                plan.rules()
                        .get(position)
                        .group()
                        .ifPresent(group -> members.computeIfAbsent(group, each -> new ArrayList<>())
                                .add(position));
            }
            return members;
        }

        /** The members of a rule's group that hold by now. */
        private List<Integer> holding(Map<RuleGroup, List<Integer>> members, CompiledRule rule) {
            return members.getOrDefault(rule.group().orElseThrow(), List.of()).stream()
                    .filter(i -> holds(draft, i))
                    .toList();
        }

        private void bestOf(List<Integer> positions) {
            LineDraft before = draft.copy();
            int chosen = -1;
            BigMoney cheapest = draft.amount();
            for (int position : positions) {
                boolean known = applied.get(position);
                applyOne(draft, position);
                if (draft.amount().isLessThan(cheapest)) {
                    cheapest = draft.amount();
                    chosen = position;
                }
                draft.restore(before);
                applied.set(position, known);
            }
            if (chosen >= 0) {
                applyOne(draft, chosen);
            }
        }

        private void mostSpecific(List<Integer> positions) {
            if (positions.isEmpty()) {
                return;
            }
            List<SpecificityOrder.Candidate> candidates = positions.stream()
                    .map(i -> plan.rules().get(i))
                    .map(rule -> new SpecificityOrder.Candidate(
                            rule.id(), rule.rule().priority().orElse(0), rule.asked()))
                    .toList();
            Optional<SpecificityOrder.Candidate> chosen =
                    SpecificityOrder.standard().choose(candidates);
            if (chosen.isEmpty()) {
                draft.setConflict(String.join(
                        ", ",
                        candidates.stream().map(SpecificityOrder.Candidate::id).toList()));
                return;
            }
            applyOne(draft, positions.get(candidates.indexOf(chosen.get())));
        }
    }
}
