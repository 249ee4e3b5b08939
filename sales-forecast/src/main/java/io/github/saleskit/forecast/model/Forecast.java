package io.github.saleskit.forecast.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.saleskit.core.explain.Decision;
import io.github.saleskit.core.explain.Reason;
import io.github.saleskit.core.json.DocumentVersion;
import io.github.saleskit.core.json.Required;
import io.github.saleskit.core.json.StrictDocument;
import io.github.saleskit.forecast.model.internal.Numbers;
import io.github.saleskit.forecast.model.internal.QuantileGrid;
import io.github.saleskit.forecast.model.internal.SamplePaths;
import io.github.saleskit.forecast.series.TimePeriod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a series will probably be in the periods after its end, how sure that is, and why.
 *
 * <pre>{@code
 * Forecast forecast = Forecaster.standard().forecast(monthlySales, 12);
 * forecast.mean();             // twelve numbers
 * forecast.lower(0.95);        // below each the value falls with a probability of 2.5 %
 * forecast.upper(0.95);
 * forecast.quantile(0.9);      // which each value exceeds with a probability of 10 %
 * }</pre>
 *
 * <p>Every number is finite. Immutable and thread-safe.
 */
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE)
public final class Forecast implements Decision, StrictDocument {

    private static final int MOST_PATHS = 100_000;
    private static final int PATHS_OF_TOTALS = 4_000;

    private final String model;
    private final TimePeriod start;
    private final double[] mean;
    private final double[][] quantiles;
    private final FitSummary fit;
    private final boolean nonNegative;
    private final List<Reason> reasons;

    Forecast(
            String model,
            TimePeriod start,
            double[] mean,
            double[][] quantiles,
            boolean nonNegative,
            FitSummary fit,
            List<Reason> reasons) {
        this.model = requireNonNull(model, "model");
        this.start = requireNonNull(start, "start");
        this.mean = mean;
        this.quantiles = quantiles;
        this.nonNegative = nonNegative;
        this.fit = requireNonNull(fit, "fit");
        this.reasons = List.copyOf(reasons);
        start.plus(mean.length - 1L);
    }

    /**
     * A forecast from elsewhere, such as another library's or one after {@linkplain #mean() adjustment}.
     *
     * @param model what it is called
     * @param start the first period that is forecast
     * @param mean of each period, at least one
     * @param quantiles by level of {@link #levels} and period, from the least to the greatest
     * @param nonNegative whether all below 0 is raised to 0
     * @param fit how the model fits its history
     * @param reasons why
     * @throws IllegalArgumentException when the sizes differ, a number is not finite or a period lies past the year
     *     9999
     */
    public static Forecast of(
            String model,
            TimePeriod start,
            double[] mean,
            double[][] quantiles,
            boolean nonNegative,
            FitSummary fit,
            List<Reason> reasons) {
        requireSizes(mean, quantiles);
        double[] ownMean = mean.clone();
        double[][] own = Arrays.stream(quantiles).map(double[]::clone).toArray(double[][]::new);
        if (nonNegative) {
            Numbers.raised(ownMean);
            Arrays.stream(own).forEach(Numbers::raised);
        }
        return new Forecast(model, start, ownMean, own, nonNegative, fit, reasons);
    }

    private static void requireSizes(double[] mean, double[][] quantiles) {
        boolean sizes = mean.length > 0
                && quantiles.length == QuantileGrid.size()
                && Arrays.stream(quantiles).allMatch(level -> level.length == mean.length);
        if (!sizes) {
            throw new IllegalArgumentException("quantiles must have " + QuantileGrid.size()
                    + " levels, each with as many steps as mean, at least 1.\nMaybe see Forecast.levels()?");
        }
        boolean finite = Arrays.stream(mean).allMatch(Double::isFinite)
                && Arrays.stream(quantiles).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!finite) {
            throw new IllegalArgumentException("mean and quantiles must be finite numbers.");
        }
    }

    /** The levels of the quantiles that every forecast stores, from 0.005 to 0.995. */
    public static double[] levels() {
        return QuantileGrid.levels();
    }

    /** The same with mean and stored quantiles rounded to whole numbers, halves up. */
    public Forecast toWholeNumbers() {
        double[][] rounded = Arrays.stream(quantiles).map(Forecast::rounded).toArray(double[][]::new);
        return new Forecast(model, start, rounded(mean), rounded, nonNegative, fit, reasons);
    }

    /**
     * The same after each number has been changed, such as by what another product will take away; what is never
     * negative stays so.
     *
     * @param change of one number for each period, to be told again for mean and quantiles; of two numbers of a period
     *     the lower must not become the higher one
     * @param reason for it, told after the others
     * @throws IllegalArgumentException when there are then more or fewer numbers, or one is not finite
     */
    public Forecast withAdjustment(UnaryOperator<double[]> change, Reason reason) {
        double[][] changed = Arrays.stream(quantiles)
                .map(level -> change.apply(level.clone()))
                .toArray(double[][]::new);
        List<Reason> more = new ArrayList<>(reasons);
        more.add(reason);
        return of(model, start, change.apply(mean.clone()), changed, nonNegative, fit, more);
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> Math.floor(value + 0.5)).toArray();
    }

    @JsonCreator
    private static Forecast read(
            @JsonProperty(value = "version", required = true) int version,
            @JsonProperty(value = "model", required = true) String model,
            @JsonProperty(value = "start", required = true) TimePeriod start,
            @JsonProperty(value = "mean", required = true) @JsonSetter(contentNulls = Nulls.FAIL) double[] mean,
            @JsonProperty(value = "quantiles", required = true) List<Level> quantiles,
            @JsonProperty("nonNegative") @Nullable Boolean nonNegative,
            @JsonProperty(value = "fit", required = true) FitSummary fit,
            @JsonProperty(value = "reasons", required = true) List<Reason> reasons) {
        DocumentVersion.require("forecast", version, 1);
        double[][] values = quantiles.stream().map(Level::array).toArray(double[][]::new);
        double[] levels = quantiles.stream().mapToDouble(Level::level).toArray();
        if (!Arrays.equals(levels, QuantileGrid.levels())) {
            throw new IllegalArgumentException("quantiles have the levels " + Arrays.toString(levels)
                    + ", but must have " + Arrays.toString(QuantileGrid.levels()) + ".");
        }
        if (mean.length == 0 || Arrays.stream(values).anyMatch(level -> level.length != mean.length)) {
            throw new IllegalArgumentException(
                    "mean and quantiles must all have the same number of steps, at least 1.");
        }
        return new Forecast(model, start, mean, values, Boolean.TRUE.equals(nonNegative), fit, reasons);
    }

    /** The quantiles of one level, as JSON has them. */
    private record Level(@Required double level, @Required List<Double> values) implements StrictDocument {
        double[] array() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @JsonProperty("version")
    private int version() {
        return 1;
    }

    @JsonProperty("quantiles")
    private List<Level> storedLevels() {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < quantiles.length; i++) {
            levels.add(new Level(
                    QuantileGrid.level(i), Arrays.stream(quantiles[i]).boxed().toList()));
        }
        return levels;
    }

    /** Whether what lies below 0 is raised to 0, quantiles beyond those that are stored included. */
    @JsonProperty("nonNegative")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private boolean nonNegative() {
        return nonNegative;
    }

    /** The model that was used, such as {@code ETS(M,Ad,M)} or {@code naive}. */
    @JsonProperty("model")
    public String model() {
        return model;
    }

    /** The first period that is forecast. */
    @JsonProperty("start")
    public TimePeriod start() {
        return start;
    }

    /** How many periods are forecast. */
    public int horizon() {
        return mean.length;
    }

    /** The period of a zero-based step. */
    public TimePeriod period(int step) {
        return start.plus(step);
    }

    /**
     * The forecast of each period: the model's course without further surprises, the expected value for most models.
     */
    @JsonProperty("mean")
    public double[] mean() {
        return mean.clone();
    }

    /**
     * The value of each period that is not exceeded with a probability.
     *
     * @param probability above 0 and below 1; most reliable from 0.005 to 0.995
     */
    public double[] quantile(double probability) {
        double[] values = QuantileGrid.interpolate(quantiles, requireProbability(probability));
        return nonNegative ? Numbers.raised(values) : values;
    }

    /**
     * The lower end of the central interval in which each value lies with a probability.
     *
     * @param level above 0 and below 1, such as 0.95
     */
    public double[] lower(double level) {
        return quantile((1 - requireLevel(level)) / 2);
    }

    /**
     * The upper end of the central interval in which each value lies with a probability.
     *
     * @param level above 0 and below 1, such as 0.95
     */
    public double[] upper(double level) {
        return quantile((1 + requireLevel(level)) / 2);
    }

    /**
     * Sample paths: futures whose values at each step are spread as the quantiles say, and which hang together from
     * step to step the more, the faster the uncertainty grows with the horizon. They are for what quantiles of single
     * steps cannot tell, such as sums over a quarter.
     *
     * @param count how many, from 1 to 100,000
     * @param seed of the draws
     * @return values by path and step
     */
    public double[][] paths(int count, long seed) {
        if (count < 1 || count > MOST_PATHS) {
            throw new IllegalArgumentException("count is " + count + ", but must be from 1 to " + MOST_PATHS + ".");
        }
        double[][] paths = SamplePaths.of(quantiles, count, seed);
        if (nonNegative) {
            Arrays.stream(paths).forEach(Numbers::raised);
        }
        return paths;
    }

    /**
     * The sum of some steps that is not exceeded with a probability, over 4,000 {@linkplain #paths sample paths}: what
     * a quarter of three months brings is less uncertain than three times what a month brings.
     *
     * @param from zero-based first step
     * @param to the step after the last one, above {@code from}, at most the horizon
     * @param probability above 0 and below 1
     * @param seed of the draws
     */
    public double totalQuantile(int from, int to, double probability, long seed) {
        requireProbability(probability);
        if (from < 0 || to <= from || to > mean.length) {
            throw new IllegalArgumentException("the steps are " + from + " to " + to + ", but must be within 0 and "
                    + mean.length + " and not empty.");
        }
        double[] totals = Arrays.stream(paths(PATHS_OF_TOTALS, seed))
                .mapToDouble(path -> Arrays.stream(path, from, to).sum())
                .sorted()
                .toArray();
        return SamplePaths.quantileOfSorted(totals, probability);
    }

    private static double requireProbability(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability is " + probability
                    + ", but must be above 0 and below 1.\nMaybe it is meant in per cent? 0.9 is 90 %.");
        }
        return probability;
    }

    private static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level
                    + ", but must be above 0 and below 1.\nMaybe it is meant in per cent? 0.95 is 95 %.");
        }
        return level;
    }

    /** How the model fits the history. */
    @JsonProperty("fit")
    public FitSummary fit() {
        return fit;
    }

    /** Which model, why, how well it fits, where the intervals come from. */
    @Override
    @JsonProperty("reasons")
    public List<Reason> reasons() {
        return reasons;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Forecast forecast
                && forecast.model.equals(model)
                && forecast.start.equals(start)
                && Arrays.equals(forecast.mean, mean)
                && Arrays.deepEquals(forecast.quantiles, quantiles)
                && forecast.nonNegative == nonNegative
                && forecast.fit.equals(fit)
                && forecast.reasons.equals(reasons);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(mean);
    }

    /** Model and periods, for people. */
    @Override
    public String toString() {
        return "Forecast[" + model + ", " + start + ".." + period(mean.length - 1) + "]";
    }
}
