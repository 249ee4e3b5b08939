package io.github.saleskit.core.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.saleskit.core.json.Complete;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A group of people who are asked at the same time, of whom so many must agree.
 *
 * <p>Immutable and thread-safe.
 *
 * @param approvers the host's ids
 * @param quorum how many of them must agree, from 1 to all; always so many different people
 * @param deputies who is asked as well while so many approvers are away, without anybody who speaks for them, that the
 *     others cannot reach the quorum
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ApprovalStep(
        @Complete List<String> approvers,
        @Required int quorum,
        @Complete List<String> deputies) implements StrictDocument {

    public ApprovalStep {
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
        deputies = deputies == null ? List.of() : List.copyOf(deputies);
    }

    /** So many of several people. */
    public ApprovalStep(List<String> approvers, int quorum) {
        this(approvers, quorum, List.of());
    }

    /** A single person. */
    public static ApprovalStep of(String approver) {
        return new ApprovalStep(List.of(approver), 1);
    }

    /** All of several people. */
    public static ApprovalStep allOf(List<String> approvers) {
        return new ApprovalStep(approvers, approvers.size());
    }

    /** The same step with people who are asked while too many are away. */
    public ApprovalStep withDeputies(String... people) {
        return new ApprovalStep(approvers, quorum, List.of(people));
    }
}
