package io.github.saleskit.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.SharedData;
import io.github.saleskit.forecast.series.DateRange;
import io.github.saleskit.forecast.support.Golden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PipelineTrainerTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static final PipelineModel ASSUMED = PipelineModel.builder()
            .name("direct")
            .currency(CurrencyUnit.USD)
            .addStages(StageOutlook.open("Prospecting", 0.2))
            .addStages(StageOutlook.open("Engaging", 0.5))
            .addStages(StageOutlook.won("Won"))
            .addStages(StageOutlook.lost("Lost"))
            .build();

    private static DealHistory closed(String id, LocalDate engaged, int days, boolean won) {
        Optional<LocalDate> day = Optional.of(engaged.plusDays(days));
        DealHistory deal = open(id, engaged);
        return won ? deal.withWon(day) : deal.withLost(day);
    }

    private static DealHistory open(String id, LocalDate engaged) {
        return DealHistory.builder().id(id).putEntered("Engaging", engaged).build();
    }

    private static final List<DealHistory> HISTORY = List.of(
            closed("a", START, 5, true),
            closed("b", START, 7, false),
            closed("c", START, 20, true),
            closed("d", START, 40, true),
            open("e", START.plusDays(20)));

    @Test
    void sharesAreShrunkAndRatesCountedAsByHand() {
        PipelineTraining training = PipelineTrainer.compile(ASSUMED, 4).train(HISTORY, START.plusDays(30));
        // known by then: a and c won, b lost; d and e open
        StageEvidence engaging = training.evidence().get(1);
        assertThat(engaging.won()).isEqualTo(2);
        assertThat(engaging.lost()).isEqualTo(1);
        assertThat(engaging.open()).isEqualTo(2);
        assertThat(engaging.winProbability()).isCloseTo((2 + 4 * 0.5) / (3 + 4), within(1e-12));
        List<PaceBand> bands =
                training.model().stages().get(1).pace().orElseThrow().bands();
        // days under risk: 0-7: a 5, b 7, c 7, d 7, e 7; 7-14: c 7, d 7, e 3; 14-21: c 6, d 7; 21-30: d 9
        double days = 33 + 17 + 13 + 9;
        double prior = days / 3;
        assertThat(bands.get(0).wonADay()).isCloseTo((1 + 2 / days * prior) / (33 + prior), within(1e-12));
        assertThat(bands.get(0).lostADay()).isCloseTo((1 + 1 / days * prior) / (33 + prior), within(1e-12));
        assertThat(bands.get(1).wonADay()).isCloseTo((0 + 2 / days * prior) / (17 + prior), within(1e-12));
        assertThat(bands.get(2).wonADay()).isCloseTo((1 + 2 / days * prior) / (13 + prior), within(1e-12));
        assertThat(bands.get(14).wonADay()).isCloseTo(2 / days, within(1e-12));
    }

    @Test
    void aStageWithoutHistoryStaysAsAssumed() {
        PipelineTraining training = PipelineTrainer.compile(ASSUMED, 4).train(HISTORY, START.plusDays(30));
        StageOutlook prospecting = training.model().stages().get(0);
        assertThat(prospecting).isEqualTo(ASSUMED.stages().get(0));
        assertThat(training.reasons().get(0).text(Locale.ENGLISH)).contains("stays at the assumed 20 %");
        assertThat(training.reasons().get(1).text(Locale.ENGLISH)).contains("2 of 3 closed deals were won");
        assertThatThrownBy(() -> PipelineTrainer.compile(ASSUMED, 0)).hasMessageContaining("priorDeals is 0");
    }

    /** Deals won at 1 % and lost at 2 % a day, watched until a day on which a part of them is still open. */
    @Test
    void knownRatesAreFoundAgainThoughManyDealsAreStillOpen() {
        SplittableRandom random = new SplittableRandom(11);
        List<DealHistory> history = new ArrayList<>();
        LocalDate today = START.plusDays(120);
        for (int i = 0; i < 20_000; i++) {
            int days = 1;
            while (random.nextDouble() >= 0.03) {
                days++;
            }
            history.add(closed("" + i, START.plusDays(random.nextInt(120)), days, random.nextDouble() < 1 / 3.0));
        }
        PipelineTraining training = PipelineTrainer.compile(ASSUMED, 4).train(history, today);
        assertThat(training.evidence().get(1).open()).isGreaterThan(3_000);
        ClosingPace pace = training.model().stages().get(1).pace().orElseThrow();
        double within60 = (1 - Math.pow(0.97, 60)) / 3;
        assertThat(pace.chanceOfWin(0, 60)).isCloseTo(within60, within(0.01));
        assertThat(pace.chanceOfWin(30, 90)).isCloseTo(within60, within(0.015));
    }

    /** The deals of a public file, as known at the end of September, against daily rates without bands or shrinkage. */
    @Test
    void pacesOfThePublicPipelineAgreeWithTheAalenJohansenEstimate() {
        LocalDate asOf = LocalDate.of(2017, 9, 30);
        List<DealHistory> history = publicPipeline(asOf);
        List<PipelineDeal> deals = history.stream()
                .filter(deal -> deal.closed().filter(day -> !day.isAfter(asOf)).isEmpty())
                .map(deal -> PipelineDeal.builder()
                        .id(deal.id())
                        .stage("Engaging")
                        .amount(Money.parse("USD 1"))
                        .enteredStage(deal.entered().get("Engaging"))
                        .build())
                .toList();
        DateRange quarter = new DateRange(asOf.plusDays(1), LocalDate.of(2017, 12, 31));
        PipelineModel model =
                PipelineTrainer.compile(ASSUMED, 20).train(history, asOf).model();
        QuarterForecast forecast = PipelineForecaster.compile(model).forecast(deals, quarter, asOf);
        assertThat(deals).hasSize(2_409);
        assertThat(forecast.expected().getAmount().doubleValue())
                .isCloseTo(aalenJohansen(history, asOf, 92), within(15.0));
    }

    private static List<DealHistory> publicPipeline(LocalDate asOf) {
        List<DealHistory> history = new ArrayList<>();
        for (String line : SharedData.lines("opportunity/sales_pipeline.csv.gz").subList(1, 8801)) {
            String[] cells = line.split(",", -1);
            if (!cells[5].isEmpty() && !LocalDate.parse(cells[5]).isAfter(asOf)) {
                Optional<LocalDate> end =
                        Optional.of(cells[6]).filter(day -> !day.isEmpty()).map(LocalDate::parse);
                DealHistory deal = open(cells[0], LocalDate.parse(cells[5]));
                history.add(cells[4].equals("Won") ? deal.withWon(end) : deal.withLost(end));
            }
        }
        return history;
    }

    /** Expected wins within some days among all that are open. */
    private static double aalenJohansen(List<DealHistory> history, LocalDate asOf, int days) {
        double[] wins = new double[1_000];
        double[] closed = new double[1_000];
        double[] atRisk = new double[1_000];
        List<Integer> openAges = new ArrayList<>();
        for (DealHistory deal : history) {
            LocalDate end = deal.closed().filter(day -> !day.isAfter(asOf)).orElse(null);
            LocalDate entered = deal.entered().get("Engaging");
            int age = (int) ((end == null ? asOf : end).toEpochDay() - entered.toEpochDay());
            for (int t = 0; t <= age; t++) {
                atRisk[t]++;
            }
            if (end == null) {
                openAges.add(age);
            } else {
                closed[age]++;
                wins[age] += deal.won().isPresent() ? 1 : 0;
            }
        }
        double expected = 0;
        for (int age : openAges) {
            double open = 1;
            for (int t = age + 1; t <= age + days && atRisk[t] > 0; t++) {
                expected += open * wins[t] / atRisk[t];
                open *= 1 - closed[t] / atRisk[t];
            }
        }
        return expected;
    }

    @Test
    void itRoundTripsThroughJson() {
        Golden.assertGolden(HISTORY.get(0), DealHistory.class);
        Golden.assertGolden(
                PipelineTrainer.compile(ASSUMED, 4).train(HISTORY, START.plusDays(30)), PipelineTraining.class);
    }
}
