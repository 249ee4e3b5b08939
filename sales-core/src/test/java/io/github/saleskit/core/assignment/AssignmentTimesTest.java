package io.github.saleskit.core.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.calendar.BusinessHours;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.team.SalesRep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Times to respond, limits of claims, and who is remembered for a company. */
class AssignmentTimesTest {

    /** A Tuesday. */
    private static final Instant ELEVEN = Instant.parse("2026-03-03T11:00:00Z");

    private record Request(String id, @Nullable String domain) {}

    private static final FieldSet<Request> REQUEST = FieldSet.of(Request.class)
            .id(Request::id)
            .text("domain", Request::domain)
            .build();

    private static final AssignmentPool POOL = AssignmentPool.builder()
            .id("all")
            .respondWithin(Duration.ofHours(2))
            .hours("split")
            .claimLimit(2)
            .addRemember("domain")
            .rememberFor(Duration.ofDays(30))
            .build();

    private static final List<SalesRep> REPS = List.of(rep("ann"), rep("bob"), rep("cem"));

    private static SalesRep rep(String id) {
        return SalesRep.builder().id(id).name(id).weight(1).build();
    }

    private static AssignmentPolicy policy(AssignmentPool pool) {
        return AssignmentPolicy.builder()
                .name("inbound")
                .addHours(BusinessHours.mondayToFriday("split", ZoneId.of("UTC"), "09:00-12:00", "14:00-18:00"))
                .addPools(pool)
                .build();
    }

    private static Assigner<Request, SalesRep> assigner(AssignmentPool pool) {
        return Assigner.compile(policy(pool), REQUEST, SalesRep.FIELDS);
    }

    private static Assignment assign(AssignmentPool pool, AssignmentState state, Request lead, Instant now) {
        return assigner(pool).assign(state, lead, REPS, now);
    }

    private static String code(Assignment assignment) {
        return assignment.reasons().get(0).code();
    }

    @Test
    void theTimeToRespondRunsInBusinessHours() {
        Assignment assignment = assign(POOL, AssignmentState.start(), new Request("l1", null), ELEVEN);
        assertThat(assignment.deadline()).contains(Instant.parse("2026-03-03T15:00:00Z"));
        assertThat(assign(POOL.withHours(Optional.empty()), AssignmentState.start(), new Request("l1", null), ELEVEN)
                        .deadline())
                .contains(ELEVEN.plusSeconds(7_200));
        AssignmentPool free = POOL.withRespondWithin(Optional.empty());
        assertThat(assign(free, AssignmentState.start(), new Request("l1", null), ELEVEN)
                        .deadline())
                .isEmpty();
    }

    @Test
    void whoDoesNotRespondInTimeLosesTheLeadToAnother() {
        for (ManagementStyle style : List.of(ManagementStyle.DIRECTIVE, ManagementStyle.SELLING)) {
            AssignmentPool pool = POOL.withStyle(style);
            Request lead = new Request("l1", null);
            Assignment first = assign(pool, AssignmentState.start(), lead, ELEVEN);
            Instant deadline = first.deadline().orElseThrow();
            assertThatThrownBy(
                            () -> assigner(pool).expire(first.nextState(), first, lead, REPS, deadline.minusNanos(1)))
                    .hasMessageContaining(deadline.toString());
            Assignment second = assigner(pool).expire(first.nextState(), first, lead, REPS, deadline);
            assertThat(second.assignee()).isPresent().isNotEqualTo(first.assignee());
            assertThat(second.nextState().openOf(first.assignee().orElseThrow()))
                    .isZero();
            assertThat(second.deadline()).contains(Instant.parse("2026-03-03T17:00:00Z"));
        }
    }

    @Test
    void anOpenLeadForWhichNobodyCameInTimeIsGivenByTurn() {
        for (ManagementStyle style : List.of(ManagementStyle.PARTNER, ManagementStyle.DELEGATING)) {
            AssignmentPool pool = POOL.withStyle(style);
            Request lead = new Request("l1", null);
            Assignment open = assign(pool, AssignmentState.start(), lead, ELEVEN);
            assertThat(open.outcome()).isEqualTo(Outcome.OPEN);
            Instant deadline = open.deadline().orElseThrow();
            Assignment given = assigner(pool).expire(open.nextState(), open, lead, REPS, deadline);
            assertThat(given.outcome()).isEqualTo(Outcome.ASSIGNED);
            assertThat(given.assignee()).contains("ann");
        }
    }

    private static void assertNothingChanged(Assignment refused, AssignmentState before) {
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(code(refused)).isEqualTo("core.assignment.notAwaited");
        assertThat(refused.nextState()).isEqualTo(before);
        JsonLine.assertRoundTrip(refused, Assignment.class);
    }

    @Test
    void anAssignmentExpiresOnce() {
        for (ManagementStyle style : ManagementStyle.values()) {
            Assigner<Request, SalesRep> assigner = assigner(POOL.withStyle(style));
            Request lead = new Request("l1", "acme.com");
            Assignment first = assigner.assign(AssignmentState.start(), lead, REPS, ELEVEN);
            Instant deadline = first.deadline().orElseThrow();
            AssignmentState after = assigner.expire(first.nextState(), first, lead, REPS, deadline)
                    .nextState();
            assertNothingChanged(assigner.expire(after, first, lead, REPS, deadline.plusSeconds(1)), after);
        }
    }

    @Test
    void whatWasClaimedAwardedOrRespondedToDoesNotExpire() {
        Request lead = new Request("l1", null);
        Assigner<Request, SalesRep> claims = assigner(POOL.withStyle(ManagementStyle.DELEGATING));
        Assignment open = claims.assign(AssignmentState.start(), lead, REPS, ELEVEN);
        Instant deadline = open.deadline().orElseThrow();
        AssignmentState claimed =
                claims.claim(open.nextState(), lead, "bob", REPS, ELEVEN).nextState();
        assertNothingChanged(claims.expire(claimed, open, lead, REPS, deadline), claimed);
        assertThat(claimed.without(open)).as("taken back too late").isEqualTo(claimed);
        AssignmentState awarded = claims.award(open.nextState(), lead, Map.of("cem", 1.0), REPS, ELEVEN)
                .nextState();
        assertNothingChanged(claims.expire(awarded, open, lead, REPS, deadline), awarded);
        Assignment given = assign(POOL, AssignmentState.start(), lead, ELEVEN);
        AssignmentState responded = given.nextState().responded("l1");
        assertThat(responded.awaited()).isEmpty();
        assertNothingChanged(assigner(POOL).expire(responded, given, lead, REPS, deadline), responded);
        AssignmentState closed = given.nextState().withoutLead("l1");
        assertNothingChanged(assigner(POOL).expire(closed, given, lead, REPS, deadline), closed);
    }

    @Test
    void aLeadIsDeclinedOnceUnlessSomebodyOverridesThat() {
        Request lead = new Request("l1", null);
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        Assignment first = assigner.assign(AssignmentState.start(), lead, REPS, ELEVEN);
        AssignmentState declined =
                assigner.decline(first.nextState(), first, lead, REPS, ELEVEN).nextState();
        assertNothingChanged(assigner.decline(declined, first, lead, REPS, ELEVEN), declined);
        assertNothingChanged(assigner.expire(declined, first, lead, REPS, Instant.MAX), declined);
        Assignment again = assigner.override(declined.withoutLead("none"), lead, "ann", REPS, ELEVEN.plusSeconds(1));
        assertThat(again.nextState().declined()).isEmpty();
        assertThat(assigner.decline(again.nextState(), again, lead, REPS, ELEVEN.plusSeconds(2))
                        .outcome())
                .isEqualTo(Outcome.ASSIGNED);
    }

    @Test
    void whoNeverRespondedLosesTheLeadAlsoWhenTheyHaveLeft() {
        Request lead = new Request("l1", null);
        Assignment first = assign(POOL, AssignmentState.start(), lead, ELEVEN);
        AssignmentState left = first.nextState().withoutRep(first.assignee().orElseThrow());
        Assignment next =
                assigner(POOL).expire(left, first, lead, REPS, first.deadline().orElseThrow());
        assertThat(next.assignee()).isPresent().isNotEqualTo(first.assignee());
    }

    @Test
    void beyondTheYearsOfTheCalendarElapsedTimeCounts() {
        Instant late = Instant.parse("2199-12-31T17:00:00Z");
        Instant early = Instant.parse("1850-01-01T12:00:00Z");
        for (Instant now : List.of(late, early)) {
            assertThat(assign(POOL, AssignmentState.start(), new Request("l1", null), now)
                            .deadline())
                    .contains(now.plus(Duration.ofHours(2)));
        }
    }

    @Test
    void anAssignmentWithoutDeadlineDoesNotExpire() {
        AssignmentPool free = POOL.withRespondWithin(Optional.empty());
        Request lead = new Request("l1", null);
        Assignment given = assign(free, AssignmentState.start(), lead, ELEVEN);
        assertThatThrownBy(() -> assigner(free).expire(given.nextState(), given, lead, REPS, Instant.MAX))
                .hasMessageContaining("absent");
    }

    @Test
    void claimsHaveALimitOfTheirOwn() {
        AssignmentPool pool = POOL.withStyle(ManagementStyle.DELEGATING);
        Assigner<Request, SalesRep> assigner = assigner(pool);
        AssignmentState state = AssignmentState.start();
        for (int i = 0; i < 2; i++) {
            Assignment claimed = assigner.claim(state, new Request("l" + i, null), "bob", REPS, ELEVEN);
            assertThat(claimed.outcome()).isEqualTo(Outcome.ASSIGNED);
            state = claimed.nextState();
        }
        Assignment refused = assigner.claim(state, new Request("l9", null), "bob", REPS, ELEVEN);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.reasons().get(0).details().get(0).code()).isEqualTo("core.assignment.claimLimitReached");
        assertThat(refused.nextState()).isEqualTo(state);
        assertThat(assigner.claim(state.released("bob"), new Request("l9", null), "bob", REPS, ELEVEN)
                        .outcome())
                .isEqualTo(Outcome.ASSIGNED);
    }

    @Test
    void theNextLeadOfACompanyGoesToWhoHadTheLastOne() {
        Assignment first = assign(POOL, AssignmentState.start(), new Request("l1", "acme.com"), ELEVEN);
        String rep = first.assignee().orElseThrow();
        Assignment other = assign(POOL, first.nextState(), new Request("l2", "other.com"), ELEVEN);
        assertThat(other.assignee()).isNotEqualTo(first.assignee());
        Assignment second = assign(POOL, other.nextState(), new Request("l3", "acme.com"), ELEVEN);
        assertThat(second.assignee()).contains(rep);
        assertThat(code(second)).isEqualTo("core.assignment.remembered");
        assertThat(second.nextState().rotations().get("all").credit(rep))
                .as("two turns of three, one would be their due")
                .isEqualTo(-1);
    }

    @Test
    void whatIsTooOldIsNotRememberedNorIsWhoMayNotTakeItOrHasLeft() {
        AssignmentState state = assign(POOL, AssignmentState.start(), new Request("l1", "acme.com"), ELEVEN)
                .nextState();
        assertThat(state.remembered()).containsKey("domain");
        Request next = new Request("l2", "acme.com");
        assertThat(code(assign(POOL, state, next, ELEVEN.plus(Duration.ofDays(30)))))
                .isEqualTo("core.assignment.remembered");
        assertThat(code(assign(
                        POOL, state, next, ELEVEN.plus(Duration.ofDays(30)).plusNanos(1))))
                .isEqualTo("core.assignment.assigned");
        assertThat(assigner(POOL)
                        .assign(state, next, List.of(rep("bob"), rep("cem")), ELEVEN)
                        .assignee())
                .contains("bob");
        assertThat(state.withoutRep("ann").remembered()).isEmpty();
        assertThat(code(assign(POOL, state, new Request("l3", null), ELEVEN))).isEqualTo("core.assignment.assigned");
    }

    private record Visit(String id, Set<String> companies) {}

    @Test
    void ofSeveralCompaniesTheLatestCountsInWhateverOrderASetHasThem() {
        FieldSet<Visit> visits = FieldSet.of(Visit.class)
                .id(Visit::id)
                .set("companies", Visit::companies)
                .build();
        AssignmentPool pool = POOL.withRemember("companies");
        Assigner<Visit, SalesRep> assigner = Assigner.compile(policy(pool), visits, SalesRep.FIELDS);
        AssignmentState state = AssignmentState.start()
                .withRemembered("companies", List.of("a"), "ann", ELEVEN)
                .withRemembered("companies", List.of("b"), "bob", ELEVEN.plusSeconds(1))
                .withRemembered("companies", List.of("c"), "cem", ELEVEN);
        for (List<String> order : List.of(List.of("a", "b", "c"), List.of("c", "b", "a"))) {
            Visit visit = new Visit("v", new LinkedHashSet<>(order));
            assertThat(assigner.assign(state, visit, REPS, ELEVEN.plusSeconds(2))
                            .assignee())
                    .contains("bob");
            assertThat(assigner.assign(state, visit, List.of(rep("ann"), rep("cem")), ELEVEN.plusSeconds(2))
                            .assignee())
                    .as("of equally late ones the first value's")
                    .contains("ann");
        }
    }

    @Test
    void whoLetALeadLieIsNotRememberedForItsCompany() {
        List<SalesRep> alone = List.of(rep("ann"));
        Request lead = new Request("l1", "acme.com");
        Assignment first = assigner(POOL).assign(AssignmentState.start(), lead, alone, ELEVEN);
        Instant deadline = first.deadline().orElseThrow();
        Assignment waits = assigner(POOL).expire(first.nextState(), first, lead, alone, deadline);
        assertThat(waits.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(waits.nextState().remembered()).isEmpty();
        AssignmentState since =
                first.nextState().withRemembered("domain", List.of("acme.com"), "ann", ELEVEN.plusSeconds(1));
        assertThat(assigner(POOL)
                        .expire(since, first, lead, alone, deadline)
                        .nextState()
                        .remembered())
                .as("a lead of the company that they took later")
                .isEqualTo(since.remembered());
    }

    @Test
    void theOldestTenthIsForgottenWhereThereAreTooMany() {
        AssignmentState state = AssignmentState.start();
        for (int i = 0; i <= AssignmentState.MOST_REMEMBERED; i += 1_000) {
            List<String> some =
                    IntStream.range(i, i + 1_000).mapToObj(n -> "v" + n).toList();
            state = state.withRemembered("domain", some, "ann", ELEVEN.plusSeconds(i));
        }
        Map<String, RememberedRep> kept = state.remembered().get("domain");
        assertThat(kept).hasSize(9_000).doesNotContainKeys("v0", "v1999").containsKeys("v2000", "v10999");
        AssignmentState more = state.withRemembered("domain", List.of("v"), "bob", ELEVEN);
        assertThat(more.remembered().get("domain")).hasSize(9_001);
        assertThat(kept).as("the state before").hasSize(9_000);
    }

    @Test
    void preparedRepsGiveTheSameAnswersWithoutReadingTheirIdsAgain() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        Collection<SalesRep> prepared = assigner.prepared(List.of(rep("cem"), rep("ann"), rep("bob")));
        assertThat(prepared).extracting(SalesRep::id).containsExactly("ann", "bob", "cem");
        AssignmentState state = AssignmentState.start();
        for (int i = 0; i < 10; i++) {
            Request lead = new Request("l" + i, "c" + i % 3);
            Assignment given = assigner.assign(state, lead, prepared, ELEVEN);
            assertThat(given).isEqualTo(assigner.assign(state, lead, REPS, ELEVEN));
            state = given.nextState();
        }
        assertThatThrownBy(() -> assigner.prepared(List.of(rep("ann"), rep("ann"))))
                .hasMessageContaining("twice");
    }

    @Test
    void everyProblemIsFound() {
        AssignmentPool bad = AssignmentPool.builder()
                .id("bad")
                .respondWithin(Duration.ZERO)
                .hours("splitt")
                .claimLimit(0)
                .addRemember("domian")
                .rememberFor(Duration.ofDays(-1))
                .build();
        assertThatThrownBy(() -> assigner(bad))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .contains(
                                        "/pools/0/respondWithin",
                                        "/pools/0/hours",
                                        "/pools/0/claimLimit",
                                        "/pools/0/remember/0",
                                        "/pools/0/rememberFor"));
    }

    @Test
    void hoursThatAreWrongThemselvesAreNotUnknownToo() {
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("inbound")
                .addHours(BusinessHours.builder()
                        .name("split")
                        .zone(ZoneId.of("UTC"))
                        .build())
                .addPools(POOL)
                .build();
        assertThatThrownBy(() -> Assigner.compile(policy, REQUEST, SalesRep.FIELDS))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .isNotEmpty()
                                .allSatisfy(
                                        problem -> assertThat(problem.pointer()).startsWith("/hours/0")));
    }

    @Test
    void timesWithoutEndDoNotFail() {
        AssignmentPool pool = POOL.withRespondWithin(Duration.ofSeconds(Long.MAX_VALUE))
                .withRememberFor(Duration.ofSeconds(Long.MAX_VALUE));
        Assignment given = assign(pool, AssignmentState.start(), new Request("l1", "acme.com"), ELEVEN);
        assertThat(given.deadline()).isEmpty();
        assertThat(code(assign(pool, given.nextState(), new Request("l2", "acme.com"), ELEVEN)))
                .isEqualTo("core.assignment.remembered");
    }

    @Test
    void documentsRoundTripAndStayReadable() {
        Assignment given = assign(POOL, AssignmentState.start(), new Request("l1", "acme.com"), ELEVEN);
        JsonLine.assertRoundTrip(given, Assignment.class);
        GoldenFile.assertReads(
                AssignmentTimesTest.class, "assignment-policy-times-v1.json", policy(POOL), AssignmentPolicy.class);
        GoldenFile.assertReads(
                AssignmentTimesTest.class,
                "assignment-state-remembered-v1.json",
                given.nextState().responded("l1"),
                AssignmentState.class);
        GoldenFile.assertReads(
                AssignmentTimesTest.class,
                "assignment-state-awaited-v1.json",
                given.nextState(),
                AssignmentState.class);
    }
}
