package io.github.saleskit.cpq.pricing;

import java.util.List;

/** What of an earlier pricing of the same lines can be taken over. */
interface LineReuse {

    /** Takes over what the stage did to the line, if that can be. */
    boolean take(int stage, LineDraft draft);

    /** Told when all lines have passed a stage. */
    void stageDone(int stage, List<LineDraft> drafts);

    /** Nothing. */
    static LineReuse none() {
        return new LineReuse() {
            @Override
            public boolean take(int stage, LineDraft draft) {
                return false;
            }

            @Override
            public void stageDone(int stage, List<LineDraft> drafts) {}
        };
    }
}
