package io.github.saleskit.forecast.planning;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.core.money.MoneyAllocation;
import io.github.saleskit.forecast.internal.Shares;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.SamplePaths;
import io.github.saleskit.forecast.series.TimePeriod;
import io.github.saleskit.forecast.series.TimeSeries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * When bookings become revenue: the share that does so in the period of the booking, in the next one and so on.
 *
 * <pre>{@code
 * RecognitionPattern subscription = RecognitionPattern.straightLine(12);
 * RevenueSchedule schedule = subscription.schedule(bookingsByMonth);
 * schedule.periods().get(0).deferred();   // booked, not yet earned
 * Forecast revenue = subscription.forecastRevenue(bookings, forecaster.forecast(bookings, 12), 1);
 * }</pre>
 *
 * <p>In JSON {@code {"version":1,"shares":[0.0,0.5,0.5]}}. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param shares from the period of the booking on, none negative, that add up to 1 but for 10<sup>-9</sup>
 */
public record RecognitionPattern(
        @Required int version, @Required List<Double> shares) implements StrictDocument {

    private static final int MOST_PERIODS = 1_200;
    private static final int PATHS = 4_000;

    public RecognitionPattern {
        DocumentVersion.require("recognition pattern", version, 1);
        shares = List.copyOf(shares);
        Shares.require(shares, "Maybe they are meant in per cent?");
        if (shares.size() > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "shares has " + shares.size() + " periods, but must have at most " + MOST_PERIODS + ".");
        }
    }

    /** Shares as they are given. */
    public static RecognitionPattern of(Double... shares) {
        return new RecognitionPattern(1, List.of(shares));
    }

    /**
     * Equal parts from the period of the booking on, such as twelve months of a subscription.
     *
     * @param periods from 1 to 1,200
     */
    public static RecognitionPattern straightLine(int periods) {
        if (periods < 1 || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "periods is " + periods + ", but must be from 1 to " + MOST_PERIODS + ".");
        }
        return new RecognitionPattern(1, Collections.nCopies(periods, 1.0 / periods));
    }

    /**
     * The same, so many periods later.
     *
     * @param periods at least 0, at most so many that the shares are not more than 1,200
     */
    public RecognitionPattern startingAfter(int periods) {
        int most = MOST_PERIODS - shares.size();
        if (periods < 0 || periods > most) {
            throw new IllegalArgumentException("periods is " + periods + ", but must be from 0 to " + most + ".");
        }
        List<Double> later = new ArrayList<>(Collections.nCopies(periods, 0.0));
        later.addAll(shares);
        return new RecognitionPattern(version, later);
    }

    /**
     * The revenue of bookings, period by period from the first booking to the last revenue, exact to the minor unit:
     * each booking is divided by largest remainders, so that all of it becomes revenue.
     *
     * @param bookings by period, at least one, all of one granularity and currency; negative ones take back
     * @throws IllegalArgumentException when there is none, granularities or currencies differ, or the schedule would
     *     have more than a million periods
     */
    public RevenueSchedule schedule(Map<TimePeriod, Money> bookings) {
        if (bookings.isEmpty()) {
            throw new IllegalArgumentException("bookings is empty, but must have at least one.");
        }
        NavigableMap<TimePeriod, Money> booked = new TreeMap<>(bookings);
        CurrencyUnit currency = booked.firstEntry().getValue().getCurrencyUnit();
        TimePeriod first = booked.firstKey();
        int length = TimeSpan.periods(first, booked.lastKey(), shares.size());
        List<Money> revenue = new ArrayList<>(Collections.nCopies(length, Money.zero(currency)));
        List<BigDecimal> weights = Amounts.weights(shares.stream().mapToDouble(Double::doubleValue));
        booked.forEach((period, amount) -> {
            requireCurrency(currency, period, amount);
            List<Money> parts =
                    MoneyAllocation.largestRemainder().allocate(amount, weights).parts();
            int offset = Math.toIntExact(first.until(period));
            for (int i = 0; i < parts.size(); i++) {
                revenue.set(offset + i, revenue.get(offset + i).plus(parts.get(i)));
            }
        });
        return schedule(booked, revenue);
    }

    private static void requireCurrency(CurrencyUnit currency, TimePeriod period, Money amount) {
        if (!amount.getCurrencyUnit().equals(currency)) {
            throw new IllegalArgumentException("the booking of " + period + " is " + amount + ", but must be in "
                    + currency + " as the first one.");
        }
    }

    private RevenueSchedule schedule(NavigableMap<TimePeriod, Money> booked, List<Money> revenue) {
        List<RevenuePeriod> periods = new ArrayList<>();
        Money none = Money.zero(revenue.get(0).getCurrencyUnit());
        Money total = none;
        Money deferred = none;
        for (int i = 0; i < revenue.size(); i++) {
            TimePeriod period = booked.firstKey().plus(i);
            Money amount = booked.getOrDefault(period, none);
            total = total.plus(amount);
            deferred = deferred.plus(amount).minus(revenue.get(i));
            periods.add(new RevenuePeriod(period, amount, revenue.get(i), deferred));
        }
        Reason reason = Reason.of(
                "forecast.planning.recognised",
                "booked",
                total,
                "periods",
                shares.size(),
                "last",
                periods.get(periods.size() - 1).period());
        return new RevenueSchedule(1, periods, List.of(reason));
    }

    /**
     * The expected revenue of the periods after a history of bookings: what earlier bookings still bring and what those
     * to come will. Before the history nothing was booked.
     *
     * @param bookings of the past, the newest last, without missing values within the length of the pattern
     * @param expected bookings of each period to come, such as the mean of a forecast
     * @return for each of these
     * @throws IllegalArgumentException when a booking that counts is not a finite number
     */
    public double[] expectedRevenue(double[] bookings, double[] expected) {
        Amounts.requireFinite("bookings", bookings, Math.max(0, bookings.length - shares.size() + 1));
        Amounts.requireFinite("expected", expected, 0);
        double[] revenue = new double[expected.length];
        for (int h = 0; h < revenue.length; h++) {
            for (int age = 0; age < shares.size(); age++) {
                int at = h - age;
                int past = bookings.length + at;
                double booked = at >= 0 ? expected[at] : past >= 0 ? bookings[past] : 0;
                revenue[h] += shares.get(age) == 0 ? 0 : shares.get(age) * booked;
            }
        }
        return revenue;
    }

    /**
     * The revenue of the periods after a history of bookings with its uncertainty: over 4,000
     * {@linkplain Forecast#paths sample paths} of the bookings to come. What was booked already is sure, so that
     * revenue of long patterns is surer than the bookings.
     *
     * @param bookings of the past, without missing values within the length of the pattern
     * @param expected forecast of the bookings that begins right after them
     * @param seed of the draws
     * @throws IllegalArgumentException when the forecast begins elsewhere, or a booking that counts is missing
     */
    public Forecast forecastRevenue(TimeSeries bookings, Forecast expected, long seed) {
        if (!expected.start().equals(bookings.end())) {
            throw new IllegalArgumentException("the forecast begins in " + expected.start() + ", but must begin in "
                    + bookings.end() + ", right after the bookings.");
        }
        double[] past = bookings.values();
        double[][] paths = expected.paths(PATHS, seed);
        double[][] revenue = new double[expected.horizon()][paths.length];
        for (int i = 0; i < paths.length; i++) {
            double[] path = expectedRevenue(past, paths[i]);
            for (int h = 0; h < path.length; h++) {
                revenue[h][i] = path[h];
            }
        }
        List<Reason> reasons = new ArrayList<>(expected.reasons());
        reasons.add(Reason.of("forecast.planning.recognisedForecast", "periods", shares.size()));
        return Forecast.of(
                expected.model(),
                expected.start(),
                expectedRevenue(past, expected.mean()),
                SamplePaths.quantiles(revenue),
                false,
                expected.fit(),
                reasons);
    }
}
