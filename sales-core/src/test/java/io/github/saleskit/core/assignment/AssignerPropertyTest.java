package io.github.saleskit.core.assignment;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.assignment.SupportDesk.Agent;
import io.github.saleskit.core.assignment.SupportDesk.Ticket;
import io.github.saleskit.core.support.JsonLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AssignerPropertyTest {

    private static final Assigner<Ticket, Agent> ASSIGNER = SupportDesk.assigner(
            AssignmentPool.builder()
                    .id("hard")
                    .leads(field("level").atLeast(3))
                    .eligible(SupportDesk.EXPERT_ENOUGH)
                    .fallback("any")
                    .build(),
            AssignmentPool.builder().id("any").build());

    private static List<Agent> agents(Random random) {
        List<Agent> agents = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            agents.add(new Agent("a" + i, random.nextInt(6), 1 + random.nextInt(5), random.nextInt(12)));
        }
        return agents;
    }

    @Property(tries = 200)
    void conditionsAndCapacityAreNeverBrokenAndEveryCandidateIsAccountedFor(@ForAll long seed) {
        Random random = new Random(seed);
        List<Agent> agents = agents(random);
        Map<String, Agent> byId = agents.stream().collect(Collectors.toMap(Agent::id, agent -> agent));
        Map<String, Integer> open = new TreeMap<>();
        AssignmentState state = AssignmentState.start();
        int waiting = 0;
        for (int n = 0; n < 60; n++) {
            Ticket ticket = new Ticket("t" + n, random.nextInt(6));
            Collections.shuffle(agents, random);
            List<Agent> present = agents.subList(0, random.nextInt(agents.size() + 1));
            Assignment assignment = ASSIGNER.assign(state, ticket, present, Instant.EPOCH);
            state = assignment.nextState();
            List<String> accounted = new ArrayList<>(assignment.passedOver().stream()
                    .map(PassedOver::rep)
                    .distinct()
                    .toList());
            assignment.assignee().ifPresent(accounted::add);
            assertThat(accounted)
                    .containsExactlyInAnyOrderElementsOf(
                            present.stream().map(Agent::id).toList());
            if (assignment.assignee().isPresent()) {
                Agent chosen = byId.get(assignment.assignee().get());
                assertThat(open.merge(chosen.id(), 1, Integer::sum)).isLessThanOrEqualTo(chosen.capacity());
                assertThat(assignment.pool().orElseThrow().equals("any") || chosen.level() >= ticket.level())
                        .isTrue();
            } else {
                boolean afterAnother = assignment.passedOver().stream()
                        .anyMatch(each -> each.reason().code().equals("core.assignment.olderWaits"));
                assertThat(present)
                        .allMatch(agent -> afterAnother || open.getOrDefault(agent.id(), 0) >= agent.capacity());
                assertThat(state.waiting()).extracting(WaitingLead::lead).contains(ticket.id());
                waiting++;
            }
            assertThat(state.waiting()).hasSize(waiting);
            if (random.nextInt(3) == 0 && !open.isEmpty()) {
                String id = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
                open.merge(id, -1, (before, less) -> before + less == 0 ? null : before + less);
                state = state.released(id);
            }
            assertThat(state.open()).isEqualTo(open);
        }
    }

    private static AssignmentState stored(AssignmentState state) {
        return JsonLine.JACKSON_3.read(JsonLine.JACKSON_2.write(state), AssignmentState.class);
    }

    @Property(tries = 40)
    void theOrderOfTheCandidatesAndStoringTheStatePlayNoPart(@ForAll long seed) {
        Random random = new Random(seed);
        List<Agent> agents = agents(random);
        List<Agent> shuffled = new ArrayList<>(agents);
        AssignmentState one = AssignmentState.start();
        AssignmentState other = AssignmentState.start();
        for (int n = 0; n < 30; n++) {
            Ticket ticket = new Ticket("t" + n, random.nextInt(6));
            Collections.shuffle(shuffled, random);
            Assignment expected = ASSIGNER.assign(one, ticket, agents, Instant.EPOCH);
            assertThat(ASSIGNER.assign(other, ticket, shuffled, Instant.EPOCH)).isEqualTo(expected);
            one = expected.nextState();
            other = n % 15 == 7 ? stored(one) : one;
        }
    }
}
