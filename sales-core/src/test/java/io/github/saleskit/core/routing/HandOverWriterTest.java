package io.github.saleskit.core.routing;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.HolidayCalendar;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.scoring.Engagement;
import io.github.saleskit.core.scoring.Grade;
import io.github.saleskit.core.scoring.LeadScorer;
import io.github.saleskit.core.scoring.RuleGroup;
import io.github.saleskit.core.scoring.ScoringModel;
import io.github.saleskit.core.scoring.ScoringRule;
import io.github.saleskit.core.support.GoldenFile;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverWriterTest {

    private record Lead(String id, String company, @Nullable String phone) {}

    private record Event(String kind, String page, Instant at) {}

    private static final FieldSet<Lead> LEAD = FieldSet.of(Lead.class)
            .id(Lead::id)
            .text("company", Lead::company)
            .text("phone", Lead::phone)
            .set("tags", lead -> new LinkedHashSet<>(List.of("late", lead.company())))
            .build();
    private static final FieldSet<Event> EVENT = FieldSet.of(Event.class)
            .text("kind", Event::kind)
            .text("page", Event::page)
            .build();
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ScoringModel MODEL = ScoringModel.builder()
            .name("inbound")
            .addGroups(RuleGroup.of(
                    "fit",
                    ScoringRule.of("known", field("company").is("Acme"), 30),
                    ScoringRule.onEvent("demo", field("kind").is("demo"), 25)))
            .addGrades(Grade.of("A", 50), Grade.of("B", 0))
            .build();
    private static final LeadScorer<Lead, Event> SCORER = LeadScorer.compile(MODEL, LEAD, EVENT);
    private static final HandOverPolicy POLICY = HandOverPolicy.builder()
            .name("chat")
            .addFacts("company", "phone")
            .addEventFacts("kind", "page")
            .events(field("kind").isNot("ping"))
            .mostEvents(2)
            .mostReasons(1)
            .build();
    private static final HandOverWriter<Lead, Event> WRITER = HandOverWriter.compile(POLICY, LEAD, EVENT, SCORER);

    private static RoutingState state() {
        RoutingPolicy policy = RoutingPolicy.builder()
                .name("p")
                .addChannels(Channel.of("chat", 1))
                .addQueues(RoutingQueue.builder().id("sales").build())
                .build();
        Router<Lead, Lead> router = Router.compile(policy, LEAD, LEAD, HolidayCalendar.none());
        WorkItem item = router.classify(new Lead("c1", "Acme", null), "chat", NOW.minusSeconds(40), NOW)
                .item()
                .orElseThrow();
        RoutingState state = router.decide(RoutingState.start(), new RoutingEvent.Arrived(item), NOW.minusSeconds(40))
                .nextState();
        RoutingAgent ann = new RoutingAgent("ann", 1, List.of("sales"), Map.of());
        return router.decide(state, new RoutingEvent.AgentAvailable(ann), NOW.minusSeconds(5))
                .nextState();
    }

    private static Engagement<Event> engagement() {
        return Engagement.of(
                List.of(
                        new Event("visit", "/", NOW.minusSeconds(900)),
                        new Event("demo", "/demo", NOW.minusSeconds(600)),
                        new Event("ping", "/demo", NOW.minusSeconds(500)),
                        new Event("visit", "/pricing", NOW.minusSeconds(60)),
                        new Event("visit", "/later", NOW.plusSeconds(60))),
                Event::at);
    }

    private static HandOver handOver() {
        return WRITER.write(state(), "c1", new Lead("l1", "Acme", null), engagement(), NOW);
    }

    @Test
    void theRepIsToldFactsScoreAndTimelineTheLatestFirst() {
        HandOver handOver = handOver();
        assertThat(handOver.agent()).contains("ann");
        assertThat(handOver.facts()).containsExactly(Map.entry("company", "Acme"));
        assertThat(handOver.score().points()).isEqualByComparingTo("55");
        assertThat(handOver.timeline())
                .containsExactly(
                        new HandOverEvent(NOW.minusSeconds(60), Map.of("kind", "visit", "page", "/pricing")),
                        new HandOverEvent(NOW.minusSeconds(600), Map.of("kind", "demo", "page", "/demo")));
        assertThat(handOver.earlier()).isEqualTo(1);
    }

    @Test
    void theReasonsSayHowLongTheCustomerWaitedAndWhatTheScoreRestsOn() {
        assertThat(handOver().reasons())
                .extracting(Reason::code)
                .containsExactly("core.routing.waitedSince", "core.scoring.graded", "core.scoring.ruleMatched");
        assertThat(handOver().reasons().get(0).parameters()).containsEntry("seconds", "40");
    }

    @Test
    void asManyReasonsAsThereAreMayBeAskedFor() {
        HandOverPolicy most = POLICY.withMostReasons(Integer.MAX_VALUE).withMostEvents(Integer.MAX_VALUE);
        HandOver all = HandOverWriter.compile(most, LEAD, EVENT, SCORER)
                .write(state(), "c1", new Lead("l1", "Acme", null), engagement(), NOW);
        assertThat(all.reasons()).hasSize(1 + all.score().reasons().size());
        assertThat(all.earlier()).isZero();
    }

    @Test
    void setsAreShownInTheSameOrderAlways() {
        HandOverPolicy tags =
                HandOverPolicy.builder().name("tags").addFacts("tags").build();
        HandOver handOver = HandOverWriter.compile(tags, LEAD, EVENT, SCORER)
                .write(state(), "c1", new Lead("l1", "Acme", null), engagement(), NOW);
        assertThat(handOver.facts()).containsExactly(Map.entry("tags", "[Acme, late]"));
    }

    @Test
    void everyProblemOfAPolicyIsFound() {
        HandOverPolicy bad = HandOverPolicy.builder()
                .name("bad")
                .addFacts("compani")
                .addEventFacts("kind", "when")
                .events(field("kinds").is("x"))
                .mostEvents(-1)
                .mostReasons(-1)
                .build();
        assertThatThrownBy(() -> HandOverWriter.compile(bad, LEAD, EVENT, SCORER))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .contains("/facts/0", "/eventFacts/1", "/mostEvents", "/mostReasons"));
        assertThatThrownBy(() ->
                        WRITER.write(RoutingState.start(), "c1", new Lead("l", "x", null), Engagement.none(), NOW))
                .hasMessageContaining("Maybe it was closed?");
    }

    @Test
    void nothingIsShownWhereThePolicyAsksForNothing() {
        HandOverPolicy bare =
                HandOverPolicy.builder().name("bare").mostEvents(Optional.of(0)).build();
        HandOver handOver = HandOverWriter.compile(bare, LEAD, EVENT, SCORER)
                .write(state(), "c1", new Lead("l1", "Acme", null), engagement(), NOW);
        assertThat(handOver.facts()).isEmpty();
        assertThat(handOver.timeline()).isEmpty();
        assertThat(handOver.earlier()).isEqualTo(4);
    }

    @Test
    void documentsRoundTripAndStayReadable() {
        GoldenFile.assertReads(HandOverWriterTest.class, "hand-over-policy-v1.json", POLICY, HandOverPolicy.class);
        GoldenFile.assertReads(HandOverWriterTest.class, "hand-over-v1.json", handOver(), HandOver.class);
    }
}
