package io.github.saleskit.forecast.launch;

import static java.util.Objects.requireNonNull;

import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.model.Forecast;
import io.github.saleskit.forecast.model.internal.Numbers;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much of what a new product sells is taken from existing ones.
 *
 * <pre>{@code
 * Cannibalisation taken = Cannibalisation.none().with("classic", 0.3);
 * Map<String, Forecast> lower = taken.adjust(forecasts, launch);       // 0.3 of the launch less for "classic"
 * }</pre>
 *
 * <p>In JSON {@code {"version":1,"shares":{"classic":0.3}}}. Immutable and thread-safe.
 *
 * @param version of the document, 1
 * @param shares of the new product's sales by existing product, from 0 to 1, that add up to at most 1; in units of the
 *     forecasts, so that of amounts it is a share of amounts
 */
public record Cannibalisation(
        @Required int version, @Required Map<String, Double> shares) implements StrictDocument {

    private static final double ROUNDING = 1e-9;

    public Cannibalisation {
        DocumentVersion.require("cannibalisation", version, 1);
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        shares.forEach((product, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "share of \"" + product + "\" is " + share + ", but must be from 0 to 1.");
            }
        });
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total > 1 + ROUNDING) {
            throw new IllegalArgumentException("shares add up to " + total + ", but must add up to at most 1: more than"
                    + " it sells cannot be taken from others.");
        }
    }

    /** Nothing is taken from any product. */
    public static Cannibalisation none() {
        return new Cannibalisation(1, Collections.emptyMap());
    }

    /** The same with the share of another product, or another share. */
    public Cannibalisation with(String product, double share) {
        Map<String, Double> more = new LinkedHashMap<>(shares);
        more.put(requireNonNull(product, "product"), share);
        return new Cannibalisation(1, more);
    }

    /**
     * The shares that an earlier launch shows: what each product sold less than was expected of it without the launch,
     * beside what the new product sold.
     *
     * <p>A product that sold more has a share of 0; shares that add up to more than 1 are all lowered in proportion, so
     * the shares are not sure to be caused by the launch.
     *
     * @param expected by product and period since the launch, forecast before it
     * @param actual by the same products, for the same periods
     * @param launched what the new product sold in these periods, more than 0 together
     * @throws IllegalArgumentException when products or numbers of periods differ, or a number is not finite
     */
    public static Cannibalisation learn(
            Map<String, double[]> expected, Map<String, double[]> actual, double[] launched) {
        double sold = Arrays.stream(launched).sum();
        if (!(sold > 0) || Double.isInfinite(sold)) {
            throw new IllegalArgumentException("launched adds up to " + sold + ", but must be more than 0.");
        }
        if (!expected.keySet().equals(actual.keySet())) {
            throw new IllegalArgumentException("expected has the products " + new TreeSet<>(expected.keySet())
                    + " and actual " + new TreeSet<>(actual.keySet()) + ", but must have the same.");
        }
        Map<String, Double> shares = new TreeMap<>();
        expected.forEach((product, forecast) -> shares.put(
                product,
                Math.min(
                        1,
                        Math.max(0, lost(product, forecast, requireNonNull(actual.get(product)), launched) / sold))));
        double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((product, share) -> share / Math.max(1, total));
        return new Cannibalisation(1, shares);
    }

    private static double lost(String product, double[] expected, double[] came, double[] launched) {
        if (came.length != launched.length || expected.length != launched.length) {
            throw new IllegalArgumentException("\"" + product + "\" has " + expected.length + " expected and "
                    + came.length + " actual periods, but must have " + launched.length + " as launched.");
        }
        double lost = 0;
        for (int t = 0; t < came.length; t++) {
            lost += expected[t] - came[t];
        }
        if (!Double.isFinite(lost)) {
            throw new IllegalArgumentException("\"" + product + "\" has a value that is no finite number.");
        }
        return lost;
    }

    /**
     * Forecasts of existing products less what a new one takes from them, in the periods that both cover.
     *
     * <p>The whole distribution moves by the share of the launch's mean; nothing that was above 0 falls below.
     *
     * @param forecasts by product, all of one granularity; those without a share stay as they are
     * @param launch the forecast of the new product
     */
    public Map<String, Forecast> adjust(Map<String, Forecast> forecasts, Forecast launch) {
        Map<String, Forecast> adjusted = new LinkedHashMap<>();
        forecasts.forEach((product, forecast) ->
                adjusted.put(product, adjusted(forecast, launch, shares.getOrDefault(product, 0.0))));
        return Collections.unmodifiableMap(adjusted);
    }

    private static Forecast adjusted(Forecast forecast, Forecast launch, double share) {
        double[] taken = new double[forecast.horizon()];
        double[] sales = launch.mean();
        for (int h = 0; h < taken.length; h++) {
            long step = launch.start().until(forecast.period(h));
            taken[h] = step >= 0 && step < sales.length ? share * Math.max(0, sales[(int) step]) : 0;
        }
        if (Arrays.stream(taken).allMatch(each -> each == 0)) {
            return forecast;
        }
        Reason reason = Reason.of(
                "forecast.launch.cannibalised",
                "share",
                Numbers.percent(share),
                "amount",
                Numbers.text(Arrays.stream(taken).sum()));
        return forecast.withAdjustment(values -> less(values, taken), reason);
    }

    private static double[] less(double[] values, double[] taken) {
        for (int h = 0; h < values.length; h++) {
            values[h] = Math.max(Math.min(0, values[h]), values[h] - taken[h]);
        }
        return values;
    }
}
