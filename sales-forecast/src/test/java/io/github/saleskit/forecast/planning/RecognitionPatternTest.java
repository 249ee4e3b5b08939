package io.github.saleskit.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.saleskit.core.support.JsonLine;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.ForecastDefinition;
import io.github.saleskit.forecast.model.Forecaster;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RecognitionPatternTest {

    private static final TimePeriod JANUARY = TimePeriod.month(2026, 1);

    private static Map<TimePeriod, Money> bookings(String... amounts) {
        Map<TimePeriod, Money> bookings = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            if (!amounts[i].isEmpty()) {
                bookings.put(JANUARY.plus(i), Money.parse("EUR " + amounts[i]));
            }
        }
        return bookings;
    }

    private static List<String> revenue(RevenueSchedule schedule) {
        return schedule.periods().stream()
                .map(period -> period.revenue().getAmount().toPlainString())
                .toList();
    }

    @Test
    void bookingsBecomeRevenueToTheCent() {
        RevenueSchedule schedule = RecognitionPattern.straightLine(3).schedule(bookings("100.00", "", "50.00"));
        assertThat(revenue(schedule)).containsExactly("33.34", "33.33", "50.00", "16.67", "16.66");
        assertThat(schedule.periods())
                .extracting(period -> period.deferred().getAmount().toPlainString())
                .containsExactly("66.66", "33.33", "33.33", "16.66", "0.00");
        assertThat(schedule.periods().get(2).booked()).isEqualTo(Money.parse("EUR 50.00"));
    }

    @Test
    void revenueMayStartLaterAndCreditNotesTakeItBack() {
        RecognitionPattern later = RecognitionPattern.of(0.75, 0.25).startingAfter(1);
        assertThat(revenue(later.schedule(bookings("10.00", "-4.00"))))
                .containsExactly("0.00", "7.50", "-0.50", "-1.00");
    }

    @Test
    void expectedRevenueIsThatOfTheSchedule() {
        RecognitionPattern pattern = RecognitionPattern.of(0.5, 0.25, 0.25);
        double[] expected = pattern.expectedRevenue(new double[] {9, 8, 4}, new double[] {16, 20});
        assertThat(expected).containsExactly(new double[] {8 + 1 + 2, 10 + 4 + 1}, within(1e-12));
        assertThat(revenue(pattern.schedule(bookings("9.00", "8.00", "4.00", "16.00", "20.00")))
                        .subList(3, 5))
                .containsExactly("11.00", "15.00");
        assertThat(pattern.expectedRevenue(new double[0], new double[] {4})).containsExactly(2);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> RecognitionPattern.of(50.0, 50.0)).hasMessageContaining("per cent");
        assertThatThrownBy(() -> RecognitionPattern.of(1.5, -0.5)).hasMessageContaining("[1.5, -0.5]");
        assertThatThrownBy(() -> RecognitionPattern.straightLine(0)).hasMessageContaining("periods is 0");
        RecognitionPattern pattern = RecognitionPattern.straightLine(2);
        assertThatThrownBy(() -> pattern.startingAfter(-1)).hasMessageContaining("periods is -1");
        assertThatThrownBy(() -> pattern.startingAfter(Integer.MAX_VALUE)).hasMessageContaining("from 0 to 1198");
        assertThatThrownBy(() -> pattern.schedule(Map.of())).hasMessageContaining("empty");
        Map<TimePeriod, Money> mixed = bookings("1.00");
        mixed.put(JANUARY.plus(1), Money.parse("USD 1.00"));
        assertThatThrownBy(() -> pattern.schedule(mixed)).hasMessageContaining("USD 1.00");
    }

    @Test
    void aScheduleOfEndlesslyManyPeriodsIsRefused() {
        Money one = Money.parse("EUR 1.00");
        Map<TimePeriod, Money> farApart = Map.of(TimePeriod.step(0), one, TimePeriod.step(1_000_000_000_000L), one);
        assertThatThrownBy(() -> RecognitionPattern.straightLine(2).schedule(farApart))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from #0 to #1000000000000 there would be 1000000000002 periods");
    }

    @Test
    void revenueIsTheSurerTheMoreOfItIsBookedAlready() {
        TimeSeries bookings = TimeSeries.of(JANUARY, 90, 110, 95, 105, 100, 98, 103, 99);
        Forecast expected = Forecaster.compile(ForecastDefinition.of("mean")).forecast(bookings, 3);
        Forecast at = RecognitionPattern.of(1.0).forecastRevenue(bookings, expected, 1);
        assertThat(at.mean()).containsExactly(expected.mean(), within(1e-9));
        double width = expected.upper(0.8)[1] - expected.lower(0.8)[1];
        assertThat(at.upper(0.8)[1] - at.lower(0.8)[1]).isCloseTo(width, within(0.03 * width));
        Forecast half = RecognitionPattern.of(0.5, 0.5).forecastRevenue(bookings, expected, 1);
        assertThat(half.upper(0.8)[0] - half.lower(0.8)[0]).isCloseTo(width / 2, within(0.03 * width));
        assertThat(half.upper(0.8)[1] - half.lower(0.8)[1])
                .as("two errors in part cancel out")
                .isLessThan(0.9 * width);
        Forecast later = RecognitionPattern.of(1.0).startingAfter(3).forecastRevenue(bookings, expected, 1);
        assertThat(later.mean()).containsExactly(98, 103, 99);
        assertThat(later.upper(0.95)).containsExactly(98, 103, 99);
        assertThatThrownBy(() -> RecognitionPattern.of(1.0).forecastRevenue(bookings.slice(0, 5), expected, 1))
                .hasMessageContaining("begins in 2026-09, but must begin in 2026-06");
        JsonLine.assertRoundTrip(half, Forecast.class);
    }

    @Test
    void theSmallestSharesChangeNothing() {
        assertThat(revenue(RecognitionPattern.of(1.0, 1e-300).schedule(bookings("10.00"))))
                .containsExactly("10.00", "0.00");
    }

    @Test
    void missingBookingsThatCountAreRefused() {
        RecognitionPattern pattern = RecognitionPattern.straightLine(3);
        double[] gap = {Double.NaN, 3, 3};
        assertThat(pattern.expectedRevenue(gap, new double[] {3}))
                .as("the missing one is wholly earned")
                .containsExactly(new double[] {3}, within(1e-12));
        assertThatThrownBy(() -> pattern.expectedRevenue(new double[] {3, Double.NaN}, new double[] {3}))
                .hasMessageContaining("bookings[1] is NaN");
        assertThatThrownBy(() -> pattern.expectedRevenue(gap, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("expected[0] is Infinity");
    }
}
