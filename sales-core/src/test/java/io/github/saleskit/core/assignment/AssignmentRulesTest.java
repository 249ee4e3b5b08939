package io.github.saleskit.core.assignment;

import static io.github.saleskit.core.criteria.Criterion.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.core.team.Absence;
import io.github.saleskit.core.team.SalesRep;
import io.github.saleskit.core.team.SkillLevel;
import io.github.saleskit.core.team.Team;
import io.github.saleskit.core.team.TeamCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Eligibility, preferences, stickiness, queue, styles, catching up, and what takes decisions back. */
class AssignmentRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");

    private record Request(
            String id,
            Set<String> skills,
            String language,
            String company,
            String owner,
            int units,
            int priority,
            Instant since,
            boolean consent) {
        static Request of(String id) {
            return new Request(id, Set.of(), null, null, null, 1, 0, NOW, true);
        }

        Request skills(String... skills) {
            return new Request(id, Set.of(skills), language, company, owner, units, priority, since, consent);
        }

        Request language(String other) {
            return new Request(id, skills, other, company, owner, units, priority, since, consent);
        }

        Request company(String other) {
            return new Request(id, skills, language, other, owner, units, priority, since, consent);
        }

        Request owner(String other) {
            return new Request(id, skills, language, company, other, units, priority, since, consent);
        }

        Request units(int other) {
            return new Request(id, skills, language, company, owner, other, priority, since, consent);
        }

        Request queued(int newPriority, Instant newSince) {
            return new Request(id, skills, language, company, owner, units, newPriority, newSince, consent);
        }

        Request withoutConsent() {
            return new Request(id, skills, language, company, owner, units, priority, since, false);
        }
    }

    private static final FieldSet<Request> REQUEST = FieldSet.of(Request.class)
            .id(Request::id)
            .set("skills", Request::skills)
            .text("language", Request::language)
            .text("company", Request::company)
            .text("owner", Request::owner)
            .whole("units", Request::units)
            .whole("priority", Request::priority)
            .instant("since", Request::since)
            .flag("consent", Request::consent)
            .build();

    private static final AssignmentPool POOL = AssignmentPool.builder()
            .id("all")
            .addMatches(new FieldMatch("language", "languages"))
            .addConflicts(new FieldMatch("company", "conflicts"))
            .time(TimeRule.WORKING)
            .addSticky("owner")
            .build();

    private static AssignmentPolicy policy(AssignmentPool... pools) {
        return AssignmentPolicy.builder()
                .name("inbound")
                .weightField("weight")
                .capacityField("capacity")
                .dailyLimitField("dailyLimit")
                .weeklyLimitField("weeklyLimit")
                .tierField("tier")
                .zoneField("zone")
                .skillsField("skillLevels")
                .requiredSkillsField("skills")
                .unitsField("units")
                .priorityField("priority")
                .sinceField("since")
                .consent(field("consent").is(true))
                .addPools(pools)
                .build();
    }

    private static Assigner<Request, SalesRep> assigner(AssignmentPool... pools) {
        return Assigner.compile(policy(pools), REQUEST, SalesRep.FIELDS);
    }

    private static SalesRep.Builder rep(String id) {
        return SalesRep.builder().id(id).name(id).weight(1);
    }

    private static List<SalesRep> reps(String... ids) {
        List<SalesRep> reps = new ArrayList<>();
        for (String id : ids) {
            reps.add(rep(id).build());
        }
        return reps;
    }

    private static Assignment assign(Request lead, SalesRep... reps) {
        return assigner(POOL).assign(AssignmentState.start(), lead, List.of(reps), NOW);
    }

    private static String why(Assignment assignment, String rep) {
        return assignment.passedOver().stream()
                .filter(each -> each.rep().equals(rep))
                .map(each -> each.reason().text(Locale.ENGLISH))
                .findFirst()
                .orElse("");
    }

    @Test
    void skillsCountWithTheirLevels() {
        Assignment assignment = assign(
                Request.of("L").skills("cloud:2", "audit"),
                rep("a").putSkills("cloud", 1).addSkills("audit").build(),
                rep("b").putSkills("cloud", 3).addSkills("audit").build());
        assertThat(assignment.assignee()).contains("b");
        assertThat(why(assignment, "a")).isEqualTo("a lacks the skill cloud:2.");
    }

    @Test
    void whatNamesNoSkillKeepsNobodyFromALead() {
        Set<String> odd = new LinkedHashSet<>(List.of("", "cloud:0", "cloud:2"));
        FieldSet<String> reps = FieldSet.of(String.class)
                .id(id -> id)
                .set("skillLevels", id -> odd)
                .build();
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("inbound")
                .skillsField("skillLevels")
                .requiredSkillsField("skills")
                .addPools(AssignmentPool.builder().id("all").build())
                .build();
        Assigner<Request, String> assigner = Assigner.compile(policy, REQUEST, reps);
        Request lead = Request.of("L").skills("cloud", "", "chat:0");
        assertThat(assigner.assign(AssignmentState.start(), lead, List.of("a"), NOW)
                        .assignee())
                .contains("a");
    }

    @Test
    void languagesHaveToMatchAndConflictsMustNot() {
        Assignment assignment = assign(
                Request.of("L").language("ja").company("acme"),
                rep("a").addLanguages("en").build(),
                rep("b").addLanguages("ja", "en").addConflicts("acme").build(),
                rep("c").addLanguages("ja").build());
        assertThat(assignment.assignee()).contains("c");
        assertThat(why(assignment, "a")).isEqualTo("a has not ja among their languages.");
        assertThat(why(assignment, "b")).isEqualTo("b must not serve acme: conflicts.");
    }

    @Test
    void unitsFillTheCapacity() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<SalesRep> reps = List.of(rep("a").capacity(3).build());
        Assignment first =
                assigner.assign(AssignmentState.start(), Request.of("L1").units(2), reps, NOW);
        assertThat(first.nextState().openOf("a")).isEqualTo(2);
        Assignment second = assigner.assign(first.nextState(), Request.of("L2").units(2), reps, NOW);
        assertThat(second.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(why(second, "a")).isEqualTo("a has 2 open leads, and room for 3.");
    }

    @Test
    void limitsADayAndAWeekAreOnTheCalendarOfTheRepsZone() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<SalesRep> reps = List.of(rep("a").dailyLimit(1)
                .weeklyLimit(2)
                .zone(ZoneId.of("Asia/Tokyo"))
                .build());
        AssignmentState state = assigner.assign(AssignmentState.start(), Request.of("L1"), reps, NOW)
                .nextState();
        Assignment sameDay = assigner.assign(state, Request.of("L2"), reps, NOW.plusSeconds(3_000));
        assertThat(why(sameDay, "a")).isEqualTo("a was given 1 leads in this period, and the limit is 1.");
        // 15:00 UTC is the next day in Tokyo
        Assignment nextDay = assigner.assign(state, Request.of("L2"), reps, NOW.plusSeconds(3 * 3_600));
        assertThat(nextDay.assignee()).contains("a");
        Assignment thirdDay = assigner.assign(nextDay.nextState(), Request.of("L3"), reps, NOW.plusSeconds(27 * 3_600));
        assertThat(why(thirdDay, "a")).contains("the limit is 2");
        Assignment nextWeek = assigner.assign(nextDay.nextState(), Request.of("L3"), reps, NOW.plusSeconds(7 * 86_400));
        assertThat(nextWeek.assignee()).contains("a");
        Assignment clockPutBack = assigner.assign(state, Request.of("L4"), reps, NOW.minusSeconds(86_400));
        assertThat(clockPutBack.outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void takingALeadBackCorrectsTheCountOfItsOwnDayInTheRepsZone() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<SalesRep> reps =
                List.of(rep("a").weeklyLimit(9).zone(ZoneId.of("Asia/Tokyo")).build());
        // 15:00 UTC is the next day in Tokyo
        Instant wednesday = NOW.plusSeconds(3 * 3_600);
        Assignment first = assigner.assign(AssignmentState.start(), Request.of("L1"), reps, NOW);
        Assignment second = assigner.assign(first.nextState(), Request.of("L2"), reps, wednesday);
        Assignment third = assigner.assign(second.nextState(), Request.of("L3"), reps, NOW.plusSeconds(7 * 86_400));
        LocalDate day = LocalDate.parse("2026-03-04");
        assertThat(second.nextState().given()).containsEntry("a", new RateCount(day, 1, 2));
        assertThat(second.nextState().without(second).given()).containsEntry("a", new RateCount(day, 0, 1));
        assertThat(second.nextState().without(first).given()).containsEntry("a", new RateCount(day, 1, 1));
        assertThat(third.nextState().without(first).given())
                .isEqualTo(third.nextState().given());
    }

    @Test
    void whoIsAwayIsPassedOver() {
        SalesRep a =
                rep("a").addAbsences(Absence.between(NOW, NOW.plusSeconds(60))).build();
        Assigner<Request, SalesRep> assigner =
                assigner(POOL).withAvailability(TeamCalendar.compile(Team.of("t", List.of(a, rep("b").build()))));
        Assignment assignment =
                assigner.assign(AssignmentState.start(), Request.of("L"), List.of(a, rep("b").build()), NOW);
        assertThat(assignment.assignee()).contains("b");
        assertThat(why(assignment, "a")).isEqualTo("a is absent.");
        Assignment nobodyThere = assigner.assign(AssignmentState.start(), Request.of("L"), List.of(a), NOW);
        assertThat(nobodyThere.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(nobodyThere.reasons()).isNotEmpty();
    }

    @Test
    void nobodyIsContactedWithoutConsent() {
        Assignment assignment = assign(Request.of("L").withoutConsent(), rep("a").build());
        assertThat(assignment.outcome()).isEqualTo(Outcome.WITHHELD);
        assertThat(assignment.nextState()).isEqualTo(AssignmentState.start());
        Assignment claimed =
                assigner(POOL).claim(AssignmentState.start(), Request.of("L").withoutConsent(), "a", reps("a"), NOW);
        assertThat(claimed.outcome()).isEqualTo(Outcome.WITHHELD);
    }

    @Test
    void aLeadStaysWithItsOwnerAndTheOthersCatchUp() {
        Assignment assignment = assign(Request.of("L").owner("b"), rep("a").build(), rep("b").build());
        assertThat(assignment.assignee()).contains("b");
        assertThat(assignment.reasons().get(0).code()).isEqualTo("core.assignment.sticky");
        assertThat(why(assignment, "a")).isEqualTo("b was chosen in pool all, not a.");
        assertThat(assignment.nextState().rotation("all").credit("a")).isEqualTo(.5);
        assertThat(assign(Request.of("L").owner("zoe"), rep("a").build()).assignee())
                .contains("a");
    }

    @Test
    void preferencesNarrowDownOneAfterTheOther() {
        AssignmentPool pool = POOL.withPrefer(Preference.TIER, Preference.LEAST_LOADED);
        List<SalesRep> reps = List.of(
                rep("a").tier(2).build(),
                rep("b").tier(1).build(),
                rep("c").tier(1).build(),
                rep("d").build());
        AssignmentState state = AssignmentState.start().withUnits("b", 1);
        Assignment assignment = assigner(pool).assign(state, Request.of("L"), reps, NOW);
        assertThat(assignment.assignee()).contains("c");
        assertThat(why(assignment, "a")).contains("tier before that of a");
        assertThat(why(assignment, "b")).contains("less work for their weight than b");
        assertThat(why(assignment, "d")).contains("tier");
    }

    @Test
    void theHighestValueWinsAndWhatIsNoNumberIsPassedOver() {
        Assigner<Request, SalesRep> assigner = assigner(POOL.withPrefer(Preference.HIGHEST_VALUE))
                .withValue((lead, rep) -> switch (rep.id()) {
                    case "a" -> 1;
                    case "b" -> Double.NaN;
                    default -> 2;
                });
        Assignment assignment =
                assigner.assign(AssignmentState.start(), Request.of("L"), reps("a", "b", "c", "d"), NOW);
        assertThat(assignment.assignee()).contains("c");
        assertThat(why(assignment, "b")).isEqualTo("For b there is no number to compare in pool all.");
        assertThat(why(assignment, "a")).contains("worth more");
        assertThat(assignment.passedOver()).hasSize(3);
        Assignment nobody = assigner.withValue((lead, rep) -> Double.NaN)
                .assign(AssignmentState.start(), Request.of("L"), reps("a"), NOW);
        assertThat(nobody.outcome()).isEqualTo(Outcome.WAITING);
        AssignmentPool other = AssignmentPool.builder().id("other").build();
        Assignment fallback = assigner(POOL.withPrefer(Preference.HIGHEST_VALUE).withFallback("other"), other)
                .withValue((lead, rep) -> Double.NaN)
                .assign(AssignmentState.start(), Request.of("L"), reps("a", "b"), NOW);
        assertThat(fallback.pool()).contains("other");
        assertThat(fallback.passedOver()).extracting(PassedOver::rep).containsExactly("b", "b");
    }

    @Test
    void theQueueIsServedByPriorityThenAgeAndTheNewestWaitsForTheOldest() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<SalesRep> full = List.of(rep("a").capacity(0).build());
        Map<String, Request> leads = Map.of(
                "new", Request.of("new").queued(0, NOW),
                "old", Request.of("old").queued(0, NOW.minusSeconds(60)),
                "urgent", Request.of("urgent").queued(5, NOW.plusSeconds(86_400)));
        AssignmentState state = AssignmentState.start();
        for (String id : new TreeSet<>(leads.keySet())) {
            state = assigner.assign(state, leads.get(id), full, NOW).nextState();
        }
        assertThat(state.waiting()).extracting(WaitingLead::lead).containsExactly("urgent", "old", "new");
        List<SalesRep> free = List.of(rep("a").capacity(2).build());
        Assignment newest = assigner.assign(state, Request.of("newest"), free, NOW.plusSeconds(1));
        assertThat(newest.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(newest.reasons().get(0).fullText(Locale.ENGLISH)).contains("the lead urgent waits");
        List<Assignment> served =
                assigner.drain(newest.nextState(), id -> Optional.ofNullable(leads.get(id)), free, NOW.plusSeconds(5));
        assertThat(served).extracting(Assignment::lead).containsExactly("urgent", "old");
        AssignmentState after = served.get(1).nextState();
        assertThat(after.waiting()).extracting(WaitingLead::lead).containsExactly("new", "newest");
        assertThat(after.waiting().get(1).since()).isEqualTo(NOW);
        assertThat(after.withoutLead("new").waiting()).hasSize(1);
    }

    @Test
    void whoDeclinesIsNeverOfferedTheLeadAgain() {
        Assigner<Request, SalesRep> assigner = assigner(POOL.withStyle(ManagementStyle.SELLING));
        Request lead = Request.of("L");
        Assignment offer = assigner.assign(AssignmentState.start(), lead, reps("a", "b"), NOW);
        assertThat(offer.outcome()).isEqualTo(Outcome.OFFERED);
        assertThat(offer.assignee()).contains("a");
        Assignment second = assigner.decline(offer.nextState(), offer, lead, reps("a", "b"), NOW);
        assertThat(second.assignee()).contains("b");
        assertThat(why(second, "a")).isEqualTo("a has declined this lead or let it lie.");
        assertThat(second.nextState().openOf("a")).isZero();
        Assignment third = assigner.decline(second.nextState(), second, lead, reps("a", "b"), NOW);
        assertThat(third.outcome()).isEqualTo(Outcome.WAITING);
        assertThat(third.nextState().rotation("all").credits()).containsOnly(0);
        assertThat(assigner.assign(third.nextState().withoutLead("L"), lead, reps("a", "b"), NOW)
                        .assignee())
                .isPresent();
    }

    @Test
    void theHighestBidWinsAndTheTurnDecidesAmongEqualOnes() {
        Assigner<Request, SalesRep> assigner = assigner(POOL.withStyle(ManagementStyle.PARTNER));
        Request lead = Request.of("L").language("ja");
        List<SalesRep> reps = List.of(
                rep("a").addLanguages("ja").build(),
                rep("b").addLanguages("ja").build(),
                rep("c").build(),
                rep("d").addLanguages("ja").build(),
                rep("e").addLanguages("ja").build());
        Assignment open = assigner.assign(AssignmentState.start(), lead, reps, NOW);
        assertThat(open.outcome()).isEqualTo(Outcome.OPEN);
        Assignment awarded = assigner.award(
                open.nextState(), lead, Map.of("a", 5.0, "b", 7.0, "c", 99.0, "d", Double.NaN), reps, NOW);
        assertThat(awarded.assignee()).contains("b");
        assertThat(why(awarded, "a")).isEqualTo("Somebody in pool all bid more than a.");
        assertThat(why(awarded, "c")).contains("ja");
        assertThat(why(awarded, "d")).contains("no number");
        assertThat(why(awarded, "e")).isEqualTo("e did not bid in pool all.");
        assertThat(assigner.award(open.nextState(), lead, Map.of(), reps, NOW).outcome())
                .isEqualTo(Outcome.WAITING);
        assertThat(assigner.award(awarded.nextState(), lead, Map.of("a", 1.0, "b", 1.0), reps, NOW)
                        .assignee())
                .contains("a");
    }

    @Test
    void whoClaimsGetsWhatTheirLimitsAllow() {
        Assigner<Request, SalesRep> assigner = assigner(POOL.withStyle(ManagementStyle.DELEGATING));
        List<SalesRep> reps = List.of(rep("a").capacity(1).build(), rep("b").build());
        AssignmentState state = assigner.assign(AssignmentState.start(), Request.of("L1"), reps, NOW)
                .nextState();
        Assignment first = assigner.claim(state, Request.of("L1"), "a", reps, NOW);
        assertThat(first.outcome()).isEqualTo(Outcome.ASSIGNED);
        Assignment second = assigner.claim(first.nextState(), Request.of("L2"), "a", reps, NOW);
        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(second.nextState()).isEqualTo(first.nextState());
        assertThat(second.reasons().get(0).fullText(Locale.ENGLISH))
                .isEqualTo("a may not have the lead.\n  a has 1 open leads, and room for 1.");
    }

    @Test
    void overridesAndUndoingKeepTheAccountsRight() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<SalesRep> reps =
                List.of(rep("a").dailyLimit(9).build(), rep("b").capacity(0).build());
        Assignment forced = assigner.override(AssignmentState.start(), Request.of("L"), "b", reps, NOW);
        assertThat(forced.assignee()).contains("b");
        assertThat(forced.nextState().rotation("all").credit("a")).isEqualTo(1);
        AssignmentState undone = forced.nextState().without(forced);
        assertThat(undone.openOf("b")).isZero();
        assertThat(undone.rotation("all").credits()).containsOnly(0);
        assertThatThrownBy(() -> assigner.override(undone, Request.of("L"), "zoe", reps, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zoe");
    }

    @Test
    void somebodyTakenOutLeavesNothingBehind() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        AssignmentState state = assigner.assign(AssignmentState.start(), Request.of("L"), reps("a", "b", "c"), NOW)
                .nextState();
        AssignmentState without = state.withoutRep("a");
        assertThat(without.openOf("a")).isZero();
        assertThat(without.given()).isEmpty();
        assertThat(without.rotation("all").credit("b")).isZero();
    }

    @Test
    void oneAbsenceAddsNoMoreThanItsBound() {
        SalesRep a = rep("a").addAbsences(Absence.between(NOW, NOW.plusSeconds(1_000)))
                .build();
        List<SalesRep> reps = List.of(a, rep("b").build(), rep("c").build());
        TeamCalendar calendar = TeamCalendar.compile(Team.of("t", reps));
        for (double bound : new double[] {0, 1.5, 4, Double.POSITIVE_INFINITY}) {
            AssignmentPool pool = bound == 0
                    ? POOL
                    : POOL.withCatchUp(bound == Double.POSITIVE_INFINITY ? CatchUp.full() : CatchUp.upTo(bound));
            Assigner<Request, SalesRep> assigner = assigner(pool).withAvailability(calendar);
            AssignmentState state = AssignmentState.start();
            for (int n = 0; n < 60; n++) {
                Assignment assignment = assigner.assign(state, Request.of("L" + n), reps, NOW);
                assertThat(assignment.assignee().orElseThrow()).isIn("b", "c");
                state = assignment.nextState();
            }
            double credit = state.rotation("all").credit("a");
            assertThat(credit).isLessThanOrEqualTo(bound);
            assertThat(credit).isCloseTo(Math.min(bound, 20), within(.34));
            int extra = 0;
            for (int n = 0; n < 60; n++) {
                Assignment assignment = assigner.assign(state, Request.of("M" + n), reps, NOW.plusSeconds(2_000));
                extra += assignment.assignee().orElseThrow().equals("a") ? 1 : 0;
                state = assignment.nextState();
            }
            assertThat(extra - 20.0).isLessThanOrEqualTo(bound + 1);
            assertThat(state.left()).isEmpty();
        }
    }

    @Test
    void whoIsBackForALeadThatTheyCannotTakeIsNoLongerAway() {
        Request foreign = Request.of("F").language("ja");
        SalesRep a = rep("a").addAbsences(Absence.between(NOW, NOW.plusSeconds(1_000)))
                .build();
        List<SalesRep> reps = List.of(a, rep("b").addLanguages("ja").build());
        Assigner<Request, SalesRep> assigner =
                assigner(POOL.withCatchUp(CatchUp.full())).withAvailability(TeamCalendar.compile(Team.of("t", reps)));
        Assignment away = assigner.assign(AssignmentState.start(), Request.of("L"), reps, NOW);
        assertThat(away.nextState().left().get("all")).containsOnlyKeys("a");
        Assignment back = assigner.assign(away.nextState(), foreign, reps, NOW.plusSeconds(2_000));
        assertThat(back.nextState().left()).isEmpty();
    }

    @Test
    void manyLeadsThatWaitAreServedInTimeAndStayTheSameWhereNobodyIsFree() {
        Assigner<Request, SalesRep> assigner = assigner(POOL);
        List<WaitingLead> waiting = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            waiting.add(new WaitingLead("L" + i, Optional.of("all"), 0, NOW.plusSeconds(i * 7 % 3_000)));
        }
        AssignmentState state =
                new AssignmentState(1, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), waiting, Map.of());
        List<SalesRep> full = List.of(rep("a").capacity(0).build());
        assertThat(assigner.drain(state, id -> Optional.of(Request.of(id)), full, NOW))
                .isEmpty();
        List<Assignment> served = assigner.drain(state, id -> Optional.of(Request.of(id)), reps("a", "b"), NOW);
        assertThat(served)
                .extracting(Assignment::lead)
                .containsExactlyElementsOf(
                        state.waiting().stream().map(WaitingLead::lead).toList());
        assertThat(served.get(2_999).nextState().waiting()).isEmpty();
    }

    @Test
    void aStateThatIsReadAndKeptHasAllInOrder() {
        AssignmentState read = JsonLine.JACKSON_3.read(
                "{\"version\":1,\"declined\":{\"L\":[\"zoe\",\"ann\",\"mia\"]}}", AssignmentState.class);
        assertThat(JsonLine.JACKSON_2.write(read)).contains("[\"ann\",\"mia\",\"zoe\"]");
        assertThatThrownBy(() -> JsonLine.JACKSON_3.read(
                        "{\"version\":1,\"left\":{\"all\":{\"ann\":null}}}", AssignmentState.class))
                .hasStackTraceContaining("left credit of ann");
    }

    @Test
    void tenThousandSkillsAreNoHardship() {
        SalesRep.Builder a = rep("a");
        Set<String> asked = new TreeSet<>();
        for (int i = 0; i < 10_000; i++) {
            a.putSkills("skill" + i, 2);
            asked.add("skill" + i + ":2");
        }
        Request lead = Request.of("L").skills(asked.toArray(String[]::new));
        assertThat(assign(lead, a.build(), rep("b").build()).assignee()).contains("a");
    }

    @Test
    void problemsOfTheNewPartsAreReportedAtTheirPlaces() {
        AssignmentPool broken = AssignmentPool.builder()
                .id("x")
                .addMatches(new FieldMatch("langage", "weight"))
                .addSticky("units")
                .addSkills(SkillLevel.parse("cloud:2"))
                .build();
        AssignmentPolicy policy = AssignmentPolicy.builder()
                .name("p")
                .dailyLimitField("name")
                .addPools(broken)
                .build();
        assertThatThrownBy(() -> Assigner.compile(policy, REQUEST, SalesRep.FIELDS))
                .hasMessageContaining("/pools/0/matches/0/lead")
                .hasMessageContaining("Maybe \"language\"?")
                .hasMessageContaining("/pools/0/matches/0/rep")
                .hasMessageContaining("/pools/0/sticky/0")
                .hasMessageContaining("/dailyLimitField")
                .hasMessageContaining("/skillsField");
        assertThatThrownBy(() -> CatchUp.upTo(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> CatchUp.upTo(0)).hasMessageContaining("must be positive");
        assertThatThrownBy(() -> AssignmentState.start().withUnits("a", 1).released("a", 2))
                .hasMessageContaining("1 units open");
    }

    @Test
    void policiesStatesAndDecisionsSurviveJson() {
        AssignmentPool pool = POOL.withCatchUp(CatchUp.upTo(2))
                .withSkills(SkillLevel.parse("cloud:2"))
                .withPrefer(Preference.TIER)
                .withStyle(ManagementStyle.SELLING);
        GoldenFile.assertReads(
                AssignmentRulesTest.class, "assignment-policy-full-v1.json", policy(pool), AssignmentPolicy.class);
        Assigner<Request, SalesRep> assigner = assigner(POOL.withStyle(ManagementStyle.SELLING));
        Assignment offer = assigner.assign(AssignmentState.start(), Request.of("L"), reps("a", "b", "c"), NOW);
        Assignment second = assigner.decline(offer.nextState(), offer, Request.of("L"), reps("a", "b", "c"), NOW);
        JsonLine.assertRoundTrip(second, Assignment.class);
        Assignment waiting = assigner.assign(second.nextState(), Request.of("M"), List.of(), NOW);
        JsonLine.assertRoundTrip(waiting.nextState(), AssignmentState.class);
    }
}
