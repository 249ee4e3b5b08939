package io.github.saleskit.core.approval;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A group of people who are asked at the same time, of whom so many must agree.
 *
 * <p>Immutable and thread-safe.
 *
 * @param approvers the host's ids
 * @param quorum how many of them must agree, from 1 to all
 */
public record ApprovalStep(List<String> approvers, @Required int quorum) implements StrictDocument {
    public ApprovalStep {
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
    }

    /** A single person. */
    public static ApprovalStep of(String approver) {
        return new ApprovalStep(List.of(approver), 1);
    }

    /** All of several people. */
    public static ApprovalStep allOf(List<String> approvers) {
        return new ApprovalStep(approvers, approvers.size());
    }
}
