package io.github.saleskit.core.approval;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import java.util.List;

/**
 * A vote that a request waits for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule id of the rule
 * @param step position of the step in the chain, from 0
 * @param approver in whose name it is to be cast
 * @param voters who may cast it that day; nobody when the approver is away and nobody speaks for them
 */
public record AwaitedVote(
        @Required String rule, @Required int step, @Required String approver, List<String> voters)
        implements StrictDocument {
    public AwaitedVote {
        requireNonNull(rule, "rule");
        requireNonNull(approver, "approver");
        voters = voters == null ? List.of() : List.copyOf(voters);
    }

    AwaitedVote without(String voter) {
        return new AwaitedVote(
                rule,
                step,
                approver,
                voters.stream().filter(each -> !each.equals(voter)).toList());
    }
}
