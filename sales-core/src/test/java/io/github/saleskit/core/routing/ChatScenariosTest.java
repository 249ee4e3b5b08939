package io.github.saleskit.core.routing;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.team.SalesRep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users of chat products complain about, and what a day of chats needs. */
class ChatScenariosTest {

    private record Chat(String id, String topic, Set<String> needs, int urgency) {}

    private static final FieldSet<Chat> CHAT = FieldSet.of(Chat.class)
            .id(Chat::id)
            .text("topic", Chat::topic)
            .set("needs", Chat::needs)
            .whole("urgency", Chat::urgency)
            .build();

    /** A Monday. */
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static final RoutingPolicy POLICY = RoutingPolicy.builder()
            .name("support")
            .addChannels(
                    new Channel("chat", Optional.of(1), false, true),
                    new Channel("voice", Optional.empty(), true, true),
                    Channel.of("mail", 1))
            .addQueues(
                    RoutingQueue.builder()
                            .id("billing")
                            .work(field("topic").is("billing"))
                            .agents(field("territories").containsAny("billing"))
                            .priority(10)
                            .acceptWithin(Duration.ofSeconds(20))
                            .replyWithin(Duration.ofMinutes(5))
                            .addOverflow(
                                    Overflow.afterWaiting(Duration.ofMinutes(2), "all"), Overflow.atLength(2, "all"))
                            .addTargets(
                                    new ServiceTarget("answer", TargetKind.ANSWER, Duration.ofMinutes(10), false),
                                    new ServiceTarget("reply", TargetKind.FIRST_REPLY, Duration.ofMinutes(15), false),
                                    new ServiceTarget("solve", TargetKind.RESOLUTION, Duration.ofHours(4), true))
                            .hours("split")
                            .build(),
                    RoutingQueue.builder()
                            .id("all")
                            .acceptWithin(Duration.ofSeconds(30))
                            .build())
            .skillsField("needs")
            .priorityField("urgency")
            .agentSkillsField("skillLevels")
            .agentCapacityField("capacity")
            .addHours(BusinessHours.mondayToFriday("split", ZoneId.of("UTC"), "09:00-12:00", "16:00-20:00"))
            .build();

    private static final Router<Chat, SalesRep> ROUTER = router(POLICY);

    private RoutingState state = RoutingState.start();
    private RoutingDecision last;

    private static Router<Chat, SalesRep> router(RoutingPolicy policy) {
        return Router.compile(policy, CHAT, SalesRep.FIELDS, HolidayCalendar.none());
    }

    private static RoutingPolicy chats(RoutingQueue... queues) {
        return RoutingPolicy.builder()
                .name("two")
                .addChannels(Channel.of("chat", 1))
                .addQueues(queues)
                .build();
    }

    private static RoutingState after(Router<?, ?> router, RoutingState before, RoutingEvent event, Instant now) {
        return router.decide(before, event, now).nextState();
    }

    private static Instant at(int seconds) {
        return NINE.plusSeconds(seconds);
    }

    private RoutingDecision on(int seconds, RoutingEvent event) {
        last = ROUTER.decide(state, event, at(seconds));
        state = last.nextState();
        return last;
    }

    private static RoutingEvent.Arrived chat(String id, String topic, int since, String... needs) {
        Chat chat = new Chat(id, topic, Set.of(needs), 0);
        return new RoutingEvent.Arrived(
                ROUTER.classify(chat, "chat", at(since), at(since)).item().orElseThrow());
    }

    private static RoutingEvent.Arrived mail(String id, int since) {
        return new RoutingEvent.Arrived(new WorkItem(id, "mail", "billing", 0, at(since), Map.of()));
    }

    private static RoutingEvent.AgentAvailable rep(String id, int capacity, String queue, int skill) {
        SalesRep rep = SalesRep.builder()
                .id(id)
                .name(id)
                .weight(1)
                .capacity(capacity)
                .addTerritories(queue)
                .putSkills("cloud", skill)
                .build();
        return new RoutingEvent.AgentAvailable(ROUTER.qualify(rep, NINE).agent());
    }

    private String agentOf(String item) {
        return state.item(item).flatMap(ItemState::agent).orElse("nobody");
    }

    private ItemStatus statusOf(String item) {
        return state.item(item).orElseThrow().status();
    }

    private static String code(RoutingDecision decision) {
        return decision.reasons().get(0).code();
    }

    /** chatwoot 10583: waiting conversations stay in the queue after an agent has room again. */
    @Test
    void capacityThatGetsFreeDrainsTheQueueAtOnce() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(5, chat("c2", "billing", 5));
        on(6, chat("c3", "billing", 6));
        on(60, new RoutingEvent.Resolved("c1"));
        assertThat(agentOf("c2")).isEqualTo("ann");
        assertThat(statusOf("c3")).isEqualTo(ItemStatus.WAITING);
    }

    /** chatwoot 10685: an agent who comes online gets nothing of what waits, or only what comes after. */
    @Test
    void whoComesOnlineGetsTheOldestOfWhatWaitsUpToTheirCapacity() {
        on(0, chat("c1", "billing", 0));
        on(5, chat("c2", "billing", 5));
        on(6, chat("c3", "billing", 6));
        on(10, rep("ann", 2, "billing", 1));
        assertThat(last.effects())
                .extracting(RoutingEffect::action, RoutingEffect::item, RoutingEffect::key)
                .containsExactly(
                        tuple(RoutingAction.OFFER, "c1", "offer:c1:2026-03-02T09:00:00Z:1"),
                        tuple(RoutingAction.OFFER, "c2", "offer:c2:2026-03-02T09:00:05Z:1"));
        assertThat(agentOf("c3")).isEqualTo("nobody");
    }

    /** chatwoot 13516: a conversation stays with an agent who does not reply. */
    @Test
    void whoDoesNotReplyLosesTheConversationToAnother() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, rep("bob", 1, "billing", 1));
        assertThat(ROUTER.nextDue(state)).contains(at(301));
        on(301, new RoutingEvent.TimePassed());
        assertThat(agentOf("c1")).isEqualTo("bob");
        assertThat(code(last)).isEqualTo("core.routing.noReply");
        assertThat(last.effects())
                .extracting(RoutingEffect::action)
                .containsExactly(RoutingAction.WITHDRAW, RoutingAction.OFFER);
        assertThat(state.item("c1").orElseThrow().item().since()).isEqualTo(NINE);
    }

    /** chatwoot 14508: the timer runs although the agent has replied. */
    @Test
    void aReplyStopsTheTimerAndTheNextMessageStartsItAgain() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(100, new RoutingEvent.AgentWrote("c1", "ann"));
        on(500, new RoutingEvent.TimePassed());
        assertThat(agentOf("c1")).isEqualTo("ann");
        on(600, new RoutingEvent.CustomerWrote("c1"));
        on(700, new RoutingEvent.CustomerWrote("c1"));
        assertThat(ROUTER.nextDue(state)).contains(at(900));
        on(900, new RoutingEvent.TimePassed());
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        assertThat(state.item("c1").orElseThrow().declined()).containsExactly("ann");
    }

    /** chatwoot 10178: the clock of a target runs on after the conversation is resolved. */
    @Test
    void clocksStopWhenResolvedAndGoOnWhenReopened() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, new RoutingEvent.AgentWrote("c1", "ann"));
        on(3_600, new RoutingEvent.Resolved("c1"));
        assertThat(ROUTER.nextDue(state)).isEmpty();
        on(7_200, new RoutingEvent.CustomerWrote("c1"));
        assertThat(agentOf("c1")).isEqualTo("ann");
        on(7_201, new RoutingEvent.AgentWrote("c1", "ann"));
        // One of four hours is used up; one is left until noon, and two more from 16:00.
        assertThat(ROUTER.nextDue(state)).contains(Instant.parse("2026-03-02T18:00:00Z"));
    }

    /** chatwoot 14009: only one interval of working time a day. */
    @Test
    void targetsRunInSplitShifts() {
        on(10_740, chat("c1", "billing", 10_740));
        on(10_740 + 120, new RoutingEvent.TimePassed());
        // A minute before the shift ends; nine of ten minutes are left for the next one, which starts at 16:00.
        assertThat(ROUTER.nextDue(state)).contains(Instant.parse("2026-03-02T16:09:00Z"));
        state = ROUTER.decide(state, new RoutingEvent.TimePassed(), Instant.parse("2026-03-02T16:09:00Z"))
                .nextState();
        assertThat(state.item("c1").orElseThrow().clocks().get(0).missed()).isTrue();
    }

    @Test
    void aTargetIsPausedWhileTheCustomerIsWaitedFor() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, new RoutingEvent.AgentWrote("c1", "ann"));
        on(600, new RoutingEvent.Parked("c1"));
        assertThat(ROUTER.nextDue(state)).isEmpty();
        on(4_200, new RoutingEvent.CustomerWrote("c1"));
        on(4_201, new RoutingEvent.AgentWrote("c1", "ann"));
        // Ten minutes used, 11:50 to go: 10:10 to 12:00, then from 16:00.
        assertThat(ROUTER.nextDue(state)).contains(Instant.parse("2026-03-02T18:00:00Z"));
    }

    @Test
    void aTargetThatIsPausedRunsOnWhenTheItemIsTransferred() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, new RoutingEvent.AgentWrote("c1", "ann"));
        on(600, new RoutingEvent.Parked("c1"));
        on(4_200, new RoutingEvent.Transferred("c1", "billing"));
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        assertThat(state.item("c1").orElseThrow().clocks())
                .filteredOn(clock -> clock.runningSince().isPresent())
                .extracting(TargetClock::target, TargetClock::used, TargetClock::runningSince)
                .containsExactly(tuple("solve", Duration.ofSeconds(600), Optional.of(at(4_200))));
    }

    private static RoutingQueue promising(String id, Duration within) {
        return RoutingQueue.builder()
                .id(id)
                .work(field("topic").is(id))
                .addTargets(
                        new ServiceTarget(id + " answer", TargetKind.ANSWER, within, false),
                        new ServiceTarget(id + " reply", TargetKind.FIRST_REPLY, within, false),
                        new ServiceTarget(id + " solve", TargetKind.RESOLUTION, within, false))
                .build();
    }

    @Test
    void whatWasDoneBeforeATransferIsNotPromisedAgain() {
        Router<Chat, SalesRep> router =
                router(chats(promising("a", Duration.ofHours(1)), promising("b", Duration.ofMinutes(1))));
        RoutingAgent ann = new RoutingAgent("ann", 1, List.of("a"), Map.of());
        RoutingEvent arrived = new RoutingEvent.Arrived(new WorkItem("c1", "chat", "a", 0, NINE, Map.of()));
        RoutingState waiting = after(router, RoutingState.start(), arrived, NINE);
        RoutingState talking = after(router, waiting, new RoutingEvent.AgentAvailable(ann), at(1));
        RoutingState replied = after(router, talking, new RoutingEvent.AgentWrote("c1", "ann"), at(2));
        RoutingEvent toB = new RoutingEvent.Transferred("c1", "b");
        assertThat(escalated(router.decide(replied, toB, at(300)))).containsExactly("b solve");
        assertThat(escalated(router.decide(talking, toB, at(300)))).containsExactly("b reply", "b solve");
    }

    @Test
    void aPromiseIsBrokenOnceHoweverOftenAnItemChangesItsQueue() {
        Router<Chat, SalesRep> router =
                router(chats(promising("a", Duration.ofMinutes(1)), promising("b", Duration.ofHours(1))));
        state = RoutingState.start();
        List<String> broken = new ArrayList<>();
        List<RoutingEvent> events = List.of(
                new RoutingEvent.Arrived(new WorkItem("c1", "chat", "a", 0, NINE, Map.of())),
                new RoutingEvent.AgentAvailable(new RoutingAgent("ann", 1, List.of("a", "b"), Map.of())),
                new RoutingEvent.Transferred("c1", "b"),
                new RoutingEvent.AgentAvailable(new RoutingAgent("bob", 1, List.of("a", "b"), Map.of())),
                new RoutingEvent.Transferred("c1", "a"),
                new RoutingEvent.AgentAvailable(new RoutingAgent("cem", 1, List.of("a", "b"), Map.of())),
                new RoutingEvent.TimePassed());
        for (int i = 0; i < events.size(); i++) {
            RoutingDecision decision = router.decide(state, events.get(i), at(100 * i));
            assertThat(decision.applied()).isTrue();
            broken.addAll(escalated(decision));
            state = decision.nextState();
        }
        assertThat(broken).containsExactly("a answer", "a reply", "a solve");
        JsonLine.assertRoundTrip(state, RoutingState.class);
    }

    @Test
    void aPromiseStandsStillWhileTheItemIsInAnotherQueue() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, new RoutingEvent.AgentWrote("c1", "ann"));
        on(600, new RoutingEvent.Transferred("c1", "all"));
        assertThat(ROUTER.nextDue(state)).isEmpty();
        on(601, rep("bob", 1, "billing", 1));
        on(602, new RoutingEvent.Accepted("c1", "bob"));
        on(1_600, new RoutingEvent.Transferred("c1", "billing"));
        assertThat(state.item("c1").orElseThrow().clocks())
                .filteredOn(clock -> clock.target().equals("solve"))
                .containsExactly(new TargetClock("solve", Duration.ofSeconds(600), Optional.of(at(1_600)), false));
    }

    @Test
    void aPromiseOfTwoQueuesCountsTheWorkingTimeOfEachWhileTheItemIsInIt() {
        RoutingQueue office = RoutingQueue.builder()
                .id("office")
                .work(field("topic").is("office"))
                .hours("office")
                .addTargets(new ServiceTarget("solve", TargetKind.RESOLUTION, Duration.ofHours(4), false))
                .build();
        Router<Chat, SalesRep> router =
                router(chats(office, office.withId("always").withHours(Optional.empty()))
                        .withHours(BusinessHours.mondayToFriday("office", ZoneId.of("UTC"), "09:00-17:00")));
        Instant friday = Instant.parse("2026-03-06T16:59:00Z");
        RoutingEvent ann = new RoutingEvent.AgentAvailable(new RoutingAgent("ann", 1, List.of("office"), Map.of()));
        RoutingEvent arrived = new RoutingEvent.Arrived(new WorkItem("c1", "chat", "office", 0, friday, Map.of()));
        RoutingState talking = after(router, after(router, RoutingState.start(), ann, friday), arrived, friday);
        Instant monday = Instant.parse("2026-03-09T09:00:00Z");
        RoutingDecision moved = router.decide(talking, new RoutingEvent.Transferred("c1", "always"), monday);
        assertThat(escalated(moved)).isEmpty();
        assertThat(router.nextDue(moved.nextState())).contains(Instant.parse("2026-03-09T12:59:00Z"));
    }

    @Test
    void theOutlookOfAQueueSaysWhetherItIsOpen() {
        on(0, rep("ann", 2, "billing", 1));
        assertThat(ROUTER.outlook(state, "billing", "chat", NINE)).isEqualTo(new QueueOutlook("billing", true, 1, 0));
        QueueOutlook lunch = ROUTER.outlook(state, "billing", "chat", Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(lunch).isEqualTo(new QueueOutlook("billing", false, 1, 0));
        assertThat(lunch.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("Queue billing is closed: 1 with room, 0 waiting.");
        assertThat(ROUTER.outlook(state, "all", "chat", Instant.MAX).open()).isTrue();
        assertThatThrownBy(() -> ROUTER.outlook(state, "biling", "chat", NINE)).hasMessageContaining("biling");
        assertThatThrownBy(() -> ROUTER.outlook(state, "billing", "fax", NINE)).hasMessageContaining("fax");
    }

    private static List<String> escalated(RoutingDecision decision) {
        return decision.effects().stream()
                .filter(effect -> effect.action() == RoutingAction.ESCALATE)
                .map(effect -> effect.key().substring(effect.key().lastIndexOf(':') + 1))
                .toList();
    }

    @Test
    void ofTheOffersOfWhoGoesAwayTheMoreUrgentIsOfferedToOthersFirst() {
        on(0, rep("ann", 2, "billing", 1));
        on(0, new RoutingEvent.Arrived(new WorkItem("low", "chat", "billing", 1, NINE, Map.of())));
        on(0, new RoutingEvent.Arrived(new WorkItem("high", "chat", "billing", 5, NINE, Map.of())));
        on(1, rep("bob", 1, "billing", 1));
        on(2, new RoutingEvent.AgentAway("ann"));
        assertThat(agentOf("high")).isEqualTo("bob");
        assertThat(statusOf("low")).isEqualTo(ItemStatus.WAITING);
    }

    @Test
    void aParkedItemThatGoesToSomebodyElseIsTakenAwayFromWhoHadIt() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, mail("m1", 0));
        on(1, new RoutingEvent.Accepted("m1", "ann"));
        on(2, new RoutingEvent.Parked("m1"));
        on(3, mail("m2", 3));
        on(4, new RoutingEvent.CustomerWrote("m1"));
        assertThat(statusOf("m1")).isEqualTo(ItemStatus.WAITING);
        assertThat(last.effects()).extracting(RoutingEffect::action).containsExactly(RoutingAction.WITHDRAW);
        assertThat(last.effects().get(0).agent()).contains("ann");
    }

    @Test
    void idsThatLookLikeListsAreOnesOfTheirOwn() {
        Chat chat = new Chat("c", "billing", Set.of(), 0);
        FieldSet<Chat> chats = FieldSet.of(Chat.class)
                .id(Chat::id)
                .text("topic", Chat::topic)
                .whole("urgency", each -> Long.MAX_VALUE)
                .build();
        Router<Chat, Chat> router = Router.compile(
                RoutingPolicy.builder()
                        .name("odd")
                        .addChannels(Channel.of("chat", 1))
                        .addQueues(
                                RoutingQueue.builder()
                                        .id("a")
                                        .work(field("topic").is("none"))
                                        .addOverflow(Overflow.afterWaiting(Duration.ofSeconds(1), "b"))
                                        .build(),
                                RoutingQueue.builder()
                                        .id("a, b")
                                        .priority(3)
                                        .work(field("topic").is("billing"))
                                        .build(),
                                RoutingQueue.builder().id("b").build())
                        .priorityField("urgency")
                        .build(),
                chats,
                chats,
                HolidayCalendar.none());
        WorkItem urgent = router.classify(chat, "chat", NINE, NINE).item().orElseThrow();
        assertThat(urgent.priority()).isEqualTo(Integer.MAX_VALUE);
        RoutingEvent plain = new RoutingEvent.Arrived(new WorkItem("plain", "chat", "a", 0, NINE, Map.of()));
        RoutingState waiting = after(router, RoutingState.start(), plain, NINE);
        waiting = after(router, waiting, new RoutingEvent.TimePassed(), at(2));
        waiting = after(router, waiting, new RoutingEvent.Arrived(urgent), at(2));
        RoutingAgent agent = new RoutingAgent("ann", 1, List.of("a, b"), Map.of());
        RoutingState taken = after(router, waiting, new RoutingEvent.AgentAvailable(agent), at(3));
        assertThat(taken.item("c").flatMap(ItemState::agent)).contains("ann");
    }

    @ParameterizedTest
    @EnumSource(JsonLine.class)
    void flagsThatADocumentLeavesOutAreOff(JsonLine line) {
        assertThat(line.read("{\"id\":\"chat\",\"units\":1}", Channel.class)).isEqualTo(Channel.of("chat", 1));
        assertThat(line.read("{\"id\":\"voice\",\"blocks\":true}", Channel.class))
                .isEqualTo(Channel.blocking("voice"));
        assertThat(line.read("{\"id\":\"a\",\"kind\":\"ANSWER\",\"within\":\"PT1M\"}", ServiceTarget.class))
                .isEqualTo(new ServiceTarget("a", TargetKind.ANSWER, Duration.ofMinutes(1), false));
    }

    @Test
    void anOfferThatTimesOutGoesToTheNextAndNeverBack() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(20, new RoutingEvent.TimePassed());
        assertThat(code(last)).isEqualTo("core.routing.timedOut");
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        assertThat(last.passedOver()).extracting(PassedOverAgent::agent).containsExactly("ann");
        on(25, new RoutingEvent.Accepted("c1", "ann"));
        assertThat(last.applied()).isFalse();
        assertThat(code(last)).isEqualTo("core.routing.notOffered");
        on(30, rep("bob", 1, "billing", 1));
        assertThat(agentOf("c1")).isEqualTo("bob");
    }

    @Test
    void anAcceptanceAfterTheTimeIsRefusedEvenBeforeTheClockWasAsked() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        RoutingState before = state;
        on(20, new RoutingEvent.Accepted("c1", "ann"));
        assertThat(last.applied()).isFalse();
        assertThat(state).isSameAs(before);
        on(19, new RoutingEvent.Accepted("c1", "ann"));
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.IN_HAND);
        on(19, new RoutingEvent.Accepted("c1", "ann"));
        assertThat(last.applied()).isFalse();
        on(18, new RoutingEvent.Resolved("c1"));
        assertThat(code(last)).isEqualTo("core.routing.timeBackwards");
        on(19, new RoutingEvent.Resolved("c9"));
        assertThat(code(last)).isEqualTo("core.routing.itemUnknown");
    }

    @Test
    void aCallBlocksEverythingAndNeedsAnIdleAgent() {
        on(0, rep("ann", 3, "billing", 1));
        WorkItem call = new WorkItem("v1", "voice", "billing", 0, NINE, Map.of());
        on(0, new RoutingEvent.Arrived(call));
        on(1, new RoutingEvent.Accepted("v1", "ann"));
        on(2, chat("c1", "billing", 2));
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        on(3, new RoutingEvent.Closed("v1"));
        assertThat(agentOf("c1")).isEqualTo("ann");
        on(4, new RoutingEvent.Arrived(call.withId("v2").withSince(at(4))));
        assertThat(statusOf("v2")).isEqualTo(ItemStatus.WAITING);
    }

    @Test
    void skillsNeedTheirLevel() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0, "cloud:3"));
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        on(1, rep("bob", 1, "billing", 3));
        assertThat(agentOf("c1")).isEqualTo("bob");
    }

    @Test
    void workOverflowsAfterAWaitAndWhenTheQueueIsLong() {
        on(0, rep("ann", 9, "none", 1));
        on(0, chat("c1", "billing", 0));
        on(1, chat("c2", "billing", 1));
        assertThat(agentOf("c1")).isEqualTo("nobody");
        on(2, chat("c3", "billing", 2));
        assertThat(agentOf("c3")).isEqualTo("ann");
        on(120, new RoutingEvent.TimePassed());
        assertThat(agentOf("c1")).isEqualTo("ann");
        assertThat(statusOf("c2")).isEqualTo(ItemStatus.WAITING);
    }

    @Test
    void workThatWaitsForTheCustomerMayMakeRoomAndFindsAPlaceAgain() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, mail("m1", 0));
        on(1, new RoutingEvent.Accepted("m1", "ann"));
        on(2, new RoutingEvent.Parked("m1"));
        on(3, chat("c1", "billing", 3));
        assertThat(agentOf("c1")).isEqualTo("ann");
        on(4, new RoutingEvent.CustomerWrote("m1"));
        assertThat(statusOf("m1")).isEqualTo(ItemStatus.WAITING);
        on(5, new RoutingEvent.Declined("c1", "ann"));
        assertThat(agentOf("m1")).isEqualTo("ann");
    }

    @Test
    void presenceIsVolatile() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, rep("bob", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        assertThat(agentOf("c1")).isEqualTo("ann");
        on(1, new RoutingEvent.AgentAway("ann"));
        assertThat(agentOf("c1")).isEqualTo("bob");
        assertThat(state.agent("ann")).isEmpty();
        on(2, new RoutingEvent.AgentAway("ann"));
        assertThat(code(last)).isEqualTo("core.routing.alreadyAway");
        on(3, rep("ann", 1, "billing", 1));
        on(4, new RoutingEvent.Declined("c1", "bob"));
        assertThat(agentOf("c1")).isEqualTo("ann");
    }

    @Test
    void everyAgentWhoDoesNotHaveAnItemHasAReason() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, rep("bob", 0, "billing", 1));
        on(1, rep("cem", 1, "none", 1));
        on(1, rep("dan", 1, "billing", 1));
        ItemExplanation explained = ROUTER.explain(state, "c1");
        assertThat(explained.passedOver())
                .extracting(passed -> passed.reason().text(Locale.ENGLISH))
                .containsExactly(
                        "bob has no room: 0 of 0 units are in use.",
                        "cem serves no queue in which c1 is, or lacks a skill for it.",
                        "dan could take c1 too, but it was the turn of another.");
        assertThatThrownBy(() -> ROUTER.explain(state, "c9")).hasMessageContaining("Maybe it was closed?");
    }

    @Test
    void documentsRoundTripAndOldOnesStayReadable() {
        on(0, rep("ann", 1, "billing", 2));
        RoutingEvent.Arrived arrived = chat("c1", "billing", 0, "cloud:2");
        on(0, arrived);
        GoldenFile.assertReads(ChatScenariosTest.class, "routing-policy-v1.json", POLICY, RoutingPolicy.class);
        GoldenFile.assertReads(ChatScenariosTest.class, "routing-state-v1.json", state, RoutingState.class);
        GoldenFile.assertReads(ChatScenariosTest.class, "routing-decision-v1.json", last, RoutingDecision.class);
        GoldenFile.assertReads(ChatScenariosTest.class, "routing-event-v1.json", arrived, RoutingEvent.class);
        JsonLine.assertRoundTrip(new RoutingEvent.TimePassed(), RoutingEvent.class);
        JsonLine.assertRoundTrip(ROUTER.explain(state, "c1"), ItemExplanation.class);
    }

    @Test
    void whatAnAgentHasGoesBackToTheQueuesWhenTheyVanish() {
        on(0, rep("ann", 3, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, chat("c2", "billing", 2));
        on(3, new RoutingEvent.Accepted("c2", "ann"));
        on(4, new RoutingEvent.Parked("c2"));
        on(5, chat("c3", "billing", 5));
        on(10, rep("bob", 2, "billing", 1));
        on(12, new RoutingEvent.AgentGone("ann"));
        assertThat(last.effects())
                .extracting(
                        RoutingEffect::action,
                        RoutingEffect::item,
                        effect -> effect.agent().orElseThrow())
                .containsExactly(
                        tuple(RoutingAction.WITHDRAW, "c1", "ann"),
                        tuple(RoutingAction.OFFER, "c1", "bob"),
                        tuple(RoutingAction.WITHDRAW, "c2", "ann"),
                        tuple(RoutingAction.OFFER, "c2", "bob"),
                        tuple(RoutingAction.WITHDRAW, "c3", "ann"));
        assertThat(statusOf("c3")).isEqualTo(ItemStatus.WAITING);
        assertThat(state.agent("ann")).isEmpty();
        on(13, new RoutingEvent.AgentGone("ann"));
        assertThat(code(last)).isEqualTo("core.routing.agentUnknown");
        on(14, rep("ann", 3, "billing", 1));
        assertThat(agentOf("c3")).isEqualTo("ann");
    }

    @Test
    void anAgentHandsAChatToAColleagueByNameWhoIsAskedFirst() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(2, rep("zoe", 1, "elsewhere", 1));
        on(3, new RoutingEvent.HandedTo("c1", "zoe"));
        assertThat(code(last)).isEqualTo("core.routing.handedTo");
        assertThat(agentOf("c1")).isEqualTo("zoe");
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.OFFERED);
        on(4, new RoutingEvent.Declined("c1", "zoe"));
        assertThat(statusOf("c1")).as("both had it").isEqualTo(ItemStatus.WAITING);
        on(5, new RoutingEvent.HandedTo("c1", "zoe"));
        assertThat(code(last)).isEqualTo("core.routing.declinedBefore");
    }

    @Test
    void aChatIsNotHandedToWhoCannotTakeIt() {
        on(0, rep("ann", 1, "billing", 1));
        on(0, rep("bob", 1, "billing", 1));
        on(0, chat("c1", "billing", 0));
        on(0, chat("c2", "billing", 0));
        on(1, new RoutingEvent.HandedTo("c1", "bob"));
        assertThat(code(last)).isEqualTo("core.routing.notBeingWorkedOn");
        on(1, new RoutingEvent.Accepted("c1", "ann"));
        on(1, new RoutingEvent.Accepted("c2", "bob"));
        on(2, new RoutingEvent.HandedTo("c1", "bob"));
        assertThat(code(last)).isEqualTo("core.routing.full");
        on(2, new RoutingEvent.HandedTo("c1", "ann"));
        assertThat(code(last)).isEqualTo("core.routing.theirsAlready");
        on(2, new RoutingEvent.HandedTo("c1", "nobody"));
        assertThat(code(last)).isEqualTo("core.routing.alreadyAway");
        assertThat(last.applied()).isFalse();
    }

    /** A supervisor hands a waiting chat to somebody; the queue asks. */
    @Test
    void aWaitingChatCanBeHandedToSomebody() {
        on(0, chat("c1", "billing", 0));
        on(1, rep("zoe", 1, "elsewhere", 1));
        assertThat(statusOf("c1")).isEqualTo(ItemStatus.WAITING);
        on(2, new RoutingEvent.HandedTo("c1", "zoe"));
        assertThat(agentOf("c1")).isEqualTo("zoe");
    }

    @Test
    void keysOfEffectsDifferWhenAClosedIdComesAgain() {
        on(0, rep("ann", 1, "billing", 1));
        String first = on(0, chat("c1", "billing", 0)).effects().get(0).key();
        on(1, new RoutingEvent.Closed("c1"));
        String second = on(2, chat("c1", "billing", 0)).effects().get(0).key();
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void waitsBeyondAllInstantsNeverEndAndTooLongOnesAreRefused() {
        Router<Chat, SalesRep> patient = router(POLICY.withQueues(
                POLICY.queues().get(0).withHours(Optional.empty()),
                POLICY.queues().get(1)));
        Chat chat = new Chat("c1", "billing", Set.of(), 0);
        WorkItem item =
                patient.classify(chat, "chat", Instant.MIN, Instant.MAX).item().orElseThrow();
        for (Router<Chat, SalesRep> router : List.of(patient, ROUTER)) {
            RoutingState next = after(router, RoutingState.start(), new RoutingEvent.Arrived(item), Instant.MAX);
            next = after(router, next, rep("ann", 1, "billing", 1), Instant.MAX);
            assertThat(next.item("c1").flatMap(ItemState::agent)).contains("ann");
            assertThat(router.decide(next, new RoutingEvent.Resolved("c1"), Instant.MAX)
                            .applied())
                    .isTrue();
        }
        Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
        assertThatThrownBy(() -> router(POLICY.withQueues(POLICY.queues().get(1).withAcceptWithin(ages))))
                .hasMessageContaining("36525 days");
    }

    @Test
    void everyProblemOfAPolicyIsFound() {
        RoutingPolicy bad = RoutingPolicy.builder()
                .name("bad")
                .addChannels(Channel.of("chat", 0), Channel.of("chat", 1))
                .addQueues(
                        RoutingQueue.builder()
                                .id("a")
                                .agents(field("nobody").is("x"))
                                .acceptWithin(Duration.ZERO)
                                .addOverflow(
                                        Overflow.atLength(1, "a"),
                                        Overflow.atLength(0, "c"),
                                        new Overflow("b", Optional.empty(), Optional.empty()))
                                .hours("never")
                                .build(),
                        RoutingQueue.builder().id("d").build())
                .skillsField("topic")
                .priorityField("urgencies")
                .build();
        DefinitionException problems = catchThrowableOfType(DefinitionException.class, () -> router(bad));
        assertThat(problems.problems())
                .extracting(Problem::pointer, Problem::code)
                .contains(
                        tuple("/channels/0/units", "routing.notPositive"),
                        tuple("/channels/1/id", "routing.duplicate"),
                        tuple("/queues/0/acceptWithin", "routing.notPositive"),
                        tuple("/queues/0/overflow/0/to", "routing.overflowToItself"),
                        tuple("/queues/0/overflow/1/to", "routing.queueUnknown"),
                        tuple("/queues/0/overflow/1/atLength", "routing.notPositive"),
                        tuple("/queues/0/overflow/2", "routing.overflowWhen"),
                        tuple("/queues/0/hours", "routing.hoursUnknown"),
                        tuple("/queues/1", "routing.unreachable"),
                        tuple("/skillsField", "routing.fieldKind"),
                        tuple("/priorityField", "routing.fieldUnknown"));
        assertThat(problems.problems()).extracting(Problem::pointer).contains("/queues/0/agents/field");
    }

    @Test
    void aTimestampInTheFutureAndTenThousandSkillsAreNoTrouble() {
        WorkItem.Builder item =
                WorkItem.builder().id("c1").channel("chat").queue("all").priority(0);
        for (int n = 0; n < 10_000; n++) {
            item.putSkills("s" + n, 1);
        }
        WorkItem demanding = item.since(at(5)).build();
        on(0, new RoutingEvent.Arrived(demanding));
        assertThat(code(last)).isEqualTo("core.routing.fromTheFuture");
        on(5, new RoutingEvent.Arrived(demanding));
        on(6, new RoutingEvent.AgentAvailable(new RoutingAgent("ann", 1, List.of("all"), demanding.skills())));
        assertThat(agentOf("c1")).isEqualTo("ann");
    }
}
