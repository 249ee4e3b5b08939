package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.assignment.SupportDesk.Agent;
import io.github.saleskit.core.assignment.SupportDesk.Ticket;
import io.github.saleskit.core.support.JsonLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten million decisions of whole assigners without one that breaks a law. */
@Tag("long")
class ManyDecisionsTest {

    private static final int STEADY = 4_000_000;
    private static final int CHANGING = 6_000_000;
    private static final long MEGABYTE = 1 << 20;

    private static final Assigner<Ticket, Agent> ASSIGNER = SupportDesk.assigner(AssignmentPool.builder()
            .id("all")
            .eligible(SupportDesk.EXPERT_ENOUGH)
            .build());

    private static final int[] WEIGHTS = {7, 5, 3, 3, 2, 1, 1, 1};
    private static final int SUM = Arrays.stream(WEIGHTS).sum();

    private static List<Agent> agents(int capacity) {
        return IntStream.range(0, WEIGHTS.length)
                .mapToObj(i -> new Agent("a" + i, i, WEIGHTS[i], capacity))
                .toList();
    }

    private static int indexOf(Assignment assignment) {
        return assignment.assignee().orElseThrow().charAt(1) - '0';
    }

    /** How much is in use once the garbage is gone. */
    private static long memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void whoeverAlwaysMayTakeLeadsGetsTheirDueExactlyAndIsNeverOffByMoreThanTijdemansBound() {
        Collection<Agent> reps = ASSIGNER.prepared(agents(Integer.MAX_VALUE));
        double bound = 1 - 1.0 / (2 * WEIGHTS.length - 2) + 1e-9;
        long[] got = new long[WEIGHTS.length];
        AssignmentState state = AssignmentState.start();
        long before = 0;
        for (int n = 1; n <= STEADY; n++) {
            Assignment assignment = ASSIGNER.assign(state, new Ticket("t", 0), reps, Instant.EPOCH);
            state = assignment.nextState();
            got[indexOf(assignment)]++;
            for (int i = 0; i < got.length; i++) {
                double off = got[i] - (double) n * WEIGHTS[i] / SUM;
                if (Math.abs(off) > bound || (n % SUM == 0 && off != 0)) {
                    throw new AssertionError("a" + i + " is off by " + off + " after " + n);
                }
            }
            before = n == STEADY / 10 ? memory() : before;
        }
        assertThat(memory()).isLessThan(before + MEGABYTE);
        assertThat(JsonLine.JACKSON_3.write(state.rotations()).length()).isLessThan(1_000);
    }

    @Test
    void whateverChangesConditionsHoldNobodyIsForgottenAndCreditsAreByTheBook() {
        List<Agent> agents = agents(6);
        Random random = new Random(7);
        double[] credits = new double[WEIGHTS.length];
        int[] open = new int[WEIGHTS.length];
        AssignmentState state = AssignmentState.start();
        long before = 0;
        for (int n = 1; n <= CHANGING; n++) {
            List<Agent> present = some(agents, random);
            Ticket ticket = new Ticket("t", random.nextInt(WEIGHTS.length));
            Assignment assignment = ASSIGNER.assign(state, ticket, present, Instant.EPOCH);
            List<Agent> eligible = present.stream()
                    .filter(agent -> agent.level() >= ticket.level() && open[agent.level()] < agent.capacity())
                    .toList();
            check(assignment, present, eligible, credits);
            state = assignment.nextState().withoutLead("t");
            assignment.assignee().ifPresent(id -> open[indexOf(assignment)]++);
            int done = random.nextInt(WEIGHTS.length);
            if (open[done] > 0) {
                state = state.released("a" + done);
                open[done]--;
            }
            before = n == CHANGING / 10 ? memory() : before;
        }
        for (int i = 0; i < credits.length; i++) {
            assertThat(state.rotation("all").credit("a" + i)).isBetween(credits[i] - 1e-4, credits[i] + 1e-4);
        }
        assertThat(memory()).isLessThan(before + MEGABYTE);
        assertThat(state.waiting()).isEmpty();
    }

    private static List<Agent> some(List<Agent> agents, Random random) {
        int bits = random.nextInt(1 << WEIGHTS.length);
        List<Agent> some = new ArrayList<>();
        for (Agent agent : agents) {
            if ((bits >> agent.level() & 1) != 0) {
                some.add(agent);
            }
        }
        return some;
    }

    /** Books the turn by the definition of a credit. */
    private static void check(Assignment assignment, List<Agent> present, List<Agent> eligible, double[] credits) {
        int others = assignment.passedOver().size();
        if (others != present.size() - (eligible.isEmpty() ? 0 : 1)) {
            throw new AssertionError(others + " passed over of " + present);
        }
        if (assignment.assignee().isPresent() == eligible.isEmpty()) {
            throw new AssertionError(assignment.outcome() + " though eligible are " + eligible);
        }
        if (eligible.isEmpty()) {
            return;
        }
        int chosen = indexOf(assignment);
        if (eligible.stream().noneMatch(agent -> agent.level() == chosen)) {
            throw new AssertionError("a" + chosen + " may not have the lead, only " + eligible);
        }
        int sum = eligible.stream().mapToInt(Agent::weight).sum();
        eligible.forEach(agent -> credits[agent.level()] += (double) agent.weight() / sum);
        credits[chosen]--;
        for (double credit : credits) {
            if (Math.abs(credit) > (WEIGHTS.length - 1) / 2.0) {
                throw new AssertionError("credits are " + Arrays.toString(credits));
            }
        }
    }
}
