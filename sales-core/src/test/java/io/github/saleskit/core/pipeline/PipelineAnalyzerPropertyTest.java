package io.github.saleskit.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class PipelineAnalyzerPropertyTest {

    private static final List<String> STAGES = List.of("a", "b", "hold", "c", "won", "lost", "unknown");
    private static final PipelineAnalyzer ANALYZER = PipelineAnalyzer.compile(SalesProcess.of(
            "p",
            List.of(
                    Stage.open("a", "A", "0.1"),
                    Stage.open("b", "B", "0.2"),
                    Stage.onHold("hold", "Hold", "0.3"),
                    Stage.open("c", "C", "0.4"),
                    Stage.won("won", "Won"),
                    Stage.lost("lost", "Lost"))));

    private static List<Opportunity> random(int count, Random random) {
        List<Opportunity> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = random.nextInt(100);
            StageHistory history = StageHistory.createdIn(stage(random), Instant.ofEpochSecond(at));
            for (int n = random.nextInt(5); n > 0; n--) {
                at += random.nextInt(50);
                history = history.plus(stage(random), Instant.ofEpochSecond(at));
            }
            deals.add(Opportunity.builder()
                    .id("O" + i)
                    .amount(Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000)))
                    .history(history)
                    .build());
        }
        return deals;
    }

    private static String stage(Random random) {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    @Property(tries = 300)
    void nothingIsLostOrCountedTwice(
            @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(max = 300) int second, @ForAll long seed) {
        List<Opportunity> deals = random(count, new Random(seed));
        Instant asOf = Instant.ofEpochSecond(second);
        PipelineSnapshot snapshot = ANALYZER.snapshot(deals, asOf);
        Funnel funnel = ANALYZER.funnel(deals, asOf);
        List<Opportunity> counted = deals.stream()
                .filter(deal -> deal.history().asOf(asOf).stream()
                        .anyMatch(known -> !known.last().stage().equals("unknown")))
                .toList();
        assertThat(snapshot.stages().stream().mapToInt(StageTotal::count).sum()).isEqualTo(counted.size());
        assertThat(funnel.steps().get(0).reached()).isEqualTo(counted.size());
        assertThat(snapshot.stages().stream()
                        .flatMap(total -> total.amounts().stream())
                        .reduce(Money::plus))
                .isEqualTo(counted.stream()
                        .map(deal -> deal.amount().orElseThrow())
                        .reduce(Money::plus));
        assertThat(funnel.steps().get(0).amounts().stream().findFirst())
                .isEqualTo(counted.stream()
                        .map(deal -> deal.amount().orElseThrow())
                        .reduce(Money::plus));
    }

    @Property(tries = 300)
    void noStepIsWiderThanTheOneBeforeAndTheLastIsWhatIsWon(
            @ForAll @IntRange(max = 40) int count, @ForAll @IntRange(max = 300) int second, @ForAll long seed) {
        List<Opportunity> deals = random(count, new Random(seed));
        Instant asOf = Instant.ofEpochSecond(second);
        Funnel funnel = ANALYZER.funnel(deals, asOf);
        PipelineSnapshot snapshot = ANALYZER.snapshot(deals, asOf);
        List<FunnelStep> steps = funnel.steps();
        for (int i = 1; i < steps.size(); i++) {
            assertThat(steps.get(i).reached())
                    .isLessThanOrEqualTo(steps.get(i - 1).reached());
        }
        int won = snapshot.stage("won").orElseThrow().count();
        assertThat(steps.get(steps.size() - 1).reached()).isEqualTo(won);
        assertThat(funnel.winRate())
                .isEqualTo(new WinRate(won, snapshot.stage("lost").orElseThrow().count()));
    }
}
