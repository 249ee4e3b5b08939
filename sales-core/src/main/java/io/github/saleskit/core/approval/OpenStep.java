package io.github.saleskit.core.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The step that a pending request is in, on a day: whose votes it waits for, and who may cast them. */
final class OpenStep {

    private final ApprovalRequest request;
    private final ApprovalStep step;
    private final Attendance attendance;
    private final LocalDate day;
    private final Set<String> voted;
    private final List<AwaitedVote> votes = new ArrayList<>();

    OpenStep(ApprovalState state, ApprovalRequest request, ApprovalStep step, Attendance attendance, LocalDate day) {
        this.request = request;
        this.step = step;
        this.attendance = attendance;
        this.day = day;
        this.voted = voted(state.trail(), request);
        addVotes(step.approvers());
        if (!canReachQuorum()) {
            addVotes(step.deputies());
        }
    }

    /** Who cast a vote in this step since approval was asked for; nobody votes twice, in whose name ever. */
    private static Set<String> voted(List<ApprovalEvent> trail, ApprovalRequest request) {
        Set<String> voted = new LinkedHashSet<>();
        for (ApprovalEvent event : trail) {
            if (!event.rule().equals(request.rule())) {
                continue;
            }
            if (event.kind() == ApprovalEvent.Kind.REQUESTED) {
                voted.clear();
            } else if (event.kind() == ApprovalEvent.Kind.APPROVED && event.step() == request.step()) {
                event.by().ifPresent(voted::add);
            }
        }
        return voted;
    }

    private void addVotes(List<String> people) {
        for (String person : people) {
            if (!request.agreed().contains(person)) {
                List<String> voters = attendance.voicesOf(person, day).stream()
                        .filter(each -> !voted.contains(each))
                        .toList();
                votes.add(new AwaitedVote(request.rule(), request.step(), person, voters));
            }
        }
    }

    List<AwaitedVote> votes() {
        return votes;
    }

    /** Whether there are enough different people for the votes that are missing. */
    boolean canReachQuorum() {
        return canReach(votes, step.quorum() - request.agreed().size());
    }

    private static boolean canReach(List<AwaitedVote> votes, int missing) {
        return VoterMatching.mostVotes(votes, missing) >= missing;
    }

    /**
     * In whose name somebody's vote counts: their own first, but rather one after which others can still reach the
     * quorum.
     */
    Optional<String> voice(String by) {
        List<AwaitedVote> possible = votes.stream()
                .filter(each -> each.voters().contains(by))
                .sorted(Comparator.comparing(each -> !each.approver().equals(by)))
                .toList();
        return possible.stream()
                .filter(each -> canReachAfter(each, by))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .map(AwaitedVote::approver);
    }

    private boolean canReachAfter(AwaitedVote cast, String by) {
        List<AwaitedVote> others = votes.stream()
                .filter(each -> !each.equals(cast))
                .map(each -> each.without(by))
                .toList();
        return canReach(others, step.quorum() - request.agreed().size() - 1);
    }
}
