package io.github.saleskit.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.criteria.Criterion;
import io.github.saleskit.core.criteria.FieldSet;
import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ApprovalEngineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private record Deal(BigDecimal discount, long months) {}

    private static final FieldSet<Deal> DEAL = FieldSet.of(Deal.class)
            .decimal("discount", Deal::discount)
            .whole("months", Deal::months)
            .build();

    private static final ApprovalPolicy POLICY = ApprovalPolicy.of(List.of(
            ApprovalRule.builder()
                    .id("discount")
                    .when(Criterion.parse("discount > 20"))
                    .addSteps(ApprovalStep.of("lead"), new ApprovalStep(List.of("cfo", "cro", "ceo"), 2))
                    .measure("discount")
                    .build(),
            ApprovalRule.builder()
                    .id("term")
                    .when(Criterion.parse("months > 36"))
                    .addSteps(ApprovalStep.of("legal"))
                    .build()));

    private final ApprovalEngine<Deal> engine = ApprovalEngine.compile(POLICY, DEAL);

    private static Deal deal(int discount, int months) {
        return new Deal(BigDecimal.valueOf(discount), months);
    }

    private ApprovalState asked(int discount, int months) {
        return engine.request(deal(discount, months), ApprovalState.empty(), "ann", DAY);
    }

    private ApprovalState approve(ApprovalState state, String by) {
        return engine.vote(state, by, ApprovalVote.APPROVE, "", Attendance.full(), DAY);
    }

    @Test
    void whatNoRuleAsksAboutIsApproved() {
        assertThat(asked(10, 12).status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(asked(10, 12).reasons()).extracting(each -> each.code()).containsExactly("core.approval.notNeeded");
    }

    @Test
    void aChainAsksOneStepAfterTheOtherUntilItsQuorum() {
        ApprovalState state = asked(25, 12);
        assertThat(engine.awaited(state)).containsExactly("lead");
        ApprovalState second = approve(state, "lead");
        assertThat(engine.awaited(second)).containsExactly("cfo", "cro", "ceo");
        ApprovalState third = approve(second, "ceo");
        assertThat(third.status()).isEqualTo(ApprovalStatus.PENDING);
        assertThat(approve(third, "cfo").status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThatThrownBy(() -> approve(third, "ceo"))
                .hasMessageContaining("ceo")
                .hasMessageContaining("Maybe");
    }

    @Test
    void oneRejectionRejectsAll() {
        ApprovalState state =
                engine.vote(asked(25, 48), "legal", ApprovalVote.REJECT, "too long", Attendance.full(), DAY);
        assertThat(state.status()).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(engine.request(deal(25, 48), state, "ann", DAY).status()).isEqualTo(ApprovalStatus.PENDING);
    }

    @Test
    void onlyWhatGotWorseIsAskedAgain() {
        ApprovalState approved = approve(approve(approve(asked(25, 12), "lead"), "cfo"), "cro");
        ApprovalState better = engine.request(deal(22, 12), approved, "ann", DAY);
        assertThat(better.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(better.trail().get(better.trail().size() - 1).kind()).isEqualTo(ApprovalEvent.Kind.CARRIED_OVER);
        assertThat(engine.awaited(engine.request(deal(30, 12), approved, "ann", DAY)))
                .containsExactly("lead");
        assertThat(engine.awaited(engine.request(deal(25, 48), approved, "ann", DAY)))
                .containsExactly("legal");
        ApprovalState none = engine.request(deal(5, 12), approved, "ann", DAY);
        assertThat(none.requests()).isEmpty();
        assertThat(none.trail().get(none.trail().size() - 1).kind()).isEqualTo(ApprovalEvent.Kind.WITHDRAWN);
    }

    @Test
    void anAmountInAnotherCurrencyIsAskedAgain() {
        FieldSet<Money> amount =
                FieldSet.of(Money.class).money("amount", money -> money).build();
        ApprovalEngine<Money> spending = ApprovalEngine.compile(
                ApprovalPolicy.of(List.of(ApprovalRule.builder()
                        .id("amount")
                        .when(Criterion.all())
                        .addSteps(ApprovalStep.of("cfo"))
                        .measure("amount")
                        .build())),
                amount);
        ApprovalState asked = spending.request(Money.parse("JPY 1000000"), ApprovalState.empty(), "ann", DAY);
        ApprovalState approved = spending.vote(asked, "cfo", ApprovalVote.APPROVE, "", Attendance.full(), DAY);
        JsonLine.assertRoundTrip(approved, ApprovalState.class);
        assertThat(spending.request(Money.parse("JPY 900000"), approved, "ann", DAY)
                        .status())
                .isEqualTo(ApprovalStatus.APPROVED);
        assertThat(spending.request(Money.parse("USD 900000"), approved, "ann", DAY)
                        .status())
                .isEqualTo(ApprovalStatus.PENDING);
    }

    @Test
    void aConditionWithAParameterIsAProblemOfThePolicy() {
        ApprovalRule rule = ApprovalRule.builder()
                .id("discount")
                .when(Criterion.parse("discount > :limit"))
                .addSteps(ApprovalStep.of("cfo"))
                .build();
        assertThatThrownBy(() -> ApprovalEngine.compile(ApprovalPolicy.of(List.of(rule)), DEAL))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("has no parameters");
    }

    @Test
    void aDelegateSpeaksForWhomeverIsAway() {
        Delegation holiday = new Delegation("lead", "deputy", DAY, DAY.plusDays(3));
        ApprovalState state =
                engine.vote(asked(25, 12), "deputy", ApprovalVote.APPROVE, "", Attendance.of(holiday), DAY.plusDays(3));
        ApprovalEvent last = state.trail().get(state.trail().size() - 1);
        assertThat(last.approver()).contains("lead");
        assertThat(last.by()).contains("deputy");
        assertThatThrownBy(() -> engine.vote(
                        asked(25, 12), "deputy", ApprovalVote.APPROVE, "", Attendance.of(holiday), DAY.plusDays(4)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyProblemOfAPolicyIsReported() {
        ApprovalRule wrong = ApprovalRule.builder()
                .id("discount")
                .when(Criterion.parse("discont > 1"))
                .addSteps(new ApprovalStep(List.of("a", "a"), 3))
                .measure("nothing")
                .build();
        ApprovalPolicy policy = ApprovalPolicy.of(List.of(wrong, wrong.withSteps(List.of())));
        assertThatThrownBy(() -> ApprovalEngine.compile(policy, DEAL))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(each -> each.code())
                                .contains(
                                        "field.unknown",
                                        "measure.unknown",
                                        "approver.duplicate",
                                        "quorum.range",
                                        "id.duplicate",
                                        "steps.none"));
    }

    @Test
    void policiesAndStatesRoundTrip() {
        JsonLine.assertRoundTrip(POLICY, ApprovalPolicy.class);
        ApprovalState state = engine.vote(asked(25, 48), "legal", ApprovalVote.APPROVE, "ok", Attendance.full(), DAY);
        JsonLine.assertRoundTrip(state, ApprovalState.class);
    }

    private static final List<String> BOARD = List.of("cfo", "cro", "ceo");

    private static ApprovalEngine<Deal> board(int quorum) {
        return ApprovalEngine.compile(
                ApprovalPolicy.of(List.of(ApprovalRule.builder()
                        .id("board")
                        .when(Criterion.all())
                        .addSteps(new ApprovalStep(BOARD, quorum).withDeputies("chair", "treasurer"))
                        .build())),
                DEAL);
    }

    private static Absence away(String person) {
        return new Absence(person, DAY, DAY.plusDays(7));
    }

    @Test
    void deputiesAreAskedOnlyWhileTheQuorumCannotBeReached() {
        ApprovalEngine<Deal> board = board(2);
        ApprovalState state = board.request(deal(0, 1), ApprovalState.empty(), "ann", DAY);
        Attendance one = new Attendance(List.of(away("ceo")), List.of());
        assertThat(board.awaited(state, one, DAY).voters()).containsExactly("cfo", "cro");
        assertThatThrownBy(() -> board.vote(state, "ceo", ApprovalVote.APPROVE, "", one, DAY))
                .hasMessageContaining("Maybe cfo or cro?");
        Attendance two = new Attendance(List.of(away("ceo"), away("cro")), List.of());
        ApprovalAgenda agenda = board.awaited(state, two, DAY);
        assertThat(agenda.voters()).containsExactly("cfo", "chair", "treasurer");
        assertThat(agenda.standingStill()).isEmpty();
        assertThat(agenda.reasons().get(0).text(java.util.Locale.ENGLISH))
                .isEqualTo("board awaits the vote of cfo, to be cast by one of: cfo.");
        ApprovalState signed = board.vote(state, "chair", ApprovalVote.APPROVE, "", two, DAY);
        assertThat(board.vote(signed, "cfo", ApprovalVote.APPROVE, "", two, DAY).status())
                .isEqualTo(ApprovalStatus.APPROVED);
        Attendance covered =
                new Attendance(two.absences(), List.of(new Delegation("cro", "coo", DAY, DAY.plusDays(7))));
        assertThat(board.awaited(state, covered, DAY).voters()).containsExactly("cfo", "coo");
        JsonLine.assertRoundTrip(covered, Attendance.class);
        JsonLine.assertRoundTrip(agenda, ApprovalAgenda.class);
    }

    @Test
    void whereNobodyIsLeftTheRequestStandsStill() {
        ApprovalState state = asked(25, 12);
        ApprovalAgenda agenda = engine.awaited(state, new Attendance(List.of(away("lead")), List.of()), DAY);
        assertThat(agenda.standingStill()).containsExactly("discount");
        assertThat(agenda.voters()).isEmpty();
        assertThat(agenda.reasons()).extracting(each -> each.code()).containsExactly("core.approval.standsStill");
        assertThat(engine.awaited(state, new Attendance(List.of(away("lead")), List.of()), DAY.plusDays(8))
                        .voters())
                .containsExactly("lead");
    }

    @Test
    void nobodyMakesUpAQuorumAlone() {
        ApprovalEngine<Deal> board = board(2);
        ApprovalState state = board.request(deal(0, 1), ApprovalState.empty(), "ann", DAY);
        Attendance cfoSpeaks =
                Attendance.of(new Delegation("cro", "cfo", DAY, DAY), new Delegation("ceo", "cfo", DAY, DAY));
        ApprovalState once = board.vote(state, "cfo", ApprovalVote.APPROVE, "", cfoSpeaks, DAY);
        assertThatThrownBy(() -> board.vote(once, "cfo", ApprovalVote.APPROVE, "", cfoSpeaks, DAY))
                .hasMessageContaining("cfo");
        assertThat(board.vote(once, "ceo", ApprovalVote.APPROVE, "", cfoSpeaks, DAY)
                        .status())
                .isEqualTo(ApprovalStatus.APPROVED);
        Attendance onlyCfo = new Attendance(List.of(away("cro"), away("ceo")), cfoSpeaks.delegations());
        assertThat(board.awaited(state, onlyCfo, DAY).voters()).containsExactly("cfo", "chair", "treasurer");
    }

    /** COO speaks for CFO and CRO, CTO for CFO alone: COO's vote counts for CRO, so that CTO's still can for CFO. */
    @Test
    void aVoteIsCastWhereItLeavesRoomForTheOthers() {
        ApprovalEngine<Deal> board = board(2);
        Attendance spoken = new Attendance(
                List.of(away("cfo"), away("cro"), away("ceo")),
                List.of(
                        new Delegation("cfo", "coo", DAY, DAY),
                        new Delegation("cfo", "cto", DAY, DAY),
                        new Delegation("cro", "coo", DAY, DAY)));
        ApprovalState state = board.request(deal(0, 1), ApprovalState.empty(), "ann", DAY);
        ApprovalState once = board.vote(state, "coo", ApprovalVote.APPROVE, "", spoken, DAY);
        assertThat(board.awaited(once, spoken, DAY).standingStill()).isEmpty();
        assertThat(board.vote(once, "cto", ApprovalVote.APPROVE, "", spoken, DAY)
                        .status())
                .isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void whereNobodyCanVoteNobodyIsSuggested() {
        Attendance nobody = new Attendance(List.of(away("lead")), List.of());
        assertThatThrownBy(() -> engine.vote(asked(25, 12), "lead", ApprovalVote.APPROVE, "", nobody, DAY))
                .hasMessage("by is \"lead\", but no request awaits their vote.");
    }

    @Test
    void documentsStayReadable() {
        GoldenFile.assertReads(ApprovalEngineTest.class, "approval-policy-v1.json", POLICY, ApprovalPolicy.class);
        ApprovalState state = approve(asked(25, 48), "lead");
        GoldenFile.assertReads(ApprovalEngineTest.class, "approval-state-v1.json", state, ApprovalState.class);
        Attendance attendance =
                new Attendance(List.of(away("ceo")), List.of(new Delegation("ceo", "coo", DAY, DAY.plusDays(7))));
        GoldenFile.assertReads(ApprovalEngineTest.class, "attendance-v1.json", attendance, Attendance.class);
        assertThatThrownBy(() -> new Absence("ceo", DAY, DAY.minusDays(1))).hasMessageContaining("lastDay");
    }

    @Test
    void deputiesAreNamedOnce() {
        ApprovalRule rule = ApprovalRule.builder()
                .id("board")
                .when(Criterion.all())
                .addSteps(new ApprovalStep(BOARD, 2).withDeputies("ceo"))
                .build();
        assertThatThrownBy(() -> ApprovalEngine.compile(ApprovalPolicy.of(List.of(rule)), DEAL))
                .hasMessageContaining("/rules/0/steps/0/deputies/0");
    }
}
