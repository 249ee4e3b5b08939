package io.github.saleskit.cpq.pricing;

import java.util.BitSet;
import java.util.List;

/** Takes over from lines as they were priced before whatever the same rules did to them. */
final class TwinReuse implements LineReuse {

    private final BitSet enabled;
    private final BitSet changed;
    private final CompiledPlan plan;

    /** Of the rules that may apply now and that could then. */
    TwinReuse(CompiledPlan plan, BitSet enabled, BitSet enabledBefore) {
        this.plan = plan;
        this.enabled = enabled;
        this.changed = (BitSet) enabled.clone();
        changed.xor(enabledBefore);
    }

    @Override
    public boolean take(int stage, LineDraft draft) {
        LineDraft twin = draft.twin();
        if (twin == null) {
            return false;
        }
        if (twin.conflict() != null || asksChanged(draft, plan.stages().get(stage))) {
            draft.forgetTwin();
            return false;
        }
        draft.takeStage(twin, stage);
        return true;
    }

    private boolean asksChanged(LineDraft draft, CompiledPlan.Stage stage) {
        if (changed.isEmpty()) {
            return false;
        }
        int to = plan.looksAhead() ? Integer.MAX_VALUE : stage.to();
        for (int position : draft.matches()) {
            if (position >= stage.from() && position < to && changed.get(position)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void stageDone(int stage, List<LineDraft> drafts) {
        if (isShut(plan.stages().get(stage))) {
            return;
        }
        for (LineDraft draft : drafts) {
            draft.stageDone(stage);
            LineDraft twin = draft.twin();
            if (twin != null && !draft.standsAs(twin, stage)) {
                draft.forgetTwin();
            }
        }
    }

    /** Whether the stage is a rule that could not apply then and cannot now. */
    private boolean isShut(CompiledPlan.Stage stage) {
        return stage.waits() && !enabled.get(stage.from()) && !changed.get(stage.from());
    }
}
