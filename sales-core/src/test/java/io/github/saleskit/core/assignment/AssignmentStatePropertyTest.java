package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.team.WorkStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** States made from the one before, against the same ones read from JSON, whatever is done in any odd order. */
class AssignmentStatePropertyTest {

    private record Ticket(String id, String company) {}

    private record Agent(String id, int weight, int capacity) {}

    private static final FieldSet<Ticket> TICKETS = FieldSet.of(Ticket.class)
            .id(Ticket::id)
            .text("company", Ticket::company)
            .build();
    private static final FieldSet<Agent> AGENTS = FieldSet.of(Agent.class)
            .id(Agent::id)
            .whole("weight", Agent::weight)
            .whole("capacity", Agent::capacity)
            .build();

    private static AssignmentPool pool(String id, Random random) {
        ManagementStyle[] styles = ManagementStyle.values();
        return AssignmentPool.builder()
                .id(id)
                .style(styles[random.nextInt(styles.length)])
                .time(TimeRule.NOT_ABSENT)
                .catchUp(CatchUp.full())
                .respondWithin(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(5)))
                .addRemember("company")
                .build();
    }

    private static Assigner<Ticket, Agent> assigner(Random random) {
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("p")
                .weightField("weight")
                .capacityField("capacity")
                .dailyLimitField("capacity")
                .addPools(pool("one", random).withFallback("two"), pool("two", random))
                .build();
        return Assigner.compile(policy, TICKETS, AGENTS)
                .withAvailability((rep, now) ->
                        (now.getEpochSecond() / 7 + rep.charAt(1)) % 3 == 0 ? WorkStatus.ABSENT : WorkStatus.WORKING);
    }

    private static AssignmentState stored(AssignmentState state) {
        return JsonLine.JACKSON_3.read(JsonLine.JACKSON_3.write(state), AssignmentState.class);
    }

    @Property(tries = 30)
    void aStateEqualsTheSameOneReadAgainAndAwaitsWhatWasLastDecidedOfEachLead(@ForAll long seed) {
        Random random = new Random(seed);
        Assigner<Ticket, Agent> assigner = assigner(random);
        List<Agent> agents = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(i -> new Agent("a" + i, 1 + random.nextInt(4), 1 + random.nextInt(6)))
                .toList();
        AssignmentState state = AssignmentState.start();
        AssignmentState stored = state;
        Map<String, AwaitedResponse> awaited = new TreeMap<>();
        List<Assignment> past = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            Instant now = Instant.EPOCH.plusSeconds(n);
            long step = random.nextLong();
            AssignmentState again = step(
                    new Random(step), assigner, agents, stored, now, new ArrayList<>(past), new TreeMap<>(awaited));
            AssignmentState next = step(new Random(step), assigner, agents, state, now, past, awaited);
            stored = stored(next);
            assertThat(next).isEqualTo(again).isEqualTo(stored);
            assertThat(next.awaited()).isEqualTo(awaited);
            state = next;
        }
    }

    private static AssignmentState step(
            Random random,
            Assigner<Ticket, Agent> assigner,
            List<Agent> agents,
            AssignmentState state,
            Instant now,
            List<Assignment> past,
            Map<String, AwaitedResponse> awaited) {
        String id = "t" + random.nextInt(8);
        String agent = agents.get(random.nextInt(agents.size())).id();
        Optional<Assignment> before =
                past.isEmpty() ? Optional.empty() : Optional.of(past.remove(random.nextInt(past.size())));
        switch (random.nextInt(5)) {
            case 0 -> {
                awaited.remove(id);
                return random.nextBoolean() ? state.responded(id) : state.withoutLead(id);
            }
            case 1 -> {
                before.ifPresent(each -> awaited.remove(each.lead(), new AwaitedResponse(each.assignee(), each.at())));
                return before.map(state::without).orElse(state);
            }
            case 2 -> {
                return random.nextInt(4) == 0 ? state.withoutRep(agent) : state;
            }
            default -> {
                Assignment decided = decided(random, assigner, agents, state, id, agent, before, now);
                past.add(decided);
                if (decided.outcome() == Outcome.REFUSED) {
                    assertThat(decided.nextState()).isEqualTo(state);
                } else if (decided.deadline().isPresent()) {
                    awaited.put(decided.lead(), new AwaitedResponse(decided.assignee(), now));
                } else {
                    awaited.remove(decided.lead());
                }
                return decided.nextState();
            }
        }
    }

    private static Assignment decided(
            Random random,
            Assigner<Ticket, Agent> assigner,
            List<Agent> agents,
            AssignmentState state,
            String id,
            String agent,
            Optional<Assignment> before,
            Instant now) {
        Ticket ticket = new Ticket(before.map(Assignment::lead).orElse(id), "c" + id.charAt(1) % 3);
        return switch (random.nextInt(6)) {
            case 0 -> assigner.claim(state, ticket, agent, agents, now);
            case 1 -> assigner.award(state, ticket, Map.of(agent, 1.0), agents, now);
            case 2 -> assigner.override(state, ticket, agent, agents, now);
            case 3 -> assigner.assign(state, ticket, agents, now);
            default ->
                before.filter(each -> each.assignee().isPresent() && random.nextBoolean())
                        .map(each -> assigner.decline(state, each, ticket, agents, now))
                        .or(() -> before.filter(each -> each.deadline()
                                        .filter(deadline -> !now.isBefore(deadline))
                                        .isPresent())
                                .map(each -> assigner.expire(state, each, ticket, agents, now)))
                        .orElseGet(() -> assigner.assign(state, new Ticket(id, "c0"), agents, now));
        };
    }
}
