package io.github.saleskit.cpq.pricing;

import io.github.saleskit.core.criteria.CriteriaMatches;
import java.util.Arrays;
import java.util.List;

/** Finds the rules whose indexed conditions lines fulfil; for one thread. */
final class RuleMatcher {

    private final CompiledPlan plan;
    private final PricingContext context;
    private final CriteriaMatches matches;

    RuleMatcher(CompiledPlan plan, PricingContext context) {
        this.plan = plan;
        this.context = context;
        this.matches = plan.index().newMatches();
    }

    /** Lets those of the lines that are new know their rules. */
    void match(List<LineDraft> drafts) {
        for (LineDraft draft : drafts) {
            if (draft.twin() == null && !plan.rules().isEmpty()) {
                draft.setMatches(find(draft));
            }
        }
    }

    private int[] find(LineDraft draft) {
        plan.index().find(draft, context.now(), matches);
        int[] positions = new int[8];
        int count = 0;
        for (int i = matches.next(0); i >= 0; i = matches.next(i + 1)) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
            }
            positions[count++] = i;
        }
        return Arrays.copyOf(positions, count);
    }
}
