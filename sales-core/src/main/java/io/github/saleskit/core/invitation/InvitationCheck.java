package io.github.saleskit.core.invitation;

import io.github.saleskit.core.definition.Problems;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds whatever is wrong with an invitation policy, its criteria aside. */
final class InvitationCheck {

    private final InvitationPolicy policy;
    private final Problems at;

    private InvitationCheck(InvitationPolicy policy, Problems at) {
        this.policy = policy;
        this.at = at;
    }

    static void check(InvitationPolicy policy, Problems problems) {
        InvitationCheck check = new InvitationCheck(policy, problems);
        positive(policy.pauseBetween(), problems.at("pauseBetween"));
        positive(policy.pauseAfterDeclined(), problems.at("pauseAfterDeclined"));
        within(policy.mostInAll(), 1, Integer.MAX_VALUE, problems.at("mostInAll"));
        check.rules();
        check.unreachable();
    }

    private void rules() {
        if (policy.rules().isEmpty()) {
            at.at("rules").report("invitation.noRules", null, "there is no rule, so nobody would be invited");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < policy.rules().size(); i++) {
            InvitationRule rule = policy.rules().get(i);
            Problems place = at.at("rules", i);
            if (rule.id().isBlank()) {
                place.at("id").report("invitation.idBlank", rule.id(), "the id of a rule must not be blank");
            } else if (!seen.add(rule.id())) {
                place.at("id")
                        .report(
                                "invitation.duplicateRule",
                                rule.id(),
                                "there is another rule with the id \"" + rule.id() + "\" before");
            }
            within(rule.sharePercent(), 1, 100, place.at("sharePercent"));
            within(rule.mostWaiting(), 0, Integer.MAX_VALUE, place.at("mostWaiting"));
            within(rule.leastFree(), 0, Integer.MAX_VALUE, place.at("leastFree"));
        }
    }

    /** A rule behind one that invites everybody to the same queue, however busy it is, invites nobody. */
    private void unreachable() {
        for (int i = 0; i + 1 < policy.rules().size(); i++) {
            InvitationRule rule = policy.rules().get(i);
            boolean invitesAll = rule.when().isEmpty()
                    && rule.sharePercent().orElse(100) == 100
                    && rule.leastFree().orElse(1) == 0
                    && rule.mostWaiting().orElse(0) == Integer.MAX_VALUE;
            if (invitesAll) {
                at.at("rules", i + 1)
                        .report(
                                "invitation.unreachable",
                                policy.rules().get(i + 1).id(),
                                "rule \"" + rule.id() + "\" before invites everybody",
                                "Maybe move \"" + rule.id() + "\" to the end?");
                return;
            }
        }
    }

    private static void positive(Optional<Duration> pause, Problems place) {
        pause.filter(duration -> duration.isZero() || duration.isNegative())
                .ifPresent(duration ->
                        place.report("invitation.notPositive", duration.toString(), "the pause must be positive"));
    }

    private static void within(Optional<Integer> number, int least, int most, Problems place) {
        number.filter(value -> value < least || value > most)
                .ifPresent(value -> place.report(
                        "invitation.outOfRange",
                        value.toString(),
                        most == Integer.MAX_VALUE
                                ? "the number must be at least " + least
                                : "the number must be from " + least + " to " + most));
    }
}
