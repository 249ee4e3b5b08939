package io.github.saleskit.forecast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CannibalisationTest {

    private static Forecast forecast(TimePeriod start, int horizon, double... history) {
        return Forecaster.compile(ForecastDefinition.of("naive"))
                .forecast(TimeSeries.of(start.plus(-history.length), history), horizon);
    }

    @Test
    void whatIsTakenIsMissingFromTheForecasts() {
        TimePeriod april = TimePeriod.month(2026, 4);
        Forecast classic = forecast(april, 4, 90, 110, 95, 100);
        Forecast other = forecast(april, 4, 9, 11, 10);
        Forecast launch = forecast(april.plus(2), 1, 40, 60, 50);
        Map<String, Forecast> adjusted =
                Cannibalisation.none().with("classic", 0.3).adjust(Map.of("classic", classic, "other", other), launch);
        Forecast lower = adjusted.get("classic");
        assertThat(lower.mean()).containsExactly(new double[] {100, 100, 85, 100}, within(1e-9));
        assertThat(lower.upper(0.9)[2]).isCloseTo(classic.upper(0.9)[2] - 15, within(1e-9));
        assertThat(lower.upper(0.9)[3]).isCloseTo(classic.upper(0.9)[3], within(1e-9));
        assertThat(adjusted.get("other")).isSameAs(other);
        assertThat(lower.reasons().get(lower.reasons().size() - 1).text(Locale.ENGLISH))
                .isEqualTo("A new product takes 30 % of its sales from this one: 15 in all.");
        JsonLine.assertRoundTrip(lower, Forecast.class);
    }

    @Test
    void nothingIsTakenThatIsNotThere() {
        TimePeriod april = TimePeriod.month(2026, 4);
        Map<String, Forecast> adjusted = Cannibalisation.none()
                .with("small", 1)
                .adjust(Map.of("small", forecast(april, 1, 3, 3)), forecast(april, 1, 500, 500));
        assertThat(adjusted.get("small").mean()).containsExactly(0);
    }

    @Test
    void whatIsNeverNegativeStaysSo() {
        Forecast sales = Forecaster.compile(ForecastDefinition.of("mean").withNonNegative(true))
                .forecast(TimeSeries.of(TimePeriod.month(2026, 1), 20, 40, 30, 45, 15, 25, 35, 40), 2);
        Forecast less = Cannibalisation.none()
                .with("a", 0.01)
                .adjust(Map.of("a", sales), sales)
                .get("a");
        assertThat(sales.lower(0.9999)).containsExactly(0, 0);
        assertThat(less.lower(0.9999)).containsExactly(0, 0);
        assertThat(less.lower(0.5)[0]).isCloseTo(sales.lower(0.5)[0] - 0.01 * sales.mean()[0], within(1e-9));
    }

    @Test
    void sharesAreLearnedFromWhatIsMissing() {
        Cannibalisation learned = Cannibalisation.learn(
                Map.of("a", new double[] {100, 100}, "b", new double[] {50, 50}, "c", new double[] {10, 10}),
                Map.of("a", new double[] {90, 80}, "b", new double[] {60, 50}, "c", new double[] {5, 5}),
                new double[] {40, 60});
        assertThat(learned.shares().get("a")).isCloseTo(0.3, within(1e-12));
        assertThat(learned.shares().get("b")).as("sold more").isZero();
        assertThat(learned.shares().get("c")).isCloseTo(0.1, within(1e-12));
        Cannibalisation all = Cannibalisation.learn(
                Map.of("a", new double[] {90}, "b", new double[] {50}),
                Map.of("a", new double[] {0}, "b", new double[] {20}),
                new double[] {60});
        assertThat(all.shares().get("a")).isCloseTo(1 / 1.5, within(1e-12));
        assertThat(all.shares().get("b")).isCloseTo(0.5 / 1.5, within(1e-12));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Cannibalisation.none().with("a", 1.1)).hasMessageContaining("share of \"a\" is 1.1");
        assertThatThrownBy(() -> Cannibalisation.none().with("a", 0.7).with("b", 0.7))
                .hasMessageContaining("at most 1");
        Map<String, double[]> one = Map.of("a", new double[] {1});
        assertThatThrownBy(() -> Cannibalisation.learn(one, Map.of(), new double[] {1}))
                .hasMessageContaining("expected has the products [a] and actual []");
        Map<String, double[]> two = Map.of("a", new double[] {1}, "b", new double[] {1});
        assertThatThrownBy(() -> Cannibalisation.learn(one, two, new double[] {1}))
                .hasMessageContaining("expected has the products [a] and actual [a, b]");
        assertThatThrownBy(() -> Cannibalisation.learn(one, Map.of("a", new double[0]), new double[] {1}))
                .hasMessageContaining("\"a\" has 1 expected and 0 actual periods");
        assertThatThrownBy(() -> Cannibalisation.learn(one, one, new double[] {0}))
                .hasMessageContaining("more than 0");
    }
}
