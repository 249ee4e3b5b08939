package io.github.saleskit.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.definition.DefinitionException;
import io.github.saleskit.core.definition.Problem;
import io.github.saleskit.core.opportunity.StageType;
import io.github.saleskit.forecast.series.DateRange;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.support.Golden;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PipelineForecasterTest {

    private static final ClosingPace PACE = new ClosingPace(
            List.of(new PaceBand(0, 0.01, 0.01), new PaceBand(50, 0.002, 0.006), new PaceBand(100, 0, 0.05)));

    private static final PipelineModel MODEL = PipelineModel.builder()
            .name("direct")
            .currency(CurrencyUnit.EUR)
            .addStages(StageOutlook.open("talking", 0.25).withPace(PACE))
            .addStages(StageOutlook.open("offered", 0.5).withCategory(ForecastCategory.BEST_CASE))
            .addStages(StageOutlook.open("agreed", 0.9).withCategory(ForecastCategory.COMMIT))
            .addStages(StageOutlook.open("dreaming", 0.1).withCategory(ForecastCategory.OMITTED))
            .addStages(StageOutlook.won("won"))
            .addStages(StageOutlook.lost("lost"))
            .build();

    private static final DateRange QUARTER = TimePeriod.quarter(2026, 4).days();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static PipelineDeal deal(String id, String stage, String amount, String close) {
        PipelineDeal.Builder builder = PipelineDeal.builder();
        builder.id(id).stage(stage).amount(Money.parse("EUR " + amount));
        if (!close.isEmpty()) {
            builder.closeDate(LocalDate.parse(close));
        }
        return builder.build();
    }

    private static QuarterForecast forecast(PipelineDeal... deals) {
        return PipelineForecaster.compile(MODEL).forecast(List.of(deals), QUARTER, TODAY);
    }

    private static final PipelineDeal[] DEALS = {
        deal("w1", "won", "100", "2026-10-01"),
        deal("w2", "won", "900", "2026-09-30"),
        deal("l1", "lost", "500", "2026-11-01"),
        deal("a1", "agreed", "40", "2026-12-31"),
        deal("o1", "offered", "80.50", "2026-12-01"),
        deal("o2", "offered", "1000", "2027-01-01"),
        deal("t1", "talking", "60", "2026-12-24"),
        deal("d1", "dreaming", "7000", "2026-12-24"),
        deal("u1", "offered", "300", ""),
        deal("x1", "hoping", "300", "2026-12-24"),
        deal("p1", "talking", "200", "").withEnteredStage(TODAY.minusDays(30)).withOwner("kim")
    };

    @Test
    void amountsAddUpFromTheFirmestOn() {
        QuarterForecast forecast = forecast(DEALS);
        assertThat(forecast.closedWon()).isEqualTo(Money.parse("EUR 100.00"));
        assertThat(forecast.commit()).isEqualTo(Money.parse("EUR 140.00"));
        assertThat(forecast.bestCase()).isEqualTo(Money.parse("EUR 220.50"));
        assertThat(forecast.pipeline()).isEqualTo(Money.parse("EUR 480.50"));
        assertThat(forecast.deals())
                .extracting(DealOutlook::basis)
                .containsExactly(
                        ForecastBasis.WON,
                        ForecastBasis.OUTSIDE,
                        ForecastBasis.OUTSIDE,
                        ForecastBasis.CLOSE_DATE,
                        ForecastBasis.CLOSE_DATE,
                        ForecastBasis.OUTSIDE,
                        ForecastBasis.CLOSE_DATE,
                        ForecastBasis.OMITTED,
                        ForecastBasis.UNDATED,
                        ForecastBasis.UNKNOWN_STAGE,
                        ForecastBasis.PACE);
        // 38 days are left: 20 at half and half of 2 %, the rest at a quarter of 0.8 %
        double pace = (1 - Math.exp(-0.4)) / 2 + Math.exp(-0.4) * (1 - Math.exp(-0.008 * 18)) / 4;
        assertThat(forecast.deals().get(10).chance()).isCloseTo(pace, within(1e-12));
        double expected = 100 + 0.9 * 40 + 0.5 * 80.5 + 0.25 * 60 + pace * 200;
        assertThat(forecast.expected().getAmount().doubleValue()).isCloseTo(expected, within(0.0051));
        double variance = 0.09 * 1600 + 0.25 * 80.5 * 80.5 + 0.1875 * 3600 + pace * (1 - pace) * 40000;
        assertThat(forecast.standardDeviation().getAmount().doubleValue())
                .isCloseTo(Math.sqrt(variance), within(0.0051));
    }

    @Test
    void reasonsSayWhatWasCountedAndWhatWasNot() {
        QuarterForecast forecast = forecast(DEALS);
        assertThat(forecast.reasons())
                .extracting(reason -> reason.text(Locale.ENGLISH))
                .contains(
                        "Already won within the period: EUR 100.00 (1).",
                        "Open and likely enough to close within the period: EUR 380.50 (4), of which EUR 128.71 "
                                + "is expected.",
                        "The outcome depends most on p1 with EUR 200.00.",
                        "Not counted, because nobody knows when it closes: EUR 300.00 (1).",
                        "Not counted, because the model does not know its stage: EUR 300.00 (1).");
        assertThat(forecast.reasons().get(0).text(Locale.JAPANESE)).contains("80%の確率で");
        assertThat(forecast.reasons().get(2).details()).hasSize(3);
    }

    @Test
    void aDealWhoseDateHasPassedCountsByItsPaceOrElseWithinItsPeriodOnly() {
        PipelineDeal overdue = deal("a", "talking", "10", "2026-11-22");
        assertThat(forecast(overdue.withEnteredStage(TODAY)).deals().get(0).basis())
                .isEqualTo(ForecastBasis.PACE);
        assertThat(forecast(overdue).deals().get(0).basis()).isEqualTo(ForecastBasis.CLOSE_DATE);
        assertThat(forecast(deal("a", "talking", "10", "2026-09-30"))
                        .deals()
                        .get(0)
                        .basis())
                .isEqualTo(ForecastBasis.UNDATED);
    }

    @Test
    void beforeAPeriodOnlyItsOwnDaysCount() {
        PipelineForecaster forecaster = PipelineForecaster.compile(MODEL);
        PipelineDeal deal = deal("a", "talking", "10", "").withEnteredStage(LocalDate.of(2026, 9, 1));
        QuarterForecast forecast = forecaster.forecast(List.of(deal), QUARTER, LocalDate.of(2026, 9, 10));
        // ages 29 (the end of September) to 121 (the end of December), open at the age of 9
        double chance = PACE.chanceOfWin(9, 121) - PACE.chanceOfWin(9, 29);
        assertThat(forecast.deals().get(0).chance()).isCloseTo(chance, within(1e-12));
        QuarterForecast after = forecaster.forecast(List.of(deal), QUARTER, LocalDate.of(2026, 12, 31));
        assertThat(after.deals().get(0).basis()).isEqualTo(ForecastBasis.OUTSIDE);
    }

    @Test
    void withoutDealsThePeriodBringsNothing() {
        QuarterForecast forecast = forecast();
        assertThat(forecast.expected()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(forecast.p90()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(forecast.chanceOf(Money.parse("EUR 0.01"))).isZero();
        assertThat(forecast.chanceOf(Money.parse("EUR 0.00"))).isEqualTo(1);
    }

    @Test
    void severalCurrenciesAndDuplicatesAreProblems() {
        PipelineDeal dollars = PipelineDeal.builder()
                .id("d")
                .stage("won")
                .amount(Money.parse("USD 1"))
                .build();
        PipelineForecaster forecaster = PipelineForecaster.compile(MODEL);
        List<PipelineDeal> deals = List.of(deal("a", "won", "1", ""), dollars, deal("a", "won", "1", ""));
        assertThatThrownBy(() -> forecaster.forecast(deals, QUARTER, TODAY))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer, Problem::code)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("/deals/1/amount", "deal.currency"),
                                        org.assertj.core.groups.Tuple.tuple("/deals/2/id", "deal.duplicate")));
        assertThatThrownBy(() -> forecast(DEALS).chanceOf(Money.parse("USD 1"))).hasMessageContaining("quota is USD 1");
    }

    @Test
    void everyProblemOfAModelIsReported() {
        PipelineModel bad = PipelineModel.builder()
                .name("bad")
                .currency(CurrencyUnit.EUR)
                .addStages(StageOutlook.open("a", 25))
                .addStages(StageOutlook.won("a").withWinProbability(0.5))
                .addStages(StageOutlook.open("b", 0.5)
                        .withPace(new ClosingPace(List.of(
                                new PaceBand(1, 0, 0), new PaceBand(1, -1, 0), new PaceBand(3, 0, Double.NaN)))))
                .build();
        assertThatThrownBy(() -> PipelineForecaster.compile(bad))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::pointer)
                                .containsExactly(
                                        "/stages/0/winProbability",
                                        "/stages/1/stage",
                                        "/stages/1/winProbability",
                                        "/stages/2/pace/bands",
                                        "/stages/2/pace/bands/1/fromDay",
                                        "/stages/2/pace/bands/1",
                                        "/stages/2/pace/bands/2"))
                .hasMessageContaining("Maybe 0.25?");
    }

    @Test
    void stagesOnHoldCountLikeOpenOnes() {
        PipelineModel model = MODEL.withStages(StageOutlook.builder()
                .stage("waiting")
                .type(StageType.ON_HOLD)
                .winProbability(0.1)
                .build());
        QuarterForecast forecast = PipelineForecaster.compile(model)
                .forecast(List.of(deal("a", "waiting", "50", "2026-12-01")), QUARTER, TODAY);
        assertThat(forecast.expected()).isEqualTo(Money.parse("EUR 5.00"));
    }

    @Test
    void itRoundTripsThroughJson() {
        Golden.assertGolden(MODEL, PipelineModel.class);
        Golden.assertGolden(DEALS[10], PipelineDeal.class);
        Golden.assertGolden(forecast(DEALS[0], DEALS[3], DEALS[4], DEALS[10]), QuarterForecast.class);
    }
}
