package io.github.saleskit.core.invitation;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.routing.QueueOutlook;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InviterTest {

    private record Visitor(String id, String page, long secondsOnPage, long visits, double score, boolean cookies) {}

    private static final FieldSet<Visitor> VISITOR = FieldSet.of(Visitor.class)
            .id(Visitor::id)
            .text("page", Visitor::page)
            .whole("secondsOnPage", Visitor::secondsOnPage)
            .whole("visits", Visitor::visits)
            .number("score", Visitor::score)
            .flag("cookies", Visitor::cookies)
            .build();

    private static final InvitationPolicy POLICY = InvitationPolicy.builder()
            .name("site")
            .consent(field("cookies").is(true))
            .addRules(
                    InvitationRule.builder()
                            .id("pricing")
                            .queue("sales")
                            .message("pricing-help")
                            .when(field("page")
                                    .is("/pricing")
                                    .and(field("secondsOnPage").atLeast(30)))
                            .mostWaiting(2)
                            .build(),
                    InvitationRule.builder()
                            .id("hot")
                            .queue("vip")
                            .when(field("score").atLeast(60))
                            .build())
            .pauseBetween(Duration.ofMinutes(30))
            .pauseAfterDeclined(Duration.ofDays(7))
            .mostInAll(3)
            .build();

    private static final Inviter<Visitor> INVITER = Inviter.compile(POLICY, VISITOR);
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Visitor READER = new Visitor("v1", "/pricing", 45, 2, 10, true);
    private static final Visitor HOT = new Visitor("v2", "/home", 5, 9, 75, true);

    private static Function<String, QueueOutlook> outlook(int free, int waiting) {
        return queue -> new QueueOutlook(queue, true, free, waiting);
    }

    private static List<String> codes(Invitation invitation) {
        return invitation.reasons().stream().map(Reason::code).toList();
    }

    @Test
    void whoMeetsARuleIsInvitedToItsQueue() {
        Invitation invitation = INVITER.decide(InvitationHistory.none(), READER, outlook(1, 0), NOW);
        assertThat(invitation.rule()).contains("pricing");
        assertThat(invitation.queue()).contains("sales");
        assertThat(invitation.message()).contains("pricing-help");
        assertThat(invitation.nextHistory().unanswered()).isEqualTo(1);
        assertThat(invitation.nextHistory().last()).contains(NOW);
        assertThat(invitation.reasons().get(0).text(Locale.ENGLISH))
                .isEqualTo("v1 is invited to queue sales by rule pricing.");
    }

    @Test
    void theFirstRuleThatInvitesDecidesAndTheOthersBeforeSayWhyNot() {
        Invitation invitation = INVITER.decide(InvitationHistory.none(), HOT, outlook(1, 0), NOW);
        assertThat(invitation.rule()).contains("hot");
        assertThat(codes(invitation)).containsExactly("core.invitation.invited", "core.invitation.ruleNotMet");
        assertThat(invitation.reasons().get(1).details()).isNotEmpty();
    }

    @Test
    void nobodyIsInvitedWhomNoAgentHasTimeFor() {
        Invitation full = INVITER.decide(InvitationHistory.none(), READER, outlook(0, 0), NOW);
        assertThat(full.rule()).isEmpty();
        assertThat(codes(full))
                .containsExactly("core.invitation.noRule", "core.invitation.tooBusy", "core.invitation.ruleNotMet");
        assertThat(full.nextHistory()).isEqualTo(InvitationHistory.none());
        assertThat(INVITER.decide(InvitationHistory.none(), READER, outlook(1, 2), NOW)
                        .rule())
                .isPresent();
        assertThat(INVITER.decide(InvitationHistory.none(), READER, outlook(1, 3), NOW)
                        .rule())
                .isEmpty();
    }

    @Test
    void nobodyIsInvitedToAQueueThatIsClosed() {
        Invitation invitation =
                INVITER.decide(InvitationHistory.none(), READER, queue -> new QueueOutlook(queue, false, 9, 0), NOW);
        assertThat(invitation.rule()).isEmpty();
        assertThat(codes(invitation)).contains("core.invitation.closed");
    }

    @Test
    void nobodyIsInvitedWithoutConsentOrTooOften() {
        Visitor silent = new Visitor("v3", "/pricing", 45, 2, 90, false);
        assertThat(codes(INVITER.decide(InvitationHistory.none(), silent, outlook(9, 0), NOW)))
                .containsExactly("core.invitation.noConsent");
        InvitationHistory once = INVITER.decide(InvitationHistory.none(), READER, outlook(1, 0), NOW)
                .nextHistory();
        assertThat(codes(INVITER.decide(once, READER, outlook(1, 0), NOW.plusSeconds(1_799))))
                .containsExactly("core.invitation.invitedLately");
        Instant later = NOW.plusSeconds(1_800);
        assertThat(INVITER.decide(once, READER, outlook(1, 0), later).rule()).isPresent();
        assertThat(codes(INVITER.decide(once.declined(NOW), READER, outlook(1, 0), later)))
                .containsExactly("core.invitation.declinedLately");
        assertThat(INVITER.decide(once.declined(NOW), READER, outlook(1, 0), NOW.plus(Duration.ofDays(7)))
                        .rule())
                .isPresent();
    }

    @Test
    void anAcceptedInvitationStartsTheCountAnew() {
        InvitationHistory history = InvitationHistory.none();
        Instant at = NOW;
        for (int i = 0; i < 3; i++) {
            history = INVITER.decide(history, READER, outlook(1, 0), at).nextHistory();
            at = at.plus(Duration.ofHours(1));
        }
        assertThat(codes(INVITER.decide(history, READER, outlook(1, 0), at))).containsExactly("core.invitation.enough");
        assertThat(INVITER.decide(history.accepted(), READER, outlook(1, 0), at).rule())
                .isPresent();
    }

    /** 20,000 visitors: three standard deviations of the share are .96 %. */
    @Test
    void aShareOfTheVisitorsIsAlwaysTheSameOne() {
        Inviter<Visitor> third = Inviter.compile(
                POLICY.withRules(POLICY.rules().get(1).withSharePercent(30).withWhen(Optional.empty())), VISITOR);
        long invited = IntStream.range(0, 20_000)
                .mapToObj(i -> new Visitor("visitor" + i, "/", 0, 0, 0, true))
                .filter(visitor -> third.decide(InvitationHistory.none(), visitor, outlook(1, 0), NOW)
                        .rule()
                        .isPresent())
                .count();
        assertThat(invited / 20_000.0).isCloseTo(.3, within(.0097));
        Visitor one = new Visitor("visitor1", "/", 0, 0, 0, true);
        assertThat(third.decide(InvitationHistory.none(), one, outlook(1, 0), NOW))
                .isEqualTo(third.decide(InvitationHistory.none(), one, outlook(1, 0), NOW));
    }

    @Test
    void everyProblemOfAPolicyIsFound() {
        InvitationPolicy bad = InvitationPolicy.builder()
                .name("bad")
                .consent(field("cookie").is(true))
                .addRules(
                        InvitationRule.builder()
                                .id("a")
                                .queue("q")
                                .sharePercent(0)
                                .leastFree(-1)
                                .build(),
                        InvitationRule.builder()
                                .id("a")
                                .queue("q")
                                .when(field("score").is("high"))
                                .sharePercent(101)
                                .build(),
                        InvitationRule.builder().id(" ").queue("q").build())
                .pauseBetween(Duration.ZERO)
                .mostInAll(0)
                .build();
        assertThatThrownBy(() -> Inviter.compile(bad, VISITOR))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .contains(
                                        "/pauseBetween",
                                        "/mostInAll",
                                        "/rules/0/sharePercent",
                                        "/rules/0/leastFree",
                                        "/rules/1/id",
                                        "/rules/1/sharePercent",
                                        "/rules/2/id"));
        assertThatThrownBy(() ->
                        Inviter.compile(InvitationPolicy.builder().name("none").build(), VISITOR))
                .hasMessageContaining("nobody would be invited");
        assertThatThrownBy(
                        () -> Inviter.compile(POLICY, FieldSet.of(String.class).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no id");
    }

    @Test
    void pausesWithoutEndDoNotFail() {
        Inviter<Visitor> once = Inviter.compile(POLICY.withPauseBetween(Duration.ofSeconds(Long.MAX_VALUE)), VISITOR);
        InvitationHistory history = once.decide(InvitationHistory.none(), READER, outlook(1, 0), NOW)
                .nextHistory();
        assertThat(once.decide(history, READER, outlook(1, 0), Instant.MAX).rule())
                .isEmpty();
    }

    @Test
    void documentsRoundTripAndStayReadable() {
        Invitation invitation = INVITER.decide(InvitationHistory.none(), READER, outlook(1, 0), NOW);
        GoldenFile.assertReads(InviterTest.class, "invitation-policy-v1.json", POLICY, InvitationPolicy.class);
        GoldenFile.assertReads(InviterTest.class, "invitation-v1.json", invitation, Invitation.class);
        GoldenFile.assertReads(
                InviterTest.class,
                "invitation-history-v1.json",
                invitation.nextHistory().declined(NOW),
                InvitationHistory.class);
        JsonLine.assertRoundTrip(outlook(1, 2).apply("q"), QueueOutlook.class);
    }
}
