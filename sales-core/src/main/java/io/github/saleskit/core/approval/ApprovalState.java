package io.github.saleskit.core.approval;

import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;
import java.util.Optional;

/**
 * Where the approval of something stands, to be stored by the host.
 *
 * <p>Immutable and thread-safe.
 *
 * @param version of this document, 1
 * @param requests one for each rule that holds, in the order of the policy
 * @param trail all that happened, the oldest first
 */
public record ApprovalState(@Required int version, List<ApprovalRequest> requests, List<ApprovalEvent> trail)
        implements Decision, StrictDocument {

    public ApprovalState {
        DocumentVersion.require("approval state", version, 1);
        requests = requests == null ? List.of() : List.copyOf(requests);
        trail = trail == null ? List.of() : List.copyOf(trail);
    }

    /** Before anything was asked. */
    public static ApprovalState empty() {
        return new ApprovalState(1, List.of(), List.of());
    }

    /** Approved when every request is, also when there is none; rejected when one is. */
    public ApprovalStatus status() {
        if (requests.stream().anyMatch(each -> each.status() == ApprovalStatus.REJECTED)) {
            return ApprovalStatus.REJECTED;
        }
        boolean all = requests.stream().allMatch(each -> each.status() == ApprovalStatus.APPROVED);
        return all ? ApprovalStatus.APPROVED : ApprovalStatus.PENDING;
    }

    /** The request of a rule. */
    public Optional<ApprovalRequest> request(String rule) {
        return requests.stream().filter(each -> each.rule().equals(rule)).findFirst();
    }

    /** A reason for each request. */
    @Override
    public List<Reason> reasons() {
        if (requests.isEmpty()) {
            return List.of(Reason.of("core.approval.notNeeded"));
        }
        return requests.stream().map(ApprovalState::reason).toList();
    }

    private static Reason reason(ApprovalRequest request) {
        return switch (request.status()) {
            case PENDING ->
                Reason.of(
                        "core.approval.pending",
                        "rule",
                        request.rule(),
                        "step",
                        request.step() + 1,
                        "agreed",
                        request.agreed().size());
            case APPROVED -> Reason.of("core.approval.approved", "rule", request.rule());
            case REJECTED -> Reason.of("core.approval.rejected", "rule", request.rule());
        };
    }
}
