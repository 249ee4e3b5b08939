package io.github.saleskit.core.approval;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many votes can be cast by different people: the largest matching of votes with voters, by augmenting paths.
 *
 * <p>Source: H. W. Kuhn, The Hungarian method for the assignment problem, 1955. O(votes x voters of all votes).
 */
final class VoterMatching {

    private final Map<String, AwaitedVote> castBy = new LinkedHashMap<>();

    private VoterMatching() {}

    /** That number, or {@code enough} as soon as it is reached. */
    static int mostVotes(List<AwaitedVote> votes, int enough) {
        VoterMatching matching = new VoterMatching();
        int matched = 0;
        for (AwaitedVote vote : votes) {
            if (matched < enough && matching.place(vote, new HashSet<>())) {
                matched++;
            }
        }
        return matched;
    }

    private boolean place(AwaitedVote vote, Set<String> tried) {
        for (String voter : vote.voters()) {
            if (tried.add(voter)) {
                AwaitedVote other = castBy.get(voter);
                if (other == null || place(other, tried)) {
                    castBy.put(voter, vote);
                    return true;
                }
            }
        }
        return false;
    }
}
