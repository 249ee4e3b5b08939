package io.github.saleskit.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.saleskit.core.opportunity.Opportunity;
import io.github.saleskit.core.opportunity.SalesProcess;
import io.github.saleskit.core.opportunity.Stage;
import io.github.saleskit.core.opportunity.StageHistory;
import io.github.saleskit.core.support.SharedData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A public data set of 8,800 deals; the expected counts are those of a count by column with other tools. */
class SalesPipelineDataTest {

    private static final PipelineAnalyzer ANALYZER = PipelineAnalyzer.compile(SalesProcess.of(
            "sample",
            List.of(
                    Stage.open("Prospecting", "Prospecting", "0.2"),
                    Stage.open("Engaging", "Engaging", "0.6"),
                    Stage.won("Won", "Won"),
                    Stage.lost("Lost", "Lost"))));

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** opportunity_id, sales_agent, product, account, deal_stage, engage_date, close_date, close_value. */
    private static Opportunity deal(String line) {
        String[] cells = line.split(",", -1);
        StageHistory history = cells[5].isEmpty()
                ? StageHistory.createdIn("Prospecting", Instant.EPOCH)
                : StageHistory.createdIn("Engaging", day(cells[5]));
        return Opportunity.builder()
                .id(cells[0])
                .amount(cells[7].isEmpty() ? Optional.empty() : Optional.of(Money.parse("USD " + cells[7])))
                .history(cells[6].isEmpty() ? history : history.plus(cells[4], day(cells[6])))
                .build();
    }

    @Test
    void everyDealOfTheSampleIsCountedOnce() {
        List<Opportunity> deals = SharedData.lines("opportunity/sales_pipeline.csv.gz").stream()
                .skip(1)
                .map(SalesPipelineDataTest::deal)
                .toList();
        PipelineSnapshot snapshot = ANALYZER.snapshot(deals, day("2018-01-01"));
        assertThat(snapshot.stages()).extracting(StageTotal::count).containsExactly(500, 1_589, 4_238, 2_473);
        assertThat(snapshot.stages().get(2).amounts()).containsExactly(Money.parse("USD 10005534.00"));
        Funnel funnel = ANALYZER.funnel(deals, day("2018-01-01"));
        assertThat(funnel.steps()).extracting(FunnelStep::reached).containsExactly(8_800, 8_300, 4_238);
        assertThat(funnel.winRate()).isEqualTo(new WinRate(4_238, 2_473));
        assertThat(ANALYZER.funnel(deals, day("2017-06-30")).winRate()).isEqualTo(new WinRate(1_785, 894));
    }
}
