package io.github.saleskit.core.routing;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.support.JsonLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The laws of routing, over random events in any odd order. */
class RouterPropertyTest {

    private record Named(String id) {}

    private static final FieldSet<Named> NAMED =
            FieldSet.of(Named.class).id(Named::id).text("id", Named::id).build();
    private static final List<Channel> CHANNELS = List.of(
            new Channel("chat", Optional.of(1), false, true),
            new Channel("voice", Optional.empty(), true, true),
            new Channel("call", Optional.of(2), true, true),
            Channel.of("mail", 1));
    private static final List<String> QUEUES = List.of("a", "b", "c");

    private static Router<Named, Named> router(Random random) {
        RoutingPolicy.Builder policy = RoutingPolicy.builder()
                .name("p")
                .addAllChannels(CHANNELS)
                .agentOrder(random.nextBoolean() ? AgentOrder.LEAST_BUSY : AgentOrder.LONGEST_IDLE);
        for (String id : QUEUES) {
            RoutingQueue.Builder queue = RoutingQueue.builder().id(id);
            if (id.equals("a")) {
                queue.addOverflow(Overflow.afterWaiting(Duration.ofSeconds(40), "b"), Overflow.atLength(3, "c"));
            }
            queue.work(field("id").is(id));
            queue.acceptWithin(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(20)));
            queue.replyWithin(random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofSeconds(60)));
            queue.addTargets(
                    new ServiceTarget("answer", TargetKind.ANSWER, Duration.ofSeconds(30), false),
                    new ServiceTarget("solve", TargetKind.RESOLUTION, Duration.ofSeconds(300), true));
            policy.addQueues(queue.build());
        }
        return Router.compile(policy.build(), NAMED, NAMED, HolidayCalendar.none());
    }

    private static RoutingEvent event(Random random, Instant now) {
        String item = "i" + random.nextInt(14);
        String agent = "r" + random.nextInt(5);
        return switch (random.nextInt(17)) {
            case 0, 1, 2 ->
                new RoutingEvent.Arrived(new WorkItem(
                        item,
                        CHANNELS.get(random.nextInt(4)).id(),
                        QUEUES.get(random.nextInt(3)),
                        random.nextInt(3),
                        now.minusSeconds(random.nextInt(50)),
                        random.nextInt(3) == 0 ? Map.of("s", 1 + random.nextInt(2)) : Map.of()));
            case 3, 4 ->
                new RoutingEvent.AgentAvailable(new RoutingAgent(
                        agent,
                        random.nextInt(5),
                        QUEUES.subList(random.nextInt(3), 3),
                        random.nextBoolean() ? Map.of("s", 1 + random.nextInt(2)) : Map.of()));
            case 5 -> new RoutingEvent.AgentAway(agent);
            case 6, 7 -> new RoutingEvent.Accepted(item, agent);
            case 8 -> new RoutingEvent.Declined(item, agent);
            case 9 -> new RoutingEvent.CustomerWrote(item);
            case 10 -> new RoutingEvent.AgentWrote(item, agent);
            case 11 -> new RoutingEvent.Parked(item);
            case 12 -> random.nextBoolean() ? new RoutingEvent.Resolved(item) : new RoutingEvent.Transferred(item, "b");
            case 13 -> random.nextBoolean() ? new RoutingEvent.Closed(item) : new RoutingEvent.Reopened(item);
            case 14 -> new RoutingEvent.AgentGone(agent);
            case 15 -> new RoutingEvent.HandedTo(item, agent);
            default -> new RoutingEvent.TimePassed();
        };
    }

    /** Now and then an event that fits the state, so that items get far. */
    private static RoutingEvent fitting(Random random, RoutingState state, Instant now) {
        List<ItemState> offered = state.items().stream()
                .filter(item -> item.status() == ItemStatus.OFFERED)
                .toList();
        if (offered.isEmpty() || random.nextBoolean()) {
            return event(random, now);
        }
        ItemState item = offered.get(random.nextInt(offered.size()));
        return new RoutingEvent.Accepted(item.item().id(), item.agent().orElseThrow());
    }

    @Tag("long")
    @Property(tries = 300)
    void theLawsHoldForHundredsOfHistories(@ForAll long seed) {
        theLawsHoldAfterEveryEvent(seed);
    }

    @Property(tries = 10)
    void theLawsHoldAfterEveryEvent(@ForAll long seed) {
        Random random = new Random(seed);
        Router<Named, Named> router = router(random);
        RoutingState state = RoutingState.start();
        RoutingState replayed = RoutingState.start();
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        Map<String, Instant> ages = new LinkedHashMap<>();
        for (int n = 0; n < 120; n++) {
            now = now.plusSeconds(random.nextInt(12));
            RoutingEvent event = fitting(random, state, now);
            RoutingDecision decision = router.decide(state, event, now);
            assertThat(decision.reasons()).isNotEmpty();
            if (!decision.applied()) {
                assertThat(decision.nextState()).isSameAs(state);
                assertThat(decision.effects()).isEmpty();
                continue;
            }
            noDeclinerIsAskedAgain(state, decision);
            state = decision.nextState();
            RoutingState before = n % 20 == 7
                    ? JsonLine.JACKSON_3.read(JsonLine.JACKSON_2.write(replayed), RoutingState.class)
                    : replayed;
            replayed = router.decide(before, event, now).nextState();
            assertThat(replayed).isEqualTo(state);
            lawsHold(router, state, now);
            if (event instanceof RoutingEvent.AgentGone gone) {
                assertThat(state.agent(gone.agent())).isEmpty();
                assertThat(state.items())
                        .noneMatch(item -> item.status() != ItemStatus.RESOLVED
                                && item.agent().filter(gone.agent()::equals).isPresent());
            }
            if (event instanceof RoutingEvent.Closed closed) {
                ages.remove(closed.item());
            }
            for (ItemState item : state.items()) {
                Instant first = ages.putIfAbsent(item.item().id(), item.item().since());
                assertThat(first == null || first.equals(item.item().since())).isTrue();
            }
        }
    }

    private static void noDeclinerIsAskedAgain(RoutingState before, RoutingDecision decision) {
        for (RoutingEffect effect : decision.effects()) {
            if (effect.action() == RoutingAction.OFFER) {
                assertThat(before.item(effect.item()).map(ItemState::declined).orElse(List.of()))
                        .doesNotContain(effect.agent().orElseThrow());
            }
        }
        assertThat(decision.effects()).extracting(RoutingEffect::key).doesNotHaveDuplicates();
    }

    private static void lawsHold(Router<Named, Named> router, RoutingState state, Instant now) {
        router.nextDue(state).ifPresent(due -> assertThat(due).isAfter(now));
        for (AgentState agent : state.agents()) {
            List<ItemState> theirs = state.items().stream()
                    .filter(item ->
                            item.agent().filter(agent.agent().id()::equals).isPresent())
                    .filter(item -> item.status() != ItemStatus.RESOLVED)
                    .toList();
            assertThat(theirs).extracting(item -> item.item().id()).containsExactlyInAnyOrderElementsOf(agent.items());
            theirs.forEach(item -> assertThat(item.status()).isNotEqualTo(ItemStatus.WAITING));
            assertThat(agent.load()).isEqualTo(load(theirs));
        }
        for (ItemState item : state.items()) {
            assertThat(item.agent().isPresent() || item.status() == ItemStatus.RESOLVED)
                    .isEqualTo(item.status() != ItemStatus.WAITING);
            if (item.status() == ItemStatus.WAITING) {
                state.agents()
                        .forEach(agent -> assertThat(couldTake(item, agent))
                                .as("%s waits while %s is idle", item, agent)
                                .isFalse());
            }
        }
    }

    private static Map<String, Integer> load(List<ItemState> items) {
        Map<String, Integer> load = new LinkedHashMap<>();
        for (ItemState item : items) {
            if (item.status() != ItemStatus.PARKED || !item.item().channel().equals("mail")) {
                load.merge(item.item().channel(), 1, Integer::sum);
            }
        }
        return load;
    }

    private static int units(String channel, int capacity) {
        return switch (channel) {
            case "voice" -> Math.max(1, capacity);
            case "call" -> 2;
            default -> 1;
        };
    }

    /** Written from the documentation, without the router's own indexes. */
    private static boolean couldTake(ItemState item, AgentState state) {
        RoutingAgent agent = state.agent();
        int used = state.load().entrySet().stream()
                .mapToInt(held -> held.getValue() * units(held.getKey(), agent.capacity()))
                .sum();
        boolean blocked = state.load().containsKey("voice") || state.load().containsKey("call");
        return state.available()
                && !blocked
                && used + units(item.item().channel(), agent.capacity()) <= agent.capacity()
                && !item.declined().contains(agent.id())
                && item.queues().stream().anyMatch(agent.queues()::contains)
                && item.item().skills().entrySet().stream()
                        .allMatch(skill -> agent.skills().getOrDefault(skill.getKey(), 0) >= skill.getValue());
    }

    @Property(tries = 8)
    void nothingIsEverGivenToWhoHasNoRoom(@ForAll long seed) {
        Random random = new Random(seed);
        Router<Named, Named> router = router(random);
        RoutingState state = RoutingState.start();
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        for (int n = 0; n < 120; n++) {
            now = now.plusSeconds(random.nextInt(12));
            RoutingEvent event = fitting(random, state, now);
            RoutingDecision decision = router.decide(state, event, now);
            for (RoutingEffect effect : decision.effects()) {
                boolean mayHaveShrunk = event instanceof RoutingEvent.AgentAvailable;
                if (effect.action() == RoutingAction.OFFER && !mayHaveShrunk) {
                    decision.nextState().agent(effect.agent().orElseThrow()).ifPresent(RouterPropertyTest::fits);
                }
            }
            state = decision.nextState();
        }
    }

    private static void fits(AgentState agent) {
        int capacity = agent.agent().capacity();
        int used = agent.load().entrySet().stream()
                .mapToInt(held -> held.getValue() * units(held.getKey(), capacity))
                .sum();
        assertThat(used).isLessThanOrEqualTo(capacity);
    }

    @Property(tries = 8)
    void whoGetsFreeTakesTheHighestPriorityThenTheOldest(@ForAll long seed) {
        Random random = new Random(seed);
        Router<Named, Named> router = router(random);
        RoutingState state = RoutingState.start();
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        List<WorkItem> waiting = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            WorkItem item = new WorkItem(
                    "i" + n, "chat", "b", random.nextInt(3), now.minusSeconds(random.nextInt(20)), Map.of());
            waiting.add(item);
            state = router.decide(state, new RoutingEvent.Arrived(item), now).nextState();
        }
        waiting.sort(Comparator.comparingInt(WorkItem::priority)
                .reversed()
                .thenComparing(WorkItem::since)
                .thenComparing(WorkItem::id));
        RoutingAgent ann = new RoutingAgent("ann", 5, List.of("b"), Map.of());
        RoutingDecision decision = router.decide(state, new RoutingEvent.AgentAvailable(ann), now);
        assertThat(decision.effects())
                .extracting(RoutingEffect::item)
                .containsExactlyElementsOf(
                        waiting.stream().map(WorkItem::id).limit(5).toList());
    }
}
