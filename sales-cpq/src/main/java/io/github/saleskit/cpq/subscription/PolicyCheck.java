package io.github.saleskit.cpq.subscription;

import io.github.saleskit.core.definition.Problems;
import io.github.saleskit.core.money.RoundingLevel;

/** Finds what is wrong with a billing policy. */
final class PolicyCheck {

    private PolicyCheck() {}

    static void report(BillingPolicy policy, Problems problems) {
        boolean seconds = policy.proration() == Proration.SECONDS;
        if (seconds && policy.zone().isEmpty()) {
            problems.at("zone").report("zone.missing", null, "seconds can only be counted in a time zone");
        }
        if (!seconds && policy.zone().isPresent()) {
            problems.at("zone").report("zone.unused", policy.zone().get().getId(), "only seconds need a time zone");
        }
        if (policy.allocation().isPresent() && policy.rounding().level() != RoundingLevel.TOTAL) {
            problems.at("allocation")
                    .report("allocation.unused", null, "only totals that are rounded as a whole are divided");
        }
        if (!policy.rounding().cashIncrements().isEmpty()) {
            problems.at("rounding", "cashIncrements")
                    .report("increment.unused", null, "charges are not rounded to cash, payments are");
        }
    }
}
