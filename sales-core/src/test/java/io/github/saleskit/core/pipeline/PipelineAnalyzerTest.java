package io.github.saleskit.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageHistory;
import io.github.saleskit.core.support.GoldenFile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PipelineAnalyzerTest {

    private static final Instant DAY_0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final SalesProcess PROCESS = SalesProcess.of(
            "standard",
            List.of(
                    Stage.open("discovery", "Discovery", "0.1"),
                    Stage.open("proposal", "Proposal", "0.5"),
                    Stage.onHold("parked", "Parked", "0.05"),
                    Stage.won("won", "Won"),
                    Stage.lost("lost", "Lost")));
    private static final PipelineAnalyzer ANALYZER = PipelineAnalyzer.compile(PROCESS);

    private static final List<Opportunity> DEALS = List.of(
            deal("1", "EUR 100.00", "discovery", "proposal", "won"),
            deal("2", "EUR 10.05", "discovery", "lost"),
            deal("3", "JPY 5000", "discovery", "proposal"),
            deal("4", "EUR 0.05", "discovery", "proposal"),
            deal("5", null, "discovery", "parked"),
            deal("6", "EUR 7.00", "discovery", "proposal", "discovery"),
            deal("7", "EUR 1.00", "discovery", "stage of old"),
            deal("8", "EUR 2.00", "stage of old", "proposal"),
            deal("9", "EUR 3.00", "won", "proposal"));

    /** Enters one stage a day from day 0 on. */
    private static Opportunity deal(String id, String amount, String... stages) {
        StageHistory history = StageHistory.createdIn(stages[0], DAY_0);
        for (int day = 1; day < stages.length; day++) {
            history = history.plus(stages[day], day(day));
        }
        return Opportunity.builder()
                .id(id)
                .amount(Optional.ofNullable(amount).map(Money::parse))
                .history(history)
                .build();
    }

    private static Instant day(int day) {
        return DAY_0.plus(day, ChronoUnit.DAYS);
    }

    private static StageTotal total(String id, String name, int count, List<String> amounts, List<String> weighted) {
        return new StageTotal(
                id,
                name,
                count,
                amounts.stream().map(Money::parse).toList(),
                weighted.stream().map(Money::parse).toList());
    }

    @Test
    void aSnapshotHasEachStageWithCountsAndAmounts() {
        PipelineSnapshot snapshot = ANALYZER.snapshot(DEALS, day(9));
        assertThat(snapshot.stages())
                .containsExactly(
                        total("discovery", "Discovery", 1, List.of("EUR 7.00"), List.of("EUR 0.70")),
                        // 0.5 * (0.05 + 2.00 + 3.00) = 2.525, half to even 2.52
                        total(
                                "proposal",
                                "Proposal",
                                4,
                                List.of("EUR 5.05", "JPY 5000"),
                                List.of("EUR 2.52", "JPY 2500")),
                        total("parked", "Parked", 1, List.of(), List.of()),
                        total("won", "Won", 1, List.of("EUR 100.00"), List.of("EUR 100.00")),
                        total("lost", "Lost", 1, List.of("EUR 10.05"), List.of("EUR 0.00")));
        assertThat(snapshot.reasons().get(1).text(Locale.ENGLISH))
                .isEqualTo("Left out because the sales process has no stage stage of old: 1.");
        assertThat(snapshot.stage("parked")).map(StageTotal::count).contains(1);
        GoldenFile.assertReads(
                PipelineAnalyzerTest.class, "pipeline-snapshot-v1.json", snapshot, PipelineSnapshot.class);
    }

    @Test
    void aSnapshotKnowsThePast() {
        assertThat(ANALYZER.snapshot(DEALS, day(0)).stages())
                .extracting(StageTotal::count)
                .containsExactly(7, 0, 0, 1, 0);
        PipelineSnapshot before = ANALYZER.snapshot(DEALS, day(-1));
        assertThat(before.stages()).extracting(StageTotal::count).containsOnly(0);
        assertThat(before.reasons().get(1).text(Locale.JAPANESE)).contains("除外: 9 件");
    }

    @Test
    void aFunnelCountsHowFarEachCame() {
        Funnel funnel = ANALYZER.funnel(DEALS, day(9));
        assertThat(funnel.steps()).extracting(FunnelStep::stage).containsExactly("discovery", "proposal", "won");
        // Discovery: all but 7, which is in a stage the process does not have. Proposal: 1, 3, 4, 6, 8, 9. Won: 1; 9
        // was reopened.
        assertThat(funnel.steps()).extracting(FunnelStep::reached).containsExactly(8, 6, 1);
        assertThat(funnel.steps())
                .extracting(FunnelStep::conversion)
                .containsExactly(Optional.empty(), Optional.of(6 / 8.0), Optional.of(1 / 6.0));
        assertThat(funnel.steps().get(1).amounts()).containsExactly(Money.parse("EUR 112.05"), Money.parse("JPY 5000"));
        assertThat(funnel.winRate()).isEqualTo(new WinRate(1, 1));
        GoldenFile.assertReads(PipelineAnalyzerTest.class, "funnel-v1.json", funnel, Funnel.class);
    }

    @Test
    void nothingIsAlsoAFunnel() {
        Funnel funnel = ANALYZER.funnel(List.of(), day(9));
        assertThat(funnel.steps()).extracting(FunnelStep::reached).containsOnly(0);
        assertThat(funnel.steps()).extracting(FunnelStep::conversion).containsOnly(Optional.empty());
        assertThat(funnel.reasons()).hasSize(1);
    }

    @Test
    void aProcessWithProblemsIsRefused() {
        assertThatThrownBy(() -> PipelineAnalyzer.compile(SalesProcess.of("empty", List.of())))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("sales process \"empty\" has 3 problems");
    }
}
