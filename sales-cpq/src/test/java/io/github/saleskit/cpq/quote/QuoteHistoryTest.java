package io.github.saleskit.cpq.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.approval.ApprovalStatus;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.GoldenFile;
import io.github.saleskit.core.support.JsonLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class QuoteHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Quote QUOTE = Quote.builder()
            .id("Q")
            .priceBook("eur")
            .addLines(QuoteLine.of("L1", "seat", 10), QuoteLine.of("L2", "day", 1))
            .build();

    private static QuoteHistory priced() {
        return QuoteHistory.start(QUOTE).withDraft(QUOTE, Optional.of(Money.parse("EUR 300.00")), Optional.of(DAY));
    }

    private static QuoteHistory to(QuoteHistory history, QuoteStatus... path) {
        QuoteHistory at = history;
        for (QuoteStatus each : path) {
            QuoteMove move = at.move(each, ApprovalStatus.APPROVED, "ann", DAY);
            assertThat(move.done()).as(each.name()).isTrue();
            at = move.history();
        }
        return at;
    }

    @Test
    void aQuoteGoesItsWay() {
        QuoteHistory accepted =
                to(priced(), QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED, QuoteStatus.ACCEPTED);
        assertThat(accepted.latest().status().isFinal()).isTrue();
        assertThat(accepted.trail())
                .extracting(QuoteEvent::to)
                .containsExactly(
                        QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED, QuoteStatus.ACCEPTED);
        assertThatThrownBy(() -> accepted.revise(QUOTE, "ann", DAY)).hasMessageContaining("ACCEPTED");
    }

    @Test
    void guardsSayWhyNot() {
        assertThat(code(QuoteHistory.start(QUOTE), QuoteStatus.IN_REVIEW, ApprovalStatus.APPROVED, DAY))
                .isEqualTo("cpq.quote.noTotal");
        assertThat(code(priced(), QuoteStatus.ACCEPTED, ApprovalStatus.APPROVED, DAY))
                .isEqualTo("cpq.quote.noSuchMove");
        QuoteHistory inReview = to(priced(), QuoteStatus.IN_REVIEW);
        assertThat(code(inReview, QuoteStatus.APPROVED, ApprovalStatus.PENDING, DAY))
                .isEqualTo("cpq.quote.notApproved");
        QuoteHistory presented = to(inReview, QuoteStatus.APPROVED, QuoteStatus.PRESENTED);
        assertThat(code(presented, QuoteStatus.ACCEPTED, ApprovalStatus.APPROVED, DAY.plusDays(1)))
                .isEqualTo("cpq.quote.overdue");
        assertThat(code(presented, QuoteStatus.EXPIRED, ApprovalStatus.APPROVED, DAY))
                .isEqualTo("cpq.quote.notOverdue");
        assertThat(presented
                        .move(QuoteStatus.EXPIRED, ApprovalStatus.APPROVED, "ann", DAY.plusDays(1))
                        .done())
                .isTrue();
    }

    private static String code(QuoteHistory history, QuoteStatus to, ApprovalStatus approval, LocalDate day) {
        QuoteMove move = history.move(to, approval, "ann", day);
        assertThat(move.done()).isFalse();
        assertThat(move.history()).isEqualTo(history);
        return move.reasons().get(0).code();
    }

    @Test
    void whatWasPresentedIsChangedByANewVersionOnly() {
        QuoteHistory presented = to(priced(), QuoteStatus.IN_REVIEW, QuoteStatus.APPROVED, QuoteStatus.PRESENTED);
        assertThatThrownBy(() -> presented.withDraft(QUOTE, Optional.empty(), Optional.empty()))
                .hasMessageContaining("PRESENTED")
                .hasMessageContaining("Maybe");
        Quote changed =
                QUOTE.withLines(QuoteLine.of("L1", "seat", new BigDecimal("12")), QuoteLine.of("L3", "storage", 100));
        QuoteHistory revised = presented.revise(changed, "ann", DAY);
        assertThat(revised.versions())
                .extracting(QuoteVersion::status)
                .containsExactly(QuoteStatus.SUPERSEDED, QuoteStatus.DRAFT);
        List<Reason> changes = revised.diff(1, 2).reasons();
        assertThat(changes.stream().map(each -> each.text(Locale.ENGLISH)))
                .contains(
                        "Line L2 (day) was removed.",
                        "Line L1: quantity changed from 10 to 12.",
                        "Line L3 was added: 100 x storage.");
        JsonLine.assertRoundTrip(revised, QuoteHistory.class);
    }

    @Test
    void everyChangeOfContentIsTold() {
        QuoteLine line = QUOTE.lines().get(0);
        Quote changed = QUOTE.withCustomer("C7")
                .withCoupons("SPRING")
                .withLines(line.withUnit("box").withGroup("later").withAlternativeTo("L2"));
        assertThat(QuoteHistory.start(QUOTE.withLines(line))
                        .revise(changed, "ann", DAY)
                        .diff(1, 2)
                        .reasons())
                .extracting(each -> each.text(Locale.ENGLISH))
                .containsExactly(
                        "Line L1: unit changed from - to box.",
                        "Line L1: counts changed from true to false.",
                        "Line L1: alternativeTo changed from - to L2.",
                        "Line L1: group changed from - to later.",
                        "customer changed from - to C7.",
                        "coupons changed from [] to [SPRING].");
    }

    @Test
    void whatTheCustomerChoosesIsPresentedInItsPlace() {
        Quote offer = QUOTE.withLines(
                QuoteLine.of("L1", "seat", 10),
                QuoteLine.of("L2", "day", 1).withOptional(true),
                QuoteLine.of("L3", "premium", 10).withAlternativeTo("L1"),
                QuoteLine.of("L4", "basic", 10).withAlternativeTo("L1"));
        QuoteHistory presented = to(
                QuoteHistory.start(offer).withDraft(offer, Optional.of(Money.parse("EUR 300.00")), Optional.of(DAY)),
                QuoteStatus.IN_REVIEW,
                QuoteStatus.APPROVED,
                QuoteStatus.PRESENTED);
        QuoteHistory chosen = presented.choose(List.of("L3", "L2"), Money.parse("EUR 450.00"), "customer", DAY);
        assertThat(chosen.latest().quote().lines())
                .containsExactly(QuoteLine.of("L2", "day", 1), QuoteLine.of("L3", "premium", 10));
        assertThat(chosen.latest().status()).isEqualTo(QuoteStatus.PRESENTED);
        assertThat(chosen.latest().validUntil()).contains(DAY);
        assertThat(chosen.trail().get(3))
                .isEqualTo(new QuoteEvent(DAY, "customer", 1, QuoteStatus.PRESENTED, QuoteStatus.SUPERSEDED));
        assertThat(chosen.trail().get(4))
                .isEqualTo(new QuoteEvent(DAY, "customer", 2, QuoteStatus.PRESENTED, QuoteStatus.PRESENTED));
        assertThatThrownBy(() -> presented.choose(List.of("L2"), Money.parse("USD 450.00"), "customer", DAY))
                .hasMessageContaining("presented in EUR");
        assertThatThrownBy(() -> presented.choose(List.of("L2"), Money.parse("EUR 1.00"), "customer", DAY.plusDays(1)))
                .hasMessageContaining("valid until");
        assertThatThrownBy(() -> offer.choosing(List.of("L3", "L4"))).hasMessageContaining("L1");
        Quote replaceable = QUOTE.withLines(
                QuoteLine.of("L1", "seat", 10).withOptional(true),
                QuoteLine.of("L2", "premium", 10).withAlternativeTo("L1"));
        assertThatThrownBy(() -> replaceable.choosing(List.of("L1", "L2"))).hasMessageContaining("takes the place");
        assertThatThrownBy(() -> offer.choosing(List.of("L1"))).hasMessageContaining("anyway");
        assertThatThrownBy(() -> offer.choosing(List.of("L9"))).hasMessageContaining("no such line");
        assertThatThrownBy(() -> priced().choose(List.of(), Money.parse("EUR 1.00"), "customer", DAY))
                .hasMessageContaining("DRAFT");
    }

    @Test
    void aHistoryIsOfOneQuoteInOrder() {
        QuoteHistory revised = priced().revise(QUOTE, "ann", DAY);
        assertThatThrownBy(() -> priced().revise(QUOTE.withId("other"), "ann", DAY))
                .hasMessageContaining("other");
        assertThatThrownBy(() -> new QuoteHistory(1, revised.versions().subList(1, 2), List.of()))
                .hasMessageContaining("number 2 in place 1");
        QuoteVersion first = revised.versions().get(0);
        assertThatThrownBy(() ->
                        new QuoteHistory(1, List.of(first.withStatus(QuoteStatus.DRAFT), revised.latest()), List.of()))
                .hasMessageContaining("version 1 is DRAFT");
        GoldenFile.assertReads(QuoteHistoryTest.class, "quote-history-v1.json", revised, QuoteHistory.class);
        GoldenFile.assertReads(QuoteHistoryTest.class, "quote-diff-v1.json", revised.diff(1, 2), QuoteDiff.class);
    }
}
