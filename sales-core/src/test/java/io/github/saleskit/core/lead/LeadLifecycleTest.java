package io.github.saleskit.core.lead;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadLifecycleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private record Prospect(
            String id,
            @Nullable String company,
            @Nullable String email,
            int budget,
            @Nullable Instant calledAt) {}

    private static final FieldSet<Prospect> PROSPECT = FieldSet.of(Prospect.class)
            .id(Prospect::id)
            .text("company", Prospect::company)
            .text("email", Prospect::email)
            .whole("budget", Prospect::budget)
            .instant("calledAt", Prospect::calledAt)
            .build();

    private static final LeadProcess PROCESS = LeadProcess.standard()
            .withStatus(LeadProcess.standard()
                    .status("qualified")
                    .orElseThrow()
                    .withRequired("company", "email")
                    .withGuards(
                            StatusGuard.of("knows the budget", field("budget").atLeast(1_000))));
    private static final LeadLifecycle<Prospect> LIFECYCLE = LeadLifecycle.compile(PROCESS, PROSPECT);
    private static final Prospect READY = new Prospect("L-1", "Example", "aoi@example.com", 5_000, NOW);
    private static final Prospect BARE = new Prospect("L-2", null, null, 10, null);
    private static final LeadHistory NEW = LeadHistory.createdIn("new", NOW.minusSeconds(3_600));

    private static StatusDecision ask(LeadHistory history, Prospect lead, StatusRequest request) {
        return LIFECYCLE.decide(history, lead, request, NOW);
    }

    private static List<String> codes(StatusDecision decision) {
        return decision.reasons().stream()
                .map(Reason::code)
                .map(code -> code.replace("core.lead.", ""))
                .toList();
    }

    @Test
    void aLeadThatHasWhatItNeedsMovesAndTheHistoryGrows() {
        StatusDecision decision =
                ask(NEW, READY, StatusRequest.to("qualified").withBy("ann").withNote("called back"));
        assertThat(decision.moved()).isTrue();
        assertThat(decision.next().status()).isEqualTo("qualified");
        assertThat(decision.next().entries()).hasSize(2).startsWith(NEW.last());
        assertThat(decision.next().last().by()).contains("ann");
        assertThat(decision.reasons().get(0).text(Locale.ENGLISH)).isEqualTo("Moved from New to Qualified.");
        GoldenFile.assertReads(LeadLifecycleTest.class, "status-decision-v1.json", decision, StatusDecision.class);
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        StatusDecision decision = ask(NEW, BARE, StatusRequest.to("qualified"));
        assertThat(decision.moved()).isFalse();
        assertThat(decision.next()).isEqualTo(NEW);
        assertThat(codes(decision)).containsExactly("fieldMissing", "fieldMissing", "guardFailed");
        assertThat(decision.reasons().stream().map(reason -> reason.fullText(Locale.ENGLISH)))
                .containsExactly(
                        "The field company needs a value before the lead is Qualified.",
                        "The field email needs a value before the lead is Qualified.",
                        "knows the budget does not hold, which Qualified asks for.\n"
                                + "  budget >= 1000 does not hold: budget = 10.");
        JsonLine.assertRoundTrip(decision, StatusDecision.class);
    }

    @Test
    void thereHasToBeAWay() {
        assertThat(codes(ask(NEW, READY, StatusRequest.to("converted")))).containsExactly("noWay");
        assertThat(codes(ask(NEW, READY, StatusRequest.to("qualfied")))).containsExactly("unknownStatus");
        assertThat(codes(ask(NEW, READY, StatusRequest.to("new")))).containsExactly("noWay");
    }

    @Test
    void disqualifyingTakesAReasonOfTheCatalogue() {
        StatusRequest request = StatusRequest.to("disqualified");
        assertThat(codes(ask(NEW, BARE, request))).containsExactly("reasonMissing");
        assertThat(codes(ask(NEW, BARE, request.withReason("bad hair")))).containsExactly("reasonUnknown");
        assertThat(codes(ask(NEW, BARE, request.withReason("bad timing")))).containsExactly("reasonUnknown");
        StatusDecision decision = ask(NEW, BARE, request.withReason("no need"));
        assertThat(decision.moved()).isTrue();
        assertThat(decision.next().last().reason()).contains("no need");
    }

    @Test
    void aDisqualifiedLeadCanBeOpenedAgain() {
        LeadHistory closed = ask(NEW, BARE, StatusRequest.to("disqualified").withReason("no need"))
                .next();
        LeadHistory open = ask(closed, BARE, StatusRequest.to("working")).next();
        assertThat(open.entries()).extracting(StatusEntry::status).containsExactly("new", "disqualified", "working");
    }

    @Test
    void aRecycledLeadComesBackOnTheDayGivenOrTheUsualOne() {
        StatusRequest request = StatusRequest.to("nurturing").withReason("bad timing");
        LeadHistory usual = ask(NEW, BARE, request).next();
        assertThat(usual.last().returnAt()).contains(NOW.plus(Duration.ofDays(90)));
        assertThat(usual.returnDue(NOW.plus(Duration.ofDays(90)).minusNanos(1))).isFalse();
        assertThat(usual.returnDue(NOW.plus(Duration.ofDays(90)))).isTrue();
        LeadHistory given =
                ask(NEW, BARE, request.withReturnAt(NOW.plusSeconds(5))).next();
        assertThat(given.last().returnAt()).contains(NOW.plusSeconds(5));
        assertThat(codes(ask(NEW, BARE, request.withReturnAt(NOW)))).containsExactly("returnNotAhead");
        assertThat(codes(ask(NEW, BARE, StatusRequest.to("nurturing").withReturnAt(NOW.plusSeconds(5)))))
                .containsExactly("reasonMissing");
        assertThat(codes(ask(NEW, BARE, StatusRequest.to("nurturing"))))
                .containsExactly("reasonMissing", "returnMissing");
    }

    @Test
    void aReturnIsOnlyForRecycling() {
        assertThat(codes(ask(NEW, BARE, StatusRequest.to("working").withReturnAt(NOW.plusSeconds(5)))))
                .containsExactly("returnNotAsked");
    }

    @Test
    void aHistoryThatIsAheadOfNowIsNotContinued() {
        LeadHistory ahead = LeadHistory.createdIn("new", NOW.plusSeconds(1));
        StatusDecision decision = ask(ahead, BARE, StatusRequest.to("working"));
        assertThat(codes(decision)).containsExactly("historyAhead");
        assertThat(decision.next()).isEqualTo(ahead);
    }

    @Test
    void aLeadInAStatusThatIsGoneIsNotStuck() {
        LeadHistory gone = LeadHistory.createdIn("contacted", NOW.minusSeconds(1));
        assertThat(ask(gone, BARE, StatusRequest.to("working")).moved()).isTrue();
        assertThat(codes(ask(gone, BARE, StatusRequest.to("converted")))).containsExactly("noWay");
    }

    @Test
    void whatWasKnownAtAnInstantStaysKnown() {
        LeadHistory history = ask(NEW, BARE, StatusRequest.to("working")).next();
        assertThat(history.asOf(NOW.minusSeconds(1))).contains(NEW);
        assertThat(history.asOf(NOW)).contains(history);
        assertThat(history.asOf(NOW.minusSeconds(7_200))).isEmpty();
        assertThatThrownBy(() -> history.plus(StatusEntry.builder()
                        .status("x")
                        .at(NOW.minusSeconds(1))
                        .build()))
                .hasMessageContaining("history is in order of time");
        assertThatThrownBy(() -> new LeadHistory(List.of())).hasMessageContaining("entries is empty");
    }

    @Test
    void guardsCountDaysInTheZoneAskedFor() {
        LeadProcess today = LeadProcess.standard()
                .withStatus(LeadProcess.standard()
                        .status("working")
                        .orElseThrow()
                        .withGuards(
                                StatusGuard.of("called today", field("calledAt").is(Criterion.today()))));
        LeadLifecycle<Prospect> inUtc = LeadLifecycle.compile(today, PROSPECT);
        Instant tomorrowInTokyo = NOW.plusSeconds(4 * 3_600);
        StatusRequest request = StatusRequest.to("working");
        assertThat(inUtc.decide(NEW, READY, request, tomorrowInTokyo).moved()).isTrue();
        assertThat(inUtc.inZone(ZoneId.of("Asia/Tokyo"))
                        .decide(NEW, READY, request, tomorrowInTokyo)
                        .moved())
                .isFalse();
    }

    @Test
    void theStandardProcessIsSound() {
        assertThat(LeadLifecycle.compile(LeadProcess.standard(), Lead.FIELDS).process())
                .isEqualTo(LeadProcess.standard());
    }

    @Test
    void theFirstVersionsStayReadable() {
        GoldenFile.assertReads(
                LeadLifecycleTest.class,
                "lead-process-v1.json",
                LeadProcess.of(
                        "inbound",
                        List.of(
                                LeadStatus.of("new", "新規", LeadStatusType.NEW, "qualified", "later", "lost"),
                                LeadStatus.of("qualified", "有望", LeadStatusType.QUALIFIED, "won", "later", "lost")
                                        .withRequired("company")
                                        .withGuards(StatusGuard.of(
                                                "budget", field("budget").atLeast(1_000))),
                                LeadStatus.of("later", "後日", LeadStatusType.RECYCLED, "new"),
                                LeadStatus.of("won", "成立", LeadStatusType.CONVERTED),
                                LeadStatus.of("lost", "見込みなし", LeadStatusType.DISQUALIFIED, "new")),
                        List.of(
                                StatusReason.of("no budget", "予算なし", "lost"),
                                StatusReason.of("not now", "時期尚早", "later").returningAfterDays(90))),
                LeadProcess.class);
        LeadHistory history = LeadHistory.createdIn("new", NOW)
                .plus(StatusEntry.builder()
                        .status("nurturing")
                        .at(NOW.plusSeconds(60))
                        .by("ann")
                        .reason("bad timing")
                        .returnAt(NOW.plusSeconds(600))
                        .note("after the fair")
                        .build());
        GoldenFile.assertReads(LeadLifecycleTest.class, "lead-history-v1.json", history, LeadHistory.class);
        JsonLine.assertRoundTrip(
                StatusRequest.to("nurturing")
                        .withBy("ann")
                        .withReason("bad timing")
                        .withReturnAt(NOW),
                StatusRequest.class);
    }

    private static List<Problem> problems(LeadProcess process) {
        return catchThrowableOfType(DefinitionException.class, () -> LeadLifecycle.compile(process, PROSPECT))
                .problems();
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        LeadProcess broken = LeadProcess.of(
                "broken",
                List.of(
                        LeadStatus.of("new", "New", LeadStatusType.NEW, "new", "workin", "lost", "lost"),
                        LeadStatus.of("working", "Working", LeadStatusType.WORKING)
                                .withRequired("compny")
                                .withGuards(
                                        StatusGuard.of("g", field("budgt").atLeast(1)),
                                        StatusGuard.of("g", field("budget").is(Criterion.parameter("p")))),
                        LeadStatus.of("lost", "Lost", LeadStatusType.DISQUALIFIED),
                        LeadStatus.of("lost", " ", LeadStatusType.DISQUALIFIED)),
                List.of(
                        StatusReason.of("r", "R"),
                        StatusReason.of("r", "R", "new", "gone").returningAfterDays(0),
                        StatusReason.of(" ", "R", "working")));
        assertThat(problems(broken))
                .extracting(Problem::pointer, Problem::code)
                .contains(
                        tuple("/statuses/0/next/0", "lead.nextIsItself"),
                        tuple("/statuses/0/next/1", "lead.unknownStatus"),
                        tuple("/statuses/0/next/3", "lead.duplicateNext"),
                        tuple("/statuses/1/required/0", "field.unknown"),
                        tuple("/statuses/1/guards/1/id", "lead.duplicateId"),
                        tuple("/statuses/1/guards/1/when", "parameter.missing"),
                        tuple("/statuses/1", "lead.unreachable"),
                        tuple("/statuses/1", "lead.deadEnd"),
                        tuple("/statuses/2", "lead.noReasons"),
                        tuple("/statuses/3/id", "lead.duplicateId"),
                        tuple("/statuses", "lead.typeMissing"),
                        tuple("/reasons/0/statuses", "lead.reasonUnused"),
                        tuple("/reasons/1/id", "lead.duplicateId"),
                        tuple("/reasons/1/statuses/0", "lead.reasonOfOtherStatus"),
                        tuple("/reasons/1/statuses/1", "lead.unknownStatus"),
                        tuple("/reasons/1/returnAfterDays", "lead.daysRange"),
                        tuple("/reasons/1/returnAfterDays", "lead.daysUnused"),
                        tuple("/reasons/2/id", "lead.idBlank"));
        assertThat(problems(broken)).extracting(Problem::pointer).contains("/statuses/1/guards/0/when/field");
    }

    @Test
    void processesWithoutEndAreRefused() {
        List<LeadStatus> many =
                new ArrayList<>(Collections.nCopies(1_001, LeadStatus.of("new", "New", LeadStatusType.NEW)));
        assertThat(problems(LeadProcess.of("large", many, List.of())))
                .extracting(Problem::code)
                .containsExactly("lead.tooMany");
    }

    @Test
    void leadsWithoutIdAreDecidedOnToo() {
        FieldSet<Prospect> nameless =
                FieldSet.of(Prospect.class).text("company", Prospect::company).build();
        StatusDecision decision = LeadLifecycle.compile(LeadProcess.standard(), nameless)
                .decide(NEW, BARE, StatusRequest.to("working"), NOW);
        assertThat(decision.lead()).isEqualTo(Optional.empty());
        assertThat(decision.moved()).isTrue();
    }
}
