package io.github.saleskit.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.support.RequiredComponents;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import io.github.saleskit.forecast.support.Golden;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastMonitorTest {

    private static final TimePeriod MAY = TimePeriod.month(2026, 5);
    private static final ForecastMonitor MONITOR = ForecastMonitor.compile(MonitorDefinition.standard());
    private static final Forecaster NAIVE = Forecaster.compile(ForecastDefinition.of("naive"));

    private static Forecast forecast(TimePeriod start, int horizon, double... history) {
        return NAIVE.forecast(TimeSeries.of(start.plus(-history.length), history), horizon);
    }

    @Test
    void aValueOutsideOfItsIntervalIsAnAlertWithItsReason() {
        Forecast forecast = forecast(MAY, 2, 98, 102, 99, 101, 100);
        AccuracyHistory history = MONITOR.withForecast(AccuracyHistory.none(), forecast);
        MonitorReport fine = MONITOR.observe(history, MAY, 101);
        assertThat(fine.alerts()).isEmpty();
        assertThat(fine.reasons().get(0).text(Locale.ENGLISH)).startsWith("2026-05 brought 101, within the ");
        MonitorReport low = MONITOR.observe(history, MAY, 80);
        Alert alert = low.alerts().get(0);
        assertThat(alert.kind()).isEqualTo(Alert.Kind.BELOW_INTERVAL);
        double deviation = (forecast.upper(0.95)[0] - 100) / 1.959964;
        assertThat(alert.surprise()).isCloseTo(20 / deviation, within(1e-3));
        assertThat(alert.reason().text(Locale.ENGLISH))
                .startsWith("2026-05 brought 80, less than the ")
                .endsWith("95 % of values were expected; the forecast was 100.");
        assertThat(alert.reason().text(Locale.JAPANESE)).startsWith("2026-05の実績80は、95%の確率で");
        assertThat(MONITOR.observe(history, MAY, 120).alerts().get(0).kind()).isEqualTo(Alert.Kind.ABOVE_INTERVAL);
        assertThat(MONITOR.observe(history, MAY.plus(7), 100).reasons().get(0).code())
                .isEqualTo("forecast.monitoring.notForecast");
    }

    /** Of rare and large sales the mean may lie above the interval; a value just outside is no endless surprise. */
    @Test
    void aMeanOutsideOfItsIntervalStillMeasuresSurprise() {
        PastForecast rare = PastForecast.builder()
                .period(MAY)
                .step(1)
                .mean(30)
                .lower(0)
                .upper(20)
                .build();
        AccuracyHistory history = new AccuracyHistory(1, List.of(rare));
        assertThat(MONITOR.observe(history, MAY, 40).alerts().get(0).surprise()).isCloseTo(1.959964, within(1e-3));
    }

    @Test
    void forecastsThatAreTooHighForLongAreAnAlert() {
        Random random = new Random(3);
        AccuracyHistory history = AccuracyHistory.none();
        int first = -1;
        for (int t = 0; t < 24; t++) {
            history = MONITOR.withForecast(history, forecast(MAY.plus(t), 3, 80, 120, 90, 110, 100));
            MonitorReport report = MONITOR.observe(history, MAY.plus(t), 92 + 3 * random.nextGaussian());
            history = report.nextHistory();
            boolean biased = report.alerts().stream().anyMatch(each -> each.kind() == Alert.Kind.FORECASTS_TOO_HIGH);
            first = biased && first < 0 ? t : first;
            assertThat(biased).as("%d", t).isEqualTo(t >= 11);
        }
        assertThat(first).isEqualTo(11);
        assertThat(history.signal(0.1).smoothed().orElseThrow()).isLessThan(-0.9);
    }

    /** Twelve months that are 8 lower than forecast are 8 lower, though the smoothed error has only come to 5.7. */
    @Test
    void theBiasOfAnAlertIsByHowMuchForecastsWereOff() {
        AccuracyHistory history = AccuracyHistory.none();
        List<Alert> alerts = List.of();
        for (int t = 0; t < 12; t++) {
            history = MONITOR.withForecast(history, forecast(MAY.plus(t), 1, 80, 120, 90, 110, 100));
            MonitorReport report = MONITOR.observe(history, MAY.plus(t), 92);
            history = report.nextHistory();
            alerts = report.alerts();
        }
        assertThat(alerts.get(0).reason().text(Locale.ENGLISH)).contains("lately by 8 a period: after 12 periods");
    }

    @Test
    void accuracyIsToldByHowFarAhead() {
        AccuracyHistory history = MONITOR.withForecast(AccuracyHistory.none(), forecast(MAY, 3, 8, 12, 10));
        history = MONITOR.observe(history, MAY, 13).nextHistory();
        history = MONITOR.withForecast(history, forecast(MAY.plus(1), 3, 8, 12, 13));
        history = MONITOR.observe(history, MAY.plus(1), 15).nextHistory();
        List<StepAccuracy> steps = history.bySteps();
        assertThat(steps).extracting(StepAccuracy::step).containsExactly(1, 2);
        assertThat(steps.get(0).count()).isEqualTo(2);
        assertThat(steps.get(0).error()).isEqualTo((3 + 2) / 2.0);
        assertThat(steps.get(1).error()).isEqualTo(5);
        assertThat(steps.get(1).bias()).isEqualTo(-5);
        assertThat(history.latest(MAY.plus(1)).orElseThrow().mean()).isEqualTo(13);
        assertThat(history.forecasts()).hasSize(6);
        MonitorReport corrected = MONITOR.observe(history, MAY, 10);
        assertThat(corrected.nextHistory().bySteps().get(0).error()).isEqualTo(1);
    }

    /** A forecast that is made again changes nothing of what was known when the value came. */
    @Test
    void whatCameIsNotForecastAnewAndWhatIsOldIsForgotten() {
        ForecastMonitor brief = ForecastMonitor.compile(
                MonitorDefinition.standard().withFewest(1).withPeriods(2));
        AccuracyHistory history = brief.withForecast(AccuracyHistory.none(), forecast(MAY, 1, 8, 12, 10));
        history = brief.observe(history, MAY, 11).nextHistory();
        assertThat(brief.withForecast(history, forecast(MAY, 1, 8, 12, 90))).isEqualTo(history);
        AccuracyHistory later = brief.withForecast(history, forecast(MAY.plus(1), 1, 8, 12, 10));
        assertThat(later.forecasts()).hasSize(2);
        assertThat(brief.withForecast(later, forecast(MAY.plus(2), 1, 8, 12, 10))
                        .forecasts())
                .extracting(PastForecast::period)
                .containsExactly(MAY.plus(1), MAY.plus(2));
        AccuracyHistory first = brief.withForecast(AccuracyHistory.none(), forecast(TimePeriod.year(4), 1, 8, 12, 10));
        assertThat(brief.observe(first, TimePeriod.year(4), 1).nextHistory().forecasts())
                .hasSize(1);
    }

    /** As many false alarms as the level says, of forecasts that are right. */
    @Test
    void rightForecastsGiveAsManyAlarmsAsTheLevelSays() {
        Random random = new Random(8);
        double[] known =
                random.doubles(400).map(u -> 100 + 10 * random.nextGaussian()).toArray();
        Forecast forecast = Forecaster.compile(ForecastDefinition.of("mean"))
                .forecast(TimeSeries.of(TimePeriod.step(1), known), 600);
        AccuracyHistory history = MONITOR.withForecast(AccuracyHistory.none(), forecast);
        int alarms = 0;
        for (int h = 0; h < 600; h++) {
            alarms += MONITOR.observe(history, forecast.period(h), 100 + 10 * random.nextGaussian())
                    .alerts()
                    .size();
        }
        assertThat(alarms / 600.0).isCloseTo(0.05, within(0.025));
    }

    @Test
    void documentsOfTheFirstReleaseStayReadable() {
        PastForecast past = PastForecast.builder()
                .period(MAY)
                .step(1)
                .mean(100)
                .lower(90)
                .upper(110)
                .actual(Optional.of(80.0))
                .build();
        Golden.assertGolden(MonitorDefinition.standard(), MonitorDefinition.class);
        AccuracyHistory history =
                new AccuracyHistory(1, List.of(past, past.withStep(2).withActual(Optional.empty())));
        Golden.assertGolden(history, AccuracyHistory.class);
        Reason reason = Reason.of("forecast.monitoring.notForecast", "period", MAY);
        Golden.assertGolden(
                MonitorReport.builder()
                        .addAlerts(Alert.builder()
                                .kind(Alert.Kind.BELOW_INTERVAL)
                                .period(MAY)
                                .surprise(4)
                                .reason(reason)
                                .build())
                        .nextHistory(AccuracyHistory.none())
                        .addReasons(reason)
                        .build(),
                MonitorReport.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"level\":0.95,\"smoothing\":0.1,\"limit\":0.6,\"fewest\":12,\"periods\":60}",
                MonitorDefinition.class);
        RequiredComponents.assertNamed("{\"version\":1,\"forecasts\":[]}", AccuracyHistory.class);
        RequiredComponents.assertNamed(
                "{\"period\":\"2026-05\",\"step\":1,\"mean\":1.0,\"lower\":0.0,\"upper\":2.0}", PastForecast.class);
        RequiredComponents.assertNamed(
                "{\"version\":1,\"alerts\":[],\"nextHistory\":{\"version\":1,\"forecasts\":[]},\"reasons\":[]}",
                MonitorReport.class);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        AccuracyHistory history = MONITOR.withForecast(AccuracyHistory.none(), forecast(MAY, 2, 8, 12, 10));
        List<PastForecast> forecasts = history.forecasts();
        assertThatThrownBy(() -> new AccuracyHistory(1, List.of(forecasts.get(1), forecasts.get(0))))
                .hasMessageContaining("2026-05, 1 ahead, after 2026-06, 2 ahead");
        assertThatThrownBy(() -> MONITOR.observe(history, MAY, Double.NaN))
                .hasMessageContaining("actual of 2026-05 is NaN");
        assertThatThrownBy(() -> MONITOR.withForecast(history, forecast(TimePeriod.year(2026), 1, 3, 4)))
                .hasMessageContaining("must be a");
        assertThatThrownBy(() -> forecasts.get(0).withLower(1e9)).hasMessageContaining("above upper");
        assertThatThrownBy(() -> MonitorDefinition.standard().withLevel(95)).hasMessageContaining("per cent");
        assertThatThrownBy(() -> MonitorDefinition.standard().withLimit(1.5)).hasMessageContaining("limit is 1.5");
        assertThatThrownBy(() -> MonitorDefinition.standard().withPeriods(3)).hasMessageContaining("from 12");
    }
}
