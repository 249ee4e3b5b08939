package io.github.saleskit.forecast.launch;

import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.internal.Shares;
import io.github.saleskit.forecast.series.TimeSeries;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How what a new product sells in its first periods is spread over them.
 *
 * <pre>{@code
 * LaunchProfile usual = LaunchProfile.learn(earlierLaunches, 12);
 * usual.sales(50_000);                            // by month, when 50,000 are expected in the first year
 * usual.total(new double[] {900, 2_100});         // what the first two months say of the year
 * }</pre>
 *
 * <p>In JSON {@code {"version":1,"shares":[0.2,0.5,0.3]}}. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param shares of each period after the launch, none negative, that add up to 1 but for 10<sup>-9</sup>
 */
public record LaunchProfile(@Required int version, @Required List<Double> shares) implements StrictDocument {

    private static final int MOST_PERIODS = 1_200;

    public LaunchProfile {
        DocumentVersion.require("launch profile", version, 1);
        shares = List.copyOf(shares);
        requirePeriods(shares.size());
        Shares.require(shares, "Maybe LaunchProfile.ofSales?");
    }

    static void requirePeriods(int periods) {
        if (periods < 1 || periods > MOST_PERIODS) {
            throw new IllegalArgumentException(
                    "periods is " + periods + ", but must be from 1 to " + MOST_PERIODS + ".");
        }
    }

    /** The profile of what was sold in each period, or of any numbers in proportion to it. */
    public static LaunchProfile ofSales(double... sales) {
        double total = Arrays.stream(sales).sum();
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("sales add up to " + total + ", but must add up to more than 0.");
        }
        return new LaunchProfile(
                1, Arrays.stream(sales).map(each -> each / total).boxed().toList());
    }

    /**
     * The mean of the profiles of earlier launches, each of which weighs the same, however much it sold.
     *
     * @param launches from the first period of sales on; those that are shorter, sold nothing or miss a value are
     *     passed over
     * @param periods how many after the launch, from 1 to 1,200
     * @throws IllegalArgumentException when none is left
     */
    public static LaunchProfile learn(Collection<TimeSeries> launches, int periods) {
        requirePeriods(periods);
        double[] sums = new double[periods];
        for (TimeSeries launch : launches) {
            double[] first = Arrays.copyOf(launch.values(), periods);
            double total = Arrays.stream(first).sum();
            if (launch.length() >= periods && total > 0 && Arrays.stream(first).allMatch(each -> each >= 0)) {
                Arrays.setAll(sums, t -> sums[t] + first[t] / total);
            }
        }
        if (Arrays.stream(sums).sum() == 0) {
            throw new IllegalArgumentException("none of " + launches.size() + " launches has sales of " + periods
                    + " periods, none missing or negative.\nMaybe fewer periods?");
        }
        return ofSales(sums);
    }

    /** What is sold in each period when a total is sold in all. */
    public double[] sales(double total) {
        return shares.stream().mapToDouble(share -> share * total).toArray();
    }

    /**
     * The total of all periods that the first ones point to.
     *
     * @param first sales from the launch on, at least one period, at most all
     * @throws IllegalArgumentException when the number is another, or nothing is usually sold in these periods
     */
    public double total(double... first) {
        if (first.length < 1 || first.length > shares.size()) {
            throw new IllegalArgumentException(
                    "first has " + first.length + " periods, but must have from 1 to " + shares.size() + ".");
        }
        double usual = shares.stream()
                .limit(first.length)
                .mapToDouble(Double::doubleValue)
                .sum();
        if (usual <= 0) {
            throw new IllegalArgumentException("the profile has no sales in the first " + first.length
                    + " periods, so they say nothing of the total.");
        }
        return Arrays.stream(first).sum() / usual;
    }
}
