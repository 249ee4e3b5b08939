package io.github.saleskit.core.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.support.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    private static final Instant CREATED = Instant.parse("2026-01-12T09:00:00Z");
    private static final Instant MOVED = Instant.parse("2026-02-03T15:00:00Z");
    private static final Opportunity DEAL = Opportunity.builder()
            .id("O-17")
            .name("監査 2026")
            .account("A-3")
            .owner("ann")
            .amount(Money.parse("EUR 12000.00"))
            .expectedClose(LocalDate.of(2026, 4, 30))
            .history(StageHistory.createdIn("discovery", CREATED))
            .build()
            .movedTo("proposal", MOVED);

    @Test
    void theFirstVersionStaysReadable() {
        GoldenFile.assertReads(OpportunityTest.class, "opportunity-v1.json", DEAL, Opportunity.class);
    }

    @Test
    void theLastEntryIsTheStageItIsIn() {
        assertThat(DEAL.stage()).isEqualTo("proposal");
        assertThat(DEAL.createdAt()).isEqualTo(CREATED);
    }

    @Test
    void historyIsKnownAsOfAnyInstant() {
        assertThat(DEAL.history().asOf(CREATED.minusNanos(1))).isEmpty();
        assertThat(DEAL.history().asOf(MOVED.minusNanos(1))).contains(StageHistory.createdIn("discovery", CREATED));
        assertThat(DEAL.history().asOf(MOVED)).contains(DEAL.history());
    }

    @Test
    void historyOnlyGrowsAtItsEnd() {
        assertThatThrownBy(() -> DEAL.movedTo("won", MOVED.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in order of time");
        assertThatThrownBy(() -> new StageHistory(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entries is empty");
    }

    @Test
    void fieldsTellWhereItIs() {
        assertThat(Opportunity.FIELDS.fields()).allMatch(field -> field.present(DEAL));
        assertThat(Opportunity.FIELDS.require("stage").value(DEAL)).isEqualTo("proposal");
        assertThat(Opportunity.FIELDS.require("createdAt").value(DEAL)).isEqualTo(CREATED);
    }
}
