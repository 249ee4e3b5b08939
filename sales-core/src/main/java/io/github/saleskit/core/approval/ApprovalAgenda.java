package io.github.saleskit.core.approval;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.StrictDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose votes all requests of a state wait for on a day, and which of them stand still because too many people are
 * away.
 *
 * <p>Immutable and thread-safe.
 *
 * @param votes in the order of the requests and of the approvers of their steps
 * @param standingStill ids of the rules whose step cannot reach its quorum that day
 */
public record ApprovalAgenda(List<AwaitedVote> votes, List<String> standingStill) implements Decision, StrictDocument {

    public ApprovalAgenda {
        votes = votes == null ? List.of() : List.copyOf(votes);
        standingStill = standingStill == null ? List.of() : List.copyOf(standingStill);
    }

    /** Everybody who may vote on something that day, once. */
    public List<String> voters() {
        Set<String> voters = new LinkedHashSet<>();
        votes.forEach(each -> voters.addAll(each.voters()));
        return List.copyOf(voters);
    }

    /** A reason for each vote that somebody can cast, then for each request that stands still. */
    @Override
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        for (AwaitedVote each : votes) {
            if (!each.voters().isEmpty()) {
                reasons.add(Reason.of(
                        "core.approval.awaited",
                        "rule",
                        each.rule(),
                        "approver",
                        each.approver(),
                        "voters",
                        String.join(", ", each.voters())));
            }
        }
        standingStill.forEach(rule -> reasons.add(Reason.of("core.approval.standsStill", "rule", rule)));
        return List.copyOf(reasons);
    }
}
